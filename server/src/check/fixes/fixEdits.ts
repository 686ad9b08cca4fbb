import type { CsvDocument, Field } from '../../csv/document';
import type { OffsetEdit } from '../../csv/edits/edit';
import { removalOfRecords } from '../../csv/edits/removeRecords';
import { Fields } from '../../csv/scan';
import type { Fix } from '../../rules/fix';
import type { Problem } from '../../rules/rule';
import type { Row } from '../../rules/views';
import { runToEnd } from '../../work/runToEnd';
import type { Finding } from '../finding';
import { proposedFixes, rowOf } from './proposedFixes';
import { type FileReading, MAX_COLUMNS_TO_PROVE_EACH, outcomeOf, proofOf, provenFixes } from './proveFix';
import { recordContext } from './recordContext';
import { recordEdits } from './recordEdits';
import { wholeFileEdits } from './wholeFile';
import { keepsEveryValue } from './wholeFileProof';

/** A file as its fixes see it. */
export interface FixedFile extends FileReading {
	readonly document: CsvDocument;
}

/** A problem and the record that has it, 0-based. */
export type Problematic = Pick<Finding, 'problem' | 'record'>;

/** How much of a file a fix may look at to weigh its choices, and how many UTF-16 units from the file's start. */
const SAMPLE_ROWS = 100;
const SAMPLE_UNITS = 100_000;

/** So many findings get their fixes in a file of any width: that of a field, and those of its whole record. */
const MIN_PROVEN = 3;

/** Caches whether a problem has a preferred fix, which is the same for all findings that share the problem. */
const fixableProblems = new WeakMap<Problem, boolean>();

/**
 * The fixes of a finding, the preferred one first. Each is proven: its result was read again. One that would change
 * more than it promises is left out; one that would bring a new error, or another student's key, is not preferred.
 */
export function fixesOf(file: FixedFile, finding: Problematic): readonly Fix[] {
	const fixes = proposalsOf(file, finding);
	return fixes.length === 0 ? fixes : provenFixes(file, recordContext(file.document, finding.record), fixes);
}

/**
 * The fixes that the rule of a finding proposes for a menu, the preferred one first. Nothing has proven them yet.
 *
 * @param valueAt the unquoted value in a 0-based column of the finding's record, where a caller has it at hand.
 */
export function proposalsOf(
	file: FixedFile,
	finding: Problematic,
	valueAt?: (column: number) => string | undefined,
): readonly Fix[] {
	const elsewhere = {
		sample: (column: number) => firstValues(file.document, column),
		rowsWithKey: (key: string) => file.rowsWithKey?.(key) ?? [],
	};
	return proposedFor(file, finding, elsewhere, valueAt);
}

/** The proven fix that "fix all" applies; undefined if the finding has none. */
export function preferredFixOf(file: FixedFile, finding: Problematic): Fix | undefined {
	const fix = proposedFor(file, finding).find(({ preferred }) => preferred);
	if (!fix) return undefined;
	return proofOf(file, recordContext(file.document, finding.record), fix) === 'kept' ? fix : undefined;
}

/**
 * Whether "fix all" fixes the finding, unless it gives the row a key that another student has: a block is counted before
 * the rows below it are read.
 */
export function isFixable(file: FixedFile, finding: Problematic): boolean {
	let fixable = fixableProblems.get(finding.problem);
	if (fixable === undefined) {
		const { document, layout, active, reader, recordCheck, roster } = file;
		const withoutKeys = { document, layout, active, reader, recordCheck, roster };
		fixable = preferredFixOf(withoutKeys, finding) !== undefined;
		fixableProblems.set(finding.problem, fixable);
	}
	return fixable;
}

/**
 * How many findings of a list of `most` get their fixes proven at once: each proof reads a whole record, so that they
 * are fewer, the more columns there are.
 */
export function mostProven({ columns }: FixedFile['layout'], most: number): number {
	const share = Math.min(1, MAX_COLUMNS_TO_PROVE_EACH / columns.length);
	return Math.max(Math.min(most, MIN_PROVEN), Math.floor(most * share));
}

/** Whether "fix all" fixes the finding by a change of the whole file. */
export function isFixedInWholeFile(file: FixedFile, finding: Problematic): boolean {
	return proposedFor(file, finding).find(({ preferred }) => preferred)?.target.kind === 'file';
}

/**
 * Finds out whether "fix all" fixes findings, all at once for each record with many columns; `isFixable` answers for
 * the others one by one. Fixes that are not proven together count as none.
 */
export function proveTogether(file: FixedFile, findings: () => readonly Problematic[]): void {
	if (file.layout.columns.length <= MAX_COLUMNS_TO_PROVE_EACH) return;
	const byRecord = new Map<number, Problematic[]>();
	for (const finding of findings()) {
		const ofRecord = byRecord.get(finding.record);
		if (ofRecord) ofRecord.push(finding);
		else byRecord.set(finding.record, [finding]);
	}
	for (const [record, ofRecord] of byRecord) if (ofRecord.length > 1) proveRecord(file, record, ofRecord);
}

function proveRecord(file: FixedFile, record: number, findings: readonly Problematic[]): void {
	const fixed: Problem[] = [];
	const fixes: Fix[] = [];
	for (const finding of findings) {
		const fix = proposedFor(file, finding).find(({ preferred }) => preferred);
		const setsValues = fix?.target.kind !== 'file' && fix?.steps.every(({ kind }) => kind === 'value');
		if (fix && setsValues) {
			fixed.push(finding.problem);
			fixes.push(fix);
		} else if (!fix) fixableProblems.set(finding.problem, false);
	}
	if (fixes.length === 0) return;
	const isKept = outcomeOf(file, recordContext(file.document, record), fixes).proof === 'kept';
	for (const problem of fixed) fixableProblems.set(problem, isKept);
}

/** The edits of a fix in a 0-based record, ascending. They touch nothing but the fields that they fix. */
export function offsetEditsOf(document: CsvDocument, record: number, fix: Fix): readonly OffsetEdit[] {
	return runToEnd(fixEditSteps(document, record, fix));
}

/** Makes the edits of a fix in steps: a fix of the whole file reads it, and reads the result again. */
export function* fixEditSteps(
	document: CsvDocument,
	record: number,
	fix: Fix,
): Generator<void, readonly OffsetEdit[]> {
	if (fix.target.kind === 'file') return yield* wholeFileFixEdits(document, fix);
	if (removesRecord(fix)) return [removalOfRecords(document, record, record)];
	const { start, end } = document.recordSpan(record);
	const text = document.slice(start, end);
	const fields = new Fields();
	document.reader.read(text, 0, fields);
	return (recordEdits(text, fields, fix) ?? []).map((edit) => ({
		start: start + edit.start,
		end: start + edit.end,
		text: edit.text,
	}));
}

/** A fix and the record that it changes, 0-based. */
export interface FixOfRecord {
	readonly record: number;
	readonly fix: Fix;
}

/**
 * Makes the edits of fixes of different records, ascending and without overlap: neighboring rows are removed at once.
 *
 * @param fixes by ascending record.
 */
export function* editStepsOfFixes(
	document: CsvDocument,
	fixes: readonly FixOfRecord[],
): Generator<void, readonly OffsetEdit[]> {
	const edits: OffsetEdit[] = [];
	let first: number | undefined;
	for (const [at, { record, fix }] of fixes.entries()) {
		const next = fixes[at + 1];
		if (removesRecord(fix)) {
			first ??= record;
			if (next && next.record === record + 1 && removesRecord(next.fix)) continue;
			edits.push(removalOfRecords(document, first, record));
			first = undefined;
		} else for (const edit of yield* fixEditSteps(document, record, fix)) edits.push(edit);
		yield;
	}
	return edits;
}

function removesRecord({ steps }: Fix): boolean {
	return steps.some(({ kind }) => kind === 'delete-record');
}

/** The edits of a fix of the whole file, ascending; none where reading the result again shows that it breaks its promise. */
export function* wholeFileFixEdits(
	document: CsvDocument,
	{ steps }: Fix,
): Generator<void, readonly OffsetEdit[]> {
	const [step] = steps;
	if (!step) return [];
	const edits = yield* wholeFileEdits(document, step);
	return (yield* keepsEveryValue(document, step, edits)) ? edits : [];
}

function proposedFor(
	{ document, layout, roster }: FixedFile,
	{ problem, record }: Problematic,
	elsewhere?: Pick<Row, 'sample' | 'rowsWithKey'>,
	knownAt?: (column: number) => string | undefined,
): readonly Fix[] {
	if (!problem.fixes) return [];
	// Most fixes look at no other field, and a header may have thousands.
	let fields: readonly Field[] | undefined;
	const valueAt = (column: number): string | undefined => {
		fields ??= document.fieldsOf(record);
		return fields[column]?.value;
	};
	return proposedFixes(problem, { ...rowOf(layout, knownAt ?? valueAt, roster), ...elsewhere });
}

/** The values of a 0-based column in the first rows, for a menu: as many as are read at once. */
function firstValues(document: CsvDocument, column: number): readonly string[] {
	const values: string[] = [];
	const last = Math.min(document.recordCount - 1, SAMPLE_ROWS);
	for (let record = 1; record <= last && document.recordSpan(record).end <= SAMPLE_UNITS; record++) {
		values.push(document.fieldsOf(record)[column]?.value ?? '');
	}
	return values;
}
