/** Small files whose IDs are alike, drawn at random. */
import type { Random } from '../csv/random';

/** IDs that differ by their zeros, spaces or column, so that an edit of one row changes what is said of another. */
export const IDS = ['1', '1', '01', '01', '001', '10', '010', '2', '02', 'N1', 'S1', ' 1', '1 ', '1.0', ''];
const VALUES = ['', 'Yes', 'No', 'N', 'Y', 'Y', 'yes', 'N/A', 'AUT', 'Autism', 'AUTT', '"'];
/** The headers of both files. */
export const HEADERS = {
	'students.csv':
		'Student_id,School_id,Last_name,First_name,Student_number,State_id,IEP_status,ext.migrant_status',
	'students_ext.csv': 'sis_id,ext.idea_indicator,ext.primary_disability_type,ext.migrant_status',
};

/** What a changed header has in place of ext.migrant_status. */
export const COLUMNS = ['ext.migrant_status', 'ext.migrant_status', 'ext.other', 'ext.idea_indicator'];

/** The name of one of the two files. */
export type FileName = keyof typeof HEADERS;

/** A row of a file. */
export function rowText(random: Random, file: FileName, ids: readonly string[]): string {
	const value = (): string => random.pick(VALUES);
	const id = (): string => random.pick(ids);
	return file === 'students.csv'
		? [id(), '5', 'Reyes', 'Ana', id(), id(), value(), value()].join(',')
		: [id(), value(), value(), value()].join(',');
}

/** The text of a file. */
export function fileText(random: Random, file: FileName, ids: readonly string[]): string {
	const rows = Array.from({ length: 1 + random.below(8) }, () => `${rowText(random, file, ids)}\n`);
	return `${HEADERS[file]}\n${rows.join('')}`;
}
