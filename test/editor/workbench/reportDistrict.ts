/** A made-up district for the coverage report, with gaps, wrong values and unusual counts. */

import { firstNames, lastNames } from '../../../bench/names';
import { students, studentsExt } from '../../../server/src/spec';
import { Random } from '../../csv/random';

const STUDENTS = 640;
const SCHOOLS = ['101', '102', '103', '104', '105', '106'];
const ROSTER = [
	'Gender',
	'Race',
	'Hispanic_Latino',
	'Home_language',
	'Ell_status',
	'Frl_status',
	'IEP_status',
];

/** The probability of each value of a column; the rest of the fields are empty. */
const SHARES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	Race: { W: 0.41, B: 0.2, A: 0.12, M: 0.09, I: 0.03, P: 0.02, Caucasian: 0.015 },
	Hispanic_Latino: { Y: 0.27, N: 0.68 },
	Home_language: { English: 0.64, Spanish: 0.2, Vietnamese: 0.05, Arabic: 0.03, Tagalog: 0.02, spa: 0.01 },
	Ell_status: { Y: 0.14, N: 0.8 },
	Frl_status: { F: 0.38, N: 0.55, E: 0.01 },
	IEP_status: { Y: 0.13, N: 0.87 },
	'ext.idea_indicator': { Yes: 0.12, No: 0.8 },
	'ext.disability_status': { Yes: 0.14, No: 0.76, Y: 0.01 },
	'ext.primary_disability_type': {
		...{ AUT: 0.02, EMN: 0.008, HI: 0.006, ID: 0.01, MD: 0.005, OHI: 0.02, SLD: 0.035, SLI: 0.02 },
		Autism: 0.005,
	},
	'ext.section_504_status': { Yes: 0.05, No: 0.9 },
	'ext.economic_disadvantage_status': { Yes: 0.42, No: 0.48 },
	'ext.migrant_status': { No: 0.95 },
	'ext.title_i': { Yes: 0.3, No: 0.65 },
};

/** Seven digits, except a few IDs whose leading zero a spreadsheet removed. */
function idOf(student: number): string {
	return student % 53 === 7 ? String(204_000 + student) : String(1_204_000 + student);
}

/** The last student is the only one of a school. */
function schoolOf(student: number): string {
	if (student === STUDENTS - 1) return '107';
	return SCHOOLS[Math.floor(student / 8) % SCHOOLS.length] as string;
}

function drawn(random: Random, column: string): string {
	let at = random.next();
	for (const [value, share] of Object.entries(SHARES[column] ?? {})) {
		at -= share;
		if (at < 0) return value;
	}
	return '';
}

/** 320 boys, 308 girls, 4 who are neither, and 8 "Female". */
function gender(student: number): string {
	if (student % 2 === 0) return 'M';
	return student < 16 ? 'Female' : student < 24 ? 'X' : 'F';
}

export function rosterText(): string {
	const random = new Random(4);
	const rows = Array.from({ length: STUDENTS }, (_, student) => [
		idOf(student),
		schoolOf(student),
		random.pick(lastNames),
		random.pick(firstNames),
		...ROSTER.map((column) => (column === 'Gender' ? gender(student) : drawn(random, column))),
	]);
	return text([[students.primaryKey, 'School_id', 'Last_name', 'First_name', ...ROSTER], ...rows]);
}

/** School 106 has almost no values in ext.title_i. */
export function extensionText(): string {
	const random = new Random(5);
	const columns = studentsExt.expected;
	const rows = Array.from({ length: STUDENTS }, (_, student) => [
		idOf(student),
		...columns.map((column) =>
			column === 'ext.title_i' && schoolOf(student) === '106' && student > 50 ? '' : drawn(random, column),
		),
	]);
	return text([[studentsExt.primaryKey, ...columns], ...rows]);
}

function text(rows: readonly (readonly (string | undefined)[])[]): string {
	return `${rows.map((row) => row.join(',')).join('\n')}\n`;
}
