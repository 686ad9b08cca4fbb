/** The text of an export as records: which delimiter, which columns, which rows. */

import { isUnseen, trimUnseen } from '../../characters';
import { MAX_QUOTED_LINES } from '../../csv/scan';
import { findElement, students, studentsExt } from '../../spec';
import { exportHeaders, headerKey } from '../../spec/exportHeaders';
import { type ConversionCallbacks, streamRecords } from '../csvStream';
import { type Delimiter, delimiters, type ExportFormat } from './exportFormat';

/** How an export is written, and its columns. */
export interface Head {
	readonly delimiter: Delimiter;
	/** Whether the first row names the columns. */
	readonly header: boolean;
	/** A name for each column, no two of them the same: see `columnNames`. */
	readonly names: readonly string[];
}

/**
 * What reading an export gives: its head once, before all rows, and then each row that has a value. A problem, in
 * sentences for people, is the last part; nothing that was read before may be used then.
 */
export type ExportPart =
	| { readonly kind: 'head'; readonly head: Head }
	| {
			readonly kind: 'row';
			readonly record: readonly string[];
			/** 1-based, as a spreadsheet counts: the header and Excel's `sep=` line count. */
			readonly row: number;
	  }
	| { readonly kind: 'problem'; readonly problem: string };

/** UTF-16 units from the start of a text that are enough to find out its delimiter. */
const SAMPLE = 0x8000;
const SAMPLE_RECORDS = 50;

/** A first line that Excel writes to name the delimiter. It is no row of data. */
const SEPARATOR_LINE = /^sep=(.)\r?\n?/i;

/** Reads an export part by part; what `format` leaves out is found out from the text. Never throws because of the text. */
export async function* readExport(
	text: string,
	format: ExportFormat,
	callbacks: ConversionCallbacks,
): AsyncGenerator<ExportPart> {
	const separatorLine = SEPARATOR_LINE.exec(text);
	const [line = '', separator] = separatorLine ?? [];
	const body = text.slice(line.length);
	const rowsBefore = separatorLine ? 1 : 0;
	const delimiter = format.delimiter ?? (isDelimiter(separator) ? separator : await delimiterOf(body));
	let head: Head | undefined;
	let rows = 0;
	for await (const part of streamRecords(body, delimiter, callbacks)) {
		if (part.kind === 'canceled') {
			yield problemPart('Canceled.');
			return;
		}
		const row = part.row + rowsBefore;
		if (part.kind === 'unclosed') {
			yield problemPart(unclosedQuote(row, part.isClosedLater));
			return;
		}
		const { record } = part;
		if (record.every((value) => isUnseen(value))) continue;
		if (!head) {
			const header = format.header ?? looksLikeHeader(record);
			head = { delimiter, header, names: header ? columnNames(record) : numberedNames(record) };
			yield { kind: 'head', head };
			if (header) continue;
		}
		rows++;
		yield { kind: 'row', record, row };
	}
	if (!head) yield problemPart('The file is empty.');
	else if (rows === 0) yield problemPart('The file has no rows below its header.');
}

function problemPart(problem: string): ExportPart {
	return { kind: 'problem', problem };
}

function unclosedQuote(row: number, isClosedLater: boolean): string {
	const what = isClosedLater ? `not closed within ${MAX_QUOTED_LINES} lines` : 'never closed';
	return `Row ${row} opens a quote (") that is ${what}. Close it or export the file again.`;
}

function isDelimiter(text: string | undefined): text is Delimiter {
	return text !== undefined && text in delimiters;
}

/** Finds out the delimiter: the one that makes the most columns of the header, and as many of the rows below. */
async function delimiterOf(text: string): Promise<Delimiter> {
	const sample = text.slice(0, SAMPLE);
	// A last line that is cut off would count as a row of another width.
	const whole = sample.length < text.length ? sample.replace(/[\r\n][^\r\n]*$/, '') : sample;
	let best: Delimiter = ',';
	let most = 1;
	for (const delimiter of Object.keys(delimiters) as Delimiter[]) {
		const score = await scoreOf(whole, delimiter);
		if (score > most) [best, most] = [delimiter, score];
	}
	return best;
}

/** The number of the header's columns, times the share of rows that have as many. */
async function scoreOf(text: string, delimiter: Delimiter): Promise<number> {
	const records: (readonly string[])[] = [];
	for await (const part of streamRecords(text, delimiter, unwatched)) {
		if (part.kind === 'unclosed') {
			// A quote is not closed in the sample, so only the header can be counted.
			const [header = ''] = text.split(/[\r\n]/, 1);
			return header.split(delimiter).length;
		}
		if (part.kind === 'row') records.push(part.record);
		if (records.length === SAMPLE_RECORDS) break;
	}
	const width = records[0]?.length ?? 0;
	return (width * records.filter((record) => record.length === width).length) / Math.max(records.length, 1);
}

/** A sample is read in a moment. */
const unwatched: ConversionCallbacks = { isCanceled: () => false, onProgress: () => {} };

const knownKeys: ReadonlySet<string> = new Set(
	exportHeaders.flatMap(({ names, perhaps = [] }) => [...names, ...perhaps].map(headerKey)),
);

/** Whether a header is known as the name of a column, of ours or of an export. */
function isKnownHeader(header: string): boolean {
	return (
		findElement(students, header) !== undefined ||
		findElement(studentsExt, header) !== undefined ||
		knownKeys.has(headerKey(header))
	);
}

/** Whether a row names columns and is not the first student: numbers and dates are data, except known names like "504". */
function looksLikeHeader(record: readonly string[]): boolean {
	const knownNames = record.filter(isKnownHeader).length;
	const data = record.filter((value) => /^[\d\s./:-]+$/.test(value) && !isKnownHeader(value)).length;
	return knownNames >= data;
}

/**
 * Returns a name for each column, by which a mapping can refer to it: the header without outer spaces. A header that is
 * empty or repeats an earlier one gets the column's 1-based number.
 */
export function columnNames(header: readonly string[]): readonly string[] {
	const headers = new Set(header.map((cell) => trimUnseen(cell)));
	const used = new Set<string>();
	return header.map((cell, index) => {
		let name = trimUnseen(cell);
		if (name === '' || used.has(name)) {
			name = name === '' ? `Column ${index + 1}` : `${name} (column ${index + 1})`;
			while (headers.has(name) || used.has(name)) name += '*';
		}
		used.add(name);
		return name;
	});
}

function numberedNames(record: readonly string[]): readonly string[] {
	return record.map((_, index) => `Column ${index + 1}`);
}
