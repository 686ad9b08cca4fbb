import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { Checker } from '../../../server/src/check/live/checker';
import { ReportOverlay } from '../../../server/src/compare/returned/reportOverlay';
import type { ReturnedLine } from '../../../server/src/compare/returned/returnedTypes';
import { type DiagnosticOptions, diagnostics } from '../../../server/src/features/diagnostics';
import { put } from '../../check/randomEdits';
import { Random } from '../../csv/random';
import { checkerOf } from '../../support/checking';

const HEADER = ['Student_id', 'Gender', 'Race', 'Last_name'];
const VALUES = ['M', 'F', 'X', 'Q', '', 'a "b"', 'c,d'];

const line = (id: string | null, column: string, before: string, row = 2): ReturnedLine => ({
	report: 'errors.csv',
	row,
	message: `${id} ${column} ${row}`,
	severity: 'warning',
	fileName: 'students.csv',
	column,
	id,
	before,
});

/** The problems of a file, after everything is read. */
function problemsOf(checker: Checker, overlay: ReportOverlay): string[] {
	checker.run();
	overlay.run(() => false);
	const all = checker.document.blocks.flatMap((_, at) => overlay.inBlock(at));
	assert.equal(overlay.total, all.length);
	assert.equal(
		overlay.counts.reduce((sum, { count }) => sum + count, 0),
		all.length,
	);
	return all.map(({ record, column, message }) => `${record} ${column} ${message}`).sort();
}

/** The same from the text alone: the first row of each student that has as many values as the header. */
function plainProblems(text: string, lines: readonly ReturnedLine[]): string[] {
	const rows: string[][] = parse(text, { relax_column_count: true });
	const header = rows[0] ?? [];
	const key = header.indexOf('Student_id');
	return lines
		.flatMap(({ id, column, before, message }) => {
			const at = header.indexOf(column);
			const record = id === null ? 0 : rows.findIndex((row, index) => index > 0 && row[key] === id);
			const stands = at >= 0 && record >= 0 && rows[record]?.[at] === before;
			return stands ? [`${record} ${at} ${message}`] : [];
		})
		.sort();
}

const quoted = (value: string): string => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

describe('the lines of an error report', () => {
	it('go when the value is edited, and come back when that is undone', () => {
		const text = 'Student_id,Gender,Race,Last_name\n1,Q,W,A\n2,Q,W,B\n';
		const checker = checkerOf('students.csv', text);
		const overlay = new ReportOverlay(checker, [line('1', 'Gender', 'Q'), line('2', 'Gender', 'Q')]);
		assert.deepEqual(problemsOf(checker, overlay), ['1 1 1 Gender 2', '2 1 2 Gender 2']);
		const at = text.indexOf('Q');
		put(checker.document, [{ start: at, end: at + 1, text: 'F' }]);
		assert.deepEqual(problemsOf(checker, overlay), ['2 1 2 Gender 2']);
		put(checker.document, [{ start: at, end: at + 1, text: 'Q' }]);
		assert.deepEqual(problemsOf(checker, overlay), ['1 1 1 Gender 2', '2 1 2 Gender 2']);
	});

	it('are on the first row of a student, and not on a row that cannot be read', () => {
		const text = 'Student_id,Gender,Race,Last_name\n1,Q,W\n1,Q,W,A\n1,Q,W,A\n';
		const checker = checkerOf('students.csv', text);
		assert.deepEqual(problemsOf(checker, new ReportOverlay(checker, [line('1', 'Gender', 'Q')])), [
			'2 1 1 Gender 2',
		]);
	});

	it('about a column are on its header until that is edited', () => {
		const text = 'Student_id,Gender,Race,Last_name\n1,Q,W,A\n';
		const checker = checkerOf('students.csv', text);
		checker.run();
		const overlay = new ReportOverlay(checker, [line(null, 'Race', 'Race')]);
		assert.deepEqual(problemsOf(checker, overlay), ['0 2 null Race 2']);
		const at = text.indexOf('Race');
		put(checker.document, [{ start: at, end: at + 4, text: 'race' }]);
		assert.deepEqual(problemsOf(checker, overlay), []);
		put(checker.document, [{ start: at, end: at + 4, text: 'Race' }]);
		assert.deepEqual(problemsOf(checker, overlay), ['0 2 null Race 2']);
	});

	it('look at the edited block alone after an edit', () => {
		const rows = Array.from({ length: 5000 }, (_, at) => `${at},Q,W,Name\n`);
		const text = `Student_id,Gender,Race,Last_name\n${rows.join('')}`;
		const checker = checkerOf('students.csv', text);
		const lines = rows.map((_, at) => line(`${at}`, 'Gender', 'Q', at));
		const overlay = new ReportOverlay(checker, lines);
		checker.run();
		overlay.run(() => false);
		assert.equal(overlay.total, 5000);
		put(checker.document, [{ start: text.length - 10, end: text.length - 9, text: 'x' }]);
		checker.run();
		let steps = 0;
		overlay.run(() => ++steps === 5000);
		// A step is a block, or a student with rows in several. Blocks have 64 KiB.
		assert.ok(steps > 0 && steps <= 2, `${steps} steps`);
		// The row that was edited cannot be read.
		assert.equal(overlay.total, 4999);
	});

	it('become new diagnostics in the edited block alone', () => {
		const rows = Array.from({ length: 5000 }, (_, at) => `${at},F,W,"Name\n${at}"\n`);
		const text = `Student_id,Gender,Race,Last_name
${rows.join('')}`;
		const checker = checkerOf('students.csv', text);
		const overlay = new ReportOverlay(
			checker,
			rows.map((_, at) => line(`${at}`, 'Gender', 'F', at)),
		);
		checker.reported = overlay;
		const kept: DiagnosticOptions['kept'] = new WeakMap();
		const shown = (): ReturnType<typeof diagnostics> => {
			checker.run();
			overlay.run(() => false);
			const all = diagnostics(checker, { ruleUri: () => undefined, kept });
			return all.filter(({ source, range }) => source === 'errors.csv' && range.start.line > 0);
		};
		const before = new Set(shown());
		assert.ok(before.size > 900, `${before.size} listed`);
		put(checker.document, [{ start: text.length - 3, end: text.length - 2, text: 'x' }]);
		assert.equal(shown().filter((one) => !before.has(one)).length, 0);
		const at = text.indexOf('Name');
		put(checker.document, [{ start: at, end: at, text: '\n' }]);
		const moved = shown();
		assert.deepEqual(
			[moved[0], moved[1]].map((one) => one?.range.start.line),
			[1, 4],
		);
	});

	it('are those of a plain model after any edits', () => {
		let compared = 0;
		for (let seed = 1; seed <= 40; seed++) {
			const random = new Random(seed);
			let rows = Array.from({ length: 1 + random.below(30) }, () => [
				`${random.below(25)}`,
				...HEADER.slice(1).map(() => random.pick(VALUES)),
			]);
			let header = HEADER;
			const textOf = (): string => [header, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
			const lines = Array.from({ length: random.below(30) }, (_, at) =>
				line(random.chance(0.1) ? null : `${random.below(25)}`, random.pick(HEADER), random.pick(VALUES), at),
			).map((one) => (one.id === null ? { ...one, before: one.column } : one));
			const checker = checkerOf('students.csv', textOf(), {}, { blockSize: 32 << random.below(5) });
			if (random.chance(0.5)) checker.run();
			const overlay = new ReportOverlay(checker, lines);
			for (let step = 0; step < 8; step++) {
				const before = textOf();
				const at = random.below(rows.length + 1);
				const kind = random.below(10);
				if (kind === 0) header = random.chance(0.5) ? HEADER : HEADER.toReversed();
				else if (kind < 4) rows = rows.toSpliced(at, random.below(3));
				else if (kind < 6) rows = rows.toSpliced(at, 0, [`${random.below(25)}`, 'Q', 'M', '']);
				else rows[at] = rows[at]?.with(random.below(4), random.pick(VALUES)) ?? ['7', 'Q', 'Q', 'Q'];
				const now = textOf();
				let same = 0;
				while (same < Math.min(before.length, now.length) && before[same] === now[same]) same++;
				put(checker.document, [{ start: same, end: before.length, text: now.slice(same) }]);
				if (random.chance(0.3)) {
					checker.run(() => random.chance(0.5));
					overlay.run(() => random.chance(0.5));
					continue;
				}
				const problems = problemsOf(checker, overlay);
				assert.deepEqual(problems, plainProblems(now, lines), `seed ${seed}, step ${step}`);
				compared += problems.length;
			}
			overlay.dispose();
		}
		assert.ok(compared > 300, `${compared} problems`);
	});
});
