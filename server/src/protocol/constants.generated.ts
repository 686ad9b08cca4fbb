/** Written by `npm run generate`: the client needs these values, and does not import the rooms that declare them. */

/** The part of every setting's key before the first dot. */
export const settingsSection = 'cleverDemographics';

/** The keys of the settings that findings depend on, without the section. */
export const checkSettings: readonly string[] = ['rules', 'acceptedValues'];

/** The kind of the code action that applies every preferred fix of a file. */
export const fixAllKind = 'source.fixAll.clever-demographics';

/** The rules whose findings an editor fades, since the text can be removed without a loss. */
export const unnecessaryRules: readonly string[] = ['csv/blank-line'];

/** The column of a mapping that names the student. */
export const keyColumn = 'Student_id';

/** The encodings in which exports are written, each with its name for people. */
export const encodings = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16, big-endian',
	'windows-1252': 'Windows-1252',
} as const;

/** What separates two values of an export, each with its name for people. */
export const delimiters = {
	',': 'commas',
	';': 'semicolons',
	'\t': 'tabs',
	'|': 'bars',
} as const;
