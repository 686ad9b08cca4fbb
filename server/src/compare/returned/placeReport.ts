/** The lines of an error report, each on the field that it is about. */

import { eachListRow, type ListRow, listValue, type StudentList } from '../../bulk/fill/list';
import { type IdMatch, readStudentIds } from '../../bulk/fill/studentIds';
import { ReadableRows } from '../../bulk/readableRows';
import { eachRow, type TableFile } from '../../bulk/rowReader';
import { joinSpaces, shortened, trimUnseen, visibleText } from '../../characters';
import { findElement, studentTables } from '../../spec';
import { isGoodStatus, isNoteStatus } from '../../spec/reportHeaders';
import { countOf, plural, quoteUnlessDigits } from '../../wording';
import type { Steps } from '../../work/steps';
import { type ReportLayout, understandColumns } from './reportColumns';
import { type FoundField, ReportedFields } from './reportedFields';
import type {
	ReturnedColumns,
	ReturnedLine,
	ReturnedQuestion,
	ReturnedReport,
	UnplacedLine,
	UnplacedReason,
} from './returnedTypes';

/** The longest message that is kept, in UTF-16 units. */
const MAX_MESSAGE = 1000;
const MAX_FIELD = 100;
/** Lines per step. */
const STEP = 256;

/** What a report says about one student, or about a column, before its file is known. */
interface Pending {
	readonly row: number;
	readonly textLine: number;
	readonly message: string;
	readonly severity: ReturnedLine['severity'];
	/** The key of the student; null for a line about a column. */
	readonly id: string | null;
	/** The ID as the report has it, cut where it is long. */
	readonly listedId: string;
	/** What the report says that the field has; undefined where it does not say. */
	readonly value: string | undefined;
	/** Where the column is; the first file that has a row of the student counts. */
	readonly fields: readonly FoundField[];
	/** The place among `fields` that was found, and what is there. */
	found: { readonly at: number; readonly before: string } | undefined;
}

/** What became of a report. */
export type PlacedReport =
	| { readonly report: ReturnedReport }
	| { readonly question: ReturnedQuestion }
	| { readonly problem: string };

/**
 * Places each line of a report on the field that it is about. The files must not change before the last step.
 *
 * @param files the roster first, where it is there; at least one.
 */
export function* placeReport(
	name: string,
	list: StudentList,
	files: readonly TableFile[],
	chosen: Partial<ReturnedColumns>,
): Steps<PlacedReport> {
	const [identity] = files;
	if (!identity) return { problem: 'There is no file of students to compare the report with.' };
	if (isFileForClever(list.names)) return { problem: ownFileProblem(name) };
	const keys = yield* readStudentIds(identity);
	if ('problem' in keys) return keys;
	const fields = new ReportedFields(files);
	const understood = yield* understandColumns(list, keys, fields, chosen);
	if (!('layout' in understood)) return understood;
	const lineOf = yield* countLines(list);
	const reading = new Reading(understood.layout, fields, lineOf);
	yield* eachListRow(list, (row) => reading.read(row));
	yield* findFields(files, reading.pending);
	return { report: yield* reportOf(name, list, reading, identity) };
}

/** What to say of a file of students that was chosen as a report. */
function ownFileProblem(name: string): string {
	return `${name} is one of the files that you send. Choose the report that came back.`;
}

/** Whether every column of a file is one that Clever takes. */
function isFileForClever(names: readonly string[]): boolean {
	const tables = studentTables.filter((table) => names.includes(table.primaryKey));
	return tables.some((table) => names.every((name) => findElement(table, name) !== undefined));
}

/** Reads the lines of a report. */
class Reading {
	readonly pending: Pending[] = [];
	readonly unplaced: UnplacedLine[] = [];
	/** Lines that say that nothing is wrong. */
	good = 0;
	/** Lines whose student was found but for leading zeros. */
	zeros = 0;

	constructor(
		readonly layout: ReportLayout,
		private readonly fields: ReportedFields,
		readonly lineOf: LineOf,
	) {}

	read(row: ListRow): void {
		const { layout } = this;
		const textLine = this.lineOf(row.row);
		const text = (column: number | undefined): string =>
			column === undefined ? '' : cleaned(row.record[column] ?? '', MAX_MESSAGE);
		const status = text(layout.severity);
		const said = text(layout.message) || text(layout.code);
		if (said === '' && isGoodStatus(status)) {
			this.good++;
			return;
		}
		const told = said || (status ? `Reported with the status ${quoteUnlessDigits(status)}.` : NO_MESSAGE);
		const field = shortened(text(layout.field), MAX_FIELD);
		const listed = listValue(row, layout.id);
		const listedId = shortened(listed, MAX_FIELD);
		const named = field === '' ? this.fields.inMessage(told) : this.fields.named(field, text(layout.file));
		const names = [field, layout.message === undefined ? '' : row.record[layout.message]];
		const isSecret = named.some((one) => one.isSecret) || names.some((one) => PASSWORD.test(one ?? ''));
		const message = isSecret ? SECRET_MESSAGE : told;
		const match = this.#match(listed);
		const reason = reasonFor(listed, match, field, named);
		if (reason) {
			this.unplaced.push({ reason, row: row.row, textLine, message, id: listedId, field });
			return;
		}
		if (match?.kind === 'zeros') this.zeros++;
		const severity = isNoteStatus(status) ? 'information' : 'warning';
		const value = layout.value === undefined ? undefined : listValue(row, layout.value);
		const id = match && 'id' in match ? match.id : null;
		this.pending.push({
			row: row.row,
			textLine,
			message,
			severity,
			id,
			listedId,
			value,
			fields: named,
			found: undefined,
		});
	}

	#match(listed: string): IdMatch | undefined {
		return listed === '' ? undefined : this.layout.ids.find(listed, !this.layout.lostZeros);
	}
}

const NO_MESSAGE = 'Reported without a message.';
/** A message on a password may quote it. */
const SECRET_MESSAGE = 'Reported. The message is not shown, since it may quote a password.';

const PASSWORD = /pass[\s._-]*word/i;

/** Why a line is on no field; undefined where it is on one, as far as the report says. */
function reasonFor(
	listed: string,
	match: IdMatch | undefined,
	field: string,
	named: readonly FoundField[],
): UnplacedReason | undefined {
	if (listed === '') return named.length > 0 ? undefined : field === '' ? 'neither' : 'field';
	if (match?.kind === 'several' || match?.kind === 'doubtful') return 'several';
	if (match?.kind === 'none') return 'student';
	if (named.length > 0) return undefined;
	return field === '' ? 'no-field' : 'field';
}

/** A text on one line, cut where it is long: the whole of it may be a book. */
function cleaned(text: string, most: number): string {
	return trimUnseen(shortened(joinSpaces(shortened(text, most * 2)), most));
}

/** The line of a report's text that a row of it is on, 0-based: a value may hold line breaks. */
type LineOf = (row: number) => number;

function* countLines({ rows, unreadable }: StudentList): Steps<LineOf> {
	let breaks = 0;
	const breaksBefore = new Map<number, number>();
	const all = [...rows, ...unreadable].sort((one, other) => one.row - other.row);
	for (const [at, { row, record }] of all.entries()) {
		breaksBefore.set(row, breaks);
		for (const value of record) breaks += value.match(/\r\n?|\n/g)?.length ?? 0;
		if (at % STEP === 0) yield 0;
	}
	return (row) => row - 1 + (breaksBefore.get(row) ?? 0);
}

/** Looks up what the fields have, by the first row of each student. */
function* findFields(files: readonly TableFile[], pending: readonly Pending[]): Steps<void> {
	const byId = new Map<string, Pending[]>();
	for (const [at, one] of pending.entries()) {
		if (at % STEP === 0) yield 0;
		if (one.id === null) continue;
		const ofId = byId.get(one.id);
		if (ofId) ofId.push(one);
		else byId.set(one.id, [one]);
	}
	for (const file of files) {
		const { layout, document } = file;
		const { fileName } = layout.table;
		for (const [index, one] of pending.entries()) {
			if (index % STEP === 0) yield 0;
			const at = one.id === null ? one.fields.findIndex((field) => field.fileName === fileName) : -1;
			const field = one.fields[at];
			if (field && !one.found) one.found = { at, before: document.fieldsOf(0)[field.index]?.value ?? '' };
		}
		if (layout.keyIndex < 0) continue;
		const rows = new ReadableRows();
		const seen = new Set<string>();
		yield* eachRow(file, (row) => {
			const { id } = row;
			const ofId = byId.get(id);
			if (!ofId || seen.has(id) || !rows.checkForStudent(row)) return;
			seen.add(id);
			for (const one of ofId) {
				const at = one.fields.findIndex((field) => field.fileName === fileName);
				const field = one.fields[at];
				if (field && (!one.found || at < one.found.at)) one.found = { at, before: row.at(field.index) };
			}
		});
	}
}

function* reportOf(
	name: string,
	list: StudentList,
	{ layout, lineOf, pending, unplaced, good, zeros }: Reading,
	identity: TableFile,
): Steps<ReturnedReport> {
	const lines: ReturnedLine[] = [];
	const told = new Set<string>();
	let others = 0;
	let repeated = 0;
	for (const [at, one] of pending.entries()) {
		if (at % STEP === 0) yield 1;
		const { row, textLine, message, severity, id, listedId, value, fields, found } = one;
		const field = found && fields[found.at];
		if (!found || !field) {
			const named = fields[0]?.column ?? '';
			unplaced.push({ reason: 'row', row, textLine, message, id: listedId, field: named });
			continue;
		}
		const { fileName, column } = field;
		const saying = [fileName, column, id, message].join('\n');
		if (told.has(saying)) {
			repeated++;
			continue;
		}
		told.add(saying);
		if (value !== undefined && id !== null && visibleText(found.before) !== value) others++;
		lines.push({ report: name, row, message, severity, fileName, column, id, before: found.before });
	}
	for (const { row, why } of list.unreadable) {
		unplaced.push({ reason: 'unreadable', row, textLine: lineOf(row), message: why, id: '', field: '' });
	}
	const { table } = identity.layout;
	const notes = [
		...(layout.ids.column === table.primaryKey || lines.length === 0
			? []
			: [`Its IDs are matched with ${layout.ids.column} in ${table.fileName}.`]),
		...(zeros > 0
			? [
					`${countOf(zeros, 'line')} ${plural(zeros, 'has an ID', 'have IDs')} that ${plural(zeros, 'differs', 'differ')} from ${table.fileName} by leading zeros only.`,
				]
			: []),
		...(others > 0
			? [`${countOf(others, 'field has', 'fields have')} another value than the report says.`]
			: []),
		...(repeated > 0
			? [`${countOf(repeated, 'line repeats', 'lines repeat')} what another line says, and count once.`]
			: []),
		...(good > 0 ? [`${countOf(good, 'line says', 'lines say')} that nothing is wrong.`] : []),
		...list.warnings,
	];
	return { name, lines, unplaced: unplaced.sort((one, other) => one.row - other.row), notes };
}
