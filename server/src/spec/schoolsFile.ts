import { cleverSftp } from './sources';
import type { Source } from './types';

/** A file of the folder that is read for what it tells of the students' files, and is not checked. */
export interface SchoolsFile {
	/** Its exact name at Clever, in lower case. */
	readonly fileName: string;
	/** The column with the IDs that the roster has in its school column. */
	readonly idColumn: string;
	/** The column with the names of the schools. */
	readonly nameColumn: string;
	readonly source: Source;
}

/** schools.csv, which a district uploads with the roster: one row for each school. */
export const schoolsFile: SchoolsFile = {
	fileName: 'schools.csv',
	idColumn: 'School_id',
	nameColumn: 'School_name',
	source: cleverSftp,
};
