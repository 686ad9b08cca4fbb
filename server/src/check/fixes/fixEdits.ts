import type { CsvDocument } from '../../csv/document';
import type { OffsetEdit } from '../../csv/edits/edit';
import { setField } from '../../csv/edits/setField';
import type { Fix, FixStep } from '../../rules/fix';
import type { Layout } from '../../rules/layout';
import type { Problem } from '../../rules/rule';
import type { Row } from '../../rules/views';
import type { StudentLookup } from '../dataset/studentLookup';
import type { Finding } from '../finding';
import { appendColumns, changeDelimiter } from './wholeFile';

/** A file as its fixes see it. */
export interface FixedFile {
	readonly document: CsvDocument;
	readonly layout: Layout;
	/** The students that its rows are compared with. */
	readonly roster?: StudentLookup | undefined;
}

/** Caches whether a problem has a preferred fix, which is the same for all findings that share the problem. */
const fixableProblems = new WeakMap<Problem, boolean>();

/** The fixes of a finding, the preferred one first. */
export function fixesOf(file: FixedFile, finding: Pick<Finding, 'problem' | 'record'>): readonly Fix[] {
	return fixesFor(finding.problem, rowOf(file, finding.record));
}

/** The fixes of a problem in a row, the preferred one first. */
export function fixesFor(problem: Problem, row: Row): readonly Fix[] {
	return [...(problem.fixes?.(row) ?? [])].sort(
		(a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false),
	);
}

/** The fix that "fix all" applies; undefined if the finding has none. */
export function preferredFixOf(
	file: FixedFile,
	finding: Pick<Finding, 'problem' | 'record'>,
): Fix | undefined {
	return fixesOf(file, finding).find((fix) => fix.preferred);
}

/** Whether "fix all" fixes the finding. */
export function isFixable(file: FixedFile, finding: Pick<Finding, 'problem' | 'record'>): boolean {
	let fixable = fixableProblems.get(finding.problem);
	if (fixable === undefined) {
		fixable = preferredFixOf(file, finding) !== undefined;
		fixableProblems.set(finding.problem, fixable);
	}
	return fixable;
}

/** The edits of a fix in a 0-based record, ascending. They touch nothing but the fields that they fix. */
export function offsetEditsOf(document: CsvDocument, record: number, fix: Fix): readonly OffsetEdit[] {
	return fix.steps.flatMap((step) => editsOfStep(document, record, step)).sort((a, b) => a.start - b.start);
}

function rowOf({ document, layout, roster }: FixedFile, record: number): Row {
	const fields = document.fieldsOf(record);
	return {
		layout,
		value: (column) =>
			layout.indexOf(column) < 0 ? undefined : (fields[layout.indexOf(column)]?.value ?? ''),
		column: (column) => layout.indexOf(column),
		isStudent: (id) => (roster?.rowsOf(id).length ?? 0) > 0,
	};
}

function editsOfStep(document: CsvDocument, record: number, step: FixStep): readonly OffsetEdit[] {
	switch (step.kind) {
		case 'value': {
			const field = document.fieldsOf(record)[step.column];
			return field ? [setField(field, step.value)] : [];
		}
		case 'text': {
			const { start } = document.recordSpan(record);
			return [{ start: start + step.start, end: start + step.end, text: step.text }];
		}
		case 'delete-record':
			return [deleteRecord(document, record)];
		case 'append-columns':
			return appendColumns(document, step.headers);
		case 'comma-delimiter':
			return [changeDelimiter(document, step.delimiter)];
	}
}

/** Deletes a record with its line break; the last one of a file without a final line break, with the break before it. */
function deleteRecord(document: CsvDocument, record: number): OffsetEdit {
	const { start, end } = document.recordSpan(record);
	const contentEnd = document.fieldsOf(record).at(-1)?.end ?? end;
	if (contentEnd < end || record === 0) return { start, end, text: '' };
	const endBefore = document.fieldsOf(record - 1).at(-1)?.end ?? start;
	return { start: endBefore, end, text: '' };
}
