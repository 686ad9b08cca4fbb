import type { OffsetEdit } from '../../csv/edits/edit';
import { hasLostLetters } from '../../csv/probes';
import { Fields, type RecordReader, UNCLOSED } from '../../csv/scan';
import type { Fix } from '../../rules/fix';
import { Layout } from '../../rules/layout';
import type { ActiveRules } from '../activeRules';
import type { StudentLookup } from '../dataset/studentLookup';
import type { BlockFinding } from '../finding';
import { checkHeader } from '../record/headerCheck';
import type { RecordCheck } from '../record/recordCheck';
import { proposedFixes, rowOfValues, valuesIn } from './proposedFixes';
import { recordEdits, textAfter } from './recordEdits';

/** How a file is read and checked, which a fix does not change. */
export interface FileReading {
	readonly layout: Layout;
	readonly active: ActiveRules;
	readonly reader: RecordReader;
	readonly recordCheck: RecordCheck;
	/** The students that its rows are compared with. */
	readonly roster?: StudentLookup | undefined;
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
 * - `kept`: the fix keeps its promise.
 */
export type Proof = 'broken' | 'new-error' | 'kept';

/** A fixed row can need another fix, and that one another; more of them than this contradict each other. */
const MAX_FOLLOWING_FIXES = 4;

/** A character that decides where a record or a field ends, beyond the line it is in. */
const QUOTE_OR_BREAK = /["\r\n]/;

/**
 * Reads a record again after fixes that are applied together, and compares the result with what they promise. Several
 * fixes must consist of `value` steps only. Fixes of the whole file are proven where they are applied.
 */
export function proofOf(
	file: FileReading,
	record: RecordInContext,
	fixes: readonly Fix[],
	following = 0,
): Proof {
	if (fixes.every(({ target }) => target.kind === 'file')) return 'kept';
	const fields = new Fields();
	file.reader.read(record.text, 0, fields);
	const edits: OffsetEdit[] = [];
	for (const fix of fixes) {
		const ofFix = recordEdits(record.text, fields, fix);
		if (!ofFix) return 'broken';
		edits.push(...ofFix);
	}
	edits.sort((a, b) => a.start - b.start);
	if (edits.some((edit, at) => at > 0 && edit.start < (edits[at - 1] as OffsetEdit).end)) return 'broken';
	const after = readAgain(file.reader, textAfter(record.text, edits), record);
	// To any other program, a quote that is left open takes all rows below into its value.
	const opensQuote = after?.isOpen && !(fields.allFlags & UNCLOSED);
	if (!after || opensQuote || !keepsPromise(record.text, fields, edits, fixes, after.rows)) return 'broken';
	if (edits.some((edit) => isBeyondField(record.text, edit)) && changesAbove(file.reader, record, after.text))
		return 'broken';
	return hasNewError(file, record, after, following) ? 'new-error' : 'kept';
}

/** Those of the proposed fixes that keep their promise; one that brings a new error is not preferred. */
export function provenFixes(
	file: FileReading,
	record: RecordInContext,
	fixes: readonly Fix[],
): readonly Fix[] {
	return fixes.flatMap((fix) => {
		const proof = proofOf(file, record, [fix]);
		if (proof === 'broken') return [];
		return proof === 'new-error' && fix.preferred ? [{ ...fix, preferred: false }] : [fix];
	});
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
	const fields = new Fields();
	const starts: number[] = [];
	const rows: (readonly string[])[] = [];
	let full = text;
	let isOpen = false;
	let at = 0;
	while (at < text.length) {
		let next = reader.read(full, at, fields);
		if (fields.sawEnd && full === text) {
			full = text + below();
			next = reader.read(full, at, fields);
		}
		if (next > text.length) return undefined;
		starts.push(at);
		rows.push(valuesIn(full, fields));
		if (fields.allFlags & UNCLOSED) isOpen = true;
		at = next;
	}
	return { full, text, starts, rows, isOpen };
}

/** Whether the rows are what the fixes promise. */
function keepsPromise(
	text: string,
	fields: Fields,
	edits: readonly OffsetEdit[],
	fixes: readonly Fix[],
	rows: readonly (readonly string[])[],
): boolean {
	const before = valuesIn(text, fields);
	const promised = promisedRows(before, fixes);
	if (promised)
		return promised.length === rows.length && promised.every((row, at) => areEqual(row, rows[at]));
	const [row] = rows;
	const start = edits[0]?.start ?? 0;
	const end = edits.at(-1)?.end ?? 0;
	if (!row || rows.length > 1) return false;
	let left = 0;
	while (left < before.length && (fields.ends[left] as number) < start) left++;
	let right = 0;
	while (right < before.length - left && (fields.starts[before.length - 1 - right] as number) > end) right++;
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

function isBeyondField(text: string, { start, end, text: inserted }: OffsetEdit): boolean {
	return QUOTE_OR_BREAK.test(inserted) || QUOTE_OR_BREAK.test(text.slice(start, end));
}

/** Whether a record above, whose quote nothing closed, ends elsewhere once the record is changed. */
function changesAbove(reader: RecordReader, record: RecordInContext, after: string): boolean {
	const { text, starts } = record.above();
	if (starts.length === 0) return false;
	const below = record.below();
	const fields = new Fields();
	const otherFields = new Fields();
	const before = text + record.text + below;
	const now = text + after + below;
	return starts.some((start) => {
		const end = reader.read(before, start, fields);
		return (
			reader.read(now, start, otherFields) !== end ||
			(fields.allFlags & UNCLOSED) !== (otherFields.allFlags & UNCLOSED) ||
			fields.count !== otherFields.count
		);
	});
}

function hasNewError(
	file: FileReading,
	record: RecordInContext,
	after: ReadRecords,
	following: number,
): boolean {
	if (record.isHeader) return hasNewHeaderError(file, record.text, after);
	const errors = errorsIn(file.recordCheck, after.full, after.starts);
	if (errors.length === 0) return false;
	const known = errorsIn(file.recordCheck, record.text + record.below(), [0]);
	return errors.some((error) => {
		const at = known.findIndex(({ rule, column }) => rule === error.rule && column === error.column);
		if (at >= 0) {
			known.splice(at, 1);
			return false;
		}
		return !isFixedNext(file, after, error, following);
	});
}

/**
 * The errors in the commas, quotes and values of records. An error in how the values go together is no fault of a fix:
 * the row contradicted itself before, in other words.
 */
function errorsIn(check: RecordCheck, text: string, starts: readonly number[]): BlockFinding[] {
	const findings: BlockFinding[] = [];
	const source = { text, hasLostLetters: hasLostLetters(text), recordsLeft: () => 0 };
	starts.forEach((start, row) => void check.check(source, start, row, findings));
	return findings.filter(
		({ rule, severity }) => severity === 'error' && ('checkField' in rule || 'checkStructure' in rule),
	);
}

/** Whether an error has a preferred fix itself, as "Female" has that lost its hidden character. */
function isFixedNext(
	file: FileReading,
	after: ReadRecords,
	{ problem, record: row }: BlockFinding,
	following: number,
): boolean {
	if (following === MAX_FOLLOWING_FIXES) return false;
	const { starts, rows, text, full } = after;
	const end = starts[row + 1] ?? text.length;
	const fix = proposedFixes(problem, rowOfValues(file.layout, rows[row] ?? [], file.roster))[0];
	if (!fix?.preferred) return false;
	const record = {
		text: text.slice(starts[row], end),
		isHeader: false,
		below: () => full.slice(end),
		above: () => ({ text: '', starts: [] }),
	};
	return proofOf(file, record, [fix], following + 1) === 'kept';
}

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
			recordsLeft: () => 0,
		})
			.findings.filter(({ severity }) => severity === 'error')
			.map(({ rule, column }) => `${rule.id} ${column}`);
	const known = errorsOf(layout, text);
	return errorsOf(new Layout(layout.table, headers), after.text).some((error) => !known.includes(error));
}
