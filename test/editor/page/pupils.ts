/** A made-up table of students that the tests of the page share. */
import type { GridFinding } from '../../../server/src/protocol';
import { type MadeUp, MadeUpTable } from './madeUpTable';

const columns = [
	{ name: 'School_id', role: 'school' },
	{ name: 'Student_id', role: 'key' },
	{ name: 'Last_name', role: 'name' },
	{ name: 'First_name', role: 'name' },
	{ name: 'Race', role: 'category', hasCodes: true, problems: 3, severity: 'error', title: 'Race' },
	{ name: 'Gender', role: 'category' },
	{ name: 'Password', isSecret: true },
	{ name: 'Notes', width: 30 },
] as const;

/** The index of a column. */
export const RACE = 4;
/** A row with an error in Race. */
export const WRONG_ROW = 3;
/** A row that cannot be read. */
export const BROKEN_ROW = 7;

const wrong: GridFinding = {
	column: RACE,
	about: 'field',
	severity: 'error',
	rule: 'field/unknown-code',
	message: 'Race has no code 7. Use A or B.',
	isFixable: true,
};
const broken: GridFinding = {
	column: 0,
	about: 'row',
	severity: 'error',
	rule: 'csv/unclosed-quote',
	message: 'The quote is not closed.',
	isFixable: true,
};

/** Students: row 3 has an error, row 7 cannot be read, and the notes of row 1 have two lines. */
export function pupils(rows = 2000, change: Partial<MadeUp> = {}): MadeUpTable {
	return new MadeUpTable({
		columns,
		rows,
		value: (row, column) => {
			if (row === BROKEN_ROW) return undefined;
			if (column === 1) return String(1000 + row);
			if (column === RACE && row === WRONG_ROW) return '7';
			if (column === RACE + 1) return row % 2 === 0 ? 'F' : '';
			if (column === columns.length - 1) return row === 1 ? 'first\nsecond' : row === 2 ? 'a\u202eb' : '';
			return `${columns[column]?.name.slice(0, 2)}${row}`;
		},
		findings: (row) => (row === WRONG_ROW ? [wrong] : row === BROKEN_ROW ? [broken] : []),
		codes: [
			{ code: 'A', label: 'Asian', words: [] },
			{ code: 'B', label: 'Black', words: [] },
			{ code: 'P', label: 'Pacific Islander', words: ['pacific', 'islander'] },
		],
		...change,
	});
}
