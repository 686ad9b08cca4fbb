/** That marks in every field, header and setting come out where a person asked for them, and in no log. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folder, run } from '../cli/support';
import { within } from '../editor/host/wait';
import { Client, shows } from '../server/client';
import { markedFiles, marks, settings, settingsJson, VALUE } from './district';

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

/** Fails if a text holds a mark, other than that of what it may name. */
function assertNoMark(text: string, place: string, named?: string): void {
	for (const [what, mark] of marks.filter(([of]) => of !== named))
		assert.ok(!text.includes(mark), `${place} holds ${what}: ${text.slice(0, 2000)}`);
}

const faultIn = (method: string, mark: string): Readonly<Record<string, string>> => ({
	NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, 'fault.cjs'))}`,
	FAULT: method,
	FAULT_MARK: mark,
});

describe('what the command line writes to stderr', () => {
	it('holds no value of a file and no setting, whatever is wrong with them', async () => {
		const files = { ...markedFiles(), 'settings.json': settingsJson };
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

describe('what the server writes to its log and to stderr', () => {
	it('holds no value of a file and no setting, whatever part of it breaks', async () => {
		let broken = 0;
		for (const method of FAULTS) {
			const { unseenLog, logged } = await logOf(method);
			assertNoMark(unseenLog, method);
			// The person is told which setting has no meaning.
			assertNoMark(logged, method, 'a setting');
			if (/failed: SyntaxError/.test(unseenLog)) broken++;
		}
		assert.ok(broken >= 5, `${broken} of the faults reach the outermost handler`);
	});
});

/** What a server with a broken method logs while it checks a district and answers requests, or until it ends. */
async function logOf(method: string): Promise<Client> {
	const files = markedFiles();
	const uri = pathToFileURL(join(folder(files), 'students.csv')).href;
	const client = await Client.start({
		env: faultIn(method, VALUE),
		capabilities: { ...shows, workspace: { configuration: true } },
		configuration: () => settings,
		initializationOptions: { status: true, commands: true, files: true },
	});
	const ended = once(client.server, 'exit');
	try {
		client.notify('$/setTrace', { value: 'verbose' });
		client.open(uri, files['students.csv']);
		const isSign = /^(textDocument\/publishDiagnostics|window\/logMessage)$/;
		const sign = client.until((message) => isSign.test(message.method) || undefined).catch(() => {});
		await within('a result or a line in the log', 20_000, sign);
		for (const feature of ['hover', 'completion', 'definition']) {
			const answer = attempt(() => client.at(feature, uri, { line: 1, character: 3 }));
			await within('an answer or the end', 20_000, Promise.race([ended, answer]));
		}
	} finally {
		client.server.kill();
		await ended;
	}
	assert.ok(!client.received.some(({ method }) => method === 'telemetry/event'));
	return client;
}

/** Asks, whether the server answers, refuses or is gone. */
async function attempt(ask: () => Promise<unknown>): Promise<void> {
	try {
		await ask();
	} catch {
		// Only what it logs is of interest here.
	}
}
