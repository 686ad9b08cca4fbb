/** A roster read as records, and an empty extension file written for its students. */

import { type Parser, parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { students, studentsExt } from '../spec';
import { Roster, type RosterRecord } from './roster';

/** The text of a new file with a row for each student; or, where the text is no roster, why, in a sentence. */
export type TemplateAnswer =
	| { readonly text: string; readonly students: number }
	| { readonly problem: string };

/** Units of text between two turns for others, in which a cancellation can arrive. */
const CHUNK = 0x10000;

const cancelled: TemplateAnswer = { problem: 'Cancelled.' };

/**
 * Makes students_ext.csv for a roster: the header, and one row per student in the order in which they first
 * stand. Reads as leniently as csv-parse can, since people ask for this before the roster is mended; but a text
 * that cannot be trusted is a `problem`, never a file in which somebody is silently missing.
 */
export async function template(
	text: string,
	isCancelled: () => boolean = () => false,
	onProgress?: (fraction: number) => void,
): Promise<TemplateAnswer> {
	const roster = new Roster();
	const parser = parse({
		bom: true,
		info: true,
		record_delimiter: lineBreaksOf(text),
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
	});
	let failed = false;
	const ended = new Promise<void>((resolve) => {
		parser.on('data', (read: RosterRecord) => roster.add(read));
		parser.on('end', resolve);
		parser.on('error', () => {
			failed = true;
			resolve();
		});
	});

	for (let start = 0; start < text.length && !failed && !roster.problem; ) {
		if (isCancelled()) return cancelled;
		const end = chunkEnd(text, start);
		await write(parser, text.slice(start, end));
		start = end;
		onProgress?.(start / text.length);
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
	if (!failed && !roster.problem) {
		parser.end();
		await ended;
	}
	if (isCancelled()) return cancelled;
	const problem = roster.problem ?? (failed ? unreadable(parser) : roster.missing());
	return problem
		? { problem }
		: { text: await fileFor(roster.ids, lineBreakOf(text)), students: roster.ids.size };
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

/** The parser's own message would quote the value. */
function unreadable({ info }: Parser): string {
	const row = info.records + info.empty_lines + 1;
	return `Row ${row} of ${students.fileName} opens a quote that is never closed. Close it first, so that no student is left out.`;
}

function fileFor(ids: Iterable<string>, lineBreak: string): Promise<string> {
	const columns = [studentsExt.primaryKey, ...studentsExt.expected];
	const blank = columns.slice(1).map(() => '');
	// An id with a line break other than the file's own must be quoted as well.
	const stringifier = stringify({ record_delimiter: lineBreak, quoted_match: /[\r\n]/ });
	return new Promise((resolve, reject) => {
		const pieces: string[] = [];
		stringifier.on('data', (piece: unknown) => pieces.push(String(piece)));
		stringifier.on('error', reject);
		stringifier.on('end', () => resolve(pieces.join('')));
		stringifier.write(columns);
		for (const id of ids) stringifier.write([id, ...blank]);
		stringifier.end();
	});
}

/** The first break: the new file's. */
function lineBreakOf(text: string): string {
	return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** All kinds of break that occur: left to itself csv-parse takes the first for all, and each kind costs it time. */
function lineBreaksOf(text: string): string[] {
	const breaks = [];
	if (text.includes('\r\n')) breaks.push('\r\n');
	if (/(?<!\r)\n/.test(text)) breaks.push('\n');
	if (/\r(?!\n)/.test(text)) breaks.push('\r');
	return breaks.length > 0 ? breaks : ['\n'];
}
