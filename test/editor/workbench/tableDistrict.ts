/** A made-up district for the tests of the table: what is wrong in it, and where, is known. */

import { firstNames, lastNames } from '../../../bench/names';

/** The header of the roster, in the order of an export: IDs, school and names, then the categories, then what is left. */
export const HEADER =
	'Student_id,State_id,School_id,Last_name,First_name,Grade,Gender,DOB,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status,Contact_name';

const RACES = ['W', 'B', 'A', 'M', 'I', 'P', 'W', 'W'];
const LANGUAGES = ['English', 'English', 'English', 'Spanish', 'Vietnamese', 'Arabic'];

/** The values that are wrong: Gender "Female" in each 60th row, Race "Caucasian" in row 5 and "Purple" in row 9. */
function values(student: number): string[] {
	const isFemale = student % 60 === 3;
	const race = student === 5 ? 'Caucasian' : student === 9 ? 'Purple' : RACES[student % RACES.length];
	return [
		String(10_001 + student).padStart(7, '0'),
		String(7_700_000 + student),
		String(101 + (Math.floor(student / 10) % 6)),
		lastNames[(student * 7) % lastNames.length] ?? '',
		firstNames[(student * 11) % firstNames.length] ?? '',
		String(1 + (student % 12)),
		isFemale ? 'Female' : student % 2 === 0 ? 'M' : 'F',
		`0${1 + (student % 9)}/1${student % 9}/201${student % 8}`,
		race ?? '',
		student % 4 === 0 ? 'Y' : 'N',
		LANGUAGES[student % LANGUAGES.length] ?? '',
		student % 6 === 3 ? 'Y' : 'N',
		student % 3 === 0 ? 'F' : 'N',
		student % 8 === 0 ? 'Y' : 'N',
		// As spreadsheets write it: quoted, with a quote and a comma inside.
		student % 5 === 0 ? `"Ms. ""Bo"" Lee, aunt"` : '',
	];
}

/** A roster with this many students, with CRLF and without a break at the end, so that each byte can be followed. */
export function rosterText(students: number): string {
	return [HEADER, ...Array.from({ length: students }, (_, student) => values(student).join(','))].join(
		'\r\n',
	);
}
