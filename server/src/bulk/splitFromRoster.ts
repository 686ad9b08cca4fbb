import type { OffsetEdit } from '../csv/edits/edit';
import { rowText } from '../csv/quote';
import { Layout } from '../rules/layout';
import { studentsExt } from '../spec';
import { Conflicts } from './conflicts';
import { EditList } from './editList';
import {
	type ColumnPair,
	compare,
	extPairs,
	fillIn,
	isEmpty,
	readByStudent,
	type ValuesByStudent,
} from './extColumns';
import { extColumnsProblem, unclosedProblem } from './headerProblems';
import { appendedRows, lineBreakOf } from './newRows';
import { ReadableRows } from './readableRows';
import type { Refusal, SplitCounts } from './results';
import { eachRow, type ReadRow, type Steps, type TableFile } from './rowReader';

/** New rows of a step. */
const STEP = 64;

export interface Split extends SplitCounts {
	readonly rosterEdits: readonly OffsetEdit[];
	/** Of the extension file that is there. */
	readonly extensionEdits: readonly OffsetEdit[];
	/** The extension file, where there is none yet. */
	readonly extensionText: string | undefined;
	/** Rows of both files that could not be read. */
	readonly unreadable: number;
}

/** Takes all ext columns out of the roster into an extension file: a new one, or the one that is there. */
export function* splitFromRoster(
	roster: TableFile,
	extension: TableFile | undefined,
): Steps<Split | Refusal> {
	const problem = extColumnsProblem(roster) ?? (extension && extColumnsProblem(extension));
	if (problem) return { problem };
	const pairs = extPairs(roster.layout, extension?.layout ?? new Layout(studentsExt, []));
	if (pairs.length === 0) return { problem: `${roster.layout.table.fileName} has no ext columns.` };

	const conflicts = new Conflicts();
	const ofRoster = new ReadableRows();
	const students = yield* readByStudent(roster, pairs, { sieve: ofRoster, conflicts, share: [0, 0.3] });
	if (ofRoster.unclosed !== undefined) return unclosedProblem(roster, ofRoster.unclosed);
	const ofExtension = new ReadableRows();
	if (extension) {
		yield* compare(extension, pairs, students, { sieve: ofExtension, conflicts, share: [0.3, 0.5] });
		if (ofExtension.unclosed !== undefined) return unclosedProblem(extension, ofExtension.unclosed);
		if (ofExtension.unreadable > 0) yield* leaveBroken(extension, students);
	}

	const { edits, staying } = yield* takeOut(roster, pairs, students);
	const extensionEdits = new EditList();
	if (extension) yield* fillIn(extension, pairs, students, { edits: extensionEdits, share: [0.8, 0.9] });
	const { rows, count } = yield* newRows(pairs, students, extension);
	const lineBreak = (extension && lineBreakOf(extension.document)) ?? lineBreakOf(roster.document) ?? '\n';
	if (extension) {
		const end = extension.document.length;
		const text = appendedRows(extension.document, rows, lineBreak);
		if (text !== '') extensionEdits.push({ start: end, end, text });
	}
	const header = rowText([studentsExt.primaryKey, ...pairs.map((pair) => pair.header)]);
	return {
		rosterEdits: edits,
		extensionEdits: extensionEdits.edits,
		extensionText: extension ? undefined : [header, ...rows].map((row) => row + lineBreak).join(''),
		students: count,
		columns: pairs.filter((_, pair) => !staying[pair]).map((pair) => pair.header),
		kept: pairs.filter((_, pair) => staying[pair]).map((pair) => pair.header),
		unreadable: ofRoster.unreadable + ofExtension.unreadable,
		conflicts: conflicts.count,
		listed: conflicts.listed,
	};
}

/** A student whose one row in the extension file is broken gets no second one: what the roster says stays there. */
function* leaveBroken(extension: TableFile, students: ValuesByStudent): Steps<void> {
	yield* eachRow(
		extension,
		(row) => {
			for (const id of row.possibleIds) {
				const held = students.get(id);
				if (held && !held.isThere) held.values.fill(null);
			}
		},
		[0.5, 0.5],
	);
}

/** Takes out the columns of which nothing stays, and empties what went of the others. */
function* takeOut(
	roster: TableFile,
	pairs: readonly ColumnPair[],
	students: ValuesByStudent,
): Steps<{ readonly edits: readonly OffsetEdit[]; readonly staying: readonly boolean[] }> {
	const goes = (row: ReadRow, pair: number): boolean => row.isSound && !!students.get(row.id)?.values[pair];
	const staying = pairs.map(() => false);
	yield* eachRow(
		roster,
		(row) => {
			if (row.isBlank) return;
			pairs.forEach(({ from }, pair) => {
				if (!row.isSound || (!isEmpty(row.at(from)) && !goes(row, pair))) staying[pair] = true;
			});
		},
		[0.5, 0.65],
	);
	const edits = new EditList();
	const leaving = new Set(pairs.filter((_, pair) => !staying[pair]).map(({ from }) => from));
	const firstKept = roster.layout.columns.findIndex(({ index }) => !leaving.has(index));
	const cut = (column: number, span: (column: number) => { readonly start: number; readonly end: number }) =>
		column < firstKept
			? { start: span(column).start, end: span(column + 1).start, text: '' }
			: { start: span(column - 1).end, end: span(column).end, text: '' };
	for (const column of leaving) edits.push(cut(column, (one) => roster.document.fieldSpan(0, one)));
	yield* eachRow(
		roster,
		(row) => {
			if (!row.isSound || row.start === row.end) return;
			pairs.forEach(({ from }, pair) => {
				if (leaving.has(from)) edits.push(cut(from, (column) => row.span(column)));
				else if (!isEmpty(row.at(from)) && goes(row, pair)) edits.push(row.set(from, ''));
			});
		},
		[0.65, 0.8],
	);
	return { edits: edits.edits, staying };
}

/** Rows for the students that the extension file lacks, and of how many students anything went there at all. */
function* newRows(
	pairs: readonly ColumnPair[],
	students: ValuesByStudent,
	extension: TableFile | undefined,
): Steps<{ readonly rows: readonly string[]; readonly count: number }> {
	const { layout } = extension ?? {};
	const width = layout ? layout.columns.length + pairs.filter(({ to }) => to < 0).length : pairs.length + 1;
	let next = layout?.columns.length ?? 1;
	const places = pairs.map(({ to }) => (to >= 0 ? to : next++));
	const rows: string[] = [];
	let count = 0;
	for (const [id, { values, isThere }] of students) {
		if (!values.some(Boolean)) continue;
		count++;
		if (isThere) continue;
		const row = new Array<string>(width).fill('');
		row[layout?.keyIndex ?? 0] = id;
		places.forEach((place, pair) => {
			row[place] = values[pair] ?? '';
		});
		rows.push(rowText(row));
		if (rows.length % STEP === 0) yield 0.9 + (0.1 * rows.length) / students.size;
	}
	return { rows, count };
}
