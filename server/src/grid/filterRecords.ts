import type { Checker } from '../check/live/checker';
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
	const matches = recordTest(checker, filter);
	for (let row = 0; ; row++) {
		const at = among ? among[row] : row + 1;
		if (at === undefined || !record.read(at)) return found.take();
		if (matches(record)) found.push(at);
		if (row % RECORDS_PER_STEP === 0) yield at / document.recordCount;
	}
}

function recordTest(checker: Checker, { values = [], text }: GridFilter): (record: GridRecord) => boolean {
	const secret = secretColumns(checker);
	const wanted = values.map((one) => ({ column: one.column, values: new Set(one.values) }));
	const hasText = text ? textTest(text, secret) : () => true;
	return (record) => {
		if (wanted.length > 0 && !record.isReadable) return false;
		const isIn = ({ column, values: ofColumn }: (typeof wanted)[number]): boolean =>
			!secret.has(column) && column < record.fields.count && ofColumn.has(record.at(column));
		return wanted.every(isIn) && hasText(record);
	};
}

/** Tests for a text in the fields that are not secret; in a row that cannot be read, where no field is, in all of it. */
function textTest(text: string, secret: ReadonlySet<number>): (record: GridRecord) => boolean {
	const wanted = folded(text);
	// Quotes are doubled in the text of a file, so that such a value can only be found in the value itself.
	const isAsInFile = !wanted.includes('"');
	let block = '';
	let isInBlock = true;
	return (record) => {
		if (record.blockText !== block) {
			block = record.blockText;
			isInBlock = !isAsInFile || folded(block).includes(wanted);
		}
		if (!isInBlock || (isAsInFile && !folded(record.text).includes(wanted))) return false;
		// A password may be anywhere in a row that cannot be read.
		if (!record.isReadable) return secret.size === 0 && folded(record.text).includes(wanted);
		for (let column = 0; column < record.fields.count; column++) {
			if (!secret.has(column) && folded(record.at(column)).includes(wanted)) return true;
		}
		return false;
	};
}

/** A text without case. The two small forms of sigma are one. */
function folded(text: string): string {
	return text.toLowerCase().replaceAll('ς', 'σ');
}
