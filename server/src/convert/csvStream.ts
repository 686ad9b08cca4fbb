/** csv-parse and csv-stringify as the conversions use them: in slices, so that others run meanwhile. */

import type { Parser } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { MAX_QUOTED_LINES } from '../csv/scan';

/** A record as csv-parse gives it with `info`. */
export interface ReadRecord {
	readonly record: readonly string[];
	readonly info: { readonly empty_lines: number; readonly records: number };
}

/**
 * Whether a field spans more lines than the CSV scanner lets a quoted field span, so that its quote counts as never
 * closed: csv-parse would swallow the students in between. csv-parse itself counts a CRLF in quotes as two lines.
 */
export function isUnclosed(record: readonly string[]): boolean {
	return record.some(
		(value) =>
			value.length >= MAX_QUOTED_LINES &&
			value.split(/\r\n|\r|\n/, MAX_QUOTED_LINES + 1).length > MAX_QUOTED_LINES,
	);
}

/** What somebody who waits may want. */
export interface Backlog {
	readonly isCancelled: () => boolean;
	/** From 0 to 1. */
	readonly onProgress: (fraction: number) => void;
}

/** Units of text between two turns for others, in which a cancellation can arrive. */
const CHUNK = 0x10000;

/**
 * Gives a text to a parser piece by piece, and each record to `take`, which returns false to have no more.
 * `failed` is a text that csv-parse cannot read to its end: a quote that is never closed.
 */
export async function streamRecords(
	parser: Parser,
	text: string,
	take: (read: ReadRecord) => boolean,
	{ isCancelled, onProgress }: Backlog,
): Promise<'ended' | 'stopped' | 'failed' | 'cancelled'> {
	let state: 'reading' | 'stopped' | 'failed' = 'reading';
	// Asked through a call, since a handler changes it.
	const isReading = (): boolean => state === 'reading';
	const ended = new Promise<void>((resolve) => {
		parser.on('data', (read: ReadRecord) => {
			if (isReading() && !take(read)) state = 'stopped';
		});
		parser.on('end', resolve);
		parser.on('error', () => {
			state = 'failed';
			resolve();
		});
	});
	for (let start = 0; start < text.length && isReading(); ) {
		if (isCancelled()) return 'cancelled';
		const end = chunkEnd(text, start);
		await write(parser, text.slice(start, end));
		start = end;
		onProgress(start / text.length);
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
	if (isReading()) {
		parser.end();
		await ended;
	}
	if (isCancelled()) return 'cancelled';
	return state === 'reading' ? 'ended' : state;
}

/** csv-parse takes bytes: a pair of surrogates that is cut in two would become two U+FFFD. */
function chunkEnd(text: string, start: number): number {
	const end = Math.min(start + CHUNK, text.length);
	const last = text.charCodeAt(end - 1);
	return end < text.length && last >= 0xd800 && last < 0xdc00 ? end + 1 : end;
}

function write(parser: Parser, chunk: string): Promise<void> {
	// An error is reported by the parser's own event as well.
	return new Promise((resolve) => parser.write(chunk, () => resolve()));
}

/** The text of a new file. */
export function written(rows: Iterable<readonly string[]>, lineBreak: string): Promise<string> {
	// A value with a line break other than the file's own must be quoted as well.
	const stringifier = stringify({ record_delimiter: lineBreak, quoted_match: /[\r\n]/ });
	return new Promise((resolve, reject) => {
		const pieces: string[] = [];
		stringifier.on('data', (piece: unknown) => pieces.push(String(piece)));
		stringifier.on('error', reject);
		stringifier.on('end', () => resolve(pieces.join('')));
		for (const row of rows) stringifier.write(row);
		stringifier.end();
	});
}
