/** Random districts with faults that SQL can see; those of one group have the same columns, so that one script checks all. */

import { type Element, students, studentsExt, type Table } from '../../server/src/spec';
import type { Random } from '../csv/random';

/** The rows of one district, and those of its files. */
export interface DrawnDistrict {
	readonly rows: ReadonlyMap<Table, readonly (readonly string[])[]>;
}

/** Districts under the same two headers. */
export interface DrawnGroup {
	readonly headers: ReadonlyMap<Table, readonly string[]>;
	readonly districts: readonly DrawnDistrict[];
}

const TEXTS = [
	...[
		'Reyes',
		"O'Neil",
		'Muñoz',
		'Zoë, Jr',
		'Smith "Al"',
		'',
		' ',
		'x',
		'=1+2',
		'=HYPERLINK("x")',
		'="007"',
		'+1 555',
	],
	...[
		'-5',
		'+5.0%',
		'-',
		'@home',
		'+',
		'ab'.repeat(127),
		'a'.repeat(256),
		'李',
		'MuÃ±oz',
		'Ren\u0007e',
		'a\tb',
	],
];
const IDS = [
	...[
		'12',
		' 12',
		'12 ',
		'',
		' ',
		'12.0',
		'1.23E+05',
		'12,000',
		'="0012"',
		"'0012",
		'‘0012’',
		'12;',
		'#N/A',
		'####',
	],
	...[
		'TRUE',
		'2-Mar',
		'Mar-02',
		'3/2/2024',
		'A-12',
		'12–13',
		'12\u200b',
		'\u00a012',
		'１２',
		'-3',
		'=x',
		'x'.repeat(300),
	],
];
const WORDS = [
	...[
		'W - White',
		'W: White',
		'6: White',
		'Z (White)',
		'(W) Black',
		'null',
		'N/A',
		'-',
		'--',
		' ',
		'none',
		'UNKNOWN',
	],
	...[
		'zzz',
		'Y',
		'N',
		'Yes',
		'No',
		'T',
		'1',
		'2',
		'H',
		'f',
		'“F”',
		"'Yes'",
		' "No" ',
		'F\u200b',
		'é',
		'Fеmale',
		'=Y',
		'Deafblindness',
	],
	...['Dutch', 'Danish', 'Castilian', 'spa', 'Not Set', 'BlackOrAfricanAmerican', 'a'.repeat(256)],
];

const ALWAYS: readonly string[] = [students.primaryKey, studentsExt.primaryKey, ...students.required];

/** Draws a group of districts. No ID is that of two districts. */
export function drawGroup(random: Random, firstNumber: number, size: number): DrawnGroup {
	const columns = new Map([students, studentsExt].map((table) => [table, drawColumns(random, table)]));
	return {
		headers: new Map(
			[...columns].map(([table, names]) => [
				table,
				names.map((name) => (typeof name === 'string' ? name : name.column)),
			]),
		),
		districts: Array.from({ length: size }, (_, at) => {
			const ids = Array.from({ length: 6 }, (_each, nth) => `${1000 + firstNumber + at}0${nth}`);
			return {
				rows: new Map(
					[...columns].map(([table, names]) => [
						table,
						Array.from({ length: random.below(9) }, () => drawRow(random, table, names, ids)),
					]),
				),
			};
		}),
	};
}

/** Declared columns in a random order, and one of another partner. */
function drawColumns(random: Random, table: Table): readonly (Element | string)[] {
	const share = 0.3 + random.next() * 0.7;
	const drawn: (Element | string)[] = table.elements.filter(
		({ column }) => ALWAYS.includes(column) || random.chance(share),
	);
	if (random.chance(0.5)) drawn.push('ext.other_partner', 'Home phone', 'Note');
	return drawn
		.map((column) => ({ column, at: random.next() }))
		.sort((a, b) => a.at - b.at)
		.map(({ column }) => column);
}

function drawRow(
	random: Random,
	table: Table,
	columns: readonly (Element | string)[],
	ids: readonly string[],
): readonly string[] {
	if (random.chance(0.02)) return columns.map(() => '');
	return columns.map((column) => {
		if (typeof column === 'string') return random.pick([...TEXTS, 'Yes', 'No', 'yes', 'n/a']);
		if (column.column === table.primaryKey) return drawKey(random, random.pick(ids));
		if (ALWAYS.includes(column.column))
			return random.chance(0.9) || column.kind !== 'text' ? 'Reyes' : random.pick(['=x', 'Ñ', 'x y']);
		if (column.kind === 'id') return random.pick(IDS);
		if (!column.optionSet) return random.pick(TEXTS);
		return drawCode(random, column);
	});
}

/** An ID of a student, which a spreadsheet or a person may have changed. */
function drawKey(random: Random, id: string): string {
	if (random.chance(0.8)) return id;
	const odd = [
		'',
		' ',
		` ${id}`,
		`${id} `,
		`="${id}"`,
		`'${id}`,
		`${id}.0`,
		`${id};`,
		`${id}\u200b`,
		`\u00a0${id}`,
		`0${id}`,
	];
	return random.pick([...odd, `${id}-A`, `${id.slice(0, 1)}.${id.slice(1, 4)}E+11`, `=${id}+1`]);
}

function drawCode(random: Random, { optionSet }: Element): string {
	const options = optionSet?.options ?? [];
	if (random.chance(0.6)) return random.chance(0.2) ? '' : random.pick(options.slice(0, 3)).code;
	const { code, label, meantBy = [] } = random.pick(options);
	const ambiguous = (optionSet?.ambiguous ?? []).flatMap(({ values }) => values);
	const word = random.pick([
		code,
		label,
		...meantBy,
		random.pick(WORDS),
		random.pick(WORDS),
		...ambiguous,
		...(optionSet?.unlisted ?? []).slice(0, 9),
	]);
	const spelled = [
		word,
		word,
		word.toUpperCase(),
		word.toLowerCase(),
		` ${word}`,
		`${word} `,
		`"${word}"`,
		word.replaceAll(' ', '-'),
	];
	return random.pick(spelled);
}

/** The text of a file as RFC 4180 has it. */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
	const quoted = (value: string): string =>
		/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
	return [header, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}
