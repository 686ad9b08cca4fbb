import { indexOrLength, Lookahead } from './lookahead';

/**
 * The only module that interprets commas and quotes: RFC 4180, with the recovery that an editor needs.
 *
 * Two readers share one grammar, because of speed. `scanLine` reads the usual record, one that ends with its line and
 * whose quotes are in order: it searches for delimiters and quotes with `indexOf`, several times as fast as a loop.
 * `scanUnits` reads every record, unit by unit: long lines, line breaks in quotes, and faults. What `scanLine` cannot
 * read it leaves to `scanUnits`. test/csv/lookahead.long.test.ts holds the two equal on random texts.
 *
 * Offsets are 0-based and count UTF-16 code units of the given text. A line break is CRLF, LF or CR. The scanner never
 * fails: what RFC 4180 does not allow is flagged on its field, and reading goes on.
 *
 * A quote that opens a field is taken for one that was never closed, and its record ends at its own line end, where the
 * next single quote is not on the same line and is followed by text. Such a quote opens or ends another row's value:
 * one stray quote leaves all other rows as they are. Spaces are no text: a field of several lines may have them after
 * its closing quote.
 */

/**
 * The most lines that a quoted field may span. Beyond them its opening quote counts as never closed and its record
 * ends at its own line end, so that one typed `"` does not swallow the rest of the file. An edit can therefore change
 * a record that starts up to this many lines before it.
 */
export const MAX_QUOTED_LINES = 64;

const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;

/** The flags of a field, as bits. A field with none of the `FAULTY` ones is sound. */
export const QUOTED = 1;
/** A quoted field that holds doubled quotes. */
export const DOUBLED = 2;
/** It opens with a quote that nothing closes. */
export const UNCLOSED = 4;
/** There is text between its closing quote and the delimiter. */
export const TEXT_AFTER_QUOTE = 8;
/** An unquoted field that holds a quote. */
export const QUOTE_IN_FIELD = 16;
/** A quoted field that spans lines. */
export const MULTILINE = 32;
/** Any of the faults. */
export const FAULTY = UNCLOSED | TEXT_AFTER_QUOTE | QUOTE_IN_FIELD;

/** How many fields there is room for at first. */
const INITIAL_CAPACITY = 64;

/** The fields of one record, in arrays that are reused from record to record: nothing is allocated per field. */
export class Fields {
	count = 0;
	/** Offset of each field's first unit, its opening quote included. */
	starts = new Int32Array(INITIAL_CAPACITY);
	/** Offset after each field's last unit, its closing quote included. */
	ends = new Int32Array(INITIAL_CAPACITY);
	flags = new Uint8Array(INITIAL_CAPACITY);
	/** Offset of the record's line break, or the end of the text. */
	end = 0;
	/** Whether more text after the end could change what was read. */
	sawEnd = false;
	/** The flags of all fields together. */
	allFlags = 0;
	/** What was found ahead of the last record; it serves the next one. */
	readonly lookahead = new Lookahead();

	/** Sets a field, and makes room for it. Fields are set in their order. */
	put(index: number, start: number, end: number, flags: number): void {
		if (index === this.starts.length) this.#grow();
		this.starts[index] = start;
		this.ends[index] = end;
		this.flags[index] = flags;
	}

	#grow(): void {
		this.starts = copyInto(new Int32Array(this.starts.length * 2), this.starts);
		this.ends = copyInto(new Int32Array(this.ends.length * 2), this.ends);
		this.flags = copyInto(new Uint8Array(this.flags.length * 2), this.flags);
	}
}

function copyInto<T extends Int32Array | Uint8Array>(longer: T, array: T): T {
	longer.set(array);
	return longer;
}

/** Reads records by one set of conventions. It has no state, so one reader serves all texts. */
export class RecordReader {
	/** The most lines that a quoted field may span. */
	readonly maxQuotedLines: number;
	readonly #delimiter: string;

	/** @param delimiter one UTF-16 unit. */
	constructor({ maxQuotedLines = MAX_QUOTED_LINES, delimiter = ',' } = {}) {
		this.maxQuotedLines = maxQuotedLines;
		this.#delimiter = delimiter;
	}

	/**
	 * Reads the record that starts at `start` into `fields`. Returns where the next one starts: after the line break, or
	 * at the end of the text.
	 */
	read(text: string, start: number, fields: Fields): number {
		fields.sawEnd = false;
		const lineEnd = fields.lookahead.lineEnd(text, start);
		const next = lineEnd < 0 ? -1 : scanLine(text, start, lineEnd, fields, this.#delimiter);
		return next >= 0
			? next
			: scanUnits(text, start, fields, this.#delimiter.charCodeAt(0), this.maxQuotedLines);
	}

	/**
	 * Returns where the record after the one at `start` starts, as `read` does, but passes over a line without quotes
	 * without finding its fields: `fields` holds nothing of use then.
	 */
	skip(text: string, start: number, fields: Fields): number {
		const { lookahead } = fields;
		const lineEnd = lookahead.lineEnd(text, start);
		const hasNoQuote = lineEnd >= 0 && lineEnd < lookahead.windowStart + lookahead.quote;
		return hasNoQuote ? nextLineStart(text, lineEnd) : this.read(text, start, fields);
	}
}

/** The reader of every file. Only tests, the fix of a wrong delimiter and a block from the clipboard have another. */
export const recordReader = new RecordReader();

/** Reads any record, unit by unit. */
function scanUnits(
	text: string,
	start: number,
	fields: Fields,
	delimiter: number,
	maxQuotedLines: number,
): number {
	const length = text.length;
	// Most units are above every unit that means something, so that one comparison is enough for them.
	const highest = Math.max(delimiter, COMMA);
	let count = 0;
	let allFlags = 0;
	let at = start;
	for (;;) {
		const fieldStart = at;
		let flags = 0;
		if (at < length && text.charCodeAt(at) === QUOTE) {
			const close = closingQuote(text, at, delimiter, maxQuotedLines, fields);
			if (close < 0) {
				flags = UNCLOSED;
				at++;
			} else {
				flags = QUOTED | (close & HAS_DOUBLED ? DOUBLED : 0) | (close & HAS_LINES ? MULTILINE : 0);
				at = (close >> 2) + 1;
			}
		}
		const tail = at;
		let code = -1;
		for (; at < length; at++) {
			code = text.charCodeAt(at);
			if (code > highest) continue;
			if (code === delimiter || code === LF || code === CR) break;
			if (code === QUOTE && flags === 0) flags = QUOTE_IN_FIELD;
		}
		if (flags & QUOTED && at > tail) flags |= TEXT_AFTER_QUOTE;
		fields.put(count, fieldStart, at, flags);
		allFlags |= flags;
		count++;
		if (at < length && code === delimiter) {
			at++;
			continue;
		}
		return endRecord(text, at, fields, count, allFlags);
	}
}

/** Reads a record that ends with its line, at `end`, and whose quotes are in order; returns -1 for any other. */
function scanLine(text: string, start: number, end: number, fields: Fields, delimiter: string): number {
	const { window, windowStart } = fields.lookahead;
	const delimiterUnit = delimiter.charCodeAt(0);
	const last = end - windowStart;
	let { quote } = fields.lookahead;
	let count = 0;
	let allFlags = 0;
	for (let at = start - windowStart; ; ) {
		let fieldEnd: number;
		let flags = 0;
		if (at === quote) {
			const close = closingQuoteIn(window, at);
			if (close >= last) return -1;
			flags = indexOrLength(window, '"', at + 1) < close ? QUOTED | DOUBLED : QUOTED;
			fieldEnd = close + 1;
			if (fieldEnd < last && window.charCodeAt(fieldEnd) !== delimiterUnit) return -1;
			quote = indexOrLength(window, '"', fieldEnd);
		} else {
			const next = window.indexOf(delimiter, at);
			fieldEnd = next < 0 || next > last ? last : next;
			if (quote < fieldEnd) return -1;
		}
		fields.put(count, windowStart + at, windowStart + fieldEnd, flags);
		allFlags |= flags;
		count++;
		if (fieldEnd === last) break;
		at = fieldEnd + 1;
	}
	return endRecord(text, end, fields, count, allFlags);
}

/** Completes a record that ends at `end`; returns where the next one starts. */
function endRecord(text: string, end: number, fields: Fields, count: number, allFlags: number): number {
	fields.count = count;
	fields.allFlags = allFlags;
	fields.end = end;
	if (end >= text.length) {
		fields.sawEnd = true;
		return end;
	}
	// An LF may follow where the text ends with a CR.
	if (end + 1 >= text.length && text.charCodeAt(end) === CR) fields.sawEnd = true;
	return nextLineStart(text, end);
}

/** Where the line after the line break at `end` starts. */
function nextLineStart(text: string, end: number): number {
	return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}

/** The lowest bits of what `closingQuote` returns. */
const HAS_DOUBLED = 1;
const HAS_LINES = 2;

/** The closing quote's offset shifted left by two, with bits for doubled quotes and for more lines; -1 for none. */
function closingQuote(
	text: string,
	open: number,
	delimiter: number,
	maxQuotedLines: number,
	fields: Fields,
): number {
	const length = text.length;
	let bits = 0;
	let lines = 1;
	for (let at = open + 1; at < length; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) {
			if (at + 1 >= length || text.charCodeAt(at + 1) !== QUOTE) {
				if (lines === 1) return (at << 2) | bits;
				return hasTextAfter(text, at, delimiter) ? -1 : (at << 2) | bits | HAS_LINES;
			}
			bits = HAS_DOUBLED;
			at++;
		} else if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) {
			if (++lines > maxQuotedLines) return -1;
		}
	}
	fields.sawEnd = true;
	return -1;
}

/** Whether a quote is followed, in its line and before the next delimiter, by anything but spaces. */
function hasTextAfter(text: string, quote: number, delimiter: number): boolean {
	let at = quote + 1;
	while (text.charCodeAt(at) === SPACE && delimiter !== SPACE) at++;
	const code = text.charCodeAt(at);
	return at < text.length && code !== delimiter && code !== LF && code !== CR;
}

/** The offset of the quote that closes the quoted field opening at `open`; the text's length where none does. */
export function closingQuoteIn(text: string, open: number): number {
	for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
		if (text.charCodeAt(at + 1) !== QUOTE) return at;
	}
	return text.length;
}
