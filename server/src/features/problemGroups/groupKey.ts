import type { Finding } from '../../check/finding';
import type { Checker } from '../../check/live/checker';
import type { Rule } from '../../rules';
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
export type GroupedFinding = Pick<Finding, 'rule' | 'severity' | 'problem' | 'record' | 'column'>;

/** The group of a finding. */
export function groupKeyOf(checker: Checker, finding: GroupedFinding): GroupKey {
	const { rule, severity, record, column } = finding;
	if (!isOfColumn(rule)) return { rule, severity, isHeader: false };
	const isHeader = record === 0;
	const key = { rule, severity, column, isHeader };
	if (isHeader || isSecret(checker, column)) return key;
	return { ...key, value: checker.document.fieldsOf(record)[column]?.value ?? '' };
}

/** A text that is the same for all findings of a group and for no other, in any version of the file. */
export function groupIdOf({ rule, severity, column, isHeader, value }: GroupKey): string {
	const place = column === undefined ? [] : isHeader ? [column, true] : [column, false, value ?? null];
	return JSON.stringify([severity, rule.id, ...place]);
}

/** The parts of an id by which its findings are found: those of other groups may have them too. */
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

/** Whether a rule judges what is in a column, and not commas, quotes, whole rows or bytes. */
function isOfColumn(rule: Rule): boolean {
	return !(
		'checkStructure' in rule ||
		'checkFile' in rule ||
		'checkRecord' in rule ||
		'checkLostLetters' in rule
	);
}

function isSecret({ layout }: Checker, column: number): boolean {
	const declared = layout.columns[column];
	return declared !== undefined && isSecretColumn(declared);
}
