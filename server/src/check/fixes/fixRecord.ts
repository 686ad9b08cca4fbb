import { ComposedEdits } from '../../csv/edits/composeEdits';
import type { OffsetEdit } from '../../csv/edits/edit';
import { valueIn } from '../../csv/quote';
import { Fields } from '../../csv/scan';
import { NO_KEY } from '../../hash/textHash';
import type { Fix } from '../../rules/fix';
import type { Problem } from '../../rules/rule';
import { compareRow, studentOf } from '../dataset/compareRow';
import type { LiveStudentLookup } from '../dataset/studentLookup';
import type { BlockFinding } from '../finding';
import { RecordRow } from '../record/recordRow';
import { proposedFixes, rowOf } from './proposedFixes';
import { type FileReading, type Outcome, outcomeOf, type RecordInContext } from './proveFix';

// Reused from record to record.
const fields = new Fields();

/** A fixed row can show a problem that its fault had hidden; more rounds than this mean two rules that contradict. */
const MAX_ROUNDS = 10;

/** A file as *Fix All* reads it. */
export interface FixAllFile extends FileReading {
	readonly roster: LiveStudentLookup | undefined;
}

/** What *Fix All* does to one record. */
export interface RecordFix {
	/** Ascending; offsets count from the record's first unit. */
	readonly edits: readonly OffsetEdit[];
	/** Whether the record may have to be looked at again once all records are fixed. */
	readonly needsAnother: boolean;
	/** Whether a fix was left out since another row has the key that it gives: that row may change. */
	readonly isKeyTaken: boolean;
}

/**
 * Applies the preferred fixes of a record's problems, reads the result again, and goes on with the problems that this
 * shows, until none of them has a preferred fix. A fix that does not keep its promise is left out.
 */
export function fixRecord(
	file: FixAllFile,
	record: RecordInContext,
	problems: readonly Problem[],
	isWanted: (finding: BlockFinding) => boolean,
): RecordFix {
	let composed: ComposedEdits | undefined;
	let edits: readonly OffsetEdit[] = [];
	let now = record;
	let open = problems;
	let isKeyTaken = false;
	for (let round = 1; ; round++) {
		const { fixes, outcome, isTaken } = provenTogether(file, now, open);
		isKeyTaken = isTaken;
		if (!outcome) return { edits, needsAnother: false, isKeyTaken };
		if (round > 1) {
			composed ??= composedOf(record.text, edits);
			composed.apply(outcome.edits);
		}
		edits = composed?.edits() ?? outcome.edits;
		const isStructural = fixes.some(({ steps }) => steps.some(({ kind }) => kind !== 'value'));
		if (isStructural || now.isHeader || round === MAX_ROUNDS)
			return { edits, needsAnother: true, isKeyTaken };
		now = { ...now, text: outcome.text };
		open = [...outcome.findings, ...comparedFindings(file, now, outcome)]
			.filter(isWanted)
			.map(({ problem }) => problem);
		if (open.length === 0) return { edits, needsAnother: false, isKeyTaken };
	}
}

function composedOf(text: string, edits: readonly OffsetEdit[]): ComposedEdits {
	const composed = new ComposedEdits(text.length);
	composed.apply(edits);
	return composed;
}

/** As many of the problems' preferred fixes as keep their promise when they are applied together. */
function provenTogether(
	file: FixAllFile,
	record: RecordInContext,
	problems: readonly Problem[],
): { readonly fixes: readonly Fix[]; readonly outcome?: Outcome; readonly isTaken: boolean } {
	file.reader.read(record.text, 0, fields);
	const valueAt = (column: number): string | undefined =>
		column < fields.count ? valueIn(record.text, fields, column) : undefined;
	const row = rowOf(file.layout, valueAt, file.roster);
	const fixes = problems.flatMap((problem) => {
		const fix = problem.fixes && proposedFixes(problem, row)[0];
		return fix?.preferred && fix.target.kind !== 'file' ? [fix] : [];
	});
	const setsValues = fixes.every(({ steps }) => steps.every(({ kind }) => kind === 'value'));
	const together = fixes.length > 1 && setsValues ? [fixes] : [];
	let isTaken = false;
	for (const some of [...together, ...fixes.map((fix) => [fix])]) {
		const outcome = outcomeOf(file, record, some);
		if (outcome.proof === 'kept' && outcome.text !== record.text) return { fixes: some, outcome, isTaken };
		if (outcome.proof === 'taken-key') isTaken = true;
	}
	return { fixes: [], isTaken };
}

/** The findings of the comparison of a changed record with its student. */
function comparedFindings(
	{ layout, active, reader, roster }: FixAllFile,
	{ text }: RecordInContext,
	{ findings, keyHash }: Outcome,
): readonly BlockFinding[] {
	if (keyHash === NO_KEY || !roster?.isUsable) return [];
	const rules = active.studentRules(layout);
	if (rules.length === 0) return [];
	reader.read(text, 0, fields);
	const row = new RecordRow(layout, fields).onScanned(text);
	const { keyIndex } = layout;
	const id = row.at(keyIndex);
	const hasFault = (): boolean => findings.some(({ column }) => column === keyIndex);
	const rows = studentOf(roster, { id, hasFault });
	if (!rows) while (roster.readAlternates());
	return compareRow(roster, rows, { id, row, record: 0, hasFault }, rules, active);
}
