import { foldText, joinSpaces } from '../characters';
import type { Checker } from '../check/live/checker';
import type { Block } from '../csv/block';
import { IntList } from '../csv/intList';
import { isFieldRule, type Rule } from '../rules';
import { type Steps, stepsIn } from '../work/steps';
import { checkedToEnd } from './checkedToEnd';
import { earlierValuesIn } from './earlierValues';
import { GridRecord, RECORDS_PER_STEP, secretColumns } from './gridRecord';
import type { GridEarlier, GridFilter } from './gridTypes';
import { isCount } from './isCount';
import { visitReported } from './reportedRows';
import { unreadableText } from './unreadableText';

/** Whether a filter hides no row. */
export function isOpen({ problems, values, text, changed }: GridFilter): boolean {
	return !problems && !values?.length && !text && !changed;
}

/** The records below the header that pass a filter, ascending. The file must not change before the last step. */
export function* filterRecords(checker: Checker, filter: GridFilter): Steps<Int32Array> {
	const { problems, values, text, changed } = filter;
	const among = problems && (yield* stepsIn([0, 0.5], recordsWithFindings(checker, problems)));
	if (values?.length || text || changed) return yield* stepsIn([0.5, 1], matching(checker, filter, among));
	return among ?? (yield* allRecords(checker));
}

/** The records with a finding, of one rule or of any, in one column or in any: see `GridFilter`. */
function* recordsWithFindings(
	checker: Checker,
	wanted: NonNullable<GridFilter['problems']>,
): Steps<Int32Array> {
	yield* checkedToEnd(checker);
	const { message } = wanted;
	const isWanted = ({ rule, column }: { readonly rule: Rule; readonly column: number }): boolean =>
		message === undefined &&
		(wanted.rule === undefined || rule.id === wanted.rule) &&
		(wanted.column === undefined || column === wanted.column) &&
		(wanted.column === undefined || wanted.rule !== undefined || isFieldRule(rule));
	const isFound = new Uint8Array(checker.document.recordCount);
	const visiting = checker.visitFindings((record, finding) => {
		if (isWanted(finding)) isFound[record] = 1;
	}, isWanted);
	for (const _ of visiting) yield 0.5;
	const visitingReports = visitReported(checker, (problem) => {
		const { source, column, record } = problem;
		if (wanted.rule !== undefined && source !== wanted.rule) return;
		if (wanted.column !== undefined && column !== wanted.column) return;
		if (message === undefined || problem.message === message) isFound[record] = 1;
	});
	for (const _ of visitingReports) yield 0.5;
	const records = new IntList();
	for (let record = isFound.indexOf(1); record >= 0; record = isFound.indexOf(1, record + 1))
		records.push(record);
	return records.take();
}

function* allRecords({ document }: Checker): Steps<Int32Array> {
	while (document.readMore()) yield 0;
	return Int32Array.from({ length: Math.max(0, document.recordCount - 1) }, (_, row) => row + 1);
}

/** @param among the records to look at, ascending; all below the header where it is missing. */
function* matching(checker: Checker, filter: GridFilter, among: Int32Array | undefined): Steps<Int32Array> {
	const { document } = checker;
	const found = new IntList();
	const record = new GridRecord(checker);
	const test = recordTest(checker, filter);
	let at = 0;
	for (let position = 0; position < document.blocks.length || document.readMore(); position++) {
		const end = document.firstRecordOf(position + 1);
		const first = Math.max(1, document.firstRecordOf(position));
		const mayMatch = test.mayMatchIn((document.blocks[position] as Block).text);
		for (let number = first; number < end; number++) {
			if (among) {
				while ((among[at] ?? end) < number) at++;
				number = among[at] ?? end;
				if (number >= end) break;
			}
			if (!mayMatch) break;
			record.read(number);
			if (test.matches(record)) found.push(number);
			if (number % RECORDS_PER_STEP === 0) yield position / document.blocks.length;
		}
		yield position / document.blocks.length;
	}
	return found.take();
}

/** Tells which records pass a filter. */
interface RecordTest {
	/** Whether a record in this text, of whole records, may pass. */
	mayMatchIn(text: string): boolean;
	matches(record: GridRecord): boolean;
}

function recordTest(checker: Checker, { values = [], text, changed }: GridFilter): RecordTest {
	const secret = secretColumns(checker);
	const wanted = values.map((one) => ({ column: one.column, values: new Set(one.values) }));
	const isIn = (record: GridRecord): boolean => {
		if (!record.isReadable) return false;
		for (const { column, values: ofColumn } of wanted) {
			if (!isCount(column) || secret.has(column) || column >= record.fields.count) return false;
			if (!ofColumn.has(record.at(column))) return false;
		}
		return true;
	};
	const earlierOf = changed ? earlierValuesIn(checker) : undefined;
	const isWanted = ({ column, value }: GridEarlier): boolean =>
		typeof changed !== 'object' || (column === changed.column && value === changed.from);
	const hasText = text ? textTest(checker, text) : undefined;
	return {
		mayMatchIn: (block) => hasText?.mayMatchIn(block) ?? true,
		matches: (record) =>
			(wanted.length === 0 || isIn(record)) &&
			(hasText?.matches(record) ?? true) &&
			(!earlierOf || earlierOf(record).some(isWanted)),
	};
}

/** What separates fields in a file, or is written there in another way than in the value. */
const BETWEEN_FIELDS = /[",\r\n]/;

/**
 * Tests for words that are each in some field that is not secret; in a row that cannot be read, in what is shown of it.
 */
function textTest(checker: Checker, text: string): RecordTest {
	const secret = secretColumns(checker);
	const words = joinSpaces(foldText(text))
		.split(' ')
		.filter((word) => word !== '');
	const asInFile = words.filter((word) => !word.includes('"'));
	// Such words are each in one field where they are in the text of a row.
	const areInOneField = !words.some((word) => BETWEEN_FIELDS.test(word));
	const areIn = (where: string, wanted: readonly string[]): boolean => {
		const folded = foldText(where);
		return wanted.every((word) => folded.includes(word));
	};
	return {
		mayMatchIn: (block) => areIn(block, asInFile),
		matches(record) {
			if (!areIn(record.text, asInFile)) return false;
			if (!record.isReadable) return areIn(unreadableText(checker, record), words);
			if (areInOneField && secret.size === 0) return true;
			let left: readonly string[] = words;
			for (let column = 0; column < record.fields.count && left.length > 0; column++) {
				if (secret.has(column)) continue;
				const value = foldText(record.at(column));
				left = left.filter((word) => !value.includes(word));
			}
			return left.length === 0;
		},
	};
}
