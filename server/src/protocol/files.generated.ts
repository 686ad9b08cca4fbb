/** Written by `npm run generate` for the client, which must not import the folders that declare these values. */

/** A file that is checked, as far as the client needs to know it. */
export interface FileKind {
	/** The exact name at Clever. */
	readonly fileName: string;
	readonly languageId: string;
	/** The part it plays among the files on students; undefined for a file on anything else. */
	readonly role?: 'roster' | 'extension';
}

/** The file that names the students. */
export const rosterFile: FileKind = { fileName: 'students.csv', languageId: 'clever-students', role: 'roster' };

/** The file that adds columns to the students of the roster. */
export const extensionFile: FileKind = { fileName: 'students_ext.csv', languageId: 'clever-students-ext', role: 'extension' };

/** The files on students. */
export const studentFileKinds: readonly FileKind[] = [rosterFile, extensionFile];

/** Every file that is checked. */
export const fileKinds: readonly FileKind[] = [
	rosterFile,
	extensionFile,
];
