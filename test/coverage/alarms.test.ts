import assert from 'node:assert/strict';
import { findElement, students } from '../../server/src/spec';
import { checked } from '../support/features';
import { alarms, alarmsOfFiles, fullAlarms } from './alarmsIn';

/** Codes: Gender F, M and X; Frl_status F, R and N; IEP_status Y and N. */
describe('the alarms of the coverage report', () => {
	it('name a code that none of 500 students has although its neighbors occur', () => {
		const missing = [
			[250, '5', 'S'],
			[250, '5', 'L'],
		] as const;
		assert.deepEqual(alarms(missing, undefined, 'Size'), [
			'Size: None of 500 students has M (Medium). Check that your export can produce this code.',
		]);
		const fewer = [
			[250, '5', 'S'],
			[249, '5', 'L'],
		] as const;
		assert.deepEqual(alarms(fewer, undefined, 'Size'), []);
		assert.deepEqual(alarms([...missing, [1, '5', 'M']], undefined, 'Size'), []);
		assert.deepEqual(
			alarms([...missing, [1, '5', 'Medium']], undefined, 'Size'),
			[],
			'it is an error already',
		);
	});

	it('ignore a missing code next to another missing one', () => {
		const groups = [
			[300, '5', 'L'],
			[300, '5', 'Huge'],
		] as const;
		const found = alarms(groups, undefined, 'Size');
		assert.deepEqual(found, []);
	});

	it('ignore missing codes of a long list, such as the languages', () => {
		const codes = findElement(students, 'Home_language')?.optionSet?.options.map(({ code }) => code) ?? [];
		assert.ok(codes.length > 20);
		const groups = [codes[0], codes[2]].map((code) => [300, '5', code ?? ''] as const);
		assert.deepEqual(alarms(groups, undefined, 'Home_language'), []);
	});

	it('name a missing code of a list of 20 codes, but of no longer one', () => {
		const groups = [
			[300, '5', '#1'],
			[300, '5', '#3'],
		] as const;
		assert.deepEqual(alarms(groups, undefined, 'Twenty'), [
			'Twenty: None of 600 students has #2. Check that your export can produce this code.',
		]);
		assert.deepEqual(alarms(groups, undefined, 'TwentyOne'), []);
	});

	it('name a column in which every value is No if No is the first code', () => {
		assert.deepEqual(alarms([[50, '5', 'N']], undefined, 'Vaccinated'), [
			'Vaccinated: All 50 values are N. Where the status is not known, leave the field empty.',
		]);
	});

	it('name a column in which every value is No', () => {
		assert.deepEqual(alarms([[50, '5', ',,N']]), [
			'IEP_status: All 50 values are N. Where the status is not known, leave the field empty.',
		]);
		assert.deepEqual(alarms([[49, '5', ',,N']]), []);
		assert.deepEqual(
			alarms([
				[99, '5', ',,N'],
				[1, '5', ',,Y'],
			]),
			[],
		);
		assert.deepEqual(
			alarms([
				[99, '5', ',,N'],
				[1, '5', ',,maybe'],
			]),
			[],
		);
		assert.deepEqual(
			alarms([
				[50, '5', ',,N'],
				[50, '5', ',,'],
			]).length,
			1,
		);
	});

	it('name a column of only No once for hundreds of students', () => {
		assert.deepEqual(alarms([[600, '5', ',,N']]).length, 1);
		// Where all have Yes, the code for No is missing.
		assert.match(alarms([[600, '5', ',,Y']])[0] ?? '', /None of 600 students has N/);
	});

	it('name a share that differs tenfold between schools', () => {
		const schools = (high: number, low: number) =>
			[
				[high, '5', ',,Y'],
				[200 - high, '5', ',,N'],
				[low, '6', ',,Y'],
				[200 - low, '6', ',,N'],
			] as const;
		assert.deepEqual(alarms(schools(40, 4)), [
			'IEP_status: 20% of values at school 5 are Y (Yes), but 2% at school 6. Check that both schools use this code the same way.',
		]);
		assert.deepEqual(alarms(schools(39, 4)), []);
		assert.equal(alarms(schools(20, 0)).length, 1);
		// A high share of a small school may be chance too.
		const small = [
			[10, '5', ',,Y'],
			[200, '6', ',,N'],
		] as const;
		assert.deepEqual(alarms(small), []);
		// Nor does it hide that of a large one.
		assert.equal(alarms([...schools(40, 4), [1, '7', ',,Y']]).length, 1);
		// 19 students at one school and none at the other may be chance.
		assert.deepEqual(alarms(schools(19, 0)), []);
	});

	it('lead to the rows of the school where a code is rare', () => {
		const [found] = fullAlarms([
			[40, '5', ',,Y'],
			[160, '5', ',,N'],
			[200, '6', ',,N'],
		]);
		assert.deepEqual(found?.target, {
			...{ fileName: 'students.csv', column: 'IEP_status', show: 'any' },
			among: { column: 'School_id', value: '6' },
		});
	});

	it('lead to the column where its file has no schools', () => {
		const ids = Array.from({ length: 400 }, (_, at) => String(100_000 + at));
		const roster = checked(
			'students.csv',
			`Student_id,School_id\n${ids.map((id, at) => `${id},${at < 200 ? 5 : 6}\n`).join('')}`,
		);
		const extension = checked(
			'students_ext.csv',
			`sis_id,ext.title_i\n${ids.map((id, at) => `${id},${at < 40 ? 'Yes' : 'No'}\n`).join('')}`,
		);
		assert.deepEqual(
			alarmsOfFiles(roster, extension).map(({ target }) => target),
			[{ fileName: 'students_ext.csv', column: 'ext.title_i', show: 'column' }],
		);
	});

	it('name an uneven share of a later code, whichever school comes first', () => {
		const low = [
			[196, '6', 'S'],
			[4, '6', 'M'],
		] as const;
		const high = [
			[160, '5', 'S'],
			[40, '5', 'M'],
		] as const;
		const message =
			'Size: 20% of values at school 5 are M (Medium), but 2% at school 6. Check that both schools use this code the same way.';
		assert.deepEqual(alarms([...high, ...low], undefined, 'Size'), [message]);
		assert.deepEqual(alarms([...low, ...high], undefined, 'Size'), [message]);
		// A school without any value has no share.
		assert.deepEqual(alarms([[10, '4', ''], ...low, ...high], undefined, 'Size'), [message]);
	});

	it('name a school whose values are missing', () => {
		const found = alarms([
			[100, '5', ',,Y'],
			[100, '5', ',,N'],
			[10, '6', ',,Y'],
			[10, '6', ',,N'],
			[180, '6', ',,'],
		]);
		assert.deepEqual(found, [
			'IEP_status: 100% of students at school 5 have a value, but 10% at school 6. Check the export of school 6.',
		]);
	});

	it('name IDs that are shorter than the others', () => {
		const some = [[100, '5', ',,']] as const;
		const message = (ids: string, verb: string) =>
			`Student_id: ${ids} in students.csv ${verb} fewer than 4 digits. Check whether a spreadsheet removed leading zeros.`;
		const cut = (short: number) => (index: number) => String(index < short ? 100 + index : 1000 + index);
		assert.deepEqual(alarms(some, cut(20)), [message('20 IDs', 'have')]);
		assert.deepEqual(alarms(some, cut(1)), [message('1 ID', 'has')]);
		assert.deepEqual(alarms(some, cut(21)), []);
		assert.deepEqual(alarms(some, cut(0)), []);
		// IDs with letters have no width.
		assert.deepEqual(
			alarms(some, (index) => (index < 5 ? `a${index}` : `${1000 + index}`)),
			[],
		);
		// IDs of three digits are grades, rooms, or those of small districts.
		assert.deepEqual(
			alarms(some, (index) => String(index < 5 ? 10 + index : 100 + index)),
			[],
		);
	});

	it('ignore IDs that use half of the shorter numbers', () => {
		// There are 1,000 numbers of fewer than four digits.
		const alarmsWith = (short: number) =>
			alarms([[2500, '5', ',,']], (index) => String(index < short ? index + 1 : index + 1000));
		assert.deepEqual(alarmsWith(499), [
			'Student_id: 499 IDs in students.csv have fewer than 4 digits. Check whether a spreadsheet removed leading zeros.',
		]);
		assert.deepEqual(alarmsWith(500), []);
	});

	it('ignore IDs that count up', () => {
		assert.deepEqual(
			alarms([[9999, '5', ',,']], (index) => String(index + 1)),
			[],
		);
	});
});
