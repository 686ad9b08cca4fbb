import type { Checker } from '../check/live/checker';
import type { Block } from '../csv/block';
import { IntList } from '../csv/intList';
import type { Rule } from '../rules/rule';
import { type Steps, stepsIn } from '../work/steps';
import { checkedToEnd } from './checkedToEnd';
import { GridRecord, RECORDS_PER_STEP, secretColumns } from './gridRecord';
import type { GridFilter } from './gridTypes';

/** Whether a filter hides no row. */
export function isOpen({ problems, values, text }: GridFilter): boolean {
	return !problems && !values?.length && !text;
}

/** The records below the header that pass a filter, ascending. The file must not change before the last step. */
export function* filterRecords(checker: Checker, filter: GridFilter): Steps<Int32Array> {
	const { problems, values, text } = filter;
	const among = problems && (yield* stepsIn([0, 0.5], recordsWithFindings(checker, problems.rule)));
	if (values?.length || text) return yield* stepsIn([0.5, 1], matching(checker, filter, among));
	return among ?? (yield* allRecords(checker));
}

/** The records with a finding, of one rule or of any. */
function* recordsWithFindings(checker: Checker, wanted: string | undefined): Steps<Int32Array> {
	yield* checkedToEnd(checker);
	const isWanted = ({ rule }: { readonly rule: Rule }): boolean => wanted === undefined || rule.id === wanted;
	const isFound = new Uint8Array(checker.document.recordCount);
	const visiting = checker.visitFindings((record, finding) => {
		if (isWanted(finding)) isFound[record] = 1;
	}, isWanted);
	for (const _ of visiting) yield 0.5;
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

function recordTest(checker: Checker, { values = [], text }: GridFilter): RecordTest {
	const secret = secretColumns(checker);
	const wanted = values.map((one) => ({ column: one.column, values: new Set(one.values) }));
	const isIn = (record: GridRecord): boolean => {
		if (!record.isReadable) return false;
		for (const { column, values: ofColumn } of wanted) {
			if (secret.has(column) || column < 0 || column >= record.fields.count) return false;
			if (!ofColumn.has(record.at(column))) return false;
		}
		return true;
	};
	const hasText = text ? textTest(text, secret) : undefined;
	return {
		mayMatchIn: (block) => hasText?.mayMatchIn(block) ?? true,
		matches: (record) => (wanted.length === 0 || isIn(record)) && (hasText?.matches(record) ?? true),
	};
}

/** What separates fields in a file, or is written there in another way than in the value. */
const BETWEEN_FIELDS = /[",\r\n]/;

/** Tests for a text in the fields that are not secret; in a row that cannot be read, where no field is, in all of it. */
function textTest(text: string, secret: ReadonlySet<number>): RecordTest {
	const wanted = folded(text);
	// Such a text is in one field where it is in the text of a row.
	const isInOneField = !BETWEEN_FIELDS.test(wanted);
	const isAsInFile = !wanted.includes('"');
	const isIn = (where: string): boolean => folded(where).includes(wanted);
	return {
		mayMatchIn: (block) => !isAsInFile || isIn(block),
		matches(record) {
			if (isAsInFile && !isIn(record.text)) return false;
			// A password may be anywhere in a row that cannot be read.
			if (!record.isReadable) return secret.size === 0 && isIn(record.text);
			if (isInOneField && secret.size === 0) return true;
			for (let column = 0; column < record.fields.count; column++) {
				if (!secret.has(column) && isIn(record.at(column))) return true;
			}
			return false;
		},
	};
}

/** A text without case. The two small forms of sigma are one. */
function folded(text: string): string {
	return text.toLowerCase().replaceAll('ς', 'σ');
}
