/** Faults of an export that look like changes of students, or like none. */

import assert from 'node:assert/strict';
import { compareTexts } from './comparing';

/** A file with 20 rows. */
function rowsOf(header: string, row: (number: number) => string): string {
	return `${[header, ...Array.from({ length: 20 }, (_, at) => row(at + 1))].join('\n')}\n`;
}
function alarmsOf(
	old: string,
	now: string,
	oldExtension?: string,
	extension?: string,
): readonly (readonly (string | undefined)[])[] {
	const { alarms } = compareTexts({ roster: old, extension: oldExtension }, { roster: now, extension });
	return alarms.map(({ id, column, message }) => [id, column, message]);
}

describe('a comparison of faulty exports', () => {
	it('looks for a school on all rows of a student', () => {
		// Each student is in school 1, and the first five are in school 2 too.
		const head = 'School_id,Student_id,Gender';
		const one = rowsOf(head, (number) => `1,${number},M`);
		const both = rowsOf(head, (number) => `1,${number},M${number <= 5 ? `\n2,${number},M` : ''}`);
		const swapped = rowsOf(head, (number) => `${number <= 5 ? `2,${number},M\n` : ''}1,${number},M`);
		assert.deepEqual(alarmsOf(both, one), [
			[
				'school-gone',
				undefined,
				'School 2 has no students anymore, and had 5 students. Check that the export has it.',
			],
		]);
		assert.deepEqual(alarmsOf(swapped, both), []);
		assert.deepEqual(alarmsOf(both, swapped), []);
	});

	it('compares no category whose column is there twice, and no file with two columns of IDs', () => {
		const old = rowsOf('Student_id,Gender', (number) => `${number},M`);
		const twice = rowsOf('Student_id,Gender,Gender', (number) => `${number},M,F`);
		const alarm = (side: string) => [
			'not-compared',
			'Gender',
			`students.csv of the ${side} side has Gender twice, in columns 2 and 3, so it is not compared. Remove or rename all but one.`,
		];
		assert.deepEqual(alarmsOf(old, twice), [alarm('new')]);
		assert.deepEqual(alarmsOf(twice, old), [alarm('old')]);
		assert.deepEqual(alarmsOf(twice, twice), [alarm('new'), alarm('old')]);
		const { categories } = compareTexts({ roster: old }, { roster: twice });
		assert.equal(categories.find(({ element }) => element === 'Gender')?.compared, false);
		assert.throws(
			() => compareTexts({ roster: old }, { roster: 'Student_id,Student_id,Gender\n1,2,M\n' }),
			/Student_id is also column 1\. Remove or rename one of the two\./,
		);
	});

	it('sees codes that became a value that is no code', () => {
		const old = rowsOf('Student_id,Gender', (number) => `${number},${number <= 10 ? 'M' : 'F'}`);
		assert.deepEqual(alarmsOf(old, old.replaceAll('M\n', 'Male\n')), [
			[
				'flipped',
				'Gender',
				'Gender: 10 of 10 students with M (Male) have "Male" now. Check the codes of your export.',
			],
			[
				'code-gone',
				'Gender',
				'Nobody has Gender M (Male) anymore. 10 students had it. Check the codes of your export.',
			],
		]);
	});

	it('sees IDs that were given to other students', () => {
		const head = 'Student_id,Last_name,First_name,Gender';
		const row = (number: number, id: number): string => `${id},L${number},F${number},M`;
		const old = rowsOf(head, (number) => row(number, number));
		const sorted = rowsOf(head, (number) => row(number, 21 - number));
		const { alarms, notes } = compareTexts({ roster: old }, { roster: sorted });
		assert.deepEqual(
			alarms.map(({ id }) => id),
			['ids-moved'],
		);
		assert.deepEqual(notes, []);
	});

	it('compares no extension file whose IDs fit no students, and says why', () => {
		const head = 'Student_id,Student_number,Gender';
		const roster = rowsOf(head, (number) => `0${number},N${number},M`);
		const good = rowsOf('sis_id,ext.title_i', (number) => `0${number},Yes`);
		const zeros = rowsOf('sis_id,ext.title_i', (number) => `${number},Yes`);
		const numbers = rowsOf('sis_id,ext.title_i', (number) => `N${number},Yes`);
		const few = (side: string): string =>
			`None of the 20 IDs in students_ext.csv is in students.csv on the ${side} side, so its columns are not compared.`;
		const asText = 'Only the leading zeros differ: format sis_id and Student_id as text where you export.';
		assert.deepEqual(alarmsOf(roster, roster, good, zeros), [
			['not-compared', undefined, `${few('new')} ${asText}`],
		]);
		assert.deepEqual(alarmsOf(roster, roster, zeros, good), [
			['not-compared', undefined, `${few('old')} ${asText}`],
		]);
		assert.deepEqual(alarmsOf(roster, roster, good, numbers), [
			[
				'not-compared',
				undefined,
				`${few('new')} They are in Student_number of students.csv. Export the Student_id as sis_id.`,
			],
		]);
		// A file of fewer students, all of them known, is no fault of the IDs.
		const half = roster.split('\n').slice(0, 9).join('\n');
		const { alarms } = compareTexts({ roster, extension: good }, { roster: half, extension: good });
		assert.deepEqual(
			alarms.map(({ id }) => id),
			['students-gone'],
		);
	});
});
