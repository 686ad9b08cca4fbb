import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Finding } from '../../server/src/check/finding';
import type { Checker } from '../../server/src/check/live/checker';
import { rowText } from '../../server/src/csv/quote';
import { gridMarks, gridRows, nextProblem, viewRows } from '../../server/src/grid';
import type { GridFilter, GridRow, GridView } from '../../server/src/grid/gridTypes';
import { isFieldRule } from '../../server/src/rules';
import { severities } from '../../server/src/rules/rule';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checkerOf } from '../support/checking';
import { pets } from '../support/pets';
import { recordsOf, viewOf } from './support';

const header = ['Pet_id', 'Name', 'Size', 'Kind'];

/** In the order in which a table sorts them; the empty field comes after all. */
const ordered = [
	...['-3', '7', '10', '2000', 'a 😀', 'a,b', 'D', 'ÉmilE'],
	...['Rex "T"', 'S', 'Small', 'two\nlines'],
];
const values = [...ordered, '', ''];

const value = fc.constantFrom(...values);
/** Most rows can be read; the others have another number of values, or are blank. */
const row = fc.oneof(
	{ weight: 6, arbitrary: fc.array(value, { minLength: 4, maxLength: 4 }) },
	{ weight: 1, arbitrary: fc.array(value, { minLength: 1, maxLength: 6 }) },
);
const filter: fc.Arbitrary<GridFilter> = fc.record(
	{
		problems: fc.oneof(
			fc.constant({}),
			fc.record(
				{
					rule: fc.constantFrom('field/unknown-code', 'csv/field-count', 'csv/blank-line'),
					column: fc.nat(4),
				},
				{ requiredKeys: [] },
			),
		),
		values: fc.array(fc.record({ column: fc.nat(4), values: fc.subarray(values) }), { maxLength: 2 }),
		text: fc.constantFrom('', 'S', 'émile', 'T"', 'a', ',b', '7', '\nL', '😀', '1,'),
	},
	{ requiredKeys: [] },
);
const sort = fc.option(fc.record({ column: fc.nat(3), descending: fc.boolean() }), { nil: undefined });

type Edit =
	| { readonly type: 'cell'; readonly row: number; readonly column: number; readonly value: string }
	| { readonly type: 'insert'; readonly row: number; readonly values: readonly string[] }
	| { readonly type: 'delete' | 'move'; readonly row: number };
const edit: fc.Arbitrary<Edit> = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ type: fc.constant('cell'), row: fc.nat(), column: fc.nat(), value }) },
	{ weight: 1, arbitrary: fc.record({ type: fc.constant('insert'), row: fc.nat(), values: row }) },
	{ weight: 1, arbitrary: fc.record({ type: fc.constantFrom('delete', 'move'), row: fc.nat() }) },
);

const textOf = (rows: readonly (readonly string[])[]): string =>
	[header, ...rows].map((one) => `${rowText(one)}\n`).join('');

/** The records as csv-parse reads them, the header first. */
/** Without case, and without the marks on letters. */
const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase();

const parsed = (text: string): string[][] =>
	parse(text, { record_delimiter: '\n', relax_column_count: true });

/** Changes the document as an editor does: only what differs. */
function change({ document }: Checker, text: string): void {
	const before = document.getText();
	let start = 0;
	while (start < Math.min(before.length, text.length) && before[start] === text[start]) start++;
	let end = 0;
	while (end < Math.min(before.length, text.length) - start && before.at(-1 - end) === text.at(-1 - end))
		end++;
	const range = { start: document.positionAt(start), end: document.positionAt(before.length - end) };
	document.update([{ range, text: text.slice(start, text.length - end) }], document.version + 1);
}

/** What the tests recompute: the records by csv-parse, and the findings of a check from the start. */
class Expected {
	readonly records: readonly (readonly string[])[];
	readonly #byRecord = new Map<number, Finding[]>();

	constructor(text: string) {
		this.records = parsed(text);
		const checker = checkerOf(pets, text);
		assert.ok(checker.run());
		for (const finding of checker.findings()) {
			this.#byRecord.set(finding.record, [...this.findingsOf(finding.record), finding]);
		}
	}

	findingsOf(record: number): readonly Finding[] {
		return this.#byRecord.get(record) ?? [];
	}

	isReadable(record: number): boolean {
		return this.records[record]?.length === header.length;
	}

	shown({ filter: { problems, values: wanted = [], text = '' }, sort: order }: GridView): number[] {
		const shown = this.records.flatMap((fields, record) => {
			const found = this.findingsOf(record);
			const isWrong = found.some(
				({ rule, column }) =>
					rule.id === (problems?.rule ?? rule.id) &&
					column === (problems?.column ?? column) &&
					// Of a column alone, the wrong values are meant.
					(problems?.column === undefined || problems.rule !== undefined || isFieldRule(rule)),
			);
			const readable = this.isReadable(record);
			const isIn = wanted.every(
				({ column, values: ofColumn }) => readable && column < 4 && ofColumn.includes(fields[column] ?? ''),
			);
			const searched = readable ? fields : [rowText(fields)];
			const words = plain(text)
				.split(/\s+/)
				.filter((word) => word !== '');
			const hasText = words.every((word) => searched.some((field) => plain(field).includes(word)));
			return record > 0 && (!problems || isWrong) && isIn && hasText ? [record] : [];
		});
		if (!order) return shown;
		const place = (record: number): number => {
			const field = this.records[record]?.[order.column] ?? '';
			if (!this.isReadable(record)) return 1001;
			return field === '' ? 1000 : order.descending ? -ordered.indexOf(field) : ordered.indexOf(field);
		};
		return shown.sort((one, other) => place(one) - place(other) || one - other);
	}

	/** Every cell of the view at which to stop, by row and column; a row that cannot be read is one cell. */
	stops(shown: readonly number[]): string[] {
		return shown.flatMap((record, at) => {
			const columns = this.findingsOf(record).map(({ rule, column }) =>
				'checkStructure' in rule ? 0 : column,
			);
			if (columns.length > 0 && !this.isReadable(record)) return [`${at}:all`];
			return [...new Set(columns)].sort((one, other) => one - other).map((column) => `${at}:${column}`);
		});
	}

	marks(shown: readonly number[], parts: number): string {
		return Array.from({ length: parts }, (_, part) => {
			const ofPart = shown.filter((__, at) => Math.floor((at * parts) / shown.length) === part);
			const found = ofPart.flatMap((record) => this.findingsOf(record).map(({ severity }) => severity));
			return severities.find((severity) => found.includes(severity))?.[0] ?? ' ';
		}).join('');
	}
}

function shownAs(expected: Expected, record: number, columns: readonly number[]): GridRow {
	const fields = expected.records[record] as readonly string[];
	const content = expected.isReadable(record)
		? { values: columns.map((column) => fields[column] ?? '') }
		: { text: rowText(fields) };
	return { record, ...content, findings: [] };
}

/** Goes through a view from before its first row until it comes round. */
function stopsFrom(checker: Checker, view: GridView, expected: Expected, backward: boolean): string[] {
	const seen: string[] = [];
	for (let from = { row: -1, column: 0 }; ; ) {
		const place = runToEnd(nextProblem(checker, view, { ...from, backward }));
		if (!place) return seen;
		const stop = `${place.row}:${expected.isReadable(place.record) ? place.column : 'all'}`;
		if (seen.includes(stop)) return seen;
		seen.push(stop);
		from = place;
	}
}

describe('a view of a random file', () => {
	it('is what a plain look at its records says, after any edits', function () {
		this.timeout(300_000);
		fc.assert(
			fc.property(
				fc.array(row, { maxLength: 25 }),
				fc.array(fc.tuple(edit, filter, sort), { maxLength: 8 }),
				fc.constantFrom(32, 64, 4096),
				fc.boolean(),
				(rows, steps, blockSize, checksFirst) => {
					const now = rows.map((one) => [...one]);
					const checker = checkerOf(pets, textOf(now), {}, { blockSize });
					if (checksFirst) checker.run();
					const kept: { readonly view: GridView; records: readonly number[] }[] = [];
					for (const [oneEdit, ofView, order] of steps) {
						const before = textOf(now);
						const isOfCells = applyEdit(now, oneEdit);
						const text = textOf(now);
						const keepsRows = isOfCells || text === before;
						change(checker, text);
						const expected = new Expected(text);
						for (const one of kept) {
							if (!keepsRows) one.records = expected.shown(one.view);
							assert.deepEqual(recordsOf(checker, one.view), one.records, 'a view that was there before');
						}
						const view = viewOf(ofView, order);
						compare(checker, view, expected);
						if (!isWholeFile(view)) kept.push({ view, records: recordsOf(checker, view) });
						if (kept.length > 5) kept.shift();
					}
				},
			),
			{ numRuns: 400 },
		);
	});
});

function isWholeFile({ filter: { problems, values: wanted, text }, sort: order }: GridView): boolean {
	return !problems && !wanted?.length && !text && !order;
}

function compare(checker: Checker, view: GridView, expected: Expected): void {
	checker.document.readAll();
	const shown = expected.shown(view);
	assert.deepEqual(recordsOf(checker, view), shown);
	const rows = runToEnd(viewRows(checker, view));
	for (let record = 0; record <= expected.records.length; record++) {
		assert.equal(rows.rowOf(record), shown.indexOf(record), `the row of record ${record}`);
	}
	const window = { first: 2, count: 5, columns: [3, 1] };
	const { rows: painted, shown: count } = runToEnd(gridRows(checker, view, window));
	assert.equal(count, shown.length);
	assert.deepEqual(
		painted.map((one) => ({ ...one, findings: [] })),
		shown.slice(2, 7).map((record) => shownAs(expected, record, window.columns)),
	);
	assert.ok(checker.run());
	const again = runToEnd(gridRows(checker, view, window)).rows;
	assert.deepEqual(
		again.map(({ record, findings }) => [record, findings.map(({ rule, column }) => `${rule} ${column}`)]),
		shown
			.slice(2, 7)
			.map((record) => [
				record,
				expected.findingsOf(record).map(({ rule, column }) => `${rule.id} ${column}`),
			]),
	);
	const stops = expected.stops(shown);
	assert.deepEqual(stopsFrom(checker, view, expected, false), stops);
	assert.deepEqual(stopsFrom(checker, view, expected, true), stops.toReversed());
	for (const parts of [1, 3, 40]) {
		assert.equal(runToEnd(gridMarks(checker, view, parts)), expected.marks(shown, parts));
	}
}

/** Makes an edit of the records; returns whether it is one of cells. */
function applyEdit(rows: string[][], one: Edit): boolean {
	const at = rows.length === 0 ? 0 : one.row % rows.length;
	const here = rows[at];
	if (one.type === 'insert') {
		rows.splice(at, 0, [...one.values]);
		return false;
	}
	if (!here) return true;
	if (one.type === 'cell') here[one.column % here.length] = one.value;
	else if (one.type === 'delete') rows.splice(at, 1);
	else {
		rows.splice(at, 1);
		rows.push(here);
	}
	return one.type === 'cell';
}
