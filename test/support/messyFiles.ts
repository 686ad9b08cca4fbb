/** Small files with faults of every kind, drawn at random. */
import { students, studentsExt, type Table } from '../../server/src/spec';
import type { Random } from '../csv/random';

const HEADERS: ReadonlyMap<Table, readonly string[]> = new Map([
	[
		students,
		[
			'Student_id,School_id,Last_name,First_name,Gender,Race,Hispanic_Latino',
			'Student_id,Last_name,Password,GENDER,Gender,ext.idea_indicator,ext.primary_disability_type',
			'Student_id,First_name,Contact_phone,Frl_status,Section_504_status',
		],
	],
	[
		studentsExt,
		[
			'sis_id,ext.idea_indicator,ext.primary_disability_type,ext.disability_status',
			'sis_id,ext.disability_status,ext.idea_indicator',
			'ext.title_i,sis_id,ext.note',
			'sis_id,"ext.title_i',
			'sis_id;ext.title_i',
		],
	],
]);
export const VALUES = [
	...[
		'F',
		'M',
		'f',
		'Female',
		'W',
		'H',
		'Y',
		'N',
		'Yes',
		'No',
		'Yes',
		'No',
		'AUT',
		'Autism',
		'Deafness',
		'null',
		'zzz',
		'',
		'',
		'',
	],
	...[
		'=x',
		'+5',
		'1.5E+05',
		' ',
		'"F"',
		'"""F"""',
		'"a, b"',
		'Reyes, Jr',
		'"open',
		'a "b"',
		'"a" b',
		'x\uFFFD',
		'"a\nb"',
		'"\n\n',
	],
];
export const IDS = ['1', '2', '3', '1', '2', '4', '"1"', ' 1', '', '12'];
/** A row, as likely wrong as right. */
export function row(random: Random, columns: number): string {
	if (random.chance(0.05)) return random.pick(['', ',,', '"']);
	const cells = Array.from({ length: columns - 1 }, () => random.pick(VALUES));
	cells.splice(random.chance(0.9) ? 0 : random.below(columns), 0, random.pick(IDS));
	return cells.join(',');
}

/** A file in which every kind of fault is likely, and how many columns its header has. */
export function fileText(
	random: Random,
	{ table, rows }: { readonly table: Table; readonly rows: number },
): { text: string; columns: number } {
	const header = random.pick(HEADERS.get(table) as readonly string[]);
	const columns = header.split(',').length;
	const lineBreak = random.pick(['\n', '\n', '\r\n', '\r']);
	const lines = [header, ...Array.from({ length: random.below(rows) }, () => row(random, columns))];
	return { text: lines.join(lineBreak) + (random.chance(0.7) ? lineBreak : ''), columns };
}
