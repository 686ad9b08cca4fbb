/** Several files that are written together, and what is said where one of them is not. */
import assert from 'node:assert/strict';
import { type FileToWrite, writeAll } from '../../server/src/writing/stagedFile';
import { faultReason, isFileFault, WriteFault } from '../../server/src/writing/writeFault';

describe('files that are written together', () => {
	const done: string[] = [];

	beforeEach(() => {
		done.length = 0;
	});

	/** A file that keeps a record of what is done to it, and cannot be staged or committed if that is named. */
	function file(
		name: string,
		fails?: 'stage' | 'commit',
		remains: WriteFault['remains'] = 'old',
	): FileToWrite {
		const step = async (verb: string): Promise<void> => {
			done.push(`${verb} ${name}`);
			if (verb === fails) throw new WriteFault('the disk is full', remains);
		};
		return {
			name,
			stage: async () => {
				await step('stage');
				return { isReplacing: false, commit: () => step('commit'), discard: () => step('discard') };
			},
		};
	}
	const write = (...files: FileToWrite[]) =>
		writeAll(files, async ({ name }) => void done.push(`open ${name}`));

	it('are all prepared before the first is written', async () => {
		assert.deepEqual(await write(file('a'), file('b')), { count: 2, problem: undefined });
		assert.deepEqual(done, ['stage a', 'stage b', 'open a', 'open b', 'commit a', 'commit b']);
	});

	it('are not written at all where one cannot be prepared', async () => {
		assert.deepEqual(await write(file('a'), file('b', 'stage'), file('c')), {
			count: 0,
			problem: 'b was not saved: the disk is full. The old file is unchanged. a and c were not saved either.',
		});
		assert.deepEqual(done, ['stage a', 'stage b', 'discard a']);
	});

	it('are not written where the editor of one cannot be shown', async () => {
		const shows = writeAll([file('a'), file('b')], () => Promise.reject(new Error('too large')));
		await assert.rejects(shows, { message: 'too large' });
		assert.deepEqual(done, ['stage a', 'stage b', 'discard a', 'discard b']);
	});

	it('say which are saved where a later one cannot be put in its place', async () => {
		assert.deepEqual(await write(file('a'), file('b', 'commit', 'none'), file('c')), {
			count: 1,
			problem: 'b was not saved: the disk is full. No file was created. a was saved. c was not saved either.',
		});
		assert.deepEqual(done.slice(-4), ['commit a', 'commit b', 'discard b', 'discard c']);
	});

	it('promise nothing where nothing is known', async () => {
		const { problem } = await write(file('a', 'commit', 'unknown'));
		assert.equal(problem, 'a was not saved: the disk is full. Look at the file: it may be incomplete.');
	});
});

describe('the reason why a file is not written', () => {
	it('is looked for in errors of the system only', () => {
		const isFault = (message: string, name = 'Error') =>
			isFileFault(Object.assign(new Error(message), { name }));
		assert.ok(isFault("ENOSPC: no space left on device, write '/a.csv'"));
		assert.ok(isFault('', 'EntryNotFound (FileSystemError)'));
		assert.ok(!isFault('a.csv cannot be read. Export: EVERY row is lost.'));
	});

	it('is told in words for the faults of VS Code and of Node', () => {
		// VS Code's file service puts Node's message into its own.
		const noSpace = Object.assign(
			new Error(
				"Unable to write file 'vscode-userdata:/a.csv' (Unknown (FileSystemError): Error: ENOSPC: no space left on device, write)",
			),
			{ code: 'Unknown' },
		);
		const denied = Object.assign(
			new Error("NoPermissions (FileSystemError): Error: EROFS: read-only file system, open '/a.csv'"),
			{
				code: 'NoPermissions',
			},
		);
		assert.equal(faultReason(noSpace), 'the disk is full');
		assert.equal(faultReason(denied), 'the disk is read-only');
		assert.equal(
			faultReason(Object.assign(new Error('no'), { code: 'NoPermissions' })),
			'you may not write there',
		);
	});

	it('is never a code or a message of the system', () => {
		for (const error of [new Error('EUNHEARD: of, write'), 'EWHAT', undefined, null, { code: 'constructor' }])
			assert.equal(faultReason(error), 'the disk reported an error');
	});
});
