import { CsvDocument } from '../../csv/document';
import { ComposedEdits } from '../../csv/edits/composeEdits';
import type { OffsetEdit } from '../../csv/edits/edit';
import { nonOverlapping } from '../../csv/edits/nonOverlapping';
import { structureRules } from '../../rules';
import type { FixStep } from '../../rules/fix';
import type { Finding } from '../finding';
import { Checker } from '../live/checker';
import { offsetEditsOf, preferredFixOf } from './fixEdits';

/** A fixed row can show a problem that its fault had hidden; more passes than this mean two rules that contradict. */
const MAX_PASSES = 10;

/** The edits of one pass, and whether the edited file can have problems that this pass did not see. */
interface FixPass {
	readonly edits: readonly OffsetEdit[];
	readonly needsAnother: boolean;
}

/**
 * The edits of the preferred fixes of all wanted findings, ascending. Of two that touch the same text the first is
 * applied and the file is checked again, until nothing is left to fix.
 */
export function fixAllEdits(
	checker: Checker,
	isWanted: (finding: Finding) => boolean = () => true,
): readonly OffsetEdit[] {
	const { document } = checker;
	checker.run();
	let { edits, needsAnother } = fixPass(checker, isWanted);
	if (!needsAnother) return edits;
	const copy = new CsvDocument(document.uri, document.languageId, 0, document.getText());
	const copyChecker = new Checker(copy, checker.table, checker.active, checker.file);
	copyChecker.compareWith(checker.roster);
	const composed = new ComposedEdits(document.length);
	for (let pass = 1; edits.length > 0; pass++) {
		composed.apply(edits);
		if (!needsAnother || pass === MAX_PASSES) break;
		const changes = [...edits].reverse().map(({ start, end, text }) => ({
			range: { start: copy.positionAt(start), end: copy.positionAt(end) },
			text,
		}));
		copy.update(changes, pass);
		copyChecker.run();
		({ edits, needsAnother } = fixPass(copyChecker, isWanted));
	}
	copyChecker.compareWith(undefined);
	return composed.edits();
}

function fixPass(checker: Checker, isWanted: (finding: Finding) => boolean): FixPass {
	let mayReveal = false;
	const fixEdits: OffsetEdit[] = [];
	for (const finding of checker.findings().filter(isWanted)) {
		const fix = preferredFixOf(checker, finding);
		if (!fix) continue;
		// A header or a broken record hides problems; a row whose last value is removed may be nothing but commas.
		if (finding.record === 0 || isOfStructure(finding) || fix.steps.some(isEmptying)) mayReveal = true;
		fixEdits.push(...offsetEditsOf(checker.document, finding.record, fix));
	}
	const { edits, dropped } = nonOverlapping(fixEdits);
	return { edits, needsAnother: mayReveal || dropped };
}

function isOfStructure({ rule }: Finding): boolean {
	return structureRules.some((structureRule) => structureRule === rule);
}

function isEmptying(step: FixStep): boolean {
	return step.kind === 'value' && step.value === '';
}
