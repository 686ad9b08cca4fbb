import assert from 'node:assert/strict';
import type { Checker } from '../../server/src/check/live/checker';
import { groupFixEdits, problemGroups } from '../../server/src/features';
import type { FileProblems, ProblemGroup } from '../../server/src/features/problemGroups/types';
import { runToEnd } from '../../server/src/work/runToEnd';
import { applied, checkerOf } from '../support/checking';
import { checked } from '../support/features';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender';
const STUDENTS = 'students.csv';

const problemsOf = (checker: Checker, most = 500): Omit<FileProblems, 'version'> =>
	runToEnd(problemGroups(checker, most));
const groupOf = (checker: Checker, value: string): ProblemGroup => {
	const group = problemsOf(checker).groups.find((one) => one.value === value);
	assert.ok(group, value);
	return group;
};
const fixed = (checker: Checker, { id, fixes: [fix] }: ProblemGroup): string => {
	const answer = runToEnd(groupFixEdits(checker, id, fix?.id ?? ''));
	assert.equal(answer?.changed, fix?.rows);
	return applied(checker.document.getText(), answer?.edits ?? []);
};

describe('the problems by value', () => {
	it('are at most so many, and count what they leave out', () => {
		const rows = Array.from({ length: 40 }, (_, index) => `${index},5,A,B,Q${Math.floor(index / 4)}x\n`);
		const { groups, others, findings, decisions } = problemsOf(
			checked(STUDENTS, `${HEADER}\n${rows.join('')}`),
			7,
		);
		assert.deepEqual([groups.length, others, findings, decisions], [7, { groups: 3, rows: 12 }, 40, 10]);
		assert.deepEqual(
			groups.map(({ value, rows: count }) => [value, count]),
			Array.from({ length: 7 }, (_, index) => [`Q${index}x`, 4]),
		);
	});

	it('come with the worse severity first where they have as many rows, then in the order of the file', () => {
		const text = `${HEADER},Race\n1,5,A,B,f,Zebra\n2,5,A,B,Horse,w\n`;
		assert.deepEqual(
			problemsOf(checked(STUDENTS, text)).groups.map(({ value }) => value),
			['Zebra', 'Horse', 'f', 'w'],
		);
	});

	it('fix an ID only in rows that do not get the ID of another student', () => {
		// Both rows are written " 7", and only the first is free to become 7: the second is another student.
		const text = `${HEADER}\n 7,5,Ash,Bo,F\n 7,5,Roe,Al,M\n8,5,Day,Eve,F\n`;
		const checker = checked(STUDENTS, text);
		const group = groupOf(checker, ' 7');
		assert.deepEqual(
			[group.rows, group.fixes.map(({ isPreferred, rows }) => [isPreferred, rows])],
			[2, [[true, 1]]],
		);
		assert.equal(fixed(checker, group), text.replace(' 7', '7'));
	});

	it('remove neighboring rows, up to a last one without a line break', () => {
		const text = 'sis_id,ext.title_i\n2,No\n1,Yes\n1,Yes\n1,Yes';
		const checker = checked('students_ext.csv', text);
		const group = groupOf(checker, '1');
		assert.deepEqual([group.rule, group.fixes[0]?.title], ['table/duplicate-key', 'Remove the Row']);
		assert.equal(fixed(checker, group), 'sis_id,ext.title_i\n2,No\n1,Yes');
	});

	it('move a value to another column only where that overwrites nothing', () => {
		const text = `${HEADER},Race,Hispanic_Latino\n1,5,A,B,F,Hispanic,\n2,5,A,B,F,Hispanic,N\n3,5,A,B,F,Hispanic,Y\n`;
		const checker = checked(STUDENTS, text);
		const group = groupOf(checker, 'Hispanic');
		const move = group.fixes.find(({ newValue }) => newValue === undefined);
		assert.deepEqual([group.rows, move?.rows, group.offersEmpty, group.offersChoice], [3, 2, true, true]);
		assert.equal(
			fixed(checker, { ...group, fixes: move ? [move] : [] }),
			`${HEADER},Race,Hispanic_Latino\n1,5,A,B,F,,Y\n2,5,A,B,F,Hispanic,N\n3,5,A,B,F,,Y\n`,
		);
	});

	it('offer of a value what the menu offers in the text', () => {
		const text = `${HEADER},Home_language\n1,5,A,B,Horse,English\n2,5,A,B,f,Englsih\n ,5,A,B,F,English\n`;
		const checker = checked(STUDENTS, text);
		const offers = (value: string): readonly boolean[] => {
			const { offersChoice, offersEmpty, offersAccept } = groupOf(checker, value);
			return [offersChoice, offersEmpty, offersAccept];
		};
		assert.deepEqual(offers('Horse'), [true, true, true]);
		assert.deepEqual(offers('f'), [false, false, true]);
		assert.deepEqual(offers(' '), [false, false, false]);
	});

	it('are one for each kind of fault in commas and quotes, and fixed row by row', () => {
		const text = `${HEADER}\n1,5,Reyes, Jr,Ana,F\n\n2,5,Boone, Sr,Lee,M\n\n3,5,"Day,Eve,F\n`;
		const checker = checked(STUDENTS, text);
		const { groups } = problemsOf(checker);
		assert.deepEqual(
			groups.map(({ rule, column, value, rows }) => [rule, column, value, rows]),
			[
				['csv/field-count', undefined, undefined, 2],
				['csv/blank-line', undefined, undefined, 2],
				['csv/unclosed-quote', undefined, undefined, 1],
			],
		);
		const [count, blank] = groups as [ProblemGroup, ProblemGroup];
		assert.deepEqual(
			[count, blank].map(({ fixes }) =>
				fixes.map(({ title, isPreferred, rows }) => [title, isPreferred, rows]),
			),
			[[['Fix Each Row', true, 2]], [['Remove the Row', true, 2]]],
		);
		assert.equal(
			fixed(checker, count),
			text.replace('Reyes, Jr', '"Reyes, Jr"').replace('Boone, Sr', '"Boone, Sr"'),
		);
		assert.equal(fixed(checker, blank), text.replaceAll('\n\n', '\n'));
	});

	it('tell no password, in its own column or shifted into another one', () => {
		const SECRET = 'HUNTER2';
		const header = 'Student_id,School_id,Last_name,First_name,Password,Gender';
		const text =
			`${header}\n1,5,A,B,\u0007${SECRET},F\n2,5,A,B,\u0007${SECRET}x,F\n` +
			`3,5,A,B,"${SECRET}"y,F\n4,5,A,${SECRET}, ${SECRET},B,F\n`;
		const problems = problemsOf(checked(STUDENTS, text));
		assert.ok(problems.groups.some(({ columnName, rows }) => columnName === 'Password' && rows === 2));
		assert.ok(!JSON.stringify(problems).includes(SECRET), JSON.stringify(problems.groups, null, 1));
	});

	it('have the cause that many rows share on the header, as a finding of its own', () => {
		const ids = Array.from({ length: 12 }, (_, index) => `0${index + 100}`);
		const roster = `Student_id,School_id,Last_name,First_name\n${ids.map((id) => `${id},5,A,B\n`).join('')}`;
		const text = `sis_id,ext.title_i\n${ids.map((id) => `${Number(id)},Yes\n`).join('')}`;
		const checker = checkerOf('students_ext.csv', text, {}, { sibling: roster });
		checker.run();
		const { groups, findings } = problemsOf(checker);
		assert.equal(findings, checker.findings().length);
		const ofCause = groups.filter(
			({ rule, value }) => rule === 'dataset/unknown-student' && value === undefined,
		);
		assert.deepEqual(
			ofCause.map(({ record, rows, offersRemoval }) => [record, rows, offersRemoval]),
			[[0, 1, false]],
		);
	});

	it('name a column of the header where they are about one, and none where they are about all of it', () => {
		const text = 'sis_id,EXT.title_i\n1,Yes\n';
		assert.deepEqual(
			problemsOf(checked('students_ext.csv', text)).groups.map(({ rule, column, columnName }) => [
				rule,
				column,
				columnName,
			]),
			[
				['header/missing-element', undefined, undefined],
				['header/spelling', 1, 'ext.title_i'],
			],
		);
		const [alone] = problemsOf(checked('students_ext.csv', 'sis_id\n1\n')).groups;
		assert.deepEqual([alone?.rule, alone?.column], ['header/missing-element', undefined]);
	});

	it('offer to remove the rows of students that the other file does not have', () => {
		const roster = 'Student_id,School_id,Last_name,First_name\n1,5,A,B\n';
		const text = 'sis_id,ext.title_i\n1,maybe\n7,Yes\n';
		const checker = checkerOf('students_ext.csv', text, {}, { sibling: roster });
		checker.run();
		assert.equal(groupOf(checker, '7').offersRemoval, true);
		assert.equal(groupOf(checker, 'maybe').offersRemoval, false);
	});
});
