import type { FieldReader } from '../../check/fieldReader';
import type { Finding } from '../../check/finding';
import { keyOfCounted } from '../../check/valueKey';
import { isFieldRule, type Rule } from '../../rules';
import type { Layout } from '../../rules/layout';
import { isSecretColumn } from '../../rules/secretColumn';

/** What the findings of a group have in common. */
export interface GroupKey {
	readonly rule: Rule;
	readonly severity: Finding['severity'];
	/** 0-based; undefined for findings on commas, quotes and whole rows. */
	readonly column?: number;
	/** Whether they are on the header. */
	readonly isHeader: boolean;
	/** Unquoted; undefined on the header, and in a column that may hold passwords. */
	readonly value?: string;
}

/** What is needed of a finding to tell its group; `record` counts in the document. */
export type GroupedFinding = Pick<
	Finding,
	'rule' | 'severity' | 'problem' | 'record' | 'column' | 'start' | 'end'
>;

/** A file whose findings are grouped. */
export interface GroupedFile {
	readonly layout: Layout;
	readonly reader: FieldReader;
}

/** The group of a finding. */
export function groupKeyOf({ layout, reader }: GroupedFile, finding: GroupedFinding): GroupKey {
	const { rule, severity, record, column } = finding;
	if (!isOfColumn(rule)) return { rule, severity, isHeader: false };
	const key = { rule, severity, column, isHeader: record === 0 };
	return record === 0 || isSecret(layout, column) ? key : { ...key, value: reader.valueAt(record, column) };
}

/** A text that is the same for all findings of a group and for no other, while the file stays as it is. */
export function groupSlotOf(file: GroupedFile, finding: GroupedFinding): string {
	const { rule, severity, record, column } = finding;
	if (!isOfColumn(rule)) return `${severity} ${rule.id}`;
	if (record === 0) return `${severity} ${rule.id} header ${column}`;
	// The tally has the same text for a value of a column of codes: it is not made again.
	const counted = keyOfCounted(finding.problem);
	if (typeof counted === 'string') return counted;
	if (isSecret(file.layout, column)) return `${severity} ${rule.id} ${column}`;
	return `${severity} ${rule.id} ${column} ${file.reader.valueAt(record, column)}`;
}

/** A text that is the same for all findings of a group and for no other, in any version of the file. */
export function groupIdOf({ rule, severity, column, isHeader, value }: GroupKey): string {
	const place = column === undefined ? [] : isHeader ? [column, true] : [column, false, value ?? null];
	return JSON.stringify([severity, rule.id, ...place]);
}

/** The parts of an id by which its findings are looked for: those of other groups may have them too. */
export function partsOfId(
	id: string,
): { readonly severity: unknown; readonly rule: unknown; readonly column: unknown } | undefined {
	try {
		const parts: unknown = JSON.parse(id);
		if (!Array.isArray(parts)) return undefined;
		const [severity, rule, column]: readonly unknown[] = parts;
		return { severity, rule, column };
	} catch {
		return undefined;
	}
}

/** The scopes of rules on commas, quotes, whole rows and bytes. */
const STRUCTURE: readonly string[] = ['csv', 'record', 'file'];

/** Whether a rule judges what is in a column. */
function isOfColumn(rule: Rule): boolean {
	return isFieldRule(rule) || !STRUCTURE.includes(rule.id.slice(0, rule.id.indexOf('/')));
}

function isSecret({ columns }: Layout, column: number): boolean {
	const declared = columns[column];
	return declared !== undefined && isSecretColumn(declared);
}
