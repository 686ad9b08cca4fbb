/** A roster read as records, and an empty extension file written for its students. */

import { type Parser, parse } from 'csv-parse';
import { firstLineBreak } from '../../csv/lineBreaks';
import { students, studentsExt } from '../../spec';
import { type ReadRecord, streamRecords, written } from '../csvStream';
import { lineBreaksOf } from '../lineBreaks';
import { RosterIds } from './rosterIds';

/** The text of a new file with a row for each student; or, where the text is no roster, why, in a sentence. */
export type TemplateAnswer =
	| { readonly text: string; readonly students: number }
	| { readonly problem: string };

/**
 * Makes students_ext.csv for a roster: the header, and one row per student in the order in which they first
 * stand. Reads as leniently as csv-parse can, since people ask for this before the roster is mended; but a text
 * that cannot be trusted is a `problem`, never a file in which somebody is silently missing.
 */
export async function template(
	text: string,
	isCancelled: () => boolean = () => false,
	onProgress: (fraction: number) => void = () => {},
): Promise<TemplateAnswer> {
	const roster = new RosterIds();
	const parser = parse({
		bom: true,
		info: true,
		record_delimiter: lineBreaksOf(text),
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
	});
	const take = (read: ReadRecord): boolean => {
		roster.add(read);
		return roster.problem === undefined;
	};
	const outcome = await streamRecords(parser, text, take, { isCancelled, onProgress });
	if (outcome === 'cancelled') return { problem: 'Cancelled.' };
	const problem = roster.problem ?? (outcome === 'failed' ? unreadable(parser) : roster.missing());
	return problem
		? { problem }
		: { text: await fileFor(roster.ids, firstLineBreak(text) ?? '\n'), students: roster.ids.size };
}

/** The parser's own message would quote the value. */
function unreadable({ info }: Parser): string {
	const row = info.records + info.empty_lines + 1;
	return `Row ${row} of ${students.fileName} opens a quote that is never closed. Close it first, so that no student is left out.`;
}

function fileFor(ids: ReadonlySet<string>, lineBreak: string): Promise<string> {
	const columns = [studentsExt.primaryKey, ...studentsExt.expected];
	const blank = columns.slice(1).map(() => '');
	return written([columns, ...Array.from(ids, (id) => [id, ...blank])], lineBreak);
}
