/** A made-up district in which every value is right, and the texts of its two files. */

import { fieldText } from '../../server/src/csv/quote';
import type { Random } from '../csv/random';

/** The two files of a district. */
export const fileNames = ['students.csv', 'students_ext.csv'] as const;
export type FileName = (typeof fileNames)[number];

/** A row below the header: the text of each field as it is written, quotes included. */
export type TrueRow = readonly string[];

export interface TrueFile {
	readonly header: readonly string[];
	readonly rows: readonly TrueRow[];
}

export interface TrueDistrict {
	readonly files: Readonly<Record<FileName, TrueFile>>;
	readonly lineBreak: '\n' | '\r\n';
	/** The IDs of the students, all of the same length. */
	readonly ids: readonly string[];
}

const HEADERS: Readonly<Record<FileName, readonly string[]>> = {
	'students.csv': [
		...['School_id', 'Student_id', 'Student_number', 'State_id', 'Last_name', 'First_name', 'Grade'],
		...['Gender', 'Race', 'Hispanic_Latino', 'Home_language', 'Ell_status', 'Frl_status', 'IEP_status'],
		...['Student_street', 'Student_city'],
	],
	'students_ext.csv': [
		...['sis_id', 'ext.idea_indicator', 'ext.disability_status', 'ext.primary_disability_type'],
		...['ext.section_504_status', 'ext.economic_disadvantage_status', 'ext.migrant_status', 'ext.title_i'],
	],
};
const LAST_NAMES = ['Reyes', 'Muñoz', 'O’Neil', 'Boone', 'Nguyễn', 'Smith', 'García López', 'Cox', 'van Dyk'];
const FIRST_NAMES = ['Ana', 'Ann "Annie" Lee', 'José', 'Lee', 'Zoë', 'Bo', 'Mary Ann', 'Renée', 'Di'];
const CITIES = ['Pinyon', 'St. Clair', 'Lake Forest', 'Ely'];
const LANGUAGES = ['English', 'English', 'Spanish', 'Vietnamese', 'Arabic'];
const DISABILITIES = ['AUT', 'SLD', 'SLI', 'OHI', 'EMN'];

/** Draws a district of 12 to 60 students. Its columns come in any order, its IDs are digits or digits with zeros before them. */
export function drawDistrict(random: Random): TrueDistrict {
	const students = 12 + random.below(49);
	const first = random.chance(0.5) ? 10_000 + random.below(9_000) * 10 : 100 + random.below(800);
	// Steps of 7 and more: no ID is a typing mistake of its neighbor.
	const ids = Array.from({ length: students }, (_, at) => String(first + at * 7).padStart(5, '0'));
	const order = random.chance(0.5) ? [0, 1] : [1, 0];
	const rosterHeader = HEADERS['students.csv'];
	const header = [
		rosterHeader[order[0] as number],
		rosterHeader[order[1] as number],
		...rosterHeader.slice(2),
	];
	const quoted = new Set(header.filter(() => random.chance(0.1)));
	const allQuoted = random.chance(0.3);
	const roster: TrueRow[] = [];
	const extension: TrueRow[] = [];
	ids.forEach((id, at) => {
		const student = drawStudent(random, id, at);
		// A student with several contacts has several rows.
		const rows = random.chance(0.15) ? 2 : 1;
		const row = header.map((column) => {
			const value = student[column as string] ?? '';
			return fieldText(value, value !== '' && quoted.has(column));
		});
		for (let copy = 0; copy < rows; copy++) roster.push(row);
		const isCovered = at < 4 || random.chance(0.9);
		if (isCovered)
			extension.push(
				HEADERS['students_ext.csv'].map((column) => fieldText(student[column] ?? '', allQuoted)),
			);
	});
	return {
		files: {
			'students.csv': { header: header as readonly string[], rows: roster },
			'students_ext.csv': { header: HEADERS['students_ext.csv'], rows: extension },
		},
		lineBreak: random.chance(0.5) ? '\n' : '\r\n',
		ids,
	};
}

/** The first students have a value in every category, so that the district is ready. */
function drawStudent(random: Random, id: string, at: number): Readonly<Record<string, string>> {
	const isFirst = at < 4;
	const hasIdea = at === 0 || random.chance(0.2);
	const yesNo = (): string => (random.chance(0.3) ? 'Yes' : 'No');
	const flag = (): string => (random.chance(0.3) ? 'Y' : 'N');
	const orEmpty = (value: string): string => (isFirst || random.chance(0.9) ? value : '');
	const last = random.pick(LAST_NAMES);
	return {
		School_id: random.pick(['5', '12']),
		Student_id: id,
		Student_number: `N${id}`,
		State_id: `77${id}1`,
		Last_name: random.chance(0.1) ? `${last}, Jr` : last,
		First_name: random.pick(FIRST_NAMES),
		Grade: String(1 + random.below(12)),
		Gender: orEmpty(random.pick('MFX')),
		Race: orEmpty(random.pick('ABIMPW')),
		Hispanic_Latino: orEmpty(flag()),
		Home_language: orEmpty(random.pick(LANGUAGES)),
		Ell_status: orEmpty(flag()),
		Frl_status: orEmpty(random.pick('FRN')),
		IEP_status: hasIdea ? 'Y' : 'N',
		Student_street: `${1 + random.below(90)} Main St${random.chance(0.2) ? `, Apt ${1 + random.below(9)}` : ''}`,
		Student_city: random.pick(CITIES),
		sis_id: id,
		'ext.idea_indicator': hasIdea ? 'Yes' : 'No',
		'ext.disability_status': hasIdea ? 'Yes' : yesNo(),
		'ext.primary_disability_type': hasIdea ? random.pick(DISABILITIES) : '',
		'ext.section_504_status': orEmpty(yesNo()),
		'ext.economic_disadvantage_status': orEmpty(yesNo()),
		'ext.migrant_status': orEmpty(yesNo()),
		'ext.title_i': orEmpty(yesNo()),
	};
}
