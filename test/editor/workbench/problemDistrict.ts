/** A district of 2,400 students as a new data manager finds it: 2,301 errors in both files, of few kinds. */

import { firstNames, lastNames } from '../../../bench/names';

const STUDENTS = 2400;

/** The errors of both files together: each that `rosterText` and `extensionText` put in. */
export const ERRORS = 2301;

const ROSTER_HEADER =
	'Student_id,School_id,Last_name,First_name,Grade,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status';
const EXTENSION_HEADER =
	'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i';

/** A value that is no code, and the students who have it: each `every`-th from `from` on, as long as there are `rows`. */
interface Fault {
	readonly column: string;
	readonly value: string;
	readonly from: number;
	readonly every: number;
	readonly rows: number;
}

const ROSTER_FAULTS: readonly Fault[] = [
	{ column: 'Ell_status', value: 'No', from: 0, every: 3, rows: 604 },
	{ column: 'Gender', value: 'Female', from: 1, every: 4, rows: 360 },
	{ column: 'Gender', value: 'Male', from: 0, every: 4, rows: 320 },
	{ column: 'Frl_status', value: 'T', from: 2, every: 9, rows: 180 },
	{ column: 'Frl_status', value: 'Y', from: 0, every: 18, rows: 100 },
	{ column: 'Race', value: 'H', from: 0, every: 14, rows: 160 },
	{ column: 'Race', value: 'Blue', from: 3, every: 700, rows: 3 },
	{ column: 'Home_language', value: 'Klingon', from: 7, every: 500, rows: 5 },
	{ column: 'IEP_status', value: 'Q', from: 11, every: 200, rows: 12 },
	{ column: 'Hispanic_Latino', value: 'Maybe', from: 13, every: 600, rows: 3 },
];
const EXTENSION_FAULTS: readonly Fault[] = [
	{ column: 'ext.economic_disadvantage_status', value: 'Y', from: 0, every: 9, rows: 260 },
	{ column: 'ext.migrant_status', value: 'N', from: 1, every: 11, rows: 210 },
	{ column: 'ext.title_i', value: 'Sometimes', from: 5, every: 100, rows: 20 },
	{ column: 'ext.section_504_status', value: 'Pending', from: 9, every: 60, rows: 40 },
	{ column: 'ext.primary_disability_type', value: 'Deafness', from: 24, every: 120, rows: 14 },
];

/** Rows whose name has a comma without quotes around it. */
const UNQUOTED = [40, 400, 900, 1500, 2100];
/** Rows of the extension file for students who have left. */
const LEAVERS = 12;

/** Six digits, so that no ID looks as if it had lost zeros. */
const idOf = (student: number): string => String(400_001 + student);

function faultIn(faults: readonly Fault[], student: number, column: string): string | undefined {
	return faults.find(({ from, every, rows, ...fault }) => {
		const at = (student - from) / every;
		return fault.column === column && Number.isInteger(at) && at >= 0 && at < rows;
	})?.value;
}

function line(faults: readonly Fault[], student: number, values: Readonly<Record<string, string>>): string {
	const fields = Object.entries(values).map(([column, value]) => faultIn(faults, student, column) ?? value);
	return fields.join(',');
}

/** students.csv. */
export function rosterText(): string {
	const lines = Array.from({ length: STUDENTS }, (_, student) => {
		const last = lastNames[(student * 7) % lastNames.length] ?? '';
		return line(ROSTER_FAULTS, student, {
			Student_id: idOf(student),
			School_id: String(101 + (Math.floor(student / 10) % 6)),
			Last_name: UNQUOTED.includes(student) ? `${last}, Jr.` : last,
			First_name: firstNames[(student * 11) % firstNames.length] ?? '',
			Grade: String(1 + (student % 12)),
			Gender: 'FMX'.charAt(student % 20 === 7 ? 2 : student % 2),
			Race: 'WBAMIPW'.charAt(student % 7),
			Hispanic_Latino: student % 5 === 0 ? 'Y' : 'N',
			Home_language: ['English', 'Spanish', 'Vietnamese', 'Arabic'][student % 4] ?? '',
			Ell_status: student % 4 === 1 ? 'Y' : 'N',
			Frl_status: 'FRNN'.charAt(student % 4),
			IEP_status: student % 12 === 0 ? 'Y' : 'N',
		});
	});
	return [ROSTER_HEADER, ...lines, ''].join('\r\n');
}

/** students_ext.csv. */
export function extensionText(): string {
	const types = ['SLD', 'AUT', 'SLI', 'OHI', 'ID', 'DB', 'DD', 'EMN', 'HI', 'MD', 'OI', 'TBI', 'VI'];
	const lines = Array.from({ length: STUDENTS + LEAVERS }, (_, student) => {
		const hasIdea = student % 12 === 0;
		return line(EXTENSION_FAULTS, student, {
			sis_id: idOf(student),
			'ext.idea_indicator': hasIdea ? 'Yes' : 'No',
			'ext.disability_status': hasIdea || student % 25 === 3 ? 'Yes' : 'No',
			'ext.primary_disability_type': hasIdea ? (types[(student / 12) % types.length] ?? '') : '',
			'ext.section_504_status': student % 25 === 3 ? 'Yes' : 'No',
			'ext.economic_disadvantage_status': student % 3 === 0 ? 'Yes' : 'No',
			'ext.migrant_status': student % 50 === 4 ? 'Yes' : 'No',
			'ext.title_i': student % 3 === 2 ? 'No' : 'Yes',
		});
	});
	return [EXTENSION_HEADER, ...lines, ''].join('\r\n');
}

/** The values of a column that are no code, and those that a decision about another column changes. */
export function wrongValues(column: string): readonly string[] {
	const faults = [...ROSTER_FAULTS, ...EXTENSION_FAULTS].filter((fault) => fault.column === column);
	return faults.map(({ value }) => value);
}
