/** Written by `npm run generate` for the client, which must not import the folders that declare these values. */

/** The part of every setting's key before the first dot. */
export const settingsSection = 'cleverDemographics';

/** The keys of the settings that findings depend on, without the section. */
export const checkSettings: readonly string[] = ['rules', 'acceptedValues', 'notSent'];

/** The kind of the code action that applies every preferred fix of a file. */
export const fixAllKind = 'source.fixAll.clever-demographics';

/** The rules whose findings an editor fades, since the text can be removed without a loss. */
export const unnecessaryRules: readonly string[] = ['csv/blank-line'];

/** The title of each rule, by its id. */
export const ruleTitles: Readonly<Record<string, string>> = {
	'file/name': 'The file name is not the one that Clever expects',
	'csv/byte-order-mark': 'The file starts with a byte order mark',
	'csv/mixed-line-breaks': 'The rows end in different line breaks',
	'csv/empty-file': 'The file has no header',
	'csv/encoding': 'The file is not UTF-8',
	'csv/delimiter': 'The columns are not separated by commas',
	'header/missing-key': 'The ID column is missing',
	'header/missing-required': 'A required column is missing',
	'header/duplicate-element': 'The column appears twice',
	'header/unknown-element': 'The column is not known',
	'header/spelling': 'The column name is spelled differently',
	'header/twin-element': 'Amplify reads an extension column instead of this one',
	'header/missing-element': 'A report category has no column',
	'field/hidden-character': 'The value has a character that cannot be seen, or that only looks right',
	'csv/unclosed-quote': 'A quote is never closed',
	'csv/text-after-quote': 'Text follows a closing quote',
	'csv/quote-in-field': 'A value contains a quote but is not quoted',
	'csv/blank-line': 'The row is empty',
	'csv/field-count': 'The row has too many or too few values',
	'field/empty-key': 'The ID is missing',
	'csv/mojibake': 'Accented letters were read in the wrong encoding',
	'field/null-word': 'A word is used where the field should be empty',
	'field/code-spelling': 'The code is spelled differently',
	'field/code-label': 'A label is used where the code is expected',
	'field/unlisted-code': 'Clever knows the value, and Amplify\'s list does not have it',
	'field/unknown-code': 'The column has no such code',
	'field/outer-blank': 'An ID has spaces around it',
	'field/mangled-id': 'Excel changed the ID',
	'field/formula': 'A spreadsheet would run the value as a formula',
	'field/too-long': 'The value is longer than 255 characters',
	'record/idea-without-type': 'IDEA is Yes, but no disability type is given',
	'record/type-without-idea': 'A disability type is given, but IDEA is No',
	'record/idea-without-disability': 'IDEA is Yes, but the disability status is No',
	'dataset/idea-without-iep': 'IDEA is Yes, but IEP_status is N',
	'table/duplicate-key': 'The ID appears twice',
	'table/conflicting-rows': 'Rows of one student disagree',
	'dataset/unknown-student': 'The student is not in students.csv',
	'dataset/conflicting-value': 'The two files disagree about a student',
};

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
