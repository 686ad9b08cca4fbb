import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnCounts, columnValues } from '../../server/src/bulk/columnValues';
import { replaceValue } from '../../server/src/bulk/replaceValue';
import { checked } from '../support/features';
import { done, editedText, problemOf, randomRoster, records, roster } from './support';

const ROSTER = 'Student_id,Gender,Password\n1,Female,a\n2,F,b\n3,Female,\n\n4,,c\n5,Female\n6,Female,d\n';

describe('the values of a column', () => {
	it('are counted in readable rows, the most frequent first, with the codes of the column', () => {
		const { values, empty, filled, codes, name, letter } = done(columnValues(roster(ROSTER), 1));
		assert.deepEqual(values, [
			{
				value: 'Female',
				count: 3,
				meant: 'F',
				problem: { severity: 'error', message: 'Gender has no code "Female". Use F (Female).' },
			},
			{ value: 'F', count: 1 },
		]);
		assert.deepEqual([name, letter, filled, empty], ['Gender', 'B', 4, 1]);
		assert.ok(codes?.some(({ code, label }) => code === 'F' && label === 'Female'));
	});

	it('name the code that they certainly mean, and none if they have two meanings', () => {
		const file = roster('Student_id,Race,Gender\n1,White,f\n2,Other,M\n');
		assert.deepEqual(
			[1, 2].map((column) =>
				done(columnValues(file, column)).values.map(({ value, meant }) => [value, meant]),
			),
			[
				[
					['White', 'W'],
					['Other', undefined],
				],
				[
					['f', 'F'],
					['M', undefined],
				],
			],
		);
	});

	it('say which of them can only stand for an empty field', () => {
		const file = roster('Student_id,Gender,Race,Note\n1,N/A,NA,N/A\n');
		assert.deepEqual(
			[1, 2, 3].map((column) => done(columnValues(file, column)).values[0]?.standsForEmpty),
			[true, undefined, undefined],
		);
	});

	it('come with those first that have a problem, the worst first, however rare they are', () => {
		const rows = ['W', 'W', 'W', 'N/A', 'N/A', '7', ...Array.from({ length: 1100 }, () => 'B')];
		const text = `Student_id,Race\n${rows.map((value, index) => `${index},${value}\n`).join('')}`;
		assert.deepEqual(
			done(columnValues(roster(text), 1)).values.map(({ value, count, problem }) => [
				value,
				count,
				problem?.severity,
			]),
			[
				['7', 1, 'error'],
				['N/A', 2, 'warning'],
				['B', 1100, undefined],
				['W', 3, undefined],
			],
		);
	});

	it('have no problem with a rule that the district has turned off, or with a value that it accepts', () => {
		const problems = (settings: unknown): unknown[] => {
			const file = checked('students.csv', 'Student_id,Race\n1,7\n', settings);
			return done(columnValues(file, 1)).values.map(({ problem }) => problem);
		};
		assert.notDeepEqual(problems({}), [undefined]);
		assert.deepEqual(problems({ rules: { 'field/unknown-code': 'off' } }), [undefined]);
		assert.deepEqual(problems({ acceptedValues: { Race: ['7'] } }), [undefined]);
	});

	it('of a password column are never listed', () => {
		const { values, kind, filled } = done(columnValues(roster(ROSTER), 2));
		assert.deepEqual([values, kind, filled], [[], 'secret', 4]);
	});

	it('past the limit are counted, and the one under the cursor is always listed', () => {
		const rows = Array.from({ length: 1200 }, (_, index) => `${index},n${index}`);
		const file = roster(`Student_id,Last_name\n${rows.join('\n')}\n`);
		const { values, unlisted, codes } = done(columnValues(file, 1, 'n1150'));
		assert.deepEqual([values.length, unlisted, codes], [1001, 199, undefined]);
		assert.ok(values.some(({ value }) => value === 'n1150'));
	});

	it('are counted for all columns', () => {
		assert.deepEqual(
			done(columnCounts(roster(ROSTER))).map(({ name, filled, empty }) => [name, filled, empty]),
			[
				['Student_id', 5, 0],
				['Gender', 4, 1],
				['Password', 4, 1],
			],
		);
	});
});

describe('replacing a value in a column', () => {
	const replaced = (text: string, column: number, value: string, by: string) => {
		const file = roster(text);
		const answer = done(replaceValue(file, column, value, by));
		return { ...answer, text: editedText(file, answer.edits) };
	};

	it('changes all fields that hold it, and nothing else', () => {
		const text = 'Student_id,Gender\r\nFemale,Female\r\n1,"Female"\r\n2,female\r\n3, Female\r\n4,Female';
		const answer = replaced(text, 1, 'Female', 'F');
		assert.equal(answer.text, 'Student_id,Gender\r\nFemale,F\r\n1,"F"\r\n2,female\r\n3, Female\r\n4,F');
		assert.equal(answer.changed, 3);
	});

	it('leaves rows that cannot be read unchanged, and counts them', () => {
		const { text, changed, unreadable } = replaced(ROSTER, 1, 'Female', 'F');
		assert.equal(text, 'Student_id,Gender,Password\n1,F,a\n2,F,b\n3,F,\n\n4,,c\n5,Female\n6,F,d\n');
		assert.deepEqual([changed, unreadable], [3, 1]);
	});

	it('fills empty fields of readable rows, but no empty line and no row of commas', () => {
		const { text, changed } = replaced('Student_id,Gender\n1,\n\n,\n2,F\n3,""\n4\n', 1, '', 'X');
		assert.equal(text, 'Student_id,Gender\n1,X\n\n,\n2,F\n3,"X"\n4\n');
		assert.equal(changed, 2);
	});

	it('changes a single row, and that only if it holds the value', () => {
		const file = roster(ROSTER);
		const changed = (record: number): string =>
			editedText(file, done(replaceValue(file, 1, 'Female', '', record)).edits);
		assert.equal(changed(3), ROSTER.replace('3,Female', '3,'));
		assert.equal(changed(2), ROSTER);
	});

	it('changes nothing if the new value is the old one', () => {
		const { changed } = replaced(ROSTER, 1, 'Female', 'Female');
		assert.equal(changed, 0);
	});

	it('removes no quote from a file with an open quote', () => {
		const file = roster('Student_id,Last_name\n1,"B, C"\n2,"A\n');
		assert.equal(
			problemOf(replaceValue(file, 1, 'B, C', 'C')),
			'Row 3 of students.csv opens a quote that is never closed. Close it first.',
		);
	});

	it('adds no quote to a file with an open quote, which it could close', () => {
		const file = roster('Student_id,Last_name\n1,"A\n2,B\n');
		assert.equal(
			problemOf(replaceValue(file, 1, 'B', 'B, C')),
			'Row 2 of students.csv opens a quote that is never closed. Close it first.',
		);
		assert.equal(done(replaceValue(file, 1, 'B', 'C')).changed, 1);
	});

	it('does the same as replacing values in the records that csv-parse reads', () => {
		const values = ['', 'Yes', 'a, b', 'say "x"', 'two\nlines'];
		fc.assert(
			fc.property(
				randomRoster(values),
				fc.constantFrom(...values),
				fc.constantFrom('No', 'c, d', '"'),
				fc.nat(4),
				(text, value, by, pick) => {
					const before = records(text);
					const column = pick % (before[0]?.length ?? 1);
					const isBlank = (row: readonly string[]): boolean => row.every((one) => one.trim() === '');
					const wanted = before.map((row, index) =>
						index === 0 || isBlank(row)
							? row
							: row.map((one, at) => (at === column && one === value ? by : one)),
					);
					assert.deepEqual(records(replaced(text, column, value, by).text), wanted);
				},
			),
		);
	});
});
