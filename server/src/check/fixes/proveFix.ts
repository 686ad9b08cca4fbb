import type { OffsetEdit } from '../../csv/edits/edit';
import { hasLostLetters } from '../../csv/probes';
import { valueIn, valuesIn } from '../../csv/quote';
import { Fields, type RecordReader, UNCLOSED } from '../../csv/scan';
import { NO_KEY } from '../../hash/textHash';
import type { Fix } from '../../rules/fix';
import { Layout } from '../../rules/layout';
import { runToEnd } from '../../work/runToEnd';
import type { ActiveRules } from '../activeRules';
import type { StudentLookup } from '../dataset/studentLookup';
import type { BlockFinding } from '../finding';
import { checkHeader } from '../record/headerCheck';
import type { RecordCheck } from '../record/recordCheck';
import { addToCount } from '../tally';
import { hasSameRows, withCommas } from './delimitedRows';
import { takesOtherKey } from './keyClash';
import { proposedFixes, rowOf } from './proposedFixes';
import { recordEdits, textAfter } from './recordEdits';

/** How a file is read and checked, which a fix does not change. */
export interface FileReading {
	readonly layout: Layout;
	readonly active: ActiveRules;
	readonly reader: RecordReader;
	readonly recordCheck: RecordCheck;
	/** The students that its rows are compared with. */
	readonly roster?: StudentLookup | undefined;
	/** The unquoted values of a few rows with this key; where it is missing, a fix may give a row any key. */
	rowsWithKey?(key: string): readonly (readonly string[])[];
}

/** A record, and the text around it that its change can reach. */
export interface RecordInContext {
	/** The record with its line break. */
	readonly text: string;
	readonly isHeader: boolean;
	/** The text below the record, as far as a quoted field of it can reach. */
	readonly below: () => string;
	/** The text above from where a quoted field can reach the record, and where in it records with an open quote start. */
	readonly above: () => OpenRecords;
	/** Whether the line break above is a CR, with which a line feed would be one line break. */
	readonly followsCr: () => boolean;
}

/** Records whose quote nothing closes: an edit further down can close it. */
export interface OpenRecords {
	readonly text: string;
	/** UTF-16 offsets in `text`. */
	readonly starts: readonly number[];
}

/**
 * What a file shows that is read again after a fix.
 *
 * - `broken`: a record, field or value has changed that the fix does not promise to change, or not as it promises.
 * - `new-error`: nothing else has changed, but the record has an error that it did not have.
 * - `taken-key`: nothing else has changed, but the record has the key of another student.
 * - `kept`: the fix keeps its promise.
 */
export type Proof = 'broken' | 'new-error' | 'taken-key' | 'kept';

/** A fixed row can need another fix, and that one another; more of them than this contradict each other. */
const MAX_FOLLOWING_FIXES = 4;

/** With more columns than this, the fixes of a record are proven together: one by one, each would read all columns. */
export const MAX_COLUMNS_TO_PROVE_EACH = 128;

/** A character that decides where a record or a field ends, beyond the line it is in. */
const QUOTE_OR_BREAK = /["\r\n]/;

/** What reading a record again after fixes shows. */
export interface Outcome {
	readonly proof: Proof;
	/** The edits of the fixes, ascending; offsets count from the record's first unit. */
	readonly edits: readonly OffsetEdit[];
	/** The text that takes the record's place. */
	readonly text: string;
	/** The findings of the rules on single records in that text; none for a header. */
	readonly findings: readonly BlockFinding[];
	/** The hash of the key of its last row; `NO_KEY` where that has none. */
	readonly keyHash: number;
}

const BROKEN: Outcome = { proof: 'broken', edits: [], text: '', findings: [], keyHash: NO_KEY };

// Reused from proof to proof: making them takes longer than reading a record.
const fieldsBefore = new Fields();
const fieldsAfter = new Fields();
const openFields = new Fields();

/**
 * Reads a record again after fixes that are applied together, and compares the result with what they promise. Several
 * fixes must consist of `value` steps only. Fixes of the whole file are proven where they are applied.
 */
export function outcomeOf(
	file: FileReading,
	record: RecordInContext,
	fixes: readonly Fix[],
	following = 0,
): Outcome {
	file.reader.read(record.text, 0, fieldsBefore);
	const edits: OffsetEdit[] = [];
	for (const fix of fixes) {
		const ofFix = recordEdits(record.text, fieldsBefore, fix);
		if (!ofFix) return BROKEN;
		edits.push(...ofFix);
	}
	edits.sort((a, b) => a.start - b.start);
	if (edits.some((edit, at) => at > 0 && edit.start < (edits[at - 1] as OffsetEdit).end)) return BROKEN;
	const after = readAgain(file.reader, textAfter(record.text, edits), record);
	// To any other program, a quote that is left open takes all rows below into its value.
	const opensQuote = after?.isOpen && !(fieldsBefore.allFlags & UNCLOSED);
	if (!after || opensQuote || !keepsPromise(record.text, edits, fixes, after.rows)) return BROKEN;
	const isLocal = edits.every((edit) => staysInField(record.text, edit));
	if (!isLocal && changesAbove(file.reader, record, after.text)) return BROKEN;
	if (joinsLineBreaks(record, after.text)) return BROKEN;
	const { text } = after;
	if (record.isHeader) {
		const proof = hasNewHeaderError(file, record.text, after) ? 'new-error' : 'kept';
		return { proof, edits, text, findings: [], keyHash: NO_KEY };
	}
	const [row] = after.rows;
	// A repair of commas shows the key that the row has, and gives it no other one.
	const isTaken =
		file.rowsWithKey !== undefined &&
		row?.length === fieldsBefore.count &&
		takesOtherKey(file.layout, keyIn(file.layout, record.text), row, {
			rowsWithKey: (key) => file.rowsWithKey?.(key) ?? [],
		});
	const { findings, keyHash } = checkRows(file.recordCheck, after.full, after.starts);
	const isWorse = hasNewError(file, record, after, findings, following);
	return { proof: isWorse ? 'new-error' : isTaken ? 'taken-key' : 'kept', edits, text, findings, keyHash };
}

/** The key of the record that was read last, before its fixes. */
function keyIn({ keyIndex }: Layout, text: string): string | undefined {
	return keyIndex >= 0 && keyIndex < fieldsBefore.count ? valueIn(text, fieldsBefore, keyIndex) : undefined;
}

/** What reading the header and the rows below it again shows of a new delimiter. The rest is read where it is applied. */
function proofOfSample({ text, below }: RecordInContext, { steps }: Fix): Proof {
	const [step] = steps;
	if (step?.kind !== 'comma-delimiter') return 'kept';
	const sample = text + below();
	const after = runToEnd(withCommas(sample, 0, step.delimiter));
	return runToEnd(hasSameRows(sample, after, 0, step.delimiter)) ? 'kept' : 'broken';
}

/** What reading the record again after one fix shows, of a whole file that of its first rows. */
export function proofOf(file: FileReading, record: RecordInContext, fix: Fix): Proof {
	return fix.target.kind === 'file' ? proofOfSample(record, fix) : outcomeOf(file, record, [fix]).proof;
}

/** Those of the proposed fixes that keep their promise; one that brings a new error, or a key that is taken, is not preferred. */
export function provenFixes(
	file: FileReading,
	record: RecordInContext,
	fixes: readonly Fix[],
): readonly Fix[] {
	return fixes.flatMap((fix) => provenAs(fix, proofOf(file, record, fix)));
}

/** The fix that a proof leaves of a proposed one: none where it is broken, and none that is preferred unless it is kept. */
export function provenAs(fix: Fix, proof: Proof): readonly Fix[] {
	if (proof === 'broken') return [];
	return proof !== 'kept' && fix.preferred ? [{ ...fix, preferred: false }] : [fix];
}

/** A record as it reads after a fix. */
interface ReadRecords {
	/** The text that takes the record's place, with as much of the text below as reading it takes. */
	readonly full: string;
	/** The text that takes the record's place. */
	readonly text: string;
	/** Where its rows start in it. */
	readonly starts: readonly number[];
	/** The values of each row. */
	readonly rows: readonly (readonly string[])[];
	/** Whether a row has a quote that nothing closes. */
	readonly isOpen: boolean;
}

/** Reads the text that takes a record's place; undefined if its last row does not end where the text does. */
function readAgain(reader: RecordReader, text: string, { below }: RecordInContext): ReadRecords | undefined {
	const starts: number[] = [];
	const rows: (readonly string[])[] = [];
	let full = text;
	let isOpen = false;
	let at = 0;
	while (at < text.length) {
		let next = reader.read(full, at, fieldsAfter);
		if (fieldsAfter.sawEnd && full === text) {
			full = text + below();
			next = reader.read(full, at, fieldsAfter);
		}
		if (next > text.length) return undefined;
		starts.push(at);
		rows.push(valuesIn(full, fieldsAfter));
		if (fieldsAfter.allFlags & UNCLOSED) isOpen = true;
		at = next;
	}
	return { full, text, starts, rows, isOpen };
}

/** Whether the rows are what the fixes promise. */
function keepsPromise(
	text: string,
	edits: readonly OffsetEdit[],
	fixes: readonly Fix[],
	rows: readonly (readonly string[])[],
): boolean {
	const before = valuesIn(text, fieldsBefore);
	const promised = promisedRows(before, fixes);
	if (promised)
		return promised.length === rows.length && promised.every((row, at) => areEqual(row, rows[at]));
	const [row] = rows;
	const start = edits[0]?.start ?? 0;
	const end = edits.at(-1)?.end ?? 0;
	if (!row || rows.length > 1) return false;
	let left = 0;
	while (left < before.length && (fieldsBefore.ends[left] as number) < start) left++;
	let right = 0;
	while (right < before.length - left && (fieldsBefore.starts[before.length - 1 - right] as number) > end)
		right++;
	return (
		row.length >= left + right &&
		areEqual(before.slice(0, left), row.slice(0, left)) &&
		areEqual(before.slice(before.length - right), row.slice(row.length - right))
	);
}

/** The rows that fixes promise; undefined where they promise no values. */
function promisedRows(
	before: readonly string[],
	fixes: readonly Fix[],
): readonly (readonly string[])[] | undefined {
	const values = [...before];
	for (const { target, steps } of fixes) {
		if (target.kind === 'record' && target.rows) return target.rows;
		for (const step of steps) {
			if (step.kind !== 'value') return undefined;
			values[step.column] = step.value;
		}
		if (target.kind === 'field') values[target.column] = target.newValue;
	}
	return [values];
}

function areEqual(row: readonly string[], other: readonly string[] | undefined): boolean {
	return row.length === other?.length && row.every((value, column) => value === other[column]);
}

/** Whether an edit has no quote and no line break, so that it moves no end of a record. */
function staysInField(text: string, { start, end, text: inserted }: OffsetEdit): boolean {
	return !QUOTE_OR_BREAK.test(inserted) && !QUOTE_OR_BREAK.test(text.slice(start, end));
}

/** Whether a record above, whose quote nothing closed, ends elsewhere once the record is changed. */
function changesAbove(reader: RecordReader, record: RecordInContext, after: string): boolean {
	const { text, starts } = record.above();
	if (starts.length === 0) return false;
	const below = record.below();
	const before = text + record.text + below;
	const now = text + after + below;
	return starts.some((start) => {
		const end = reader.read(before, start, openFields);
		const { count, allFlags } = openFields;
		return (
			reader.read(now, start, openFields) !== end ||
			openFields.count !== count ||
			(openFields.allFlags & UNCLOSED) !== (allFlags & UNCLOSED)
		);
	});
}

/** Whether a row would vanish, since what is left of it starts with a line feed that the CR above takes in. */
function joinsLineBreaks({ text, below, followsCr }: RecordInContext, after: string): boolean {
	return (after || below()).startsWith('\n') && !text.startsWith('\n') && followsCr();
}

function hasNewError(
	file: FileReading,
	record: RecordInContext,
	after: ReadRecords,
	findings: readonly BlockFinding[],
	following: number,
): boolean {
	if (!findings.some(isErrorOfRecord)) return false;
	const known = new Map<string, number>();
	const before = checkRows(file.recordCheck, record.text + record.below(), [0]).findings;
	for (const error of before.filter(isErrorOfRecord)) addToCount(known, kindOf(error), 1);
	const added = findings.filter(isErrorOfRecord).filter((error) => {
		const isKnown = known.has(kindOf(error));
		if (isKnown) addToCount(known, kindOf(error), -1);
		return !isKnown;
	});
	return !areFixedNext(file, after, added, following);
}

/** What two errors of a record have in common that count as the same one. */
function kindOf({ rule, column }: BlockFinding): string {
	return `${rule.id} ${column}`;
}

/** Runs the rules on single records over the rows that start at these offsets. */
function checkRows(
	check: RecordCheck,
	text: string,
	starts: readonly number[],
): Pick<Outcome, 'findings' | 'keyHash'> {
	const findings: BlockFinding[] = [];
	const source = {
		text,
		hasLostLetters: hasLostLetters(text),
		ahead: (row: number) => text.slice(starts[row]),
	};
	let keyHash = NO_KEY;
	starts.forEach((start, row) => {
		keyHash = check.check(source, start, row, findings).keyHash;
	});
	return { findings, keyHash };
}

/**
 * Whether it is an error in the commas, quotes and values of a record. An error in how the values go together is no
 * fault of a fix: the row contradicted itself before, in other words.
 */
function isErrorOfRecord({ rule, severity }: BlockFinding): boolean {
	return severity === 'error' && ('checkField' in rule || 'checkStructure' in rule);
}

/** Whether errors have preferred fixes themselves, as "Female" has that lost its hidden character. */
function areFixedNext(
	file: FileReading,
	after: ReadRecords,
	errors: readonly BlockFinding[],
	following: number,
): boolean {
	if (errors.length === 0) return true;
	if (following === MAX_FOLLOWING_FIXES) return false;
	const fixes: Fix[][] = after.rows.map(() => []);
	for (const { problem, record: row } of errors) {
		const valueAt = (column: number): string | undefined => after.rows[row]?.[column];
		const [fix] = proposedFixes(problem, rowOf(file.layout, valueAt, file.roster));
		if (!fix?.preferred) return false;
		fixes[row]?.push(fix);
	}
	const isWide = file.layout.columns.length > MAX_COLUMNS_TO_PROVE_EACH;
	return fixes.every((ofRow, row) => {
		const record = recordAfter(after, row);
		const isTogether = isWide && ofRow.every(({ steps }) => steps.every(({ kind }) => kind === 'value'));
		return (isTogether && ofRow.length > 0 ? [ofRow] : ofRow.map((fix) => [fix])).every(
			(some) => outcomeOf(file, record, some, following + 1).proof === 'kept',
		);
	});
}

/** A row that takes the place of a record, or a part of it. */
function recordAfter({ starts, text, full }: ReadRecords, row: number): RecordInContext {
	const end = starts[row + 1] ?? text.length;
	return {
		text: text.slice(starts[row], end),
		isHeader: false,
		below: () => full.slice(end),
		above: () => ({ text: '', starts: [] }),
		followsCr: () => false,
	};
}

/** Headers with their errors. */
const errorsByLayout = new WeakMap<Layout, { readonly text: string; readonly errors: ReadonlySet<string> }>();

/** Whether the header has an error that it did not have. What its columns hold is not looked at. */
function hasNewHeaderError(
	{ active, layout, reader }: FileReading,
	text: string,
	after: ReadRecords,
): boolean {
	const [headers] = after.rows;
	if (!headers) return true;
	const errorsOf = (ofLayout: Layout, ofText: string): string[] =>
		checkHeader(ofLayout, active, reader, {
			text: ofText.replace(/[\r\n]+$/, ''),
			empty: false,
			ahead: () => ofText,
		})
			.findings.filter(({ severity }) => severity === 'error')
			.map(kindOf);
	let known = errorsByLayout.get(layout);
	if (known?.text !== text) {
		known = { text, errors: new Set(errorsOf(layout, text)) };
		errorsByLayout.set(layout, known);
	}
	const { errors } = known;
	return errorsOf(new Layout(layout.table, headers), after.text).some((error) => !errors.has(error));
}
