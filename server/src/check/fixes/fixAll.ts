import { CsvDocument } from '../../csv/document';
import { ComposedEdits } from '../../csv/edits/composeEdits';
import type { OffsetEdit } from '../../csv/edits/edit';
import { removalOfRecords } from '../../csv/edits/removeRecords';
import { runToEnd } from '../../work/runToEnd';
import type { BlockFinding, Finding } from '../finding';
import { Checker } from '../live/checker';
import { editedText } from './editedText';
import { isFixable, isFixedInWholeFile, preferredFixOf, wholeFileFixEdits } from './fixEdits';
import { type FixAllFile, fixRecord } from './fixRecord';
import { NewKeys } from './newKeys';
import type { RecordInContext } from './proveFix';
import { recordContext } from './recordContext';

/** A fixed row can show a problem that its fault had hidden; more passes than this mean two rules that contradict. */
const MAX_PASSES = 10;
/** Steps of a check between two yields. */
const CHECKS_PER_STEP = 16;

/** Tells which findings to fix. */
type IsWanted = (finding: BlockFinding) => boolean;

/** The edits of one pass, and whether the edited file can have problems that this pass did not see. */
interface FixPass {
	readonly edits: readonly OffsetEdit[];
	readonly needsAnother: boolean;
}

/**
 * The edits of the preferred fixes of all wanted findings, ascending. Each record is read again after its fixes, until
 * nothing is left to fix; where a header or the commas and quotes of a row change, the whole file is. The file must be
 * checked to its end, and neither it nor its sibling may change before the last step.
 */
export function* fixAllSteps(
	checker: Checker,
	isWanted: IsWanted = () => true,
): Generator<void, readonly OffsetEdit[]> {
	const composed = new ComposedEdits(checker.document.length);
	let current = checker;
	try {
		for (let pass = 1; ; pass++) {
			const { edits, needsAnother } = yield* fixPass(current, isWanted);
			if (pass === 1 && !needsAnother) return edits;
			composed.apply(edits);
			if (edits.length === 0 || !needsAnother || pass === MAX_PASSES) return composed.edits();
			const text = yield* editedText(current.document, edits);
			if (current !== checker) current.compareWith(undefined);
			current = copyOf(checker, text);
			let step = 0;
			while (!current.run(() => ++step % CHECKS_PER_STEP === 0)) yield;
		}
	} finally {
		if (current !== checker) current.compareWith(undefined);
	}
}

/** Takes all steps of `fixAllSteps` at once: for tests, and for callers that cannot wait. */
export function fixAllEdits(checker: Checker, isWanted?: IsWanted): readonly OffsetEdit[] {
	checker.run();
	return runToEnd(fixAllSteps(checker, isWanted));
}

/** A checker of the same file with another text, which is compared with the same roster. */
function copyOf({ document, table, active, file, roster }: Checker, text: string): Checker {
	const copy = new CsvDocument(document.uri, document.languageId, 0, text, { reader: document.reader });
	const checker = new Checker(copy, table, active, file);
	checker.compareWith(roster);
	return checker;
}

function* fixPass(checker: Checker, isWanted: IsWanted): Generator<void, FixPass> {
	const edits: OffsetEdit[] = [];
	let needsAnother = false;
	let isKeyTaken = false;
	const newKeys = new NewKeys(checker);
	const file: FixAllFile = newKeys.file;
	for (const [record, findings] of recordsToFix(checker, isWanted)) {
		const wholeFile =
			record === 0 ? findings.find((finding) => isFixedInWholeFile(checker, finding)) : undefined;
		if (wholeFile) {
			const fix = preferredFixOf(checker, wholeFile);
			const ofFile = fix ? yield* wholeFileFixEdits(checker.document, fix) : [];
			// One that breaks its promise changes nothing, and keeps nothing else from being fixed.
			if (ofFile.length > 0) return { edits: ofFile, needsAnother: true };
		}
		const context = recordContext(checker.document, record, edits);
		const problems = findings.map(({ problem }) => problem);
		const fixed = fixRecord(file, context, problems, (finding) => isWanted({ ...finding, record }));
		const ofDocument = placed(checker.document, record, context, fixed.edits);
		const isTouched = (ofDocument[0]?.start ?? Number.POSITIVE_INFINITY) < (edits.at(-1)?.end ?? 0);
		if (!isTouched) {
			edits.push(...ofDocument);
			newKeys.add(context, fixed.edits);
		}
		if (fixed.isKeyTaken) isKeyTaken = true;
		if (fixed.needsAnother || isTouched) needsAnother = true;
		yield;
	}
	return { edits, needsAnother: needsAnother || (isKeyTaken && edits.length > 0) };
}

/** The records that have wanted findings with a preferred fix, each with these findings; ascending. */
function* recordsToFix(
	checker: Checker,
	isWanted: IsWanted,
): Iterable<readonly [number, readonly Finding[]]> {
	let findings: Finding[] = [];
	for (const finding of checker.findingsInGroups(({ fixable }) => fixable > 0)) {
		if (!isWanted(finding) || !isFixable(checker, finding)) continue;
		const [first] = findings;
		if (first && first.record !== finding.record) {
			yield [first.record, findings];
			findings = [];
		}
		findings.push(finding);
	}
	if (findings[0]) yield [findings[0].record, findings];
}

/** Edits of a record as edits of its document. A record that is the last line goes with the line break before it. */
function placed(
	document: CsvDocument,
	record: number,
	{ text }: RecordInContext,
	edits: readonly OffsetEdit[],
): readonly OffsetEdit[] {
	const { start } = document.recordSpan(record);
	const [first] = edits;
	const isRemoved =
		first && edits.length === 1 && first.text === '' && first.end - first.start === text.length;
	if (isRemoved) return [removalOfRecords(document, record, record)];
	return edits.map((edit) => ({ start: start + edit.start, end: start + edit.end, text: edit.text }));
}
