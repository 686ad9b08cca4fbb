import { CodeActionKind } from 'vscode-languageserver-types';
import type { Finding } from '../check/finding';
import { mostProven, offsetEditsOf } from '../check/fixes/fixEdits';
import type { Checker } from '../check/live/checker';
import { keyOfCounted } from '../check/valueKey';
import type { OffsetEdit } from '../csv/edits/edit';
import { nonOverlapping } from '../csv/edits/nonOverlapping';
import type { Fix } from '../rules/fix';
import { lineText } from '../safeText';
import { countOf, formatNumber, shown } from '../wording';
import { toDiagnostic } from './diagnostics';
import { type CodeActionOptions, type LazyAction, mergedTextEdits } from './lazyAction';

/** The most findings of a rule in a column that are searched for a title: a menu must open at once. */
const MAX_COUNTED = 5000;

/** The fixes of a finding that an action is about. */
export type FixesOf = (finding: Finding) => readonly Fix[];

/** The same fix for every field with the same value in the column: the preferred one, or each where none is. */
export function fixAlike(
	checker: Checker,
	finding: Finding,
	options: CodeActionOptions,
	fixesFor: FixesOf,
): LazyAction[] {
	const { rule, record, column } = finding;
	const count = checker.tally.countSharing(finding);
	if (count < 2 || record === 0) return [];
	const fixes = fixesFor(finding);
	return fixes.slice(0, fixes[0]?.preferred ? 1 : undefined).flatMap((fix) => {
		const suited = (): Iterable<FixedFinding> => suitedFindings(checker, finding, fix, fixesFor);
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
				const edits: OffsetEdit[] = [];
				for (const { other, sameFix } of suited()) {
					edits.push(...offsetEditsOf(checker.document, other.record, sameFix));
					yield;
				}
				return yield* mergedTextEdits(checker.document, nonOverlapping(edits).edits);
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
	suited: () => Iterable<FixedFinding>,
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

/** A finding and the fix that is applied to it. */
interface FixedFinding {
	readonly other: Finding;
	readonly sameFix: Fix;
}

/** The findings with the same value in the column that have the same fix. */
function* suitedFindings(
	checker: Checker,
	finding: Finding,
	fix: Fix,
	fixesFor: FixesOf,
): Iterable<FixedFinding> {
	const group = checker.tally.groupOf(finding);
	const key = keyOfCounted(finding.problem);
	for (const other of checker.findingsInGroups((one) => one === group)) {
		if (keyOfCounted(other.problem) !== key) continue;
		const sameFix = fixesFor(other).find(({ id }) => id === fix.id);
		// Of rows with the same value, one may be another student's.
		if (sameFix && (sameFix.preferred || !fix.preferred)) yield { other, sameFix };
	}
}
