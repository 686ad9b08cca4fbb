/** Comparisons while files change, people cancel, and pages come and go: each at a moment that the test chooses. */
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { CancellationTokenSource, Emitter } from 'vscode-languageserver';
import { CsvDocument } from '../../server/src/csv/document';
import { type ComparisonResult, Comparisons } from '../../server/src/lsp/compare/comparisons';
import type { FileAccess, FileText } from '../../server/src/lsp/fileAccess';
import { SiblingFiles } from '../../server/src/lsp/siblingFiles';
import { folderOf } from '../../server/src/lsp/uris';
import { defaultSettings, type Settings } from '../../server/src/settings';

const HEADER =
	'School_id,Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status';
const textOf = (students: number): string =>
	`${HEADER}\n${Array.from({ length: students }, (_, at) => `1,${at + 100},Doe${at},Sam,F,W,N,English,N,F,N\n`).join('')}`;
const NOW = 'file:///now/students.csv';
const OLD = 'file:///old/students.csv';
const SMALL = 'file:///old/small.csv';
/** Enough for several slices of work. */
const MANY = 20_000;
/** Milliseconds until a folder is compared again that no page shows, and until a side is let go. */
const QUIET = 4000;
const LINGER = 1000;

/** A folder with one open file, and its last uploads. */
class Folder {
	readonly document: CsvDocument;
	readonly open: CsvDocument[];
	readonly comparisons: Comparisons;
	/** The files of last uploads that were read. */
	readonly reads: string[] = [];
	readonly #changed = new Emitter<{ readonly document: CsvDocument }>();
	readonly #none = new Emitter<{ readonly document: CsvDocument }>();
	settings: Settings = defaultSettings;
	/** Answers for a last upload. */
	read: (uri: string) => Promise<FileText | undefined>;

	constructor(students: number) {
		this.document = new CsvDocument(NOW, 'clever-students', 1, textOf(students));
		this.open = [this.document];
		this.read = async (uri) => ({ text: textOf(uri === SMALL ? 10 : students) });
		const files: FileAccess = {
			spellings: async () => [],
			csvNames: async () => [],
			read: (uri) => {
				this.reads.push(uri);
				return this.read(uri);
			},
			modified: async () => undefined,
			watch: () => ({ started: Promise.resolve(), stop: () => {} }),
		};
		this.comparisons = new Comparisons({
			documents: {
				onDidOpen: this.#none.event,
				onDidChangeContent: this.#changed.event,
				onDidClose: this.#none.event,
			},
			siblings: new SiblingFiles(files, () => this.open),
			checkers: { settings: async () => this.settings },
			files,
			log: { error: (message) => assert.fail(message) },
		});
	}

	/** Compares; `meanwhile` is called once, when some of the open file has been read. */
	compare(
		before = OLD,
		meanwhile = (): void => {},
		token = new CancellationTokenSource().token,
	): Promise<ComparisonResult> {
		let isCalled = false;
		return this.comparisons.compare(NOW, [before], token, () => {
			if (!isCalled) meanwhile();
			isCalled = true;
		});
	}

	/** Gives the first student another school. */
	edit(): void {
		const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
		this.document.update([{ range, text: '2' }], this.document.version + 1);
		this.#changed.fire({ document: this.document });
	}

	get comparison(): ReturnType<Comparisons['of']> {
		return this.comparisons.of(NOW);
	}

	/** Waits until the comparison is like this. */
	until(isThere: (comparison: NonNullable<ReturnType<Comparisons['of']>>) => boolean): Promise<void> {
		return new Promise((resolve) => {
			const look = (): void => {
				if (this.comparison && isThere(this.comparison)) resolve();
			};
			this.comparisons.onDidChange(look);
			look();
		});
	}
}

const problemOf = (result: ComparisonResult): string | undefined =>
	result && 'problem' in result ? result.problem : undefined;

describe('a comparison', () => {
	beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
	afterEach(() => mock.timers.reset());

	it('is not made of a text that is edited meanwhile, not even the first time', async () => {
		const folder = new Folder(MANY);
		const result = await folder.compare(OLD, () => folder.edit());
		assert.equal(problemOf(result), 'A file changed while it was compared. Compare again.');
		assert.equal(folder.comparison, undefined);
		const again = await folder.compare();
		assert.equal(again && 'changes' in again && again.changes.students.inBoth, MANY);
	});

	it('is of the upload that was asked for last, where two are asked for at once', async () => {
		for (const pause of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
			const folder = new Folder(20);
			const first = folder.compare(SMALL);
			for (let at = 0; at < pause; at++) await Promise.resolve();
			await folder.compare(OLD);
			await first;
			const { before, changes } = folder.comparison ?? {};
			assert.deepEqual([before, changes?.students.before], [[OLD], 20]);
		}
	});

	it('is made again where another one, which was asked for meanwhile, fails or is canceled', async () => {
		const folder = new Folder(MANY);
		await folder.compare();
		for (const other of ['gone', 'canceled']) {
			folder.edit();
			const { token, cancel } = canceling();
			folder.read = async () => (other === 'gone' ? undefined : { text: textOf(MANY) });
			const result = await folder.compare(SMALL, cancel, token);
			assert.equal(
				problemOf(result),
				other === 'gone' ? 'small.csv is not there any more. Choose another file.' : undefined,
			);
			assert.equal(folder.comparison?.isStale, true);
			folder.read = async () => ({ text: textOf(MANY) });
			mock.timers.tick(QUIET);
			await folder.until(({ isStale }) => !isStale);
			assert.deepEqual(folder.comparison?.before, [OLD]);
		}
	});

	it('is made again where a page comes back while the last upload is read', async () => {
		const folder = new Folder(20);
		await folder.compare();
		folder.comparisons.setShown(NOW, 'page', true);
		folder.comparisons.setShown(NOW, 'page', false);
		mock.timers.tick(LINGER);
		let answer: (text: FileText) => void = () => {};
		const asked = new Promise<void>((resolve) => {
			folder.read = () => {
				resolve();
				return new Promise((done) => {
					answer = done;
				});
			};
		});
		folder.edit();
		mock.timers.tick(QUIET);
		await asked;
		folder.comparisons.setShown(NOW, 'page', true);
		answer({ text: textOf(20) });
		await folder.until(({ isStale }) => !isStale);
		assert.equal(folder.reads.length, 2);
	});

	it('says so where it cannot be made again, and is made once it can', async () => {
		const folder = new Folder(20);
		folder.read = async () => ({ text: textOf(40) });
		await folder.compare();
		mock.timers.tick(LINGER);
		folder.read = async () => undefined;
		folder.edit();
		mock.timers.tick(QUIET);
		await folder.until(({ obstacle }) => obstacle !== undefined);
		const reasons = folder.comparisons.toReview(NOW).map(({ message }) => message);
		assert.equal(reasons.length, 2);
		assert.equal(
			reasons[1],
			'The files have changed and cannot be compared again. students.csv is not there any more. Choose another file.',
		);
		folder.read = async () => ({ text: textOf(20) });
		folder.edit();
		mock.timers.tick(QUIET);
		await folder.until(({ isStale }) => !isStale);
		assert.deepEqual(folder.comparisons.toReview(NOW), []);
	});

	it('ends at once where it is canceled while the last upload is read', async () => {
		const folder = new Folder(20);
		const { token, cancel } = canceling();
		folder.read = () => {
			cancel();
			return new Promise(() => {});
		};
		assert.equal(await folder.compare(OLD, undefined, token), undefined);
	});

	it('holds the last upload while it is shown, and lets it go soon after, as after a cancel', async () => {
		const folder = new Folder(MANY);
		const { token, cancel } = canceling();
		assert.equal(await folder.compare(OLD, cancel, token), undefined);
		assert.equal(folder.reads.length, 1);
		mock.timers.tick(LINGER);
		await folder.compare();
		assert.equal(folder.reads.length, 2);
		const isHeld = (): boolean => folder.comparisons.heldSide(folderOf(NOW) ?? '') !== undefined;
		folder.comparisons.setShown(NOW, 'table', true);
		folder.comparisons.setShown(NOW, 'page', true);
		folder.comparisons.setShown(NOW, 'page', false);
		mock.timers.tick(LINGER);
		assert.ok(isHeld());
		folder.comparisons.setShown(NOW, 'table', false);
		mock.timers.tick(LINGER - 1);
		folder.comparisons.setShown(NOW, 'page', true);
		mock.timers.tick(LINGER);
		assert.ok(isHeld());
		folder.comparisons.setShown(NOW, 'page', false);
		mock.timers.tick(LINGER);
		assert.ok(!isHeld());
		assert.equal(folder.reads.length, 2);
	});

	it('follows the settings', async () => {
		const folder = new Folder(95);
		folder.read = async () => ({ text: textOf(100) });
		await folder.compare();
		assert.deepEqual(folder.comparisons.toReview(NOW), []);
		const alarms = { ...defaultSettings['compare.alarms'], studentsGone: 4 };
		folder.settings = { ...defaultSettings, 'compare.alarms': alarms };
		folder.comparisons.settingsChanged();
		assert.equal(folder.comparison?.isStale, true);
		mock.timers.tick(QUIET);
		await folder.until(({ isStale }) => !isStale);
		assert.equal(folder.comparisons.toReview(NOW).length, 1);
	});

	it('has an alarm reviewed until it is much worse', async () => {
		const folder = new Folder(100);
		const compareWith = async (students: number): Promise<number> => {
			folder.read = async () => ({ text: textOf(students) });
			mock.timers.tick(LINGER);
			await folder.compare();
			return folder.comparisons.toReview(NOW).length;
		};
		assert.equal(await compareWith(200), 1);
		folder.comparisons.review(NOW);
		assert.equal(await compareWith(201), 0);
		assert.equal(await compareWith(150), 0);
		assert.equal(await compareWith(210), 0);
		// More than a tenth more than the 100 who were gone when it was reviewed.
		assert.equal(await compareWith(211), 1);
	});

	it('is of students.csv, though a copy is open that is checked as this file', async () => {
		const folder = new Folder(20);
		folder.open.unshift(new CsvDocument('file:///now/copy.csv', 'clever-students', 1, textOf(3)));
		await folder.compare();
		assert.equal(folder.comparison?.changes.students.after, 20);
	});
});

function canceling(): { readonly token: CancellationTokenSource['token']; readonly cancel: () => void } {
	const source = new CancellationTokenSource();
	return { token: source.token, cancel: () => source.cancel() };
}
