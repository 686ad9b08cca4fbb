import { CodeActionKind } from 'vscode-languageserver-types';
import type { Finding } from '../check/finding';
import { AlikeFixes } from '../check/fixes/alikeFixes';
import { editStepsOfFixes, type FixOfRecord, mostProven } from '../check/fixes/fixEdits';
import type { Checker } from '../check/live/checker';
import { keyOfCounted } from '../check/valueKey';
import type { Fix } from '../rules/fix';
import { lineText } from '../safeText';
import { countOf, formatNumber, shown } from '../wording';
import { toDiagnostic } from './diagnostics';
import { type CodeActionOptions, type LazyAction, mergedTextEdits } from './lazyAction';

/** The most findings of a rule in a column that are searched for a title: a menu must open at once. */
const MAX_COUNTED = 5000;

/** Picks those of a finding's fixes that an action is about. */
export type FixChoice = (fixes: readonly Fix[]) => readonly Fix[];

/**
 * The same fix for every field with the same value in the column: the preferred one, or each where none is.
 *
 * @param proven the proven fixes of the finding, the preferred one first.
 * @param choice the fixes that are offered.
 */
export function fixAlike(
	checker: Checker,
	finding: Finding,
	options: CodeActionOptions,
	proven: (finding: Finding) => readonly Fix[],
	choice: FixChoice,
): LazyAction[] {
	const { rule, record, column } = finding;
	const count = checker.tally.countSharing(finding);
	if (count < 2 || record === 0) return [];
	const fixes = choice(proven(finding));
	return fixes.slice(0, fixes[0]?.preferred ? 1 : undefined).flatMap((fix) => {
		const suited = (): Iterable<FixOfRecord> => suitedRows(checker, finding, fix, choice);
		const title = titleFor(checker, finding, fix, count, suited);
		if (title === undefined) return [];
		const action: LazyAction = {
			id: JSON.stringify(['fix-alike', rule.id, record, column, fix.id, count]),
			action: {
				title: lineText(title),
				kind: CodeActionKind.QuickFix,
				// VS Code lists actions without a finding after all others.
				diagnostics: [toDiagnostic(checker, finding, options)],
			},
			edits: function* () {
				const rows: FixOfRecord[] = [];
				for (const row of suited()) {
					rows.push(row);
					yield;
				}
				const edits = yield* editStepsOfFixes(checker.document, rows);
				return yield* mergedTextEdits(checker.document, edits);
			},
		};
		return [action];
	});
}

/** Undefined where the fix suits no other row. */
function titleFor(
	{ document, layout, tally }: Checker,
	finding: Finding,
	fix: Fix,
	count: number,
	suited: () => Iterable<FixOfRecord>,
): string | undefined {
	const { record, column } = finding;
	const fields = `All ${formatNumber(count)} "${shown(document.fieldsOf(record)[column]?.value ?? '')}"`;
	if (fix.preferred) return `Fix ${fields} in ${layout.nameOf(column)}`;
	if (fix.target.kind === 'field') {
		return fix.target.newValue === ''
			? `Empty ${fields}`
			: `${fix.title} for ${fields} in ${layout.nameOf(column)}`;
	}
	// The values of other fields decide which rows such a fix suits.
	const size = tally.groupOf(finding)?.count ?? count;
	if (size > mostProven(layout, MAX_COUNTED)) return `${fix.title} in All Rows Where Nothing Is Overwritten`;
	const rows = [...suited()].length;
	if (rows < 2) return undefined;
	return `${fix.title} in ${countOf(rows, 'Row')}${rows < count ? ` (${formatNumber(count - rows)} Left)` : ''}`;
}

/** The rows with the same value in the column that have the same fix, in the order of the file. */
function* suitedRows(checker: Checker, finding: Finding, fix: Fix, choice: FixChoice): Iterable<FixOfRecord> {
	const group = checker.tally.groupOf(finding);
	const key = keyOfCounted(finding.problem);
	const alike = new AlikeFixes(checker, finding.column);
	for (const other of checker.findingsInGroups((one) => one === group)) {
		if (keyOfCounted(other.problem) !== key) continue;
		const sameFix = choice(alike.of(other)).find(({ id }) => id === fix.id);
		// Of rows with the same value, one may be another student's.
		if (sameFix && (sameFix.preferred || !fix.preferred)) yield { record: other.record, fix: sameFix };
	}
}
