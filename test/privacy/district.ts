/** A made-up district with a mark in every field and header, to find where its text ends up. */

import { students, studentsExt } from '../../server/src/spec';

/** Part of every value that stands in a field of the district's files. */
export const VALUE = 'CANARYVALUE';
/** Part of a name in the header that is no column's. */
const HEADER = 'CANARYHEADER';
/** Part of every value of the district's settings. */
const SETTING = 'CANARYSETTING';

/** What a log must not hold, each with what it marks. */
export const marks: readonly (readonly [what: string, mark: string])[] = [
	['a value of a field', VALUE],
	['a name in a header', HEADER],
	['a setting', SETTING],
];

const acceptedValues = { Gender: [`${SETTING}\n![x](https://example.invalid/${SETTING})`] };
const notSent = [SETTING, 'ext.title_i'];

/** The settings of the district, most of them wrong. */
export const settings: Readonly<Record<string, unknown>> = {
	rules: { 'field/unknown-code': 'error', [SETTING]: SETTING },
	acceptedValues: { ...acceptedValues, [SETTING]: SETTING },
	notSent,
};

/** Settings like these as a settings.json of VS Code, in which names that nobody knows have no mark: an error has to name them. */
export const settingsJson = JSON.stringify({
	'cleverDemographics.rules': { 'field/unknown-code': 'error', 'no/rule': SETTING },
	'cleverDemographics.acceptedValues': { ...acceptedValues, Nowhere: SETTING },
	'cleverDemographics.notSent': notSent,
});

/** Both files, with faults of many kinds: 20 students whose every field holds the mark, and students with an ID only. */
export function markedFiles(sound = 0): Readonly<Record<'students.csv' | 'students_ext.csv', string>> {
	return {
		'students.csv': markedFile(
			students.elements.map(({ column }) => column),
			sound,
		),
		'students_ext.csv': markedFile(
			studentsExt.elements.map(({ column }) => column),
			sound,
		),
	};
}

const MARKED = 20;

function markedFile(columns: readonly string[], sound: number): string {
	const row = (index: number) => columns.map((_, column) => `${VALUE}${column}x${index}`);
	const lines = Array.from({ length: MARKED }, (_, index) => row(index).join(','));
	const key = columns.findIndex((column) => /^(Student_id|sis_id)$/.test(column));
	const plain = (id: number) => `${','.repeat(key)}${id}${','.repeat(columns.length - key)}`;
	return [
		[...columns, HEADER].join(','),
		...lines.map((line) => `${line},`),
		...Array.from({ length: sound }, (_, index) => plain(1_000_000 + index)),
		`${row(1).join(',')},`,
		row(MARKED)
			.map((value) => `=${value}`)
			.join(','),
		`${row(MARKED + 1).join(',')},x,${VALUE}`,
		`"${VALUE}`,
		`${VALUE}","a"${VALUE}`,
		`\u202e${VALUE}\u0000\ufffd`,
		'',
	].join('\n');
}
