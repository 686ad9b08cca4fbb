import type { CsvDocument } from '../csv/document';
import type { Layout } from '../rules/layout';
import type { Problem, Rule, Severity } from '../rules/rule';
import { type Finding, messageOf } from './finding';
import type { Group } from './tally';
import type { ValueKey } from './valueKey';

/** A checked file, as far as decisions are about it. */
interface CheckedFindings {
	readonly document: CsvDocument;
	readonly layout: Layout;
	/** The findings of the wanted groups, in the order of the file, and perhaps others. */
	findingsInGroups(isWanted: (group: Group) => boolean): Iterable<Finding>;
}

/**
 * What a person has to decide: the same value in the same column, once, however many rows have it, and each row whose
 * commas and quotes are at fault.
 */
export interface Decision {
	readonly rule: Rule;
	readonly severity: Severity;
	/** 0-based: the column of its first finding. */
	readonly column: number;
	/** The unquoted value; undefined for a fault in commas and quotes, for the whole file, and for a password. */
	readonly value: string | undefined;
	/** The reason, as the first of its findings gives it. */
	readonly message: string;
	/** How many findings it settles. */
	readonly rows: number;
	/** The first record that has it, 0-based. */
	readonly record: number;
}

/** By problem, which decision its findings belong to: it must be the same when a finding is counted and when it is gone. */
const keys = new WeakMap<Problem, string>();

/** By problem in the commas and quotes of a row, what identifies the row. It stays the same when the row moves. */
const rowKeys = new WeakMap<Problem, string>();
let faultyRows = 0;

/** Makes the faults of each row of a block one decision, before they are counted. */
export function groupRowFaults(findings: readonly Pick<Finding, 'rule' | 'problem' | 'record'>[]): void {
	let last: { readonly record: number; readonly key: string } | undefined;
	for (const { rule, problem, record } of findings) {
		if (!('checkStructure' in rule)) continue;
		const same = last?.record === record ? last.key : undefined;
		const key = rowKeys.get(problem) ?? same ?? `row ${++faultyRows}`;
		rowKeys.set(problem, key);
		last = { record, key };
	}
}

/**
 * Identifies the decision that a finding without a preferred fix asks for; undefined for a note that asks for none.
 * `record` counts in the document.
 *
 * @param ofValue the key of the finding's value: where it is a text, it is the decision's key too, kept once.
 */
export function decisionKey(
	document: CsvDocument,
	finding: Pick<Finding, 'rule' | 'severity' | 'problem' | 'record' | 'column'>,
	ofValue: ValueKey,
): string | undefined {
	if (!needsDecision(finding)) return undefined;
	const known = keys.get(finding.problem);
	if (known !== undefined) return known;
	const key =
		typeof ofValue === 'string'
			? ofValue
			: isOfValue(finding.rule)
				? `${finding.rule.id} ${finding.column} ${fieldValueOf(document, finding)}`
				: (rowKeys.get(finding.problem) ?? finding.rule.id);
	keys.set(finding.problem, key);
	return key;
}

/** Whether a person must look at a finding. A category without a column is coverage, and asks for nothing. */
function needsDecision({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): boolean {
	if (severity === 'error' || severity === 'warning') return true;
	return rule.reason !== undefined && !('checkHeader' in rule);
}

/**
 * What *Fix All* leaves to a person, in the order of the file: as many decisions as the tally counts. The file must be
 * checked to its end, and must not change before the last step.
 */
export function* decisionsIn(checker: CheckedFindings): Generator<void, readonly Decision[]> {
	const { document, layout } = checker;
	const decisions = new Map<string, { readonly decision: Decision; rows: number }>();
	for (const finding of checker.findingsInGroups(({ count, fixable }) => count > fixable)) {
		// Without a key it has a preferred fix, or names a cause that the findings of many rows share.
		const key = keys.get(finding.problem);
		if (key === undefined || !needsDecision(finding)) continue;
		const same = decisions.get(key);
		if (same) same.rows++;
		else decisions.set(key, { decision: decisionOf(finding, document, layout), rows: 1 });
		yield;
	}
	return [...decisions.values()].map(({ decision, rows }) => ({ ...decision, rows }));
}

function decisionOf(finding: Finding, document: CsvDocument, layout: Layout): Decision {
	const { rule, severity, column, record } = finding;
	const isSecret = record > 0 && layout.columns[column]?.element?.kind === 'secret';
	const value = isOfValue(rule) && !isSecret ? fieldValueOf(document, finding) : undefined;
	return { rule, severity, column, value, message: messageOf(finding), rows: 1, record };
}

/** Whether a rule judges values and not the commas, quotes, name or bytes of a file. */
function isOfValue(rule: Rule): boolean {
	return !('checkStructure' in rule || 'checkFile' in rule);
}

function fieldValueOf(document: CsvDocument, { record, column }: Pick<Finding, 'record' | 'column'>): string {
	return document.fieldsOf(record)[column]?.value ?? '';
}
