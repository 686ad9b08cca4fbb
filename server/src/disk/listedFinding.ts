import { shortened } from '../characters';
import type { ActiveRules } from '../check/activeRules';
import type { Finding, ShownPlace } from '../check/finding';
import { aboutFileOr, aboutOf } from '../check/findingAbout';
import { proposedFixes } from '../check/fixes/proposedFixes';
import { provenFixes, type RecordInContext } from '../check/fixes/proveFix';
import { fieldAt } from '../check/fixes/recordEdits';
import { RecordCheck } from '../check/record/recordCheck';
import { RecordRow } from '../check/record/recordRow';
import { setField } from '../csv/edits/setField';
import { endsLine } from '../csv/lineBreaks';
import { valueIn } from '../csv/quote';
import { Fields, MAX_QUOTED_LINES, recordReader } from '../csv/scan';
import type { Layout } from '../rules/layout';
import type { Problem, Severity } from '../rules/rule';
import type { Row } from '../rules/views';
import { findElement, tables } from '../spec';

/** A fix as programs see it. */
export interface ListedFix {
	readonly title: string;
	/** The field's new value; undefined if the fix does more than set it, or the value is secret. */
	readonly newText: string | undefined;
	readonly preferred: boolean;
	/** What it changes in the text of the file, where it sets the field's value; undefined as `newText` is. */
	readonly edit: ListedEdit | undefined;
}

/** A text that takes the place of another one. */
export interface ListedEdit {
	readonly start: TextPosition;
	readonly end: TextPosition;
	/** With the quotes that the field needs in the file. */
	readonly text: string;
}

/** A place in a text: the line is 0-based, the character counts UTF-16 units from the start of the line. */
export interface TextPosition {
	readonly line: number;
	readonly character: number;
}

/** A finding with everything that is printed of it, as plain data that a worker can send. */
export interface ListedFinding extends ShownPlace {
	/** The rule's id. */
	readonly rule: string;
	readonly severity: Severity;
	readonly message: Problem['message'];
	readonly start: TextPosition;
	readonly end: TextPosition;
	readonly fixes: readonly ListedFix[];
}

/** Where a record is. */
export interface RecordPlace {
	/** The text that holds the record. */
	readonly text: string;
	/** The record's UTF-16 offset in the text. */
	readonly start: number;
	/** The line on which the record starts, 0-based. */
	readonly line: number;
	readonly isHeader: boolean;
	/** Whether the line break above is a CR, which the text need not have. */
	readonly followsCr: () => boolean;
	/** Some of what comes after the text, for a record that ends with it; empty at the end of the file. */
	readonly textAfter: () => string;
}

/** A file with more columns is listed without fixes: reading each fix again takes longer, the more columns there are. */
const MAX_COLUMNS_WITH_FIXES = 500;

/** The longest header that is repeated with each finding of its column, in UTF-16 units. */
const MAX_HEADER = 1000;

/** Takes the findings of a file one by one, each with the place of its record. */
export type ReportFinding = (finding: Finding, place: RecordPlace) => void;

/** Makes a finding ready to be printed; `place` is that of its record. */
export type PrintFinding = (finding: Finding, place: RecordPlace) => ListedFinding;

/** Creates the function for the findings of one file. */
export function findingPrinter(layout: Layout, active: ActiveRules): PrintFinding {
	const file = {
		layout,
		active,
		reader: recordReader,
		recordCheck: new RecordCheck(layout, active, recordReader),
	};
	const row = new RecordRow(layout, new Fields());
	/** Whether the first row names a column of any table; if not, it is no header. */
	const hasNames = layout.columns.some(({ header }) => tables.some((table) => findElement(table, header)));
	const hasFixes = layout.columns.length <= MAX_COLUMNS_WITH_FIXES;
	let last: RecordPlace | undefined;
	let positions = new Positions({ text: '', start: 0, line: 0 });
	return (finding, place) => {
		// A header or a row can have thousands of findings, each of which would read all of it again.
		if (last?.start !== place.start || last.line !== place.line || last.text !== place.text) {
			row.read(place.text, place.start);
			positions = new Positions(place);
			last = place;
		}
		const { rule, severity, problem, record, column } = finding;
		const about = place.isHeader && !hasNames ? aboutFileOr('row', finding) : aboutOfRecord(finding, row);
		const named = layout.columns[column];
		const field = Math.min(column, row.fields.count - 1);
		const isPart = finding.start !== undefined && finding.end !== undefined;
		const start = isPart ? place.start + finding.start : (row.fields.starts[field] as number);
		const end = isPart ? place.start + finding.end : (row.fields.ends[field] as number);
		// The new value of a field can contain the old one, and no password is ever shown.
		const isSecret = named?.element?.kind === 'secret' && !place.isHeader;
		const fixes = hasFixes ? proposedFixes(problem, place.isHeader ? withSample(row, place) : row) : [];
		const proven = fixes.length > 0 ? provenFixes(file, contextOf(place, row.fields), fixes) : [];
		return {
			rule: rule.id,
			severity,
			message: problem.message,
			record,
			field: column,
			start: positions.at(start),
			end: positions.at(end),
			about,
			element:
				about === 'field'
					? (named?.element?.column ?? (shortened(named?.header ?? '', MAX_HEADER) || null))
					: null,
			fixes: proven.map(({ title, preferred = false, target }) => {
				if (target.kind !== 'field' || target.column !== column || isSecret) {
					return { title, newText: undefined, preferred, edit: undefined };
				}
				const edit = setField(fieldAt(row.fields, field), target.newValue);
				return {
					title,
					newText: target.newValue,
					preferred,
					edit: { start: positions.at(edit.start), end: positions.at(edit.end), text: edit.text },
				};
			}),
		};
	};
}

/** The header with the values below it, of as many rows as the text of its place has for certain. */
function withSample(row: RecordRow, { text }: RecordPlace): Row {
	return {
		layout: row.layout,
		column: (name) => row.column(name),
		value: (name) => row.value(name),
		sample: (column) => {
			const values: string[] = [];
			const fields = new Fields();
			let start = lineEndAfter(text, row.fields.end);
			while (start < text.length && values.length < MAX_QUOTED_LINES) {
				start = recordReader.read(text, start, fields);
				values.push(column < fields.count ? valueIn(text, fields, column) : '');
			}
			return values;
		},
	};
}

/** The record that was read into `fields` and the lines below it. What is above is on the disk. */
function contextOf(
	{ text, start, isHeader, followsCr, textAfter }: RecordPlace,
	{ end }: Fields,
): RecordInContext {
	const next = lineEndAfter(text, end);
	return {
		text: text.slice(start, next),
		isHeader,
		below: () => {
			const all = next < text.length ? text : text + textAfter();
			let until = next;
			for (let line = 0; line <= MAX_QUOTED_LINES; line++) until = lineEndAfter(all, until);
			return all.slice(next, until);
		},
		above: () => ({ text: '', starts: [] }),
		followsCr,
	};
}

/** The UTF-16 offset after the next line break at or after an offset, or the end of the text. */
function lineEndAfter(text: string, from: number): number {
	let at = from;
	while (at < text.length && !endsLine(text, at)) at++;
	return Math.min(at + 1, text.length);
}

function aboutOfRecord(finding: Finding, { layout, fields }: RecordRow): ShownPlace['about'] {
	const { starts, ends, count } = fields;
	const length = (ends[count - 1] as number) - (starts[0] as number);
	return aboutOf(finding, layout.columns.length, length);
}

/** The positions of UTF-16 offsets in one record. Ascending offsets take one pass over its text. */
class Positions {
	#at: number;
	#line: number;
	#lineStart: number;

	constructor(private readonly place: Pick<RecordPlace, 'text' | 'start' | 'line'>) {
		this.#at = place.start;
		this.#line = place.line;
		this.#lineStart = place.start;
	}

	at(offset: number): TextPosition {
		const { text, start, line } = this.place;
		if (offset < this.#at) {
			this.#at = start;
			this.#line = line;
			this.#lineStart = start;
		}
		for (; this.#at < offset; this.#at++) {
			if (!endsLine(text, this.#at)) continue;
			this.#line++;
			this.#lineStart = this.#at + 1;
		}
		return { line: this.#line, character: offset - this.#lineStart };
	}
}

/** A finding whose record and lines count from a later place, with both counted from the start of the file. */
export function shiftedBy(finding: ListedFinding, records: number, lines: number): ListedFinding {
	const { record, start, end, fixes } = finding;
	const shifted = (position: TextPosition): TextPosition => ({ ...position, line: position.line + lines });
	return {
		...finding,
		record: record + records,
		start: shifted(start),
		end: shifted(end),
		fixes: fixes.map((fix) => ({
			...fix,
			edit: fix.edit && { ...fix.edit, start: shifted(fix.edit.start), end: shifted(fix.edit.end) },
		})),
	};
}
