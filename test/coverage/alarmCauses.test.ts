/** Alarms that name a likely cause, those that have one cause in common, and those that would repeat an error. */
import assert from 'node:assert/strict';
import { checkerOf } from '../support/checking';
import { checked } from '../support/features';
import { alarms, alarmsOfFiles, fullAlarms } from './alarmsIn';

describe('the alarms of the coverage report', () => {
	it('say nothing of a code that wrong values may mean', () => {
		const groups = [
			[400, '5', ',,Y'],
			[200, '5', ',,No'],
		] as const;
		assert.deepEqual(alarms(groups), []);
		// The other school writes "No", which is an error for each of them.
		const schools = [
			[100, '5', ',,Y'],
			[100, '5', ',,N'],
			[200, '6', ',,Yes'],
		] as const;
		assert.deepEqual(alarms(schools), []);
	});

	const SEVEN = 'Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status';

	it('name Ell_status where it alone is empty, as exports of Genesis have it', () => {
		const genesis = (many: number) => [[many, '5', 'F,A,Y,English,,F,Y']] as const;
		const [alarm, ...others] = fullAlarms(genesis(50), undefined, SEVEN);
		assert.deepEqual(others, []);
		assert.equal(alarm?.title, 'Ell_status is empty for all students');
		assert.match(alarm?.cause ?? '', /^Probably .*Genesis/);
		assert.deepEqual(alarm?.target, { fileName: 'students.csv', column: 'Ell_status', show: 'column' });
		assert.deepEqual(fullAlarms(genesis(49), undefined, SEVEN), []);
		assert.deepEqual(fullAlarms(genesis(50), undefined, SEVEN, { notSent: ['Ell_status'] }), []);
	});

	it('name the three columns together that the OneRoster sync of Infinite Campus cannot send', () => {
		const found = fullAlarms(
			[
				[60, '5', 'F,A,N,English,,,'],
				[60, '5', 'M,B,Y,Spanish,,,'],
			],
			undefined,
			SEVEN,
		);
		assert.deepEqual(
			found.map(({ title, column }) => [title, column]),
			[['Ell_status, Frl_status and IEP_status are empty for all students', 'Ell_status']],
		);
		assert.match(found[0]?.cause ?? '', /OneRoster/);
		// Other empty columns have another cause, and so has a file in which nothing is filled in.
		assert.deepEqual(fullAlarms([[60, '5', 'F,A,Y,,,,']], undefined, SEVEN), []);
		assert.deepEqual(fullAlarms([[60, '5', ',,,,,,']], undefined, SEVEN), []);
		// A wrong value is a value, and an error.
		assert.deepEqual(fullAlarms([[60, '5', 'F,A,Y,English,No,F,Y']], undefined, SEVEN), []);
	});

	it('name Race where nearly all Hispanic students are White, as a template of North Carolina makes them', () => {
		const district = (white: number, other: number, rest = 200) =>
			fullAlarms(
				[
					[white, '5', 'W,Y'],
					[other, '5', 'M,Y'],
					[rest, '5', 'A,N'],
				],
				undefined,
				'Race,Hispanic_Latino',
			);
		const [alarm, ...others] = district(99, 1);
		assert.deepEqual(others, []);
		assert.equal(alarm?.column, 'Race');
		assert.match(alarm?.message ?? '', /^99% of 100 students with Y in Hispanic_Latino have W in Race/);
		assert.match(alarm?.cause ?? '', /North Carolina/);
		assert.deepEqual(alarm?.target, {
			fileName: 'students.csv',
			column: 'Hispanic_Latino',
			show: { values: ['Y'] },
		});
		assert.deepEqual(district(97, 3), []);
		assert.deepEqual(district(49, 0), []);
		assert.equal(district(50, 0).length, 1);
	});

	it('name what may turn Pacific Islander into another code', () => {
		const groups = ['A', 'B', 'I', 'M', 'W'].map((code) => [120, '5', code] as const);
		const [alarm, ...others] = fullAlarms(groups, undefined, 'Race');
		assert.deepEqual(others, []);
		assert.equal(alarm?.title, 'No student has P (Hawaiian or Pacific Islander)');
		assert.match(alarm?.cause ?? '', /Illinois/);
	});

	const guid = (index: number): string => `7d444840-9dc0-11d1-b245-${String(index).padStart(12, '0')}`;

	it('name columns in which some IDs are GUIDs and others numbers, and no ID of a student', () => {
		const some = [[30, '5', 'F']] as const;
		const mixed = (guids: number) => (index: number) => (index < guids ? guid(index) : `${1000 + index}`);
		const [alarm, ...others] = fullAlarms(some, mixed(3), 'Gender');
		assert.deepEqual(others, []);
		assert.equal(
			alarm?.message,
			'3 IDs in Student_id of students.csv are GUIDs, 27 are numbers. Use one kind.',
		);
		assert.match(alarm?.cause ?? '', /Infinite Campus/);
		assert.ok(!JSON.stringify(alarm).includes('7d444840'));
		assert.deepEqual(fullAlarms(some, mixed(0), 'Gender'), []);
		assert.deepEqual(fullAlarms(some, mixed(30), 'Gender'), []);
		// Letters are another kind of ID, which districts use beside numbers.
		assert.deepEqual(
			fullAlarms(some, (index) => (index < 3 ? `A${index}` : `${1000 + index}`), 'Gender'),
			[],
		);
	});

	it('name School_id with GUIDs and numbers, and lead to the rarer kind', () => {
		const [alarm] = fullAlarms(
			[
				[10, '101', 'F'],
				[10, '102', 'F'],
				[10, guid(1), 'F'],
			],
			undefined,
			'Gender',
		);
		assert.deepEqual(alarm?.target, {
			fileName: 'students.csv',
			column: 'School_id',
			show: { values: [guid(1)] },
		});
	});

	it('name both files once where their IDs are mixed alike', () => {
		const ids = Array.from({ length: 20 }, (_, at) => (at < 5 ? guid(at) : `${1000 + at}`));
		const roster = checked('students.csv', `Student_id,Gender\n${ids.map((id) => `${id},F\n`).join('')}`);
		const extension = checked(
			'students_ext.csv',
			`sis_id,ext.title_i\n${ids.map((id) => `${id},Yes\n`).join('')}`,
		);
		assert.deepEqual(
			alarmsOfFiles(roster, extension).map(({ title }) => title),
			['IDs of two kinds in Student_id'],
		);
	});

	it('say nothing of lost zeros that the check has found by the other file', () => {
		const rows = (ids: readonly string[], value: string) => ids.map((id) => `${id},${value}\n`).join('');
		const ids = Array.from({ length: 100 }, (_, at) => String(at < 10 ? 100 + at : 1000 + at));
		const roster = checked('students.csv', `Student_id,Gender\n${rows(ids, 'F')}`);
		assert.equal(alarmsOfFiles(roster).length, 1);
		const extensionText = `sis_id,ext.title_i\n${rows(
			ids.map((id) => id.padStart(4, '0')),
			'Yes',
		)}`;
		const extension = checkerOf(
			'students_ext.csv',
			extensionText,
			{},
			{ sibling: roster.document.getText() },
		);
		assert.ok(extension.run());
		// One for each ID, and one on the header that names the cause.
		assert.equal(extension.tally.counts.error, 11);
		assert.deepEqual(alarmsOfFiles(roster, extension), []);
	});

	it('tell several columns that are empty at one school in one alarm, with the name of the school', () => {
		const names = new Map([['6', 'Lincoln Elementary']]);
		const found = fullAlarms(
			[
				[100, '5', 'F,F,Y'],
				[100, '5', 'M,R,N'],
				[10, '6', 'F,N,Y'],
				[190, '6', ',,'],
			],
			undefined,
			undefined,
			{},
			names,
		);
		assert.deepEqual(
			found.map(({ title, column }) => [title, column]),
			[['Gender, Frl_status and IEP_status are nearly empty at one school', 'Gender']],
		);
		assert.match(
			found[0]?.message ?? '',
			/but 5% at Lincoln Elementary \(6\)\..* Check the export of Lincoln/,
		);
		assert.deepEqual(found[0]?.otherColumns, ['Frl_status', 'IEP_status']);
		assert.deepEqual(found[0]?.target, {
			...{ fileName: 'students.csv', column: 'Gender', show: 'empty' },
			among: { column: 'School_id', value: '6' },
		});
	});

	it('compare the primary disability of schools among their students with IDEA', () => {
		// Every student with IDEA has a type; the second school has few of them.
		const columns = 'ext.idea_indicator,ext.primary_disability_type';
		const found = fullAlarms(
			[
				[100, '5', 'Yes,AUT'],
				[100, '5', 'No,'],
				[19, '6', 'Yes,AUT'],
				[400, '6', 'No,'],
			],
			undefined,
			columns,
		);
		assert.deepEqual(
			found.filter(({ column }) => column === 'ext.primary_disability_type'),
			[],
		);
	});
});
