/** The text of an export as records: which delimiter, which columns, which rows. */

import { parse } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import { MAX_QUOTED_LINES } from '../../csv/scan';
import { findElement, students, studentsExt } from '../../spec';
import { exportHeaders, headerKey } from '../../spec/exportHeaders';
import { type Backlog, isUnclosed, streamRecords } from '../csvStream';
import { lineBreaksOf } from '../lineBreaks';
import { type Delimiter, delimiters, type ExportFormat } from './exportFormat';

/** What is known before the first row of a student. */
export interface Head {
	readonly delimiter: Delimiter;
	readonly header: boolean;
	/** A name for each column, each another: see `columnNames`. */
	readonly names: readonly string[];
}

/** Units of text that tell the delimiter. */
const SAMPLE = 0x8000;
const SAMPLE_RECORDS = 50;

const lenient = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true } as const;

/** Excel's own first line, which names the delimiter and is no row. */
const SEPARATOR_LINE = /^sep=(.)\r?\n?/i;

/**
 * Reads an export: its head first, then each record with its row as a spreadsheet counts it, from 1. Rows without
 * any value are left out. Answers what stops it, in a sentence; undefined where nothing does. Never throws on a text.
 */
export async function readExport(
	text: string,
	layout: ExportFormat,
	begin: (head: Head) => void,
	take: (record: readonly string[], row: number) => void,
	waiting: Backlog,
): Promise<string | undefined> {
	const separator = SEPARATOR_LINE.exec(text);
	const body = separator ? text.slice(separator[0].length) : text;
	const delimiter = layout.delimiter ?? (isDelimiter(separator?.[1]) ? separator[1] : delimiterOf(body));
	const parser = parse({ ...lenient, delimiter, info: true, record_delimiter: lineBreaksOf(body) });
	let begun = false;
	let rows = 0;
	let problem: string | undefined;
	const outcome = await streamRecords(
		parser,
		body,
		({ record, info }) => {
			const row = info.records + info.empty_lines + (separator ? 1 : 0);
			if (isUnclosed(record)) {
				problem = unclosed(row, ` within ${MAX_QUOTED_LINES} lines`);
				return false;
			}
			if (record.every((value) => value.trim() === '')) return true;
			const header = begun || (layout.header ?? looksLikeHeader(record));
			if (!begun) begin({ delimiter, header, names: header ? columnNames(record) : numbered(record) });
			if (begun || !header) {
				rows++;
				take(record, row);
			}
			begun = true;
			return true;
		},
		waiting,
	);
	if (problem) return problem;
	if (outcome === 'cancelled') return 'Cancelled.';
	if (outcome === 'failed') {
		return unclosed(parser.info.records + parser.info.empty_lines + 1 + (separator ? 1 : 0), '');
	}
	if (!begun) return 'The file is empty.';
	return rows === 0 ? 'The file has no rows below its header.' : undefined;
}

function unclosed(row: number, within: string): string {
	return `Row ${row} opens a quote (") that is not closed${within}. Close it or export the file again, so that no student is left out.`;
}

function isDelimiter(text: string | undefined): text is Delimiter {
	return text !== undefined && text in delimiters;
}

/** The one that cuts the most columns into the header, and as many into the rows below. */
function delimiterOf(text: string): Delimiter {
	// A cut last line would count as another width.
	const sample = text.slice(0, SAMPLE);
	const whole = sample.length < text.length ? sample.replace(/[\r\n][^\r\n]*$/, '') : sample;
	let best: Delimiter = ',';
	let most = 1;
	for (const delimiter of Object.keys(delimiters) as Delimiter[]) {
		const score = scoreOf(whole, delimiter);
		if (score > most) [best, most] = [delimiter, score];
	}
	return best;
}

/** The columns of the header, times the share of rows that have as many. */
function scoreOf(text: string, delimiter: Delimiter): number {
	try {
		const options = { ...lenient, delimiter, record_delimiter: lineBreaksOf(text), to: SAMPLE_RECORDS };
		const records: readonly (readonly string[])[] = parseAll(text, options);
		const width = records[0]?.length ?? 0;
		return (width * records.filter((record) => record.length === width).length) / records.length;
	} catch {
		// A quote is not closed in the sample: the header alone has to tell.
		const [header = ''] = text.split(/[\r\n]/, 1);
		return header.split(delimiter).length;
	}
}

const knownKeys: ReadonlySet<string> = new Set(
	exportHeaders.flatMap(({ names, perhaps = [] }) => [...names, ...perhaps].map(headerKey)),
);

/** Whether a header has a meaning for us. */
function isKnownHeader(header: string): boolean {
	return (
		findElement(students, header) !== undefined ||
		findElement(studentsExt, header) !== undefined ||
		knownKeys.has(headerKey(header))
	);
}

/** A row of names, and not the first student: numbers and dates are no names, but for "504" and the like. */
function looksLikeHeader(record: readonly string[]): boolean {
	const known = record.filter(isKnownHeader).length;
	const data = record.filter((value) => /^[\d\s./:-]+$/.test(value) && !isKnownHeader(value)).length;
	return known > 0 ? known >= data : data === 0;
}

/**
 * A name for each column, by which a mapping can call it: what stands in the header, and where that is empty or was
 * there before, the column's number too, counted from 1.
 */
export function columnNames(header: readonly string[]): readonly string[] {
	const seen = new Set(header.map((name) => name.trim()));
	const used = new Set<string>();
	return header.map((cell, index) => {
		let name = cell.trim();
		if (name === '' || used.has(name)) {
			name = name === '' ? `Column ${index + 1}` : `${name} (column ${index + 1})`;
			while (seen.has(name) || used.has(name)) name += '*';
		}
		used.add(name);
		return name;
	});
}

function numbered(record: readonly string[]): readonly string[] {
	return record.map((_, index) => `Column ${index + 1}`);
}
