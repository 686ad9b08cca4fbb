/** Rows that are no students, as programs and people leave them in a file: a header, a line of dashes, a total. */

import { isUnseen, visibleText } from '../../characters';
import { valuesIn } from '../../csv/quote';
import { FAULTY, type Fields } from '../../csv/scan';
import { normalizeColumn } from '../../spec';
import { isDrawnLine, isTotal, saysRemark } from '../../spec/remarks';
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

/** Words in place of an ID, such as the title of a report. */
const TITLE = /^\p{L}{2,}(?: [\p{L}\d&.,'’/-]+)* \p{L}{2,}$/u;

/** Marks and words of programs in place of an ID. A formula starts with an equals sign, and an error of Excel with a number sign: both were IDs. */
const NO_ID = /^[^=#].*[:=*?]|^[:*?]|^(?:eof|null|none|nil|nan|n\/?a|undefined|[-–—._]+)"?$/i;

/** Tells cheaply which rows under one header may be no students, so that few are looked at twice. */
export class NoStudentFilter {
	readonly #hasMoreColumns: boolean;
	readonly #keyIndex: number;
	/** The first letters of the first column's name, in lower case. */
	readonly #name: string;
	/** The same of the key column. */
	readonly #keyName: string;
	readonly #required: readonly number[];

	constructor(layout: Layout) {
		const { columns, keyIndex } = layout;
		this.#hasMoreColumns = columns.length > 1;
		this.#keyIndex = keyIndex;
		const firstLetters = (header = ''): string =>
			visibleText(header).slice(0, COMPARED_LETTERS).toLowerCase();
		this.#name = firstLetters(columns[0]?.header);
		this.#keyName = firstLetters(columns[keyIndex]?.header);
		this.#required = requiredIndexes(layout);
	}

	/** True for every row that `isRepeatedHeader` or `remarkIn` could find. */
	mayBe(text: string, start: number, { starts, ends, end, count }: Fields): boolean {
		const at = text.charCodeAt(start) === QUOTE ? start + 1 : start;
		const first = text.charCodeAt(at);
		const firstEnd = ends[0] as number;
		const isAlone = this.#hasMoreColumns && end - firstEnd === count - 1;
		const key = this.#keyIndex;
		if (key > 0 && key < count && this.#mayBeInKey(text, starts, ends, count)) return true;
		// An ID that starts with a digit is by far the usual case.
		if (first >= DIGIT_0 && first <= DIGIT_9) return isAlone && isPhrase(text, at, firstEnd);
		if (key === 0 && this.#mayBeInKey(text, starts, ends, count)) return true;
		const second = text.charCodeAt(at + 1);
		if (isOfLine(first)) return isOfLine(second) || second === SPACE;
		if (firstEnd === start) {
			return key >= 0 && key < count && starts[key] === ends[key];
		}
		if (isAlone && isPhrase(text, at, firstEnd)) return true;
		if (startsAs(text, at, this.#name)) return true;
		return startsAsTotal(text, at);
	}

	/** Whether the key is none, in a row that may hold other values. */
	#mayBeInKey(text: string, starts: Int32Array, ends: Int32Array, count: number): boolean {
		const key = this.#keyIndex;
		const start = starts[key] as number;
		const end = ends[key] as number;
		const at = text.charCodeAt(start) === QUOTE ? start + 1 : start;
		const first = text.charCodeAt(at);
		if ((first >= DIGIT_0 && first <= DIGIT_9) || start === end) return false;
		if (isOfLine(first) && isOfLine(text.charCodeAt(at + 1))) return true;
		if (startsAs(text, at, this.#keyName) || startsAsTotal(text, at)) return true;
		const required = this.#required;
		for (const column of required) {
			if (column < count && !isEmpty(text, starts[column] as number, ends[column] as number)) return false;
		}
		return required.length > 1 && NO_ID.test(text.slice(at, end));
	}
}

/** The columns that every row needs besides its ID, by their 0-based places. */
function requiredIndexes(layout: Layout): readonly number[] {
	return layout.table.required.map((column) => layout.indexOf(column)).filter((index) => index >= 0);
}

/** Whether a field holds nothing, in quotes or not. */
function isEmpty(text: string, start: number, end: number): boolean {
	return start === end || (end - start === 2 && text.charCodeAt(start) === QUOTE);
}

/** Whether a row names columns of the file and holds nothing else. */
export function isRepeatedHeader(record: ReadRecord): boolean {
	const { columns } = record.layout;
	const values = valuesIn(record.text, record.fields);
	const names = values.filter((value) => !isUnseen(value)).map(normalizeColumn);
	if (names.length < Math.min(2, columns.length) || names.length * 2 < columns.length) return false;
	const headers = new Set(columns.map(({ header }) => normalizeColumn(header)));
	const others = names.filter((name) => !headers.has(name));
	if (others.length === 0) return true;
	// A report that is grouped by school has the school's ID before each header.
	const { keyIndex } = record.layout;
	const key = normalizeColumn(values[keyIndex] ?? '');
	return (
		others.length === 1 &&
		keyIndex > 0 &&
		key !== '' &&
		key === normalizeColumn(columns[keyIndex]?.header ?? '')
	);
}

/** What a row says that is no student; `isLine` for a line of dashes. Undefined for any other row. */
export function remarkIn(
	record: ReadRecord,
): { readonly text: string; readonly isLine: boolean } | undefined {
	if (record.fields.allFlags & FAULTY) return undefined;
	const { layout } = record;
	const all = valuesIn(record.text, record.fields);
	const values = all.filter((value) => !isUnseen(value));
	const [first] = values;
	if (first === undefined) return undefined;
	const text = visibleText(first);
	const key = visibleText(all[layout.keyIndex] ?? '');
	if (values.every(isDrawnLine)) return { text, isLine: true };
	const required = requiredIndexes(layout).map((index) => all[index] ?? '');
	// Below the ID of a school, which a report may repeat on each line.
	if (isDrawnLine(key) && required.every((value) => isUnseen(value) || isDrawnLine(value) || value === first))
		return { text: key, isLine: false };
	if (isTotal(key)) return { text: key, isLine: false };
	if (required.length > 1 && required.every(isUnseen) && NO_ID.test(key)) return { text: key, isLine: false };
	const { kind } = layout.columns[0]?.element ?? {};
	const isInsteadOfId = kind === 'key' || kind === 'id';
	const isAlone = values.length === 1;
	const isRemark =
		(isTotal(text) && (isInsteadOfId || isAlone)) ||
		(isAlone && (saysRemark(text) || (isInsteadOfId && TITLE.test(text))));
	return isRemark ? { text, isLine: false } : undefined;
}

/** Whether a character can be part of a line that is drawn of characters. */
function isOfLine(unit: number): boolean {
	return unit < 128 ? '-=_*+|'.includes(String.fromCharCode(unit)) : unit === 0x2013 || unit === 0x2014;
}

/** Whether a text has the first letters of a total at an offset. */
function startsAsTotal(text: string, at: number): boolean {
	return FIRST_LETTERS.some((letters) => startsAs(text, at, letters));
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
