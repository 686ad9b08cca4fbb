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

	/** Makes room for more fields. */
	grow(): void {
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
 * Reads the record that starts at `start` into `fields` and returns where the next one starts: behind the
 * line break, or at the end of the text.
 */
export function scanRecord(text: string, start: number, fields: Fields, options?: ScanOptions): number {
	const delimiter = options?.delimiter ?? COMMA;
	const maxQuotedLines = options?.maxQuotedLines ?? MAX_QUOTED_LINES;
	const length = text.length;
	// Above all signs that mean something; most are, and one look tells.
	const highest = delimiter > COMMA ? delimiter : COMMA;
	let count = 0;
	let allFlags = 0;
	fields.sawEnd = false;
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
		if (count === fields.starts.length) fields.grow();
		fields.starts[count] = fieldStart;
		fields.ends[count] = at;
		fields.flags[count] = flags;
		allFlags |= flags;
		count++;
		if (at < length && code === delimiter) {
			at++;
			continue;
		}
		fields.count = count;
		fields.allFlags = allFlags;
		fields.end = at;
		if (at >= length) {
			fields.sawEnd = true;
			return at;
		}
		if (code === LF) return at + 1;
		if (at + 1 >= length) {
			fields.sawEnd = true;
			return at + 1;
		}
		return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
	}
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

/** The offset of the quote that closes the quoted field opening at `open`; one that the scanner found closed. */
export function closingQuoteIn(text: string, open: number): number {
	for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
		if (text.charCodeAt(at + 1) !== QUOTE) return at;
	}
	return text.length;
}
