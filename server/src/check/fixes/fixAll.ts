import { CsvDocument } from '../../csv/document';
import { ComposedEdits } from '../../csv/edits/composeEdits';
import type { OffsetEdit } from '../../csv/edits/edit';
import type { FixStep } from '../../rules/fix';
import type { Finding } from '../finding';
import { Checker } from '../live/checker';
import { apart, offsetEditsOf, preferredFixOf } from './fixEdits';

/** A mended row can show what its fault had hidden; more rounds than this mean two rules that contradict each other. */
const MOST_PASSES = 10;

/**
 * The edits of all preferred fixes of the findings that are wanted, ascending; where two touch the same text, the
 * first wins and the file is looked at again.
 */
export function fixAllEdits(
	checker: Checker,
	isWanted: (finding: Finding) => boolean = () => true,
): readonly OffsetEdit[] {
	const { document } = checker;
	checker.run();
	let { edits, again } = passOf(checker, isWanted);
	if (!again) return edits;
	const copy = new CsvDocument(document.uri, document.languageId, 0, document.getText());
	const next = new Checker(copy, checker.table, checker.active, checker.file);
	next.compareWith(checker.roster);
	const pieces = new ComposedEdits(document.length);
	for (let pass = 1; edits.length > 0; pass++) {
		pieces.apply(edits);
		if (!again || pass === MOST_PASSES) break;
		const changes = [...edits].reverse().map(({ start, end, text }) => ({
			range: { start: copy.positionAt(start), end: copy.positionAt(end) },
			text,
		}));
		copy.update(changes, pass);
		next.run();
		({ edits, again } = passOf(next, isWanted));
	}
	next.compareWith(undefined);
	return pieces.edits();
}

function passOf(
	checker: Checker,
	isWanted: (finding: Finding) => boolean,
): { readonly edits: readonly OffsetEdit[]; readonly again: boolean } {
	let again = false;
	const all: OffsetEdit[] = [];
	for (const finding of checker.findings().filter(isWanted)) {
		const fix = preferredFixOf(checker, finding);
		if (!fix) continue;
		// What a header or a fault of structure has hidden comes to light; a row that is emptied may be nothing but commas.
		if (finding.record === 0 || finding.rule.id.startsWith('csv/') || fix.steps.some(empties)) again = true;
		all.push(...offsetEditsOf(checker.document, finding.record, fix));
	}
	const { edits, dropped } = apart(all);
	return { edits, again: again || dropped };
}

function empties(step: FixStep): boolean {
	return step.kind === 'value' && step.value === '';
}

/** The findings that say the same of the same value in the same column. */
export function sameAs(finding: Finding, all: readonly Finding[]): readonly Finding[] {
	return all.filter((other) => other.problem === finding.problem);
}
