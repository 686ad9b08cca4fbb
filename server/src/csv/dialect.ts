/** How programs that do not follow RFC 4180 write a record. */
export interface Dialect {
	/** Spaces may be around a value, and are no part of it. */
	readonly spaces?: boolean;
	/**
	 * A quote in a quoted value is written with a backslash before it, or `plain`, as it is. It may be doubled as well.
	 */
	readonly innerQuotes?: 'backslash' | 'plain';
}

/** A field by the conventions of a dialect. */
export interface DialectField {
	/** UTF-16 offset in the record, after the delimiter before. */
	readonly start: number;
	/** UTF-16 offset in the record of the delimiter after it, or of the record's end. */
	readonly end: number;
	readonly isQuoted: boolean;
	readonly value: string;
}

/**
 * Reads a whole record, without its line break, by the conventions of a dialect. Returns undefined where they do not
 * explain every quote. For records that RFC 4180 does not explain: it is no part of how files are read.
 */
export function readDialect(record: string, dialect: Dialect): readonly DialectField[] | undefined {
	const fields: DialectField[] = [];
	for (let start = 0; ; ) {
		const open = dialect.spaces ? skipSpaces(record, start) : start;
		const isQuoted = record.charAt(open) === '"';
		let end: number;
		let value: string;
		if (isQuoted) {
			const close = closingQuote(record, open, dialect);
			if (close < 0) return undefined;
			end = afterQuote(record, close, dialect);
			if (!endsField(record, end)) return undefined;
			const inner = record.slice(open + 1, close);
			value = inner.replace(dialect.innerQuotes === 'backslash' ? /\\"|""/g : /""/g, '"');
		} else {
			const comma = record.indexOf(',', start);
			end = comma < 0 ? record.length : comma;
			value = record.slice(open, end);
			if (value.includes('"')) return undefined;
		}
		fields.push({ start, end, isQuoted, value });
		if (end >= record.length) return fields;
		start = end + 1;
	}
}

function closingQuote(record: string, open: number, dialect: Dialect): number {
	for (let at = record.indexOf('"', open + 1); at >= 0; at = record.indexOf('"', at + 1)) {
		if (dialect.innerQuotes === 'backslash' && record.charAt(at - 1) === '\\') continue;
		if (record.charAt(at + 1) === '"') at++;
		else if (dialect.innerQuotes !== 'plain' || endsField(record, afterQuote(record, at, dialect))) return at;
	}
	return -1;
}

function afterQuote(record: string, close: number, dialect: Dialect): number {
	return dialect.spaces ? skipSpaces(record, close + 1) : close + 1;
}

function endsField(record: string, at: number): boolean {
	return at >= record.length || record.charAt(at) === ',';
}

function skipSpaces(record: string, from: number): number {
	let at = from;
	while (record.charAt(at) === ' ') at++;
	return at;
}
