/** A roster read as records, and an empty extension file written for its students. */

import { firstLineBreak } from '../../csv/lineBreaks';
import { studentsExt } from '../../spec';
import { type ConversionCallbacks, streamRecords } from '../csvStream';
import { csvText } from '../csvText';
import { RosterIds } from './rosterIds';

/** The text of a new file with a row for each student, or why there is none, in sentences for people. */
export type TemplateAnswer =
	| { readonly text: string; readonly students: number }
	| { readonly problem: string };

const noCallbacks: ConversionCallbacks = { isCanceled: () => false, onProgress: () => {} };

/**
 * Makes students_ext.csv for a roster: the header, and one row per student in the order of the students' first rows.
 * Reads as leniently as csv-parse can, since people ask for this before they fix the roster. But where a student could
 * be missing from the file, the answer is a problem.
 */
export async function template(
	text: string,
	callbacks: ConversionCallbacks = noCallbacks,
): Promise<TemplateAnswer> {
	const roster = new RosterIds();
	for await (const part of streamRecords(text.replace(/^\ufeff/, ''), ',', callbacks)) {
		if (part.kind === 'canceled') return { problem: 'Canceled.' };
		const problem = part.kind === 'row' ? roster.add(part.record, part.row) : roster.unclosed(part);
		if (problem !== undefined) return { problem };
	}
	const problem = roster.missing();
	return problem === undefined
		? { text: await emptyFile(roster.ids, firstLineBreak(text) ?? '\n'), students: roster.ids.size }
		: { problem };
}

/** An extension file with a row of empty fields for each ID. */
function emptyFile(ids: ReadonlySet<string>, lineBreak: string): Promise<string> {
	const columns = [studentsExt.primaryKey, ...studentsExt.expected];
	const emptyFields = columns.slice(1).map(() => '');
	return csvText([columns, ...Array.from(ids, (id) => [id, ...emptyFields])], lineBreak);
}
