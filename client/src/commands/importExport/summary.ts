/** What is said of an import once it is done. */

import type { ImportReport, MadeFile } from '../../../../server/src/protocol';
import { countOf, plural } from '../../../../server/src/wording';

/** In a message: what was written, and what a person should look at. */
export function summaryOf(
	files: readonly Pick<MadeFile, 'fileName' | 'rows'>[],
	report: ImportReport,
): string {
	const written = files.map(({ fileName, rows }) => `${fileName} (${countOf(rows, 'row')})`).join(' and ');
	return [`Written: ${written}, each student by the id in ${report.key}.`, ...remarks(report)].join(' ');
}

/** What needs a person's eye, a sentence each; empty where nothing does. */
export function remarks(report: ImportReport): readonly string[] {
	const left = report.translated
		.filter(({ meant }) => !meant)
		.reduce((sum, { count: rows }) => sum + rows, 0);
	const { conflictCount, rowsWithoutId, longRows } = report;
	return [
		left > 0 &&
			`${countOf(left, 'value')} without a meaning ${plural(left, 'stays as it is', 'stay as they are')}.`,
		conflictCount > 0 &&
			`${countOf(conflictCount, 'value')} of a student ${plural(conflictCount, 'differs', 'differ')} from an earlier row, which was taken.`,
		rowsWithoutId.length > 0 &&
			`${countOf(rowsWithoutId.length, 'row')} ${plural(rowsWithoutId.length, 'names', 'name')} no student.`,
		longRows.length > 0 &&
			`${countOf(longRows.length, 'row')} ${plural(longRows.length, 'has', 'have')} more values than columns.`,
	].filter((remark) => remark !== false);
}

/** All of it, as a text to read. Rows count as in a spreadsheet. */
export function detailsOf(name: string, report: ImportReport): string {
	const { translated, conflicts, conflictCount, rowsWithoutId, longRows, shortRows, notTaken } = report;
	const left = translated.filter(({ meant }) => !meant);
	const changed = translated.filter(({ meant }) => meant);
	const parts: readonly (readonly [string, readonly string[]])[] = [
		[
			'Values without a meaning, left as they are',
			left.map((t) => `${t.column}: "${t.value}" (${countOf(t.count, 'row')})`),
		],
		[
			`Rows of one student that say different things; the first was taken${conflictCount > conflicts.length ? ` (the first ${conflicts.length} of ${countOf(conflictCount, 'difference')})` : ''}`,
			conflicts.map(
				(c) => `${c.column}: row ${c.rows[0]} "${c.values[0]}", row ${c.rows[1]} "${c.values[1]}"`,
			),
		],
		['Rows that name no student, and so are not in students_ext.csv', rowList(rowsWithoutId)],
		[
			'Rows with more values than columns; the last values were lost. Is a comma without quotes in them?',
			rowList(longRows),
		],
		['Rows with fewer values than columns; what is missing is empty', rowList(shortRows)],
		[
			'Values that became a code',
			changed.map(
				(t) => `${t.column}: "${t.value}" → ${t.to === '' ? 'empty' : t.to} (${countOf(t.count, 'row')})`,
			),
		],
		['Columns of the export that were not taken', notTaken],
	];
	const said = parts
		.filter(([, lines]) => lines.length > 0)
		.map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`), ''].join('\n'));
	return [
		`Import of ${name}: ${countOf(report.rows, 'row')}, each student by the column ${report.key}`,
		'',
		...said,
	].join('\n');
}

/** How many rows are named; the rest is counted. */
const MAX_ROWS = 100;

function rowList(rows: readonly number[]): readonly string[] {
	if (rows.length === 0) return [];
	const more = rows.length > MAX_ROWS ? ` and ${countOf(rows.length - MAX_ROWS, 'more row')}` : '';
	return [`${rows.slice(0, MAX_ROWS).join(', ')}${more}`];
}
