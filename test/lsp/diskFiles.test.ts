import assert from 'node:assert/strict';
import { CsvDocument } from '../../server/src/csv/document';
import { DiskFiles } from '../../server/src/lsp/diskFiles';
import type { FileAccess, FileText } from '../../server/src/lsp/fileAccess';
import { students } from '../../server/src/spec';

const EXT = 'file:///d/students_ext.csv';
const ROSTER = 'file:///d/students.csv';
const never = <T>(): Promise<T> => new Promise(() => {});

/** Files of which a test says when they answer. */
function files(access: Partial<FileAccess>): DiskFiles {
	return new DiskFiles({
		spellings: async () => ['students.csv'],
		csvNames: async () => ['students.csv'],
		read: async () => ({ text: 'Student_id\n1\n' }),
		modified: async () => undefined,
		watch: () => ({ started: Promise.resolve(), stop: () => {} }),
		...access,
	});
}

describe('files on a disk that does not answer', () => {
	const silent: readonly (readonly [string, Partial<FileAccess>])[] = [
		['read', { read: never }],
		['list', { spellings: never, read: never }],
		['watch', { watch: () => ({ started: never(), stop: () => {} }) }],
	];
	for (const [what, access] of silent) {
		it(`count as unreadable where it is never there to ${what} them`, async () => {
			assert.equal(await files(access).read(EXT, students), 'unreadable');
		});
	}

	it('have no names', async () => {
		assert.deepEqual(await files({ csvNames: never }).csvNames(EXT), []);
	});

	it('are waited for once', async () => {
		let reads = 0;
		const disk = files({
			read: () => {
				reads++;
				return never();
			},
		});
		assert.deepEqual(await Promise.all([disk.read(EXT, students), disk.read(EXT, students)]), [
			'unreadable',
			'unreadable',
		]);
		const before = performance.now();
		assert.equal(await disk.read(EXT, students), 'unreadable');
		assert.ok(performance.now() - before < 1000);
		assert.equal(reads, 1);
	});

	/** What is read, and whether that is a change, where the answer comes late. */
	async function afterLate(late: FileText): Promise<readonly unknown[]> {
		let answer: (text: FileText) => void = () => {};
		const disk = files({
			read: () =>
				new Promise((resolve) => {
					answer = resolve;
				}),
		});
		assert.equal(await disk.read(EXT, students), 'unreadable');
		const changed: string[] = [];
		disk.onDidChange((uri) => changed.push(uri));
		answer(late);
		await new Promise((resolve) => setTimeout(resolve));
		return [await disk.read(EXT, students), changed];
	}

	it('are used when they are there after all, which is a change', async () => {
		const [file, changed] = await afterLate({ text: 'Student_id\n1\n' });
		assert.ok(file instanceof CsvDocument);
		assert.deepEqual(changed, [ROSTER]);
	});

	it('have another problem when it is known, which is a change too', async () => {
		assert.deepEqual(await afterLate({ problem: 'too large' }), ['too large', [ROSTER]]);
		assert.deepEqual(await afterLate({ problem: 'unreadable' }), ['unreadable', []]);
	});
});

describe('a file that is written all the time', () => {
	it('changes at once, and then now and then', async () => {
		const disk = files({});
		let changes = 0;
		disk.onDidChange(() => changes++);
		disk.fileChanged(ROSTER);
		assert.equal(changes, 1);
		const second = new Promise((resolve) => disk.onDidChange(resolve));
		for (let writes = 0; writes < 1000; writes++) disk.fileChanged(ROSTER);
		assert.equal(changes, 1);
		await second;
		assert.equal(changes, 2);
	});
});
