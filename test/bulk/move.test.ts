import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moveToRoster } from '../../server/src/bulk/moveToRoster';
import { splitFromRoster } from '../../server/src/bulk/splitFromRoster';
import {
	done,
	editedText,
	extension,
	extValues,
	problemOf,
	randomExtension,
	randomRoster,
	records,
	roster,
} from './support';

interface Both {
	readonly rosterText: string;
	readonly extensionText: string;
}

function moved(rosterText: string, extensionText: string) {
	const one = roster(rosterText);
	const other = extension(extensionText);
	const answer = done(moveToRoster(one, other));
	return {
		...answer,
		rosterText: editedText(one, answer.rosterEdits),
		extensionText: editedText(other, answer.extensionEdits),
	};
}

function split(rosterText: string, extensionText?: string) {
	const one = roster(rosterText);
	const other = extensionText === undefined ? undefined : extension(extensionText);
	const answer = done(splitFromRoster(one, other));
	return {
		...answer,
		rosterText: editedText(one, answer.rosterEdits),
		extensionText: answer.extensionText ?? (other ? editedText(other, answer.extensionEdits) : ''),
	};
}

const all = ({ rosterText, extensionText }: Both): string[] =>
	[...new Set([...extValues(rosterText, 'Student_id'), ...extValues(extensionText, 'sis_id')])].sort();

/** The rows of a text without its ext columns. */
const others = (text: string): string[][] => {
	const [header = [], ...rows] = records(text);
	return [header, ...rows].map((row) => row.filter((_, column) => !header[column]?.startsWith('ext.')));
};

describe('moving ext columns into the roster', () => {
	it('puts each value into every row of its student, and removes the rows from the other file', () => {
		const answer = moved(
			'Student_id,Contact_name\r\n1,"Ann, Bo"\r\n2,Cy\r\n1,Di\r\n',
			'sis_id,ext.title_i,ext.club\r\n1,Yes,"a, b"\r\n2,No,\r\n',
		);
		assert.equal(
			answer.rosterText,
			'Student_id,Contact_name,ext.title_i,ext.club\r\n1,"Ann, Bo",Yes,"a, b"\r\n2,Cy,No,\r\n1,Di,Yes,"a, b"\r\n',
		);
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\r\n');
		assert.deepEqual([answer.moved, answer.kept, answer.unknown, answer.conflicts], [2, 0, 0, 0]);
	});

	it('fills the empty fields of a column that the roster has in any spelling', () => {
		const answer = moved(
			'ext.Title_I,Student_id,Gender\n,1,F\nYes,2,M\n',
			'sis_id,ext.title_i\n 1 ,No\n2,Yes\n',
		);
		assert.equal(answer.rosterText, 'ext.Title_I,Student_id,Gender\nNo,1,F\nYes,2,M\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i\n');
	});

	it('lists a conflict, and keeps both values and the row', () => {
		const answer = moved(
			'Student_id,ext.title_i\n1,Yes\n2,\n',
			'sis_id,ext.title_i,ext.club\n1,No,Chess\n2,Yes,\n',
		);
		assert.equal(answer.rosterText, 'Student_id,ext.title_i,ext.club\n1,Yes,Chess\n2,Yes,\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\n1,No,Chess\n');
		assert.deepEqual(answer.listed, [
			{ fileName: 'students.csv', row: 2, id: '1', column: 'ext.title_i', values: ['Yes', 'No'] },
		]);
		assert.deepEqual([answer.moved, answer.kept], [1, 1]);
	});

	it('treats rows of one student that disagree as a conflict', () => {
		const answer = moved('Student_id\n1\n', 'sis_id,ext.title_i\n1,Yes\n1,No\n');
		assert.equal(answer.rosterText, 'Student_id,ext.title_i\n1,\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i\n1,Yes\n1,No\n');
		assert.deepEqual(answer.listed, [
			{ fileName: 'students_ext.csv', row: 3, id: '1', column: 'ext.title_i', values: ['No', 'Yes'] },
		]);
	});

	it('keeps rows of unknown students, rows that cannot be read, and values of other columns', () => {
		const before = 'sis_id,ext.title_i,note\n9,Yes,\n1,Yes,No,x\n2,Yes,mind\n3,Yes,\n';
		const answer = moved('Student_id,Gender\n1,F\n2,M\n3,M,x\n\n3,F\n', before);
		assert.equal(answer.rosterText, 'Student_id,Gender,ext.title_i\n1,F,\n2,M,Yes\n3,M,x,\n\n3,F,Yes\n');
		assert.equal(answer.extensionText, before.replace('3,Yes,\n', ''));
		assert.deepEqual([answer.moved, answer.kept, answer.unknown, answer.unreadable], [1, 3, 1, 2]);
	});

	it('counts no blank row among the rows that it keeps', () => {
		const answer = moved('Student_id\n1\n', 'sis_id,ext.title_i\n1,Yes\n\n,\n9,No\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i\n\n,\n9,No\n');
		assert.deepEqual([answer.moved, answer.kept, answer.unknown], [1, 1, 1]);
	});

	it('counts every conflict, but lists no more than 10,000', () => {
		const file = (header: string, value: string): string =>
			`${header},ext.title_i\n${Array.from({ length: 10_001 }, (_, id) => `${id},${value}\n`).join('')}`;
		const answer = moved(file('Student_id', 'Yes'), file('sis_id', 'No'));
		assert.deepEqual([answer.conflicts, answer.listed.length], [10_001, 10_000]);
	});

	it('changes nothing where the roster has none of the students', () => {
		const answer = moved('Student_id\n1\n', 'sis_id,ext.title_i\n2,Yes\n');
		assert.deepEqual([answer.rosterEdits, answer.extensionEdits], [[], []]);
	});

	it('says why it cannot move the columns', () => {
		const problem = (rosterText: string, extensionText: string): string =>
			problemOf(moveToRoster(roster(rosterText), extension(extensionText)));
		assert.equal(
			problem('', 'sis_id,ext.a\n'),
			'students.csv has no header. Add a first row with the column names.',
		);
		assert.equal(
			problem('"Student_id\n', 'sis_id,ext.a\n'),
			'The header of students.csv has a quote in the wrong place. Fix it first.',
		);
		assert.equal(
			problem('Gender\n', 'sis_id,ext.a\n'),
			'students.csv has no Student_id column, so its students are not known. Add the column first.',
		);
		assert.equal(
			problem('Student_id\n', 'sis_id,ext.a,ext.A\n'),
			'ext.A appears twice in the header of students_ext.csv. Delete one of the two columns first.',
		);
		assert.equal(
			problem('Student_id\n', 'sis_id\n'),
			'students_ext.csv has no ext. columns, so there is nothing to move.',
		);
		assert.equal(
			problem('Student_id\n1\n"2\n', 'sis_id,ext.a\n1,x\n'),
			'Row 3 of students.csv opens a quote that is never closed. Close it first.',
		);
	});
});

describe('splitting ext columns off the roster', () => {
	it('makes the extension file, with the roster’s line breaks and a row for each student that has values', () => {
		const answer = split(
			'ext.title_i,Student_id,ext.club,Gender\r\nYes,1,"a, b",F\r\n,2,,M\r\n,3,Go,M\r\nYes,1,,F\r\n',
		);
		assert.equal(answer.rosterText, 'Student_id,Gender\r\n1,F\r\n2,M\r\n3,M\r\n1,F\r\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\r\n1,Yes,"a, b"\r\n3,,Go\r\n');
		assert.deepEqual([answer.students, answer.columns, answer.kept], [2, ['ext.title_i', 'ext.club'], []]);
	});

	it('fills the empty fields of an existing file, and adds the students that it lacks', () => {
		const answer = split(
			'Student_id,ext.club,ext.title_i\n1,Go,Yes\n2,,No\n3,Go,\n',
			'ext.title_i,sis_id\n,1\nNo,2',
		);
		assert.equal(answer.rosterText, 'Student_id\n1\n2\n3\n');
		assert.equal(answer.extensionText, 'ext.title_i,sis_id,ext.club\nYes,1,Go\nNo,2,\n,3,Go\n');
	});

	it('keeps conflicts in the roster, and moves the rest', () => {
		const answer = split(
			'Student_id,ext.title_i,ext.club\n1,Yes,Go\n2,No,\n3,Yes,\n3,No,\n,Yes,\n',
			'sis_id,ext.title_i\n1,No\n',
		);
		assert.equal(answer.rosterText, 'Student_id,ext.title_i\n1,Yes\n2,\n3,Yes\n3,No\n,Yes\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\n1,No,Go\n2,No,\n');
		assert.deepEqual(
			answer.listed.map(({ fileName, row, values }) => [fileName, row, ...values]),
			[
				['students.csv', 5, 'No', 'Yes'],
				['students_ext.csv', 2, 'No', 'Yes'],
			],
		);
		assert.deepEqual(answer.kept, ['ext.title_i']);
	});

	it('keeps the columns where a row cannot be read, and adds no second row for an unreadable one', () => {
		const answer = split('Student_id,ext.title_i\n1,Yes\n2,No,x\n3,No\n', 'sis_id,ext.title_i\n3,,,\n');
		assert.equal(answer.rosterText, 'Student_id,ext.title_i\n1,\n2,No,x\n3,No\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i\n3,,,\n1,Yes\n');
		assert.equal(answer.unreadable, 2);
		const shifted = split('Student_id,ext.title_i\n1,Yes\n3,No\n', 'ext.club,sis_id\nChess, Go,3\n');
		assert.equal(shifted.extensionText, 'ext.club,sis_id,ext.title_i\nChess, Go,3,\n,1,Yes\n');
	});

	it('keeps every column of a roster with an unreadable row, and empties what it moves', () => {
		const answer = split('Student_id,ext.title_i,ext.club\n1,Yes,\n2,No,Go,x\n');
		assert.equal(answer.rosterText, 'Student_id,ext.title_i,ext.club\n1,,\n2,No,Go,x\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\n1,Yes,\n');
		assert.deepEqual([answer.columns, answer.kept], [[], ['ext.title_i', 'ext.club']]);
	});

	it('keeps a column that has a value in a row without an ID', () => {
		const answer = split('Student_id,ext.title_i,ext.club\n1,Yes,Go\n,No,\n');
		assert.equal(answer.rosterText, 'Student_id,ext.title_i\n1,\n,No\n');
		assert.deepEqual([answer.columns, answer.kept], [['ext.club'], ['ext.title_i']]);
	});

	it('moves a column in which a student with an unreadable row has no value', () => {
		const answer = split('Student_id,ext.title_i,ext.club\n1,Yes,\n3,,Go\n', 'sis_id,ext.title_i\n3,x,y\n');
		assert.equal(answer.rosterText, 'Student_id,ext.club\n1,\n3,Go\n');
		assert.equal(answer.extensionText, 'sis_id,ext.title_i,ext.club\n3,x,y,\n1,Yes,\n');
		assert.deepEqual([answer.columns, answer.kept], [['ext.title_i'], ['ext.club']]);
	});
});

describe('moving and splitting', () => {
	const free = ['', '', 'Yes', 'No', 'a, b', 'say "x"', 'two\nlines'];

	it('loses no value and invents none in random files', () => {
		fc.assert(
			fc.property(randomRoster(free), randomExtension(free), (rosterText, extensionText) => {
				fc.pre(extensionText.includes('ext.'));
				const before = all({ rosterText, extensionText });
				const now = moved(rosterText, extensionText);
				assert.deepEqual(all(now), before);
				assert.deepEqual(others(now.rosterText), others(rosterText));
				if (!now.rosterText.includes('ext.')) return;
				const back = split(now.rosterText, now.extensionText);
				assert.deepEqual(all(back), before);
				assert.deepEqual(others(back.rosterText), others(rosterText));
			}),
			{ numRuns: 400 },
		);
	});

	it('restores both files by a split after a move without conflicts', () => {
		// Only one value besides the empty one, so rows never disagree.
		fc.assert(
			fc.property(randomRoster(['', 'F']), randomExtension(['', 'Yes']), (rosterText, extensionText) => {
				fc.pre(extensionText.includes('ext.') && !rosterText.includes('ext.'));
				const known = records(rosterText).map(
					(row) => row[records(rosterText)[0]?.indexOf('Student_id') ?? 0],
				);
				const now = moved(rosterText, extensionText);
				if (now.rosterEdits.length === 0) return;
				const back = split(now.rosterText, now.extensionText);
				assert.deepEqual(extValues(back.extensionText, 'sis_id'), extValues(extensionText, 'sis_id'));
				assert.deepEqual(extValues(back.rosterText, 'Student_id'), []);
				assert.deepEqual(records(back.rosterText), records(rosterText));
				for (const line of extValues(now.extensionText, 'sis_id'))
					assert.ok(!known.some((id) => line.startsWith(`${id} ext.`)), line);
			}),
			{ numRuns: 400 },
		);
	});

	it('restores the values by a move after a split', () => {
		fc.assert(
			fc.property(randomRoster(['', 'Yes']), (rosterText) => {
				fc.pre(rosterText.includes('ext.'));
				const now = split(rosterText);
				fc.pre(now.kept.length === 0);
				const back = moved(now.rosterText, now.extensionText);
				assert.deepEqual(extValues(back.rosterText, 'Student_id'), extValues(rosterText, 'Student_id'));
				assert.equal(back.kept, 0);
			}),
			{ numRuns: 300 },
		);
	});
});
