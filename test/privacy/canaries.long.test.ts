/** That marks in every field, header and setting come out where a person asked for them, and in no log. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { folder, run } from '../cli/support';
import { markedFiles, marks, settings, VALUE } from './district';

/** Methods that a check calls on texts of a file, some in rules and some outside of them. */
const FAULTS = [
	'String.prototype.normalize',
	'String.prototype.slice',
	'String.prototype.substring',
	'String.prototype.indexOf',
	'String.prototype.charCodeAt',
	'String.prototype.trim',
	'String.prototype.replace',
	'String.prototype.toLowerCase',
	'TextDecoder.prototype.decode',
	'Map.prototype.get',
	'Set.prototype.has',
	'RegExp.prototype.test',
	'JSON.stringify',
];

/** Fails if a text holds a mark. */
function assertNoMark(text: string, place: string): void {
	for (const [what, mark] of marks)
		assert.ok(!text.includes(mark), `${place} holds ${what}: ${text.slice(0, 2000)}`);
}

const faultIn = (method: string, mark: string): Readonly<Record<string, string>> => ({
	NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, 'fault.cjs'))}`,
	FAULT: method,
	FAULT_MARK: mark,
});

describe('what the command line writes to stderr', () => {
	it('holds no value of a file and no setting, whatever is wrong with them', async () => {
		const files = { ...markedFiles(), 'settings.json': JSON.stringify(settings) };
		const cwd = folder({ ...files, 'broken.json': `{ "cleverDemographics.rules": ${VALUE} }` });
		for (const args of [
			['check'],
			['check', '--format', 'json'],
			['check', '--settings', 'settings.json'],
			['check', '--settings', 'broken.json'],
		]) {
			const { stdout, stderr } = await run(args, { cwd });
			if (!args.includes('broken.json'))
				assert.ok(stdout.includes(VALUE), 'the list of problems does: it was asked for');
			assertNoMark(stderr, args.join(' '));
		}
	});

	it('holds no value where any part of the check breaks', async () => {
		let broken = 0;
		for (const method of FAULTS) {
			const cwd = folder(markedFiles());
			const { stderr } = await run(['check'], { cwd, env: faultIn(method, VALUE) });
			assertNoMark(stderr, method);
			if (stderr !== '') broken++;
		}
		assert.ok(broken >= 3, `${broken} of the faults reach the outermost handler`);
	});

	it('holds no value where a worker breaks', async () => {
		const { status, stderr } = await run(['check'], {
			cwd: folder(markedFiles(130_000)),
			env: faultIn('TextDecoder.prototype.decode', '1100000'),
		});
		assert.match(stderr, /^error: /);
		assert.ok(!stderr.includes('1100000'), stderr.slice(0, 2000));
		assert.equal(status, 2);
	});
});
