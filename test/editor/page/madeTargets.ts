/** An export, and what a plan would say of each of our columns. */

import type {
	ColumnOption,
	ExportColumnView,
	FilePreview,
	TargetPlan,
	ValuePlan,
} from '../../../server/src/protocol';

const genders: readonly ColumnOption[] = [
	{ code: 'M', text: 'Male' },
	{ code: 'F', text: 'Female' },
	{ code: 'X', text: 'Non-binary' },
];
const races: readonly ColumnOption[] = [
	{ code: 'A', text: 'Asian' },
	{ code: 'B', text: 'Black or African-American' },
	{ code: 'I', text: 'American Indian' },
	{ code: 'M', text: 'Multiracial' },
	{ code: 'P', text: 'Hawaiian or Pacific Islander' },
	{ code: 'W', text: 'White' },
];
const yesNo: readonly ColumnOption[] = [
	{ code: 'Yes', text: 'Yes' },
	{ code: 'No', text: 'No' },
];
const letters: readonly ColumnOption[] = [
	{ code: 'Y', text: 'Yes' },
	{ code: 'N', text: 'No' },
];
const lunches: readonly ColumnOption[] = [
	{ code: 'F', text: 'Free' },
	{ code: 'R', text: 'Reduced' },
	{ code: 'N', text: 'Not eligible' },
];

/** A target that nothing feeds. */
export function target(element: string, more: Partial<TargetPlan> = {}): TargetPlan {
	return {
		element,
		title: element.replace(/^ext\./, '').replaceAll('_', ' '),
		fileNames: [element.startsWith('ext.') ? 'students_ext.csv' : 'students.csv'],
		kind: 'category',
		from: [],
		how: null,
		isOpen: false,
		candidates: [],
		codeTables: [],
		options: [],
		values: [],
		...more,
	};
}

/** A value with its code; undefined leaves it open. */
export function value(text: string, rows: number, code?: string, more: Partial<ValuePlan> = {}): ValuePlan {
	const how = code === undefined ? null : code === text ? 'code' : 'meaning';
	return { value: text, rows, code, how, candidates: [], ...more };
}

/** A column of the export. */
function column(
	name: string,
	samples: readonly string[],
	more: Partial<ExportColumnView> = {},
): ExportColumnView {
	return { name, samples, filled: 2400, distinct: samples.length, isSecret: false, ...more };
}

/** The columns of an export of Infinite Campus. */
export const columns: readonly ExportColumnView[] = [
	column('personID', ['100482', '100483', '100484'], { distinct: 2400 }),
	column('stateID', ['9917203', '9917204', '9917205'], { distinct: 2398, filled: 2398 }),
	column('lastName', ['Reyes', 'Ash', 'Nguyễn'], { distinct: 1102 }),
	column('firstName', ['Ana', 'Bo', 'Linh'], { distinct: 988 }),
	column('sex', ['F', 'M', 'N'], { distinct: 3 }),
	column('raceEthnicityFed', ['6', '1', '3', '7'], { distinct: 7 }),
	column('lunchStatus', ['F', 'R', 'S', 'P', 'T'], { distinct: 6, filled: 2104 }),
	column('homePrimaryLanguage', ['English', 'Spanish', 'Somali (Maay)'], { distinct: 31 }),
	column('iep', ['Y'], { distinct: 1, filled: 312 }),
	column('spedStatus', ['Active', 'Exited'], { distinct: 2, filled: 340 }),
	column('disability1', ['SLD', 'AU', 'OHI', 'SLI'], { distinct: 9, filled: 310 }),
	column('section504', ['No', 'Yes'], { distinct: 2 }),
	column('migrant', ['N'], { distinct: 1 }),
	column('schoolNumber', ['101', '204', '311'], { distinct: 6 }),
	column('homeroomTeacher', ['Ms. Okafor', 'Mr. Diaz'], { distinct: 96 }),
	column('portalPassword', [], { isSecret: true, distinct: 2400 }),
	column('busRoute', ['12', '7', 'Walk'], { distinct: 19, filled: 1620 }),
	column('lockerNumber', ['A-114', 'C-020'], { distinct: 812, filled: 812 }),
];

/** What the export gives our columns; the ID and several codes are not settled. */
export const targets: readonly TargetPlan[] = [
	target('Student_id', {
		title: 'The ID by which Clever knows the student',
		kind: 'key',
		isOpen: true,
		fileNames: ['students.csv', 'students_ext.csv'],
		candidates: [
			{
				name: 'personID',
				reason: 'The ID of a person at Infinite Campus',
				samples: ['100482', '100483', '100484'],
				matches: 2301,
				of: 2400,
			},
			{
				name: 'stateID',
				reason: 'A number in each row',
				samples: ['9917203', '9917204'],
				matches: 0,
				of: 2398,
			},
		],
	}),
	target('Gender', {
		from: ['sex'],
		how: 'name',
		reason: 'The header is sex',
		options: genders,
		values: [
			value('N', 4, undefined, { meaning: 'N could be Non-binary or Not reported.' }),
			value('F', 1201, 'F'),
			value('M', 1195, 'M'),
		],
	}),
	target('Race', {
		from: ['raceEthnicityFed'],
		how: 'name',
		reason: 'The header is raceEthnicityFed',
		options: races,
		codeTables: [
			{ name: 'Infinite Campus: raceEthnicityFed', covers: 7 },
			{ name: 'Pennsylvania PIMS: race', covers: 6 },
		],
		values: [
			value('1', 1120),
			value('6', 801),
			value('3', 244),
			value('4', 120),
			value('7', 88),
			value('2', 18),
			value('5', 9),
		],
	}),
	target('Hispanic_Latino', {
		title: 'Hispanic or Latino',
		options: letters,
		isOpen: true,
		candidates: [
			{ name: 'raceEthnicityFed', reason: 'One of its codes is Hispanic', samples: ['6', '1', '3'] },
		],
	}),
	target('Home_language', {
		from: ['homePrimaryLanguage'],
		how: 'values',
		reason: 'Its values are names of languages',
		options: ['English', 'Spanish', 'Somali', 'Arabic', 'Vietnamese', 'Chinese', 'Other'].map((code) => ({
			code,
			text: code,
		})),
		values: [
			value('Somali (Maay)', 12, undefined, { candidates: ['Somali'], meaning: 'A dialect of Somali' }),
			value('English', 1710, 'English'),
			value('Spanish', 560, 'Spanish'),
			value('Vietnamese', 98, 'Vietnamese'),
			value('Chinese (Mandarin)', 20, 'Chinese'),
		],
	}),
	target('Ell_status', { title: 'English learner', options: letters }),
	target('Frl_status', {
		title: 'Free or reduced lunch',
		from: ['lunchStatus'],
		how: 'name',
		reason: 'The header is lunchStatus',
		options: lunches,
		values: [
			value('T', 40, undefined, { candidates: ['F', 'R', 'N'], meaning: 'T means F, R or N, by the state.' }),
			value('P', 610, undefined, { candidates: ['N'] }),
			value('F', 1102, 'F'),
			value('R', 352, 'R'),
		],
		blank: { rows: 296, code: undefined, asks: false },
	}),
	target('IEP_status', {
		title: 'Has an individualized education program',
		from: ['iep'],
		how: 'name',
		reason: 'The header is iep',
		options: letters,
		values: [value('Y', 312, 'Y')],
		blank: { rows: 2088, code: undefined, asks: true },
	}),
	target('ext.idea_indicator', {
		title: 'IDEA indicator',
		options: yesNo,
		isOpen: true,
		candidates: [
			{ name: 'iep', reason: 'Students with an IEP', samples: ['Y'] },
			{ name: 'spedStatus', reason: 'About special education', samples: ['Active', 'Exited'] },
		],
	}),
	target('ext.disability_status', { title: 'Disability status', options: yesNo }),
	target('ext.primary_disability_type', {
		title: 'Primary disability type',
		from: ['disability1'],
		how: 'name',
		options: ['AUT', 'ID', 'OHI', 'SLD', 'SLI'].map((code) => ({ code, text: code })),
		values: [
			value('SLD', 120, 'SLD'),
			value('AU', 90, 'AUT'),
			value('OHI', 60, 'OHI'),
			value('SLI', 40, 'SLI'),
		],
	}),
	target('ext.section_504_status', {
		title: 'Section 504 status',
		from: ['section504'],
		how: 'name',
		options: yesNo,
		values: [value('No', 2310, 'No'), value('Yes', 90, 'Yes')],
	}),
	target('ext.economic_disadvantage_status', { title: 'Economic disadvantage status', options: yesNo }),
	target('ext.migrant_status', {
		title: 'Migrant status',
		from: ['migrant'],
		how: 'name',
		options: yesNo,
		values: [value('N', 2400, 'No')],
	}),
	target('ext.title_i', { title: 'Title I', options: yesNo }),
	target('School_id', { kind: 'other', title: 'School ID', from: ['schoolNumber'], how: 'name' }),
	target('Last_name', { kind: 'other', title: 'Last name', from: ['lastName'], how: 'name' }),
	target('First_name', { kind: 'other', title: 'First name', from: ['firstName'], how: 'name' }),
	...['Student_number', 'State_id', 'Middle_name', 'Grade', 'DOB', 'Student_email', 'Contact_name'].map(
		(name) => target(name, { kind: 'other' }),
	),
];

/** The first rows of the two files, with problems. */
export const preview: readonly FilePreview[] = [
	{
		fileName: 'students.csv',
		header: [
			'Student_id',
			'School_id',
			'Last_name',
			'First_name',
			'Gender',
			'Race',
			'Home_language',
			'Frl_status',
			'IEP_status',
		],
		findings: [],
		rows: [
			['100482', '101', 'Reyes', 'Ana', 'F', '6', 'Spanish', 'F', 'Y'],
			['100483', '101', 'Ash', 'Bo', 'M', '1', 'English', 'P', ''],
			['100484', '204', 'Nguyễn', 'Linh', 'N', '3', 'Vietnamese', 'R', ''],
			['100485', '204', 'Abdi', 'Hodan', 'F', '4', 'Somali (Maay)', 'T', ''],
			['100486', '311', 'Miller', 'Jo', 'M', '1', 'English', '', ''],
		].map((values, at) => ({
			values,
			findings: [
				{
					column: 5,
					severity: 'error' as const,
					message: `Race has no code ${values[5]}. Use A, B, I, M, P or W.`,
				},
				...(at === 2
					? [{ column: 4, severity: 'error' as const, message: 'Gender has no code "N". Use M, F or X.' }]
					: []),
				...(at === 3
					? [
							{
								column: 6,
								severity: 'warning' as const,
								message: 'Not in Amplify\'s list: "Somali (Maay)". Did you mean Somali?',
							},
						]
					: []),
			],
		})),
	},
	{
		fileName: 'students_ext.csv',
		header: ['sis_id', 'ext.primary_disability_type', 'ext.section_504_status', 'ext.migrant_status'],
		findings: [],
		rows: [
			{ values: ['100482', 'SLD', 'No', 'No'], findings: [] },
			{ values: ['100483', '', 'No', 'No'], findings: [] },
		],
	},
];
