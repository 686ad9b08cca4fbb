/** The texts about an import that is done. */

import type { ImportReport, MadeFile } from '../../../../server/src/protocol';
import { countOf, formatNumber, plural } from '../../../../server/src/wording';

/** A message: what was written, and what the person should check. */
export function summaryOf(
	files: readonly Pick<MadeFile, 'fileName' | 'rows'>[],
	report: ImportReport,
): string {
	const written = files.map(({ fileName, rows }) => `${fileName} (${countOf(rows, 'row')})`).join(' and ');
	return [`${written} written, with ${report.key} as the student ID.`, ...remarks(report)].join(' ');
}

/** What the person should check, a sentence each; empty if there is nothing. */
export function remarks(report: ImportReport): readonly string[] {
	const unrecognized = report.translated
		.filter(({ meant }) => !meant)
		.reduce((sum, { count: rows }) => sum + rows, 0);
	const { conflictCount, rowsWithoutId, longRows, rowsWithLostLetters } = report;
	return [
		unrecognized > 0 && `${countOf(unrecognized, 'value')} not recognized and left unchanged.`,
		conflictCount > 0 &&
			`${countOf(conflictCount, 'value')} ${plural(conflictCount, 'differs', 'differ')} from an earlier row of the student and ${plural(conflictCount, 'was', 'were')} not used.`,
		rowsWithoutId.length > 0 &&
			`${countOf(rowsWithoutId.length, 'row')} ${plural(rowsWithoutId.length, 'has', 'have')} no student ID.`,
		longRows.length > 0 &&
			`${countOf(longRows.length, 'row')} ${plural(longRows.length, 'has', 'have')} more values than columns.`,
		rowsWithLostLetters.length > 0 &&
			`${countOf(rowsWithLostLetters.length, 'row')} ${plural(rowsWithLostLetters.length, 'has', 'have')} a letter that could not be read.`,
	].filter((remark) => remark !== false);
}

/** The details as a text to read. Rows are numbered as in a spreadsheet. */
export function detailsOf(name: string, report: ImportReport): string {
	const { translated, conflicts, conflictCount, notTaken } = report;
	const { rowsWithoutId, longRows, shortRows, rowsWithLostLetters } = report;
	const unrecognized = translated.filter(({ meant }) => !meant);
	const changed = translated.filter(({ meant }) => meant);
	const parts: readonly (readonly [string, readonly string[]])[] = [
		[
			'Values not recognized and left unchanged',
			unrecognized.map((t) => `${t.column}: "${t.value}" (${countOf(t.count, 'row')})`),
		],
		[
			`Rows of one student with different values; the first is used${conflictCount > conflicts.length ? ` (the first ${formatNumber(conflicts.length)} of ${countOf(conflictCount, 'difference')})` : ''}`,
			conflicts.map(
				(c) => `${c.column}: row ${c.rows[0]} "${c.values[0]}", row ${c.rows[1]} "${c.values[1]}"`,
			),
		],
		['Rows without a student ID, which are not in students_ext.csv', rowList(rowsWithoutId)],
		[
			'Rows with more values than columns, whose last values are lost. Look for a comma without quotes.',
			rowList(longRows),
		],
		['Rows with fewer values than columns, whose missing values are empty', rowList(shortRows)],
		['Rows with a letter that could not be read and is now \ufffd', rowList(rowsWithLostLetters)],
		[
			'Values changed to a code',
			changed.map(
				(t) => `${t.column}: "${t.value}" → ${t.to === '' ? 'empty' : t.to} (${countOf(t.count, 'row')})`,
			),
		],
		['Columns of the export that were not used', notTaken],
	];
	const sections = parts
		.filter(([, lines]) => lines.length > 0)
		.map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`), ''].join('\n'));
	return [
		`Import of ${name}: ${countOf(report.rows, 'row')}, with ${report.key} as the student ID`,
		'',
		...sections,
	].join('\n');
}

/** Row numbers that are listed; the others are counted. */
const MAX_ROWS = 100;

function rowList(rows: readonly number[]): readonly string[] {
	if (rows.length === 0) return [];
	const more = rows.length > MAX_ROWS ? ` and ${countOf(rows.length - MAX_ROWS, 'more row')}` : '';
	return [`${rows.slice(0, MAX_ROWS).join(', ')}${more}`];
}
