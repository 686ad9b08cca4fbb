import type { Finding } from '../check/finding';
import { fixesFor } from '../check/fixes/fixEdits';
import { RecordRow } from '../check/record/recordRow';
import { endsLine } from '../csv/lineBreaks';
import { columnLetters } from '../csv/quote';
import { Fields } from '../csv/scan';
import { fileRules } from '../rules';
import type { Layout } from '../rules/layout';
import type { Problem, Severity } from '../rules/rule';
import { findElement, tables } from '../spec';

/** A fix as programs see it. */
export interface ListedFix {
	readonly title: string;
	/** The field's new value; undefined where the fix is something else. */
	readonly newText: string | undefined;
	readonly preferred: boolean;
}

/** A finding with all that is printed of it, as plain data that a worker can send. */
export interface ListedFinding {
	readonly rule: string;
	readonly severity: Severity;
	readonly message: Problem['message'];
	/** 0-based; the header is record 0. */
	readonly record: number;
	/** 0-based. */
	readonly field: number;
	/** 0-based; characters are UTF-16 units from the start of the line. */
	readonly start: { readonly line: number; readonly character: number };
	readonly end: { readonly line: number; readonly character: number };
	/** Where it lies in words: of the whole file, of a row, or of a field. */
	readonly about: 'file' | 'row' | 'field';
	/** The known column's name, or the header as it stands; null where the finding is about no one column. */
	readonly element: string | null;
	readonly fixes: readonly ListedFix[];
}

/** A record where it lies in a text, and the 0-based line on which it starts. */
export interface RecordPlace {
	readonly text: string;
	readonly start: number;
	readonly line: number;
	readonly isHeader: boolean;
}

/** Makes findings of one file ready to be printed. */
export class Lister {
	readonly #row: RecordRow;
	/** Whether the first row names a column of any table; else it is no header. */
	readonly #hasNames: boolean;

	constructor(private readonly layout: Layout) {
		this.#row = new RecordRow(layout, new Fields());
		this.#hasNames = layout.columns.some(({ header }) => tables.some((table) => findElement(table, header)));
	}

	list(finding: Finding, place: RecordPlace): ListedFinding {
		const row = this.#row.read(place.text, place.start);
		const { rule, severity, problem, record, column } = finding;
		const about = this.#about(finding, place);
		const name = this.layout.columns[column];
		const at = Math.min(column, row.fields.count - 1);
		const isPart = finding.start !== undefined && finding.end !== undefined;
		const start = isPart ? place.start + finding.start : (row.fields.starts[at] as number);
		const end = isPart ? place.start + finding.end : (row.fields.ends[at] as number);
		// A password shows nowhere, and the new value of a field holds the old one.
		const isSecret = name?.element?.kind === 'secret' && !place.isHeader;
		return {
			rule: rule.id,
			severity,
			message: problem.message,
			record,
			field: column,
			start: positionIn(place, start),
			end: positionIn(place, end),
			about,
			element: about === 'field' ? (name?.element?.column ?? (name?.header || null)) : null,
			fixes: fixesFor(problem, row).map(({ title, preferred = false, steps }) => {
				const [step] = steps;
				const isOwn = steps.length === 1 && step?.kind === 'value' && step.column === column;
				return { title, newText: isOwn && !isSecret ? step.value : undefined, preferred };
			}),
		};
	}

	#about({ rule, start, end }: Finding, { isHeader }: RecordPlace): ListedFinding['about'] {
		if (fileRules.some((one) => one === rule)) return 'file';
		if (isHeader && !this.#hasNames) return 'row';
		const { starts, ends, count } = this.#row.fields;
		const length = (ends[count - 1] as number) - (starts[0] as number);
		return this.layout.columns.length > 1 && start === 0 && end === length ? 'row' : 'field';
	}
}

/** The line and the character of an offset in a record. */
function positionIn({ text, start, line }: RecordPlace, offset: number): ListedFinding['start'] {
	let lines = line;
	let lineStart = start;
	for (let at = start; at < offset; at++) {
		if (!endsLine(text, at)) continue;
		lines++;
		lineStart = at + 1;
	}
	return { line: lines, character: offset - lineStart };
}

/** The same finding as it stands in the whole file, when it was counted from a record and a line of the file. */
export function movedBy(finding: ListedFinding, records: number, lines: number): ListedFinding {
	const { record, start, end } = finding;
	return {
		...finding,
		record: record + records,
		start: { ...start, line: start.line + lines },
		end: { ...end, line: end.line + lines },
	};
}

/** The place as a spreadsheet shows it; empty where the whole file is meant. */
export function shownPlace({ record, about, field, element }: ListedFinding): string {
	if (about === 'file') return '';
	const column = `, column ${columnLetters(field)}${element === null ? '' : ` (${element})`}`;
	return `Row ${record + 1}${about === 'field' ? column : ''}`;
}
