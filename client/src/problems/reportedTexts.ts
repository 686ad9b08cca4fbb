/** What the view of problems by value says of the error reports of receivers. */

import type {
	FileProblems,
	FolderProblems,
	ReportedGroup,
	UnplacedGroup,
	UnplacedReason,
} from '../../../server/src/protocol';
import { countOf, formatNumber, plural, shown, wordList } from '../../../server/src/wording';

/** IDs that a label names. */
const MAX_IDS = 3;
/** The longest message of a label, in UTF-16 units. */
const MAX_MESSAGE = 120;

/** What error reports say about a column of a file. */
export interface ListedReported {
	readonly file: FileProblems;
	readonly reported: ReportedGroup;
}

/** Lines of an error report that are on no field. */
export interface ListedUnplaced {
	readonly unplaced: UnplacedGroup;
}

/** An entry that an error report makes. */
export type ListedOfReport = ListedReported | ListedUnplaced;

/** What the reports say about all files, those with the most rows first; then the lines that are on no field. */
export function listedOfReports({ files, unplaced }: FolderProblems): readonly ListedOfReport[] {
	const reported = files
		.flatMap((file) => file.reported.map((one) => ({ file, reported: one })))
		.sort((one, other) => other.reported.rows - one.reported.rows);
	return [...reported, ...unplaced.map((one) => ({ unplaced: one }))];
}

/** Whether an entry is of lines that are on no field. */
export function isUnplaced(listed: ListedOfReport): listed is ListedUnplaced {
	return 'unplaced' in listed;
}

/** Another text for each entry. */
export function reportedId(listed: ListedOfReport): string {
	if (!isUnplaced(listed)) return `${listed.file.uri} ${listed.reported.id}`;
	const { report, reason, field, message } = listed.unplaced;
	return JSON.stringify([report, reason, field, message]);
}

/** "Race · Not an accepted value", or of lines on no field what is unknown: "ID 77: Student not found". */
export function reportedLabel(listed: ListedOfReport): string {
	const message = shown(isUnplaced(listed) ? listed.unplaced.message : listed.reported.message, MAX_MESSAGE);
	return isUnplaced(listed)
		? `${unknownOf(listed.unplaced)}: ${message}`
		: `${listed.reported.columnName} · ${message}`;
}

/** What keeps lines off the fields, by its name in the report. */
function unknownOf({ reason, ids, lines, field }: UnplacedGroup): string {
	const id = idsText(ids.slice(0, MAX_IDS), lines);
	if (reason === 'field') return `${shown(field)} is no column of your files`;
	if (id === '') return reasons[reason].label;
	if (reason === 'several') return `${id} may be several students`;
	if (reason === 'row') return `${id} ${plural(lines, 'has', 'have')} no row with ${shown(field)}`;
	return reason === 'no-field' ? `No column for ${id}` : id;
}

/** "ID 77", "IDs 77 and 78" or "IDs 77, 78, 79 and others"; nothing without an ID. */
function idsText(ids: readonly string[], lines: number): string {
	if (ids.length === 0) return '';
	const named = ids.map((id) => shown(id));
	return `${plural(lines, 'ID')} ${wordList(lines > named.length ? [...named, 'others'] : named)}`;
}

/** "12 rows · students.csv · errors.csv"; of lines on no field "row 17 · errors.csv". */
export function reportedDescription(listed: ListedOfReport): string {
	if (!isUnplaced(listed)) {
		const { record, report } = listed.reported;
		const rows = record === 0 ? 'header' : countOf(listed.reported.rows, 'row');
		return `${rows} · ${listed.file.fileName} · ${report}`;
	}
	const { lines, row, report } = listed.unplaced;
	const where = `row ${formatNumber(row)}`;
	const others = lines - 1;
	const more = others > 0 ? ` and ${countOf(others, 'other line')}` : '';
	return `${where}${more} · ${report}`;
}

/** The whole message, and what the entry is. */
export function reportedTooltip(listed: ListedOfReport): string {
	if (!isUnplaced(listed)) {
		const { message, report, rows, record } = listed.reported;
		const others = rows - 1;
		const more = others > 0 ? ` and ${countOf(others, 'other row')}` : '';
		const where = record === 0 ? 'Header' : `Row ${formatNumber(record + 1)}${more}`;
		return `${message}\n${where} of ${listed.file.fileName}\nReported in ${report}. It goes when you edit the value.`;
	}
	const { message, report, row, reason, field, ids, lines } = listed.unplaced;
	const names = [idsText(ids, lines), field === '' ? '' : shown(field)].filter((name) => name !== '');
	const named = names.length === 0 ? '' : ` The report names ${wordList(names)}.`;
	return `${message}\nRow ${formatNumber(row)} of ${report}\n${reasons[reason].why}${named}`;
}

/** An entry for a screen reader. */
export function spokenReported(listed: ListedOfReport): string {
	return `${reportedLabel(listed)}. ${reportedDescription(listed)}.`;
}

const reasons: Readonly<Record<UnplacedReason, { readonly label: string; readonly why: string }>> = {
	student: { label: 'Unknown student', why: 'No student in your files has the ID.' },
	several: { label: 'Unclear student', why: 'Several students in your files may have the ID.' },
	'no-field': { label: 'No column', why: 'The line names no column.' },
	field: { label: 'Unknown column', why: 'Your files do not have the column.' },
	row: { label: 'No row', why: 'The student has no row in the file with the column.' },
	neither: { label: 'No student', why: 'The line names neither a student nor a column.' },
	unreadable: { label: 'Unreadable line', why: 'The line cannot be read.' },
};

/** What stands above the list about the reports: " 14 problems are from error reports.", or nothing. */
export function reportsHeadline({ files, unplaced, otherUnplaced }: FolderProblems): string {
	const placed = files.reduce(
		(sum, { reported, otherReported }) =>
			reported.reduce((all, { rows }) => all + rows, sum) + otherReported.rows,
		0,
	);
	const apart = unplaced.reduce((sum, { lines }) => sum + lines, otherUnplaced.rows);
	const left = files.reduce((sum, { otherReported }) => sum + otherReported.groups, otherUnplaced.groups);
	return [
		...(placed > 0 ? [` ${countOf(placed, 'problem')} from error reports.`] : []),
		...(apart > 0 ? [` ${countOf(apart, 'line')} of reports could not be placed.`] : []),
		...(left > 0 ? [` ${countOf(left, 'kind')} of messages are not listed.`] : []),
	].join('');
}
