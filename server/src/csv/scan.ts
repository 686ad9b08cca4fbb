/**
 * The one place that knows commas and quotes: RFC 4180, with the recovery that an editor needs.
 *
 * Offsets are 0-based and count UTF-16 code units of the text handed in. A line break is CRLF, LF or CR.
 * The scanner never fails: what RFC 4180 does not allow is flagged on its field and read on.
 */

/**
 * The lines that a quoted field may span. Past them its opening quote counts as never closed and its record
 * ends at its own line end, so that one typed `"` does not swallow the rest of the file. An edit can thus
 * change a record that starts up to this many lines before it.
 */
export const MAX_QUOTED_LINES = 64;

const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;

/** What the scanner saw of a field, as bits. A field that only `QUOTED` or `DOUBLED` stand on is sound. */
export const QUOTED = 1;
/** A quoted field that holds doubled quotes. */
export const DOUBLED = 2;
/** It opens with a quote that nothing closes. */
export const UNCLOSED = 4;
/** Text stands between its closing quote and the delimiter. */
export const TEXT_AFTER_QUOTE = 8;
/** An unquoted field that holds a quote. */
export const QUOTE_IN_FIELD = 16;
/** Any of the faults. */
export const FAULTY = UNCLOSED | TEXT_AFTER_QUOTE | QUOTE_IN_FIELD;

/** Fields for which there is room at first. */
const FIRST_ROOM = 64;

/** Units that are searched at once: enough for a few records, and little for whoever wants only one. */
const REACH = 2048;

/** Where in a text the next signs stand. The engine searches for one sign several times as fast as a loop looks at each. */
class Ahead {
	/** The text from `start` on, as far as it is searched. */
	piece = '';
	/** Offset of the piece in the text. */
	start = 0;
	/** Where in the piece the next quote stands; its length where none does. */
	quote = 0;
	#text = '';
	#last = 0;
	#lf = 0;
	#cr = 0;

	/** Where the line of `from` ends, if that is near; else -1. An offset into the text. */
	lineEnd(text: string, from: number): number {
		if (text !== this.#text || from < this.#last || !this.#seek(from)) {
			this.#text = text;
			this.start = from;
			this.piece = text.slice(from, from + REACH);
			this.#lf = -1;
			this.#cr = -1;
			this.quote = -1;
			if (!this.#seek(from)) return -1;
		}
		return this.start + Math.min(this.#lf, this.#cr);
	}

	/** Looks for each sign from there on; false where no line ends in the piece. */
	#seek(from: number): boolean {
		const { piece, start } = this;
		const at = from - start;
		this.#last = from;
		if (this.#lf < at) this.#lf = placeIn(piece, '\n', at);
		if (this.#cr < at) this.#cr = placeIn(piece, '\r', at);
		if (this.quote < at) this.quote = placeIn(piece, '"', at);
		return this.#lf < piece.length || this.#cr < piece.length;
	}
}

/** Where a sign stands next, or the length of the text. */
function placeIn(text: string, sign: string, from: number): number {
	const at = text.indexOf(sign, from);
	return at < 0 ? text.length : at;
}

/** The fields of one record, in arrays that are reused from record to record: nothing is allocated per field. */
export class Fields {
	count = 0;
	/** Offset of the field's first unit, its opening quote included. */
	starts = new Int32Array(FIRST_ROOM);
	/** Offset behind the field's last unit, its closing quote included. */
	ends = new Int32Array(FIRST_ROOM);
	flags = new Uint8Array(FIRST_ROOM);
	/** Offset of the record's line break, or the end of the text. */
	end = 0;
	/** Whether more text behind the end could change what was read. */
	sawEnd = false;
	/** The flags of all fields together. */
	allFlags = 0;
	/** What is known of the text that is being read. */
	readonly ahead = new Ahead();

	/** Sets a field, and makes room for it. They are set in their order. */
	put(index: number, start: number, end: number, flags: number): void {
		if (index === this.starts.length) this.#grow();
		this.starts[index] = start;
		this.ends[index] = end;
		this.flags[index] = flags;
	}

	#grow(): void {
		this.starts = longer(this.starts, new Int32Array(this.starts.length * 2));
		this.ends = longer(this.ends, new Int32Array(this.ends.length * 2));
		this.flags = longer(this.flags, new Uint8Array(this.flags.length * 2));
	}
}

function longer<T extends Int32Array | Uint8Array>(old: T, next: T): T {
	next.set(old);
	return next;
}

/** How to scan, where it is not the usual way. */
export interface ScanOptions {
	readonly maxQuotedLines?: number;
	/** The delimiter's code unit; a comma unless told. */
	readonly delimiter?: number;
}

/**
 * Where the record behind the one at `start` begins, as `scanRecord` says, but without a look at the fields of one that
 * holds no quote: what stands in `fields` is of no use then.
 */
export function skipRecord(text: string, start: number, fields: Fields, options?: ScanOptions): number {
	const { ahead } = fields;
	const end = ahead.lineEnd(text, start);
	const isPlain = end >= 0 && end < ahead.start + ahead.quote;
	return isPlain ? nextLineStart(text, end) : scanRecord(text, start, fields, options);
}

/**
 * Reads the record that starts at `start` into `fields` and returns where the next one starts: behind the
 * line break, or at the end of the text.
 */
export function scanRecord(text: string, start: number, fields: Fields, options?: ScanOptions): number {
	const delimiter = options?.delimiter ?? COMMA;
	const maxQuotedLines = options?.maxQuotedLines ?? MAX_QUOTED_LINES;
	const length = text.length;
	fields.sawEnd = false;
	const lineEnd = fields.ahead.lineEnd(text, start);
	const next = lineEnd < 0 ? -1 : scanLine(text, start, lineEnd, fields, delimiter);
	if (next >= 0) return next;

	// All else is read unit by unit: long lines, line breaks in quotes, and faults.
	// Above all signs that mean something; most are, and one look tells.
	const highest = Math.max(delimiter, COMMA);
	let count = 0;
	let allFlags = 0;
	let at = start;
	for (;;) {
		const fieldStart = at;
		let flags = 0;
		if (at < length && text.charCodeAt(at) === QUOTE) {
			const close = closingQuote(text, at, maxQuotedLines, fields);
			if (close < 0) {
				flags = UNCLOSED;
				at++;
			} else {
				flags = QUOTED | (close & 1 ? DOUBLED : 0);
				at = (close >> 1) + 1;
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
		return ended(text, at, fields, count, allFlags);
	}
}

/** Reads a record that ends where its line does, at `end`, and whose quotes are in order; else -1. */
function scanLine(text: string, start: number, end: number, fields: Fields, delimiter: number): number {
	const { piece, start: base } = fields.ahead;
	const sign = delimiter === COMMA ? ',' : String.fromCharCode(delimiter);
	const last = end - base;
	let { quote } = fields.ahead;
	let count = 0;
	let allFlags = 0;
	for (let at = start - base; ; ) {
		let fieldEnd: number;
		let flags = 0;
		if (at === quote) {
			const close = closingQuoteIn(piece, at);
			if (close >= last) return -1;
			flags = placeIn(piece, '"', at + 1) < close ? QUOTED | DOUBLED : QUOTED;
			fieldEnd = close + 1;
			if (fieldEnd < last && piece.charCodeAt(fieldEnd) !== delimiter) return -1;
			quote = placeIn(piece, '"', fieldEnd);
		} else {
			const found = piece.indexOf(sign, at);
			fieldEnd = found < 0 || found > last ? last : found;
			if (quote < fieldEnd) return -1;
		}
		fields.put(count, base + at, base + fieldEnd, flags);
		allFlags |= flags;
		count++;
		if (fieldEnd === last) break;
		at = fieldEnd + 1;
	}
	return ended(text, end, fields, count, allFlags);
}

/** Notes that a record ended there, and says where the next one starts. */
function ended(text: string, end: number, fields: Fields, count: number, allFlags: number): number {
	fields.count = count;
	fields.allFlags = allFlags;
	fields.end = end;
	if (end >= text.length) {
		fields.sawEnd = true;
		return end;
	}
	// A line feed may follow a carriage return that stands last.
	if (end + 1 >= text.length && text.charCodeAt(end) === CR) fields.sawEnd = true;
	return nextLineStart(text, end);
}

/** Where the line behind the break at `end` begins. */
function nextLineStart(text: string, end: number): number {
	return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}

/** The closing quote's offset shifted left by one, with bit 0 set where doubled quotes were met; -1 for none. */
function closingQuote(text: string, open: number, maxQuotedLines: number, fields: Fields): number {
	const length = text.length;
	let doubled = 0;
	let lines = 1;
	for (let at = open + 1; at < length; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) {
			if (at + 1 >= length || text.charCodeAt(at + 1) !== QUOTE) return (at << 1) | doubled;
			doubled = 1;
			at++;
		} else if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) {
			if (++lines > maxQuotedLines) return -1;
		}
	}
	fields.sawEnd = true;
	return -1;
}

/** The offset of the quote that closes the quoted field opening at `open`; the text's length where none does. */
export function closingQuoteIn(text: string, open: number): number {
	for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
		if (text.charCodeAt(at + 1) !== QUOTE) return at;
	}
	return text.length;
}
