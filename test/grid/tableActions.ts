import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { Checker } from '../../server/src/check/live/checker';
import { CsvDocument } from '../../server/src/csv/document';
import type { OffsetEdit } from '../../server/src/csv/edits/edit';
import { toTextEdits } from '../../server/src/csv/ranges';
import { readBlock } from '../../server/src/grid/clipboardBlock';
import { copyCells } from '../../server/src/grid/copyCells';
import { gridEdit } from '../../server/src/grid/gridEdit';
import type { GridAction, GridRange, GridView } from '../../server/src/grid/gridTypes';
import { planPaste } from '../../server/src/grid/planPaste';
import type { ViewRows } from '../../server/src/grid/viewRows';
import { runToEnd } from '../../server/src/work/runToEnd';
import { editedText } from '../bulk/support';
import { Random } from '../csv/random';
import { petsOf, rowsOf } from './editing';
import { expectedOf } from './modelActions';
import { drawFile, type ModelFile, type ModelRow, rawOf, textOf, VALUES } from './modelFile';
import { viewOf } from './support';

const STEPS = 6;

/** A file, and what a person does to it in the table. */
export interface TableActions {
	readonly file: ModelFile;
	/** Whether it may have quotes that nothing closes, which csv-parse does not read. */
	readonly hasOpenQuotes: boolean;
	/** The choices of each action. */
	readonly seeds: readonly number[];
}

/** Draws a file and actions. */
export function drawTableActions(random: Random): TableActions {
	const hasOpenQuotes = random.chance(0.2);
	const drawn = drawFile(random, hasOpenQuotes);
	// A quote that another row closes makes other records than those that were drawn.
	const file = isRead(drawn) ? drawn : { ...drawn, rows: drawn.rows.map(withoutOpenQuote) };
	return { file, hasOpenQuotes, seeds: Array.from({ length: STEPS }, () => random.below(2 ** 31)) };
}

/** Asserts that each action changes the cells that it means and no other byte, and that undo restores every byte. */
export function assertTableActions({ file: first, hasOpenQuotes, seeds }: TableActions): void {
	let file = first;
	const checker = petsOf(textOf(file));
	for (const seed of seeds) {
		const before = textOf(file);
		const random = new Random(seed);
		const view = drawView(random, file);
		const rows = rowsOf(checker, view);
		const { action, cells } = drawAction(random, file, rows);
		try {
			file = assertAction(checker, file, { action, cells, rows, hasOpenQuotes });
		} catch (error) {
			const what = JSON.stringify({ before, view, action });
			throw new Error(`${what}\n${error instanceof Error ? error.message : error}`, { cause: error });
		}
	}
}

interface DrawnAction {
	readonly action: GridAction;
	/** The cells of the block, for a paste. */
	readonly cells: readonly (readonly string[])[];
}

/** Returns the file after the action. */
function assertAction(
	checker: Checker,
	file: ModelFile,
	{
		action,
		cells,
		rows,
		hasOpenQuotes,
	}: DrawnAction & { readonly rows: ViewRows; readonly hasOpenQuotes: boolean },
): ModelFile {
	const view = Array.from({ length: rows.length }, (_, row) => rows.recordAt(row));
	assertCopies(checker, file, rows, view);
	const expected =
		view.length > 0 || action.type === 'insertRows' ? expectedOf(file, view, action, cells) : undefined;
	const answer = runToEnd(gridEdit(checker, rows, action));
	if (action.type === 'paste' && !action.byId) {
		const plan = runToEnd(planPaste(checker, rows, action));
		assert.ok('rows' in plan);
		assert.equal(plan.cells, 'problem' in answer ? 0 : answer.changed, 'the plan of the paste');
	}
	if ('problem' in answer) {
		const isAboutQuote = hasOpenQuotes && answer.problem.includes('opens a quote');
		if (!isAboutQuote) assert.equal(expected, undefined, answer.problem);
		return file;
	}
	assert.ok(expected, 'it is refused');
	const { edits, ...counts } = answer;
	const before = textOf(file);
	const after = textOf(expected.file);
	assert.equal(editedText(checker, edits), after, 'the text');
	assert.equal(undone(after, before, edits), before, 'undo');
	const { file: next, ...expectedCounts } = expected;
	assert.deepEqual(counts, expectedCounts);
	assert.ok(isRead(next), 'the records as they are read');
	if (!hasOpenQuotes)
		assert.deepEqual(
			parsed(after),
			next.rows.map((row) => row.fields.map(({ value }) => value)),
		);
	const { document } = checker;
	const changes = toTextEdits(document, edits).map(({ range, newText }) => ({ range, text: newText }));
	document.update(changes.reverse(), document.version + 1);
	assert.equal(document.getText(), after, 'the document');
	checker.run();
	return next;
}

/** What is copied is read as the cells that are shown, without passwords and rows that cannot be read. */
function assertCopies(checker: Checker, file: ModelFile, rows: ViewRows, view: readonly number[]): void {
	if (view.length === 0) return;
	const headers = file.rows[0]?.fields ?? [];
	const columns = headers.map((_, column) => column);
	const copied = runToEnd(copyCells(checker, rows, [{ first: 0, last: view.length - 1, columns }]));
	assert.ok('text' in copied);
	const block = runToEnd(readBlock(copied.text));
	assert.ok('rows' in block);
	assert.deepEqual(
		block.rows,
		view.map((record) =>
			headers.map(({ value: header }, column) => {
				const row = file.rows[record];
				return row?.isReadable && header !== 'Password' ? row.fields[column]?.value : '';
			}),
		),
	);
}

/** The text before edits, made from the text after them. */
function undone(after: string, before: string, edits: readonly OffsetEdit[]): string {
	let moved = 0;
	let text = '';
	let at = 0;
	for (const { start, end, text: put } of edits) {
		text += after.slice(at, start + moved) + before.slice(start, end);
		at = start + moved + put.length;
		moved += put.length - (end - start);
	}
	return text + after.slice(at);
}

/** Whether a text is read as the records of the model. */
function isRead(file: ModelFile): boolean {
	const document = new CsvDocument('file:///pets.csv', 'pets', 1, textOf(file));
	document.readAll();
	if (document.recordCount !== file.rows.length) return false;
	return file.rows.every((row, record) => {
		const { start, end } = document.recordSpan(record);
		const fields = document.fieldsOf(record);
		return (
			document.slice(start, end) === rawOf(row) + row.lineBreak &&
			fields.length === row.fields.length &&
			fields.every(({ value }, column) => value === row.fields[column]?.value)
		);
	});
}

function withoutOpenQuote(row: ModelRow): ModelRow {
	const fields = row.fields.map((field) => (field.raw === '"open' ? { raw: '"" x', value: '"" x' } : field));
	return { ...row, fields };
}

function parsed(text: string): string[][] {
	return parse(text, {
		bom: true,
		relax_quotes: true,
		relax_column_count: true,
		record_delimiter: ['\r\n', '\n', '\r'],
	});
}

function drawView(random: Random, { rows }: ModelFile): GridView {
	const column = random.below(rows[0]?.fields.length ?? 1);
	const filter = random.pick<GridView['filter']>([
		{},
		{},
		{ text: random.pick(['1', 'a', 'o', '"']) },
		{ values: [{ column, values: [random.pick(VALUES), random.pick(VALUES), '1'] }] },
		{ problems: {} },
	]);
	return viewOf(filter, random.chance(0.4) ? { column, descending: random.chance(0.5) } : undefined);
}

function drawRange(random: Random, width: number, shown: number): GridRange {
	const first = random.below(Math.max(1, shown));
	const last = Math.min(Math.max(0, shown - 1), first + random.below(6));
	return { first, last, columns: drawColumns(random, width) };
}

/** Some columns in any order. */
function drawColumns(random: Random, width: number): readonly number[] {
	const columns: number[] = [];
	for (let left = 1 + random.below(width); left > 0; left--) {
		const column = random.below(width);
		if (!columns.includes(column)) columns.push(column);
	}
	return columns;
}

function drawAction(random: Random, { rows }: ModelFile, view: ViewRows): DrawnAction {
	const headers = rows[0]?.fields.map(({ value }) => value) ?? [];
	const range = (): GridRange => drawRange(random, headers.length, view.length);
	const ranges = random.chance(0.7) ? [range()] : [range(), range()];
	const kind = random.below(7);
	if (kind === 0) return { action: { type: 'fill', ranges, value: random.pick(VALUES) }, cells: [] };
	if (kind === 1) return { action: { type: 'fillDown', ranges }, cells: [] };
	if (kind === 2) return { action: { type: 'deleteRows', ranges }, cells: [] };
	if (kind === 3) {
		const record = random.below(rows.length);
		return {
			action: { type: 'insertRows', record, count: 1 + random.below(3), below: random.chance(0.7) },
			cells: [],
		};
	}
	const byId = kind === 4;
	const selected = random.chance(0.5) ? [range()] : [];
	const [active] = selected;
	const columns = drawColumns(random, headers.length);
	const cells = byId ? drawIdBlock(random, headers) : drawBlock(random);
	return {
		action: {
			type: 'paste',
			byId,
			text: blockText(random, cells),
			row: active?.first ?? random.below(Math.max(1, view.length)),
			columns: active
				? [...active.columns, ...columns.filter((one) => !active.columns.includes(one))]
				: columns,
			selected,
		},
		cells,
	};
}

function drawBlock(random: Random): readonly (readonly string[])[] {
	const width = 1 + random.below(3);
	const isEven = random.chance(0.7);
	return Array.from({ length: 1 + random.below(4) }, () =>
		Array.from({ length: isEven ? width : 1 + random.below(width) }, () => random.pick(VALUES)),
	);
}

function drawIdBlock(random: Random, headers: readonly string[]): readonly (readonly string[])[] {
	const width = 2 + random.below(2);
	const rows = Array.from({ length: 1 + random.below(4) }, () => [
		random.pick(['1', '2', '3', '4', ' 5 ', 'a,b', '01', '9']),
		...Array.from({ length: width - 1 }, () => random.pick(VALUES)),
	]);
	const names = ['Pet_id', ...Array.from({ length: width - 1 }, () => random.pick([...headers, 'nowhere']))];
	return random.chance(0.4) ? [names, ...rows] : rows;
}

/** A block as a spreadsheet writes it. */
function blockText(random: Random, cells: readonly (readonly string[])[]): string {
	const lineBreak = random.pick(['\r\n', '\n', '\r']);
	const lines = cells.map((row) =>
		row.map((cell) => (/^"|[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
	);
	const end = random.chance(0.5) || lines.at(-1) === '' ? lineBreak : '';
	return lines.join(lineBreak) + end;
}
