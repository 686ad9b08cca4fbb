/** The command line as a child process of the extension, without VS Code. */
import assert from 'node:assert/strict';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CancellationToken } from 'vscode';
import type { CheckFileOnDisk } from '../../client/src/disk/diskCheck';
import { diskCheckWith } from '../../client/src/node/diskCheck';
import { buildCli, cleanExt, cleanRoster, folder, rosterHeader } from '../cli/support';

type Request = Parameters<CheckFileOnDisk>[0];

/** A token, and the function that cancels it. */
function cancellation(): { readonly token: CancellationToken; readonly cancel: () => void } {
	const listeners = new Set<(event: unknown) => void>();
	const token = {
		isCancellationRequested: false,
		onCancellationRequested(listener: (event: unknown) => void) {
			listeners.add(listener);
			return { dispose: () => listeners.delete(listener) };
		},
	};
	const cancel = (): void => {
		token.isCancellationRequested = true;
		for (const listener of listeners) listener(undefined);
	};
	return { token, cancel };
}

function assertGone(idFile: string): void {
	const id = Number(readFileSync(idFile, 'utf8'));
	assert.throws(() => process.kill(id, 0), { code: 'ESRCH' });
}

describe('the check on the disk', () => {
	const oldTemporary = process.env.TMPDIR;
	const parts: { dispose(): void }[] = [];
	let check: CheckFileOnDisk;
	let scratch: string;

	before(async () => {
		check = diskCheckWith(await buildCli(), parts);
		scratch = mkdtempSync(join(tmpdir(), 'clever-disk-'));
		process.env.TMPDIR = scratch;
	});

	// A check removes its temporary settings, whatever its result.
	afterEach(() => {
		const left = readdirSync(scratch).filter((name) => name.startsWith('clever-demographics-'));
		assert.deepEqual(left, []);
	});

	after(() => {
		if (oldTemporary === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = oldTemporary;
		rmSync(scratch, { recursive: true });
	});

	const roster = (content: string): string => join(folder({ 'students.csv': content }), 'students.csv');
	const run = (path: string, more: Partial<Request> = {}): ReturnType<CheckFileOnDisk> =>
		check({ path, settings: {}, onProgress: () => {}, token: cancellation().token, ...more });

	const wrong = `${rosterHeader}\n5,1,Reyes,Ana,Female\n5,2,Boone,Lee,f\n`;
	const rulesOf = (output: Awaited<ReturnType<CheckFileOnDisk>>): string[] | undefined =>
		output?.files[0]?.findings.map(({ rule }) => rule);

	it('returns the output of the command line, and reports its progress', async () => {
		const progress: number[] = [];
		const output = await run(roster(wrong), { onProgress: (done) => progress.push(done) });
		assert.deepEqual(rulesOf(output), ['field/unknown-code', 'field/code-spelling']);
		const counts = { errors: 1, warnings: 1, information: 0, hints: 0 };
		assert.deepEqual(output?.summary, { files: 1, records: 2, ...counts });
		assert.equal(progress.at(-1), 1);
	});

	it('uses the settings', async () => {
		const settings = {
			'cleverDemographics.rules': { 'field/code-spelling': 'off' },
			'cleverDemographics.acceptedValues': { Gender: ['Female'] },
		};
		assert.deepEqual(rulesOf(await run(roster(wrong), { settings })), []);
	});

	it('names settings that are nested 200,000 deep', async () => {
		const deep: unknown = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000));
		await assert.rejects(run(roster(cleanRoster), { settings: { 'cleverDemographics.rules': deep } }), {
			message:
				'The settings cleverDemographics.rules cannot be read: one is nested too deep. Correct it in settings.json.',
		});
	});

	it('says why a file cannot be checked', async () => {
		const missing = join(scratch, 'none/students.csv');
		await assert.rejects(run(missing), {
			message: `The file could not be checked. ${missing}: no such file or folder`,
		});
	});

	it('says where nothing can be written to the temporary folder', async () => {
		const path = roster(cleanRoster);
		process.env.TMPDIR = join(scratch, 'none');
		try {
			await assert.rejects(run(path), {
				message:
					'The file could not be checked. Nothing can be written to the temporary folder: its folder is no longer there.',
			});
		} finally {
			process.env.TMPDIR = scratch;
		}
	});

	it('returns a result if only the sibling file cannot be read', async () => {
		const path = join(folder({ 'students_ext.csv': cleanExt }), 'students_ext.csv');
		mkdirSync(path.replace('students_ext.csv', 'students.csv'));
		assert.equal((await run(path))?.files.length, 1);
	});

	it('does not wait for a debugger, though VS Code runs under one', async () => {
		// A child process inherits these arguments by default, and would then never end.
		process.execArgv.push('--inspect-brk=127.0.0.1:0');
		try {
			assert.deepEqual(rulesOf(await run(roster(cleanRoster))), []);
		} finally {
			process.execArgv.pop();
		}
	});

	/** A command line that prints a word and never ends. It writes its process id to the file of that name. */
	function endless(): { readonly cli: string; readonly idFile: string } {
		const idFile = join(folder({}), 'id');
		const cli = roster('').replace(/students\.csv$/, 'cli.js');
		const said = `require('node:fs').writeFileSync(${JSON.stringify(idFile)}, String(process.pid));`;
		writeFileSync(cli, `${said} process.send({ path: '', done: 0.5 }); setInterval(() => {}, 1000);`);
		return { cli, idFile };
	}

	it('removes its files when it is canceled', async () => {
		const { token, cancel } = cancellation();
		const { cli, idFile } = endless();
		const output = await diskCheckWith(cli, [])({ path: '', settings: {}, token, onProgress: cancel });
		assert.equal(output, undefined);
		assertGone(idFile);
	});

	it('starts nothing when it is canceled at once', async () => {
		const { token, cancel } = cancellation();
		const { cli, idFile } = endless();
		cancel();
		assert.equal(await diskCheckWith(cli, [])({ path: '', settings: {}, token, onProgress() {} }), undefined);
		assert.ok(!existsSync(idFile));
	});

	it('ends with the extension', async () => {
		const ending: { dispose(): void }[] = [];
		const { cli, idFile } = endless();
		const onProgress = (): void => {
			for (const part of ending) part.dispose();
		};
		const { token } = cancellation();
		await assert.rejects(diskCheckWith(cli, ending)({ path: '', settings: {}, token, onProgress }), {
			message: 'The check ended early. Try again.',
		});
		assertGone(idFile);
	});
});
