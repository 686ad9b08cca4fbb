/** The text of an export as rows: which delimiter, which values, and what is wrong with the quotes. */

import { firstLineBreak } from '../../csv/lineBreaks';
import { valuesIn } from '../../csv/quote';
import {
	closingQuoteIn,
	Fields,
	MAX_QUOTED_LINES,
	QUOTE_IN_FIELD,
	RecordReader,
	TEXT_AFTER_QUOTE,
	UNCLOSED,
} from '../../csv/scan';
import { Decoding, detectEncoding } from './decode';
import { type Delimiter, delimiters, type ExportFormat } from './exportFormat';
import { findHeader, HEADER_SAMPLE } from './header';
import { type Pace, type RawExport, type RawRow, UnreadableExport } from './rawExport';

/** UTF-16 units from the start of a text that are enough to find out its delimiter. */
const SAMPLE = 0x8000;

/**
 * A first line that Excel writes to name the delimiter; it is no row of data. A program that saved the file again may
 * have put it in quotes, and delimiters after it.
 */
const SEPARATOR_LINE = /^"?sep=(#!#|[^\r\n])"?[,;\t|^]*(?:\r\n?|\n|$)/i;

/** What some systems call an Excel file: the HTML of a table, or XML. */
const WEB_PAGE = /^\s*<(?:!doctype|\?xml|html|head|meta|style|body|table)\b/i;

/** Takes the place of a delimiter of several characters. Unicode has no character here, so no text needs it. */
const ONE_UNIT = '\uffff';

/** Opens a text; what `format` leaves out is found out from the bytes. */
export async function openTextExport(
	bytes: Uint8Array,
	format: ExportFormat,
	pace: Pace,
): Promise<RawExport> {
	const encoding = format.encoding ?? (await detectEncoding(bytes, pace));
	const decoding = new Decoding(bytes, encoding);
	const start = decoding.next();
	if (WEB_PAGE.test(start)) {
		throw new UnreadableExport(
			'This file is a web page or XML, not CSV. Open it in Excel, save it as .xlsx or "CSV UTF-8", and import that.',
		);
	}
	const separatorLine = SEPARATOR_LINE.exec(start);
	const [line = '', separator] = separatorLine ?? [];
	const text = start.slice(line.length);
	const delimiter = format.delimiter ?? (isDelimiter(separator) ? separator : delimiterOf(text));
	return {
		facts: {
			kind: 'text',
			encoding,
			delimiter,
			warnings: [],
			lineBreak: firstLineBreak(start) === '\r\n' ? '\r\n' : '\n',
		},
		batches: rowsOf(text, separatorLine ? 1 : 0, decoding, delimiter, pace),
	};
}

/** Reads the rows of a text that begins with `start`, `rowsBefore` rows below the start of the file. */
async function* rowsOf(
	start: string,
	rowsBefore: number,
	decoding: Decoding,
	delimiter: Delimiter,
	pace: Pace,
): AsyncGenerator<readonly RawRow[]> {
	const reader = new RecordReader({ delimiter: oneUnit(delimiter) });
	const fields = new Fields();
	let text = inOneUnit(withoutUnit(start, delimiter), delimiter);
	let row = rowsBefore;
	let isComplete = false;
	while (!isComplete) {
		const batch: RawRow[] = [];
		let at = 0;
		while (at < text.length) {
			const next = reader.read(text, at, fields);
			// More text could change what was read.
			if (fields.sawEnd && !decoding.isAtEnd) break;
			row++;
			if (fields.allFlags & UNCLOSED) refuseLongValue(text, fields, row);
			batch.push({ record: recordIn(text, fields, delimiter), row, fault: quoteFault(fields.allFlags) });
			at = next;
		}
		isComplete = decoding.isAtEnd;
		if (!isComplete) {
			// As much again as is left, so that a value of any length is read a few times and not once per part.
			const rest = text.slice(at);
			text = inOneUnit(rest + withoutUnit(decoding.next(rest.length), delimiter), delimiter);
		}
		yield batch;
		await pace.step(decoding.done);
	}
}

/**
 * Refuses a text in which a quoted value spans more lines than the scanner lets it: the scanner takes its quote for one
 * that is never closed, and its lines for rows of students.
 */
function refuseLongValue(text: string, fields: Fields, row: number): void {
	const column = fields.flags.findIndex((flags) => (flags & UNCLOSED) !== 0);
	const open = fields.starts[column] as number;
	const close = closingQuoteIn(text, open);
	// A quote with text after it opens another value.
	const isClosed = close < text.length && /^(?:[\r\n]|$)/.test(text.slice(close + 1, close + 2));
	if (
		!isClosed ||
		text.slice(open, close).split(/\r\n|\r|\n/, MAX_QUOTED_LINES + 1).length <= MAX_QUOTED_LINES
	)
		return;
	throw new UnreadableExport(
		`Row ${row} opens a quote (") that is not closed within ${MAX_QUOTED_LINES} lines. Close it or export the file again.`,
	);
}

/** What the check reports as an error of quotes, without the value. */
function quoteFault(flags: number): string | undefined {
	if (flags & UNCLOSED) return 'A quote is never closed.';
	if (flags & TEXT_AFTER_QUOTE) return 'There is text after a closing quote.';
	if (flags & QUOTE_IN_FIELD) return 'A value contains a quote but is not quoted.';
	return undefined;
}

function isDelimiter(text: string | undefined): text is Delimiter {
	return text !== undefined && Object.hasOwn(delimiters, text);
}

/** The delimiter as the scanner takes it. */
function oneUnit(delimiter: Delimiter): string {
	return delimiter.length === 1 ? delimiter : ONE_UNIT;
}

function inOneUnit(text: string, delimiter: Delimiter): string {
	return delimiter.length === 1 ? text : text.replaceAll(delimiter, ONE_UNIT);
}

/** Replaces what takes the place of the delimiter, where a text has it after all, by the sign of a lost letter. */
function withoutUnit(text: string, delimiter: Delimiter): string {
	return delimiter.length === 1 ? text : text.replaceAll(ONE_UNIT, '\ufffd');
}

/** The values of a record; one in quotes may have the delimiter inside. */
function recordIn(text: string, fields: Fields, delimiter: Delimiter): readonly string[] {
	const values = valuesIn(text, fields);
	return delimiter.length === 1 ? values : values.map((value) => value.replaceAll(ONE_UNIT, delimiter));
}

/** Finds out the delimiter: the one with the most known names in the header, or else the most columns that rows have. */
function delimiterOf(text: string): Delimiter {
	const sample = text.slice(0, SAMPLE);
	// A last line that is cut off would count as a row of another width.
	const whole = sample.length < text.length ? sample.replace(/[\r\n][^\r\n]*$/, '') : sample;
	let best: Delimiter = ',';
	let most: Score = { known: 1, columns: 1 };
	for (const delimiter of Object.keys(delimiters) as Delimiter[]) {
		const score = scoreOf(whole, delimiter);
		if (score.known < most.known || (score.known === most.known && score.columns <= most.columns)) continue;
		[best, most] = [delimiter, score];
	}
	return best;
}

interface Score {
	/** Known names in the header; 1 where there is no more than one. */
	readonly known: number;
	/** The number of the header's columns, times the share of rows that have as many. */
	readonly columns: number;
}

function scoreOf(text: string, delimiter: Delimiter): Score {
	const reader = new RecordReader({ delimiter: oneUnit(delimiter) });
	const sample = inOneUnit(text, delimiter);
	const fields = new Fields();
	const records: (readonly string[])[] = [];
	for (let at = 0; at < sample.length && records.length < HEADER_SAMPLE; ) {
		at = reader.read(sample, at, fields);
		const record = valuesIn(sample, fields);
		if (record.some((value) => value.trim() !== '')) records.push(record);
	}
	const { index = 0, known } = findHeader(records);
	const width = records[index]?.length ?? 0;
	const share = records.filter((record) => record.length === width).length / Math.max(records.length, 1);
	// A delimiter that makes a title of the first row has to make up for it by its known names.
	const isFirst = index === 0 || known > 1;
	return { known: Math.max(known, 1), columns: isFirst ? width * share : (width * share) / 2 };
}
