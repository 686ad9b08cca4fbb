import { ComposedEdits } from '../../csv/edits/composeEdits';
import type { OffsetEdit } from '../../csv/edits/edit';
import { hasLostLetters } from '../../csv/probes';
import { Fields } from '../../csv/scan';
import { NO_KEY } from '../../hash/textHash';
import type { Fix } from '../../rules/fix';
import type { Problem } from '../../rules/rule';
import { compareRow, studentOf } from '../dataset/compareRow';
import type { LiveStudentLookup } from '../dataset/studentLookup';
import type { BlockFinding } from '../finding';
import { RecordRow } from '../record/recordRow';
import { proposedFixes, rowOfValues, valuesIn } from './proposedFixes';
import { type FileReading, proofOf, type RecordInContext } from './proveFix';
import { recordEdits, textAfter } from './recordEdits';

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
	const composed = new ComposedEdits(record.text.length);
	let now = record;
	let open = problems;
	for (let round = 0; ; round++) {
		const fixes = provenTogether(file, now, open);
		const isStructural = fixes.some(({ steps }) => steps.some(({ kind }) => kind !== 'value'));
		const edits = fixes.length === 0 ? [] : editsOf(file, now.text, fixes);
		composed.apply(edits);
		const isUnfinished = isStructural || now.isHeader || round === MAX_ROUNDS;
		if (edits.length === 0 || isUnfinished) {
			return { edits: composed.edits(), needsAnother: edits.length > 0 && isUnfinished };
		}
		now = { ...now, text: textAfter(now.text, edits) };
		open = findingsIn(file, now)
			.filter(isWanted)
			.map(({ problem }) => problem);
	}
}

/** As many of the problems' preferred fixes as keep their promise when they are applied together. */
function provenTogether(
	file: FixAllFile,
	record: RecordInContext,
	problems: readonly Problem[],
): readonly Fix[] {
	if (problems.length === 0) return [];
	const fields = new Fields();
	file.reader.read(record.text, 0, fields);
	const row = rowOfValues(file.layout, valuesIn(record.text, fields), file.roster);
	const fixes = problems.flatMap((problem) => {
		const fix = proposedFixes(problem, row)[0];
		return fix?.preferred && fix.target.kind !== 'file' ? [fix] : [];
	});
	const isKept = (some: readonly Fix[]): boolean => proofOf(file, record, some) === 'kept';
	const setsValues = fixes.every(({ steps }) => steps.every(({ kind }) => kind === 'value'));
	if (fixes.length > 0 && setsValues && isKept(fixes)) return fixes;
	const first = fixes.find((fix) => isKept([fix]));
	return first ? [first] : [];
}

function editsOf({ reader }: FileReading, text: string, fixes: readonly Fix[]): readonly OffsetEdit[] {
	const fields = new Fields();
	reader.read(text, 0, fields);
	return fixes
		.flatMap((fix) => recordEdits(text, fields, fix) ?? [])
		.filter(({ start, end, text: inserted }) => text.slice(start, end) !== inserted)
		.sort((a, b) => a.start - b.start);
}

/** The findings of a record that looks different now: those of its own rules and of the comparison with its student. */
function findingsIn(file: FixAllFile, { text: ofRecord, below }: RecordInContext): readonly BlockFinding[] {
	const { layout, active, recordCheck, reader, roster } = file;
	const fields = new Fields();
	reader.read(ofRecord, 0, fields);
	const text = fields.sawEnd ? ofRecord + below() : ofRecord;
	const source = { text, hasLostLetters: hasLostLetters(text), recordsLeft: () => 0 };
	const findings: BlockFinding[] = [];
	const { keyHash } = recordCheck.check(source, 0, 0, findings);
	if (keyHash === NO_KEY || !roster?.isUsable) return findings;
	const row = new RecordRow(layout, fields).onScanned(ofRecord);
	const { keyIndex } = layout;
	const id = row.at(keyIndex);
	const hasFault = (): boolean => findings.some(({ column }) => column === keyIndex);
	const rows = studentOf(roster, { id, hasFault });
	if (!rows) while (roster.readAlternates());
	const rules = active.studentRules(layout);
	return [...findings, ...compareRow(roster, rows, { id, row, record: 0, hasFault }, rules, active)];
}
