import assert from 'node:assert/strict';
import { readCommandLine } from '../../server/src/node/commandLine';

const read = (...args: readonly string[]) => readCommandLine(args, '1.2.3');

describe("the server's command line", () => {
	it('passes on every way in which the library takes its arguments', () => {
		for (const args of [
			['--stdio'],
			['--node-ipc'],
			['--socket', '6009'],
			['--socket=6009'],
			['--pipe', '/tmp/clever.sock'],
			['--pipe=\\\\.\\pipe\\clever'],
			['--node-ipc', '--clientProcessId=77'],
			['--stdio', '--clientProcessId', '77'],
		]) {
			assert.deepEqual(read(...args), { serve: args });
		}
	});

	it('speaks over stdio where no transport is named', () => {
		assert.deepEqual(read(), { serve: ['--stdio'] });
		assert.deepEqual(read('--clientProcessId=77'), { serve: ['--stdio', '--clientProcessId=77'] });
	});

	it('prints its version, and a help that names every argument', () => {
		assert.deepEqual(read('--version'), { print: '1.2.3\n' });
		const help = read('--help', '--version');
		assert.ok('print' in help);
		for (const name of [
			'--stdio',
			'--node-ipc',
			'--socket',
			'--pipe',
			'--clientProcessId',
			'--help',
			'--version',
		])
			assert.ok(help.print.includes(`\n  ${name}`), name);
	});

	it('leaves what it does not know to the library, where a transport is named', () => {
		for (const args of [
			['--stdio', '--log-level=3'],
			['--cancellationReceive=file:4711', '--node-ipc'],
			['--stdio', '/district', '-v', '--'],
		])
			assert.deepEqual(read(...args), { serve: args });
	});

	it('refuses what it does not know where no transport is named, and what has no value', () => {
		for (const [args, wanted] of [
			[['--foo'], '"--foo"'],
			[['--foo=1'], '"--foo"'],
			[['-h'], '"-h"'],
			[['check'], '"check"'],
			[['--stdoi'], '"--stdoi"'],
			[['--stdoi', '--clientProcessId=77'], '"--stdoi"'],
			[['--'], '"--"'],
			[['--stdio=yes'], '"--stdio=yes"'],
			[['--toString'], '"--toString"'],
			[['--socket'], '--socket needs <port>'],
			[['--socket=x'], '--socket needs <port>'],
			[['--pipe='], '--pipe needs <name>'],
			[['--clientProcessId'], '--clientProcessId needs <id>'],
		] as const) {
			const line = read(...args);
			assert.ok('problem' in line, args.join(' '));
			assert.ok(line.problem.includes(wanted), line.problem);
		}
	});
});
