/** Mistakes in the structure of a row, and rows that are no students. */

import type { Mistake, Place } from '../plant';

/** The row with one field written in another way; undefined where that changes nothing. */
function withField({ row, column }: Place, header: string, write: (raw: string) => string | undefined) {
	const at = column(header);
	const text = write(row[at] as string);
	return text === undefined ? undefined : row.map((raw, index) => (index === at ? text : raw)).join(',');
}

const isQuoted = (raw: string): boolean => raw.startsWith('"');
const roster = 'students.csv';

export const rowMistakes: readonly Mistake[] = [
	{
		name: 'a comma without quotes',
		file: roster,
		outcome: 'fixed',
		write: (place) =>
			withField(place, 'Last_name', (raw) => (raw.includes(', ') ? raw.slice(1, -1) : undefined)),
	},
	{
		name: 'a quote that is never closed, in the last value',
		file: roster,
		outcome: 'fixed or listed',
		write: (place) =>
			withField(place, 'Student_city', (raw) => (isQuoted(raw) ? raw.slice(0, -1) : undefined)),
	},
	{
		name: 'a quote that is never closed, in a name',
		file: roster,
		outcome: 'fixed or listed',
		write: (place) => withField(place, 'First_name', (raw) => (isQuoted(raw) ? raw.slice(0, -1) : undefined)),
	},
	{
		name: 'a quote that is never closed, in a value with a comma',
		file: roster,
		outcome: 'fixed or listed',
		write: (place) =>
			withField(place, 'Student_street', (raw) => (raw.includes(',') ? raw.slice(0, -1) : undefined)),
	},
	{
		name: 'text after a closing quote',
		file: roster,
		outcome: 'listed',
		write: (place) => withField(place, 'First_name', (raw) => (isQuoted(raw) ? undefined : `"${raw}" Jr`)),
	},
	{
		name: 'a row that is cut off',
		file: roster,
		outcome: 'listed',
		write: ({ row, isOnlyRow }) => (isOnlyRow ? row.slice(0, -3).join(',') : undefined),
	},
	{
		name: 'spaces before the quotes',
		file: 'students_ext.csv',
		outcome: 'fixed',
		write: ({ row }) => (row.every(isQuoted) ? row.join(', ') : undefined),
	},
	{
		name: 'two values with a comma and without quotes',
		file: roster,
		outcome: 'fixed or listed',
		write: ({ row, column }) => {
			const values = [column('Last_name'), column('Student_street')];
			if (!values.every((at) => row[at]?.includes(', '))) return undefined;
			return row.map((raw, at) => (values.includes(at) ? raw.slice(1, -1) : raw)).join(',');
		},
	},
	{
		name: 'quotes in a value without quotes',
		file: roster,
		outcome: 'fixed',
		write: (place) =>
			withField(place, 'First_name', (raw) =>
				raw.includes('""') ? raw.slice(1, -1).replaceAll('""', '"') : undefined,
			),
	},
	{
		name: 'quotes after a backslash',
		file: roster,
		outcome: 'fixed',
		write: (place) =>
			withField(place, 'First_name', (raw) => (raw.includes('""') ? raw.replaceAll('""', '\\"') : undefined)),
	},
	{
		name: 'two quotes that join two rows',
		file: roster,
		outcome: 'fixed or listed',
		joinsNextRow: true,
		write: ({ row, nextRow, column, district: { lineBreak } }) => {
			const last = column('Last_name');
			if (isQuoted(row[last] ?? '"') || isQuoted(nextRow[last] ?? '"')) return undefined;
			const open = row.map((raw, at) => (at === last ? `"${raw}` : raw)).join(',');
			const close = nextRow.map((raw, at) => (at === last ? `${raw}"` : raw)).join(',');
			return [...row, ...nextRow].filter((raw, at) => isQuoted(raw) && at !== last).length > 0
				? undefined
				: open + lineBreak + close;
		},
	},
	{
		name: 'UTF-8 that was read as Windows-1252',
		file: roster,
		outcome: 'fixed',
		write: (place) =>
			withField(place, 'First_name', (raw) => {
				const wrong = Buffer.from(raw).toString('latin1');
				return wrong === raw || /[\u0080-\u009f]/.test(wrong) ? undefined : wrong;
			}),
	},
	{
		name: 'a control character in a name',
		file: roster,
		outcome: 'fixed',
		write: (place) => withField(place, 'Last_name', (raw) => raw.replace(/[a-z](?=[a-z])/, '$&\u0000')),
	},
	{
		name: 'the header again',
		file: roster,
		outcome: 'fixed',
		isExtraRow: true,
		write: ({ district }) => district.files[roster].header.join(','),
	},
	{
		name: 'a rule of dashes',
		file: 'students_ext.csv',
		outcome: 'fixed',
		isExtraRow: true,
		write: ({ row }) => row.map(() => '-----').join(','),
	},
	{
		name: 'a total',
		file: roster,
		outcome: 'fixed or listed',
		isExtraRow: true,
		write: ({ row, random }) => [`Total: ${1 + random.below(90)}`, ...row.slice(1).map(() => '')].join(','),
	},
	{
		name: 'an empty line',
		file: roster,
		outcome: 'fixed',
		isExtraRow: true,
		write: () => '',
	},
	{
		name: 'a row of commas',
		file: 'students_ext.csv',
		outcome: 'fixed',
		isExtraRow: true,
		write: ({ row }) => ','.repeat(row.length - 1),
	},
	{
		name: 'an ID twice',
		file: 'students_ext.csv',
		outcome: 'listed',
		isExtraRow: true,
		write: ({ row, isOnlyRow }) => (isOnlyRow ? row.join(',') : undefined),
	},
];
