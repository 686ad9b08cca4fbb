/** What the server and the grid would say of a small file, for the page of the tests. */

import type {
	ColumnValues,
	GridCode,
	GridColumn,
	GridFinding,
	GridLayout,
} from '../../../server/src/protocol';

function column(index: number, name: string, more: Partial<GridColumn> = {}): GridColumn {
	return {
		index,
		name,
		title: `What ${name} holds`,
		letter: String.fromCharCode(65 + index),
		role: 'other',
		isSecret: false,
		hasCodes: false,
		width: 8,
		problems: 0,
		...more,
	};
}

/** The columns of the file. */
export const columns: readonly GridColumn[] = [
	column(0, 'Student_id', { role: 'key' }),
	column(1, 'Last_name', { role: 'name' }),
	column(2, 'School_id', { role: 'school' }),
	column(3, 'Gender', { role: 'category', hasCodes: true, problems: 604, severity: 'error' }),
	column(4, 'Race', { role: 'category', hasCodes: true, problems: 12, severity: 'warning' }),
];

const finding: GridFinding = {
	column: 4,
	about: 'field',
	severity: 'error',
	rule: 'pets/no-such-code',
	message: 'Race has no code "Hispanic". Set Hispanic_Latino to Y.',
	isFixable: true,
};

/** The layout of the file; the first of the rules has a title for people. */
export const layout: GridLayout = {
	version: 1,
	columns,
	total: 2400,
	isComplete: true,
	isCompared: false,
	findings: [],
	rules: [
		{ rule: 'pets/no-such-code', severity: 'error', count: 604 },
		{ rule: 'pets/rare', severity: 'warning', count: 12 },
		{ rule: 'pets/note', severity: 'information', count: 3 },
	],
};

/** The table with the cell Race of row 6 active. */
export const opened = {
	layout,
	columns,
	shown: 2400,
	selectedCells: 1,
	selection: [{ first: 4, last: 4, columns: [4] }],
	active: {
		row: 4,
		column: columns[4],
		data: { record: 5, values: ['1001', 'Reyes', '7', 'F', 'Hispanic'], findings: [finding] },
		value: 'Hispanic',
		isCut: false,
	},
};

/** The values of the column Race. */
export const raceValues: ColumnValues = {
	index: 4,
	name: 'Race',
	letter: 'E',
	filled: 2300,
	empty: 100,
	values: [
		{ value: 'Hispanic', count: 12, problem: { severity: 'error', message: finding.message } },
		{ value: 'W', count: 1400 },
		{ value: 'P', count: 888 },
	],
	unlisted: 0,
	codes: [
		{ code: 'W', label: 'White' },
		{ code: 'P', label: 'Hawaiian or Pacific Islander' },
	],
	kind: 'other',
};

/** Codes of Race, with what people write for them. */
export const raceCodes: readonly GridCode[] = [
	{ code: 'A', label: 'Asian', words: ['Asian'] },
	{
		code: 'B',
		label: 'Black or African-American',
		definition: 'Black or African American',
		words: ['Black'],
	},
	{ code: 'P', label: 'Hawaiian or Pacific Islander', words: ['Pacific Islander', 'Native Hawaiian'] },
	{ code: 'W', label: 'White', words: ['Caucasian', 'C'] },
];
