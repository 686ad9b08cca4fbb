/** Rows that are no students, as programs and people leave them in a file: a header, a line of dashes, a total. */

import { isUnseen, visibleText } from '../../characters';
import { valueIn } from '../../csv/quote';
import { FAULTY, type Fields } from '../../csv/scan';
import { normalizeColumn } from '../../spec';
import type { Layout } from '../layout';

/** A record that was read into `fields`. */
interface ReadRecord {
	readonly text: string;
	/** UTF-16 offset of the record in `text`. */
	readonly start: number;
	readonly fields: Fields;
	readonly layout: Layout;
}

const SPACE = 32;
const QUOTE = 34;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const COLON = 58;
const CASE_BIT = 32;
/** How many letters of the first column's name a row must start with before it is compared with the header. */
const COMPARED_LETTERS = 4;
/** The first letters of a total and of a grand total, in lower case. */
const FIRST_LETTERS: readonly string[] = ['to', 'gr', 'su'];

const LINE = /^[-=_*+|–—\s]{2,}$/;
const TOTAL = /^(?:(?:grand|sub)[ -]?)?totals?\b/i;
const REMARKS: readonly RegExp[] = [
	/^\(?\d[\d,]* (?:rows?|records?|students?)\b[^\d]*$/i,
	/^(?:rows?|records?|students?|number of \w+) ?(?:count|total|exported|listed|selected)?:? ?\d[\d,]*$/i,
	/^(?:report|export|file|list) (?:was )?(?:generated|created|printed|produced|run|date|title)\b/i,
	/^(?:generated|printed|exported|created|produced|run|as) (?:on|by|at|from|of)\b/i,
	/^\W*end of (?:the )?(?:report|file|data|list|export)\W*$/i,
	/^page:? \d+(?: (?:of|\/) \d+)?$/i,
];
/** Words in place of an ID, such as the title of a report. */
const TITLE = /^\p{L}{2,}(?: [\p{L}\d&.,'’/-]+)* \p{L}{2,}$/u;

/** Tells cheaply which rows under one header may be no students, so that few are looked at twice. */
export class NoStudentFilter {
	readonly #hasMoreColumns: boolean;
	readonly #keyIndex: number;
	/** The first letters of the first column's name, in lower case. */
	readonly #name: string;

	constructor({ columns, keyIndex }: Layout) {
		this.#hasMoreColumns = columns.length > 1;
		this.#keyIndex = keyIndex;
		this.#name = visibleText(columns[0]?.header ?? '')
			.slice(0, COMPARED_LETTERS)
			.toLowerCase();
	}

	/** True for every row that `isRepeatedHeader` or `remarkIn` could find. */
	mayBe(text: string, start: number, { starts, ends, end, count }: Fields): boolean {
		const at = text.charCodeAt(start) === QUOTE ? start + 1 : start;
		const first = text.charCodeAt(at);
		const firstEnd = ends[0] as number;
		const isAlone = this.#hasMoreColumns && end - firstEnd === count - 1;
		// An ID that starts with a digit is by far the usual case.
		if (first >= DIGIT_0 && first <= DIGIT_9) return isAlone && isPhrase(text, at, firstEnd);
		const second = text.charCodeAt(at + 1);
		if (isOfLine(first)) return isOfLine(second) || second === SPACE;
		if (firstEnd === start) {
			const key = this.#keyIndex;
			return key >= 0 && key < count && starts[key] === ends[key];
		}
		if (isAlone && isPhrase(text, at, firstEnd)) return true;
		if (startsAs(text, at, this.#name)) return true;
		return FIRST_LETTERS.some((letters) => startsAs(text, at, letters));
	}
}

/** Whether a row names columns of the file and holds nothing else. */
export function isRepeatedHeader(record: ReadRecord): boolean {
	const { columns } = record.layout;
	const values = valuesOf(record);
	const names = values.filter((value) => !isUnseen(value)).map(normalizeColumn);
	if (names.length < Math.min(2, columns.length) || names.length * 2 < columns.length) return false;
	const headers = new Set(columns.map(({ header }) => normalizeColumn(header)));
	return names.every((name) => headers.has(name));
}

/** What a row says that is no student; `isLine` for a line of dashes. Undefined for any other row. */
export function remarkIn(
	record: ReadRecord,
): { readonly text: string; readonly isLine: boolean } | undefined {
	if (record.fields.allFlags & FAULTY) return undefined;
	const values = valuesOf(record).filter((value) => !isUnseen(value));
	const [first] = values;
	if (first === undefined) return undefined;
	const text = visibleText(first);
	if (values.every((value) => LINE.test(value))) return { text, isLine: true };
	const { kind } = record.layout.columns[0]?.element ?? {};
	const isInsteadOfId = kind === 'key' || kind === 'id';
	const isAlone = values.length === 1;
	const isRemark =
		(TOTAL.test(text) && (isInsteadOfId || isAlone)) ||
		(isAlone && (REMARKS.some((remark) => remark.test(text)) || (isInsteadOfId && TITLE.test(text))));
	return isRemark ? { text, isLine: false } : undefined;
}

function valuesOf({ text, fields }: ReadRecord): readonly string[] {
	return Array.from({ length: fields.count }, (_, column) => valueIn(text, fields, column));
}

/** Whether a character can be part of a line that is drawn of characters. */
function isOfLine(unit: number): boolean {
	return unit < 128 ? '-=_*+|'.includes(String.fromCharCode(unit)) : unit === 0x2013 || unit === 0x2014;
}

/** Whether a part of a text has more than one word. */
function isPhrase(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const unit = text.charCodeAt(at);
		if (unit === SPACE || unit === COLON || unit > 127) return true;
	}
	return false;
}

/** Whether a text has these letters at an offset, in any case. `letters` are in lower case. */
function startsAs(text: string, at: number, letters: string): boolean {
	for (let index = 0; index < letters.length; index++) {
		const unit = text.charCodeAt(at + index);
		const wanted = letters.charCodeAt(index);
		if (unit !== wanted && (unit | CASE_BIT) !== wanted) return false;
	}
	return letters !== '';
}
