/** Whole CSV texts as records, through csv-parse: in slices, so that other work runs in between. */

import { parse } from 'csv-parse';
import { MAX_QUOTED_LINES } from '../csv/scan';
import { recordDelimitersIn } from './recordDelimiters';

/** Reads as much as csv-parse can: rows of any length, and quotes inside of unquoted values. */
const lenient = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true } as const;

/** What streaming a text gives. Nothing follows after `unclosed` and `canceled`. */
export type StreamPart =
	| {
			readonly kind: 'row';
			readonly record: readonly string[];
			/** 1-based, as a spreadsheet counts: blank lines and the header count. */
			readonly row: number;
	  }
	/** A row opens a quote that is not closed in time; `isClosedLater` where it is closed after too many lines. */
	| { readonly kind: 'unclosed'; readonly row: number; readonly isClosedLater: boolean }
	| { readonly kind: 'canceled' };

/** How a caller that waits for a conversion can follow and cancel it. */
export interface ConversionCallbacks {
	readonly isCanceled: () => boolean;
	/** Gets how much is done, from 0 to 1. */
	readonly onProgress: (fraction: number) => void;
}

/** A record as csv-parse gives it with the option `info`. */
interface ParsedRecord {
	readonly record: readonly string[];
	readonly info: { readonly empty_lines: number; readonly records: number };
}

/** UTF-16 units that are parsed before other work gets its turn, in which a cancellation can arrive. */
const CHUNK = 0x10000;

/** Streams the rows of a text without a byte order mark. Never throws because of the text. */
export async function* streamRecords(
	text: string,
	delimiter: string,
	{ isCanceled, onProgress }: ConversionCallbacks,
): AsyncGenerator<StreamPart> {
	const parser = parse({ ...lenient, delimiter, info: true, record_delimiter: recordDelimitersIn(text) });
	let parts: StreamPart[] = [];
	let isUnclosed = false;
	const ended = new Promise<void>((resolve) => {
		parser.on('data', ({ record, info }: ParsedRecord) => {
			if (isUnclosed) return;
			isUnclosed = spansTooManyLines(record);
			const row = info.records + info.empty_lines;
			parts.push(isUnclosed ? { kind: 'unclosed', row, isClosedLater: true } : { kind: 'row', record, row });
		});
		parser.on('end', resolve);
		// The only thing that csv-parse cannot read is a quote that is never closed.
		parser.on('error', () => {
			const row = parser.info.records + parser.info.empty_lines + 1;
			if (!isUnclosed) parts.push({ kind: 'unclosed', row, isClosedLater: false });
			isUnclosed = true;
			resolve();
		});
	});
	const takeParts = (): readonly StreamPart[] => {
		const taken = parts;
		parts = [];
		return taken;
	};
	for (let start = 0; start < text.length && !isUnclosed; ) {
		if (isCanceled()) {
			yield { kind: 'canceled' };
			return;
		}
		const end = chunkEnd(text, start);
		await write(parser, text.slice(start, end));
		start = end;
		yield* takeParts();
		onProgress(start / text.length);
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
	if (!isUnclosed) {
		parser.end();
		await ended;
	}
	yield* takeParts();
	if (!isUnclosed && isCanceled()) yield { kind: 'canceled' };
}

/**
 * Whether a field spans more lines than the CSV scanner lets a quoted field span, so that its quote counts as never
 * closed: csv-parse would swallow the students in between. csv-parse itself counts a CRLF in quotes as two lines.
 */
function spansTooManyLines(record: readonly string[]): boolean {
	return record.some(
		(value) =>
			value.length >= MAX_QUOTED_LINES &&
			value.split(/\r\n|\r|\n/, MAX_QUOTED_LINES + 1).length > MAX_QUOTED_LINES,
	);
}

/** csv-parse takes bytes, so a surrogate pair that is cut in two would become two replacement characters. */
function chunkEnd(text: string, start: number): number {
	const end = Math.min(start + CHUNK, text.length);
	const last = text.charCodeAt(end - 1);
	return end < text.length && last >= 0xd800 && last < 0xdc00 ? end + 1 : end;
}

function write(parser: ReturnType<typeof parse>, chunk: string): Promise<void> {
	// The parser also reports an error by its own event.
	return new Promise((resolve) => parser.write(chunk, () => resolve()));
}
