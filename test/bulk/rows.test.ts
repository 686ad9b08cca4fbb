import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addMissing } from '../../server/src/bulk/addMissing';
import { removeRows, unknownRows } from '../../server/src/bulk/removeUnknown';
import { template } from '../../server/src/convert/template/template';
import {
	done,
	editedText,
	extension,
	problemOf,
	randomExtension,
	randomRoster,
	records,
	roster,
} from './support';

const HEADER = 'Student_id,School_id,Last_name,First_name';

function added(rosterText: string, extensionText: string) {
	const file = extension(extensionText);
	const answer = done(addMissing(roster(rosterText), file));
	return { ...answer, text: editedText(file, answer.edits) };
}

const idsOf = (text: string, key: string): string[] => {
	const [header = [], ...rows] = records(text);
	return rows.map((row) => row[header.indexOf(key)]?.trim() ?? '').filter((id) => id !== '');
};

describe('adding missing students', () => {
	it('appends them once each, in the order of the roster, in the columns and with the line breaks of the file', () => {
		const { text, added: count } = added(
			`${HEADER}\n3,5,A,B\n1,5,C,D\n 3 ,5,A,B\n"4,5",5,E,F\n2,5,G,H\n`,
			'ext.title_i,sis_id,ext.club\r\nYes,2,',
		);
		assert.equal(text, 'ext.title_i,sis_id,ext.club\r\nYes,2,\r\n,3,\r\n,1,\r\n,"4,5",\r\n');
		assert.equal(count, 3);
	});

	it('ignores unreadable rows of the roster, and adds no student with an unreadable row in the other file', () => {
		const { text, unreadable } = added(
			`${HEADER}\n1,5,A,B\n2,5,"A" x,B\n3,5\n4,5,A,B\n`,
			'sis_id,ext.a\n4,x,y\n',
		);
		assert.equal(text, 'sis_id,ext.a\n4,x,y\n1,\n');
		assert.equal(unreadable, 2);
	});

	it("uses the roster's line break if the file has only a header without one", () => {
		const { text } = added(`${HEADER}\r\n1,5,A,B\r\n`, 'sis_id,ext.a');
		assert.equal(text, 'sis_id,ext.a\r\n1,\r\n');
	});

	it('finds a student whose ID was moved by an unquoted comma', () => {
		const before = 'ext.club,sis_id\nChess, Go,2\n';
		const { text, added: count } = added(`${HEADER}\n1,5,A,B\n2,5,C,D\n`, before);
		assert.deepEqual([text, count], [`${before},1\n`, 1]);
	});

	it('appends nothing if the students of either file are not known', () => {
		assert.equal(
			problemOf(addMissing(roster('Gender\nF\n'), extension('sis_id\n1\n'))),
			'students.csv has no Student_id column, so its students are not known. Add the column first.',
		);
		assert.equal(
			problemOf(addMissing(roster('Student_id\n1\n'), extension('ext.a\nx\n'))),
			'students_ext.csv has no sis_id column, so its students are not known. Add the column first.',
		);
	});

	it('appends nothing after a quote that is never closed', () => {
		assert.equal(
			problemOf(addMissing(roster('Student_id\n1\n'), extension('sis_id,ext.a\n2,"x\n'))),
			'Row 2 of students_ext.csv opens a quote that is never closed. Close it first.',
		);
	});

	it('covers each student exactly once, after a template that lost rows', async () => {
		await fc.assert(
			fc.asyncProperty(
				randomRoster(['', 'x', 'a, b', 'two\nlines']),
				fc.infiniteStream(fc.boolean()),
				async (text, keep) => {
					const made = await template(text);
					fc.pre('text' in made);
					const lines = 'text' in made ? made.text.split(/(?<=\n)/) : [];
					const some = lines.filter((_, index) => index === 0 || keep.next().value).join('');
					const now = added(text, some).text;
					assert.ok(now.startsWith(some));
					assert.deepEqual(idsOf(now, 'sis_id').sort(), [...new Set(idsOf(text, 'Student_id'))].sort());
					assert.equal(added(text, now).added, 0);
				},
			),
		);
	});
});

describe('removing rows of unknown students', () => {
	const unknown = (rosterText: string, extensionText: string) =>
		done(unknownRows(roster(rosterText), extension(extensionText)));

	it('lists them by row and ID, and no student whose row in the roster cannot be read', () => {
		const { rows, unreadable } = unknown(
			`${HEADER}\n1,5,A,B\n2,5\n`,
			'sis_id,ext.a\n1,x\n\n 9 ,x\n2,x\n8,x,y\n,x\n7,x\n',
		);
		assert.deepEqual(
			rows.map(({ row, id }) => [row, id]),
			[
				[4, '9'],
				[8, '7'],
			],
		);
		assert.equal(unreadable, 1);
	});

	it('lists no student whose ID was moved by an unquoted or a missing comma', () => {
		const { rows } = unknown(
			'Last_name,First_name,Student_id,School_id\nPoe, Jr,Bo,2,50\nVale,3,50\nKim,Cy,4,50\n',
			'sis_id,ext.a\n2,x\n3,x\n4,x\n5,x\n',
		);
		assert.deepEqual(
			rows.map(({ row, id }) => [row, id]),
			[[5, '5']],
		);
	});

	/** Which rows are safe to remove, by ID. */
	const safety = (rosterText: string, ids: readonly string[]): Record<string, boolean> => {
		const { rows } = unknown(rosterText, `sis_id,ext.title_i\n${ids.map((id) => `${id},Yes\n`).join('')}`);
		return Object.fromEntries(rows.map(({ id, isSafe }) => [id, isSafe]));
	};
	const OTHER_IDS = 'Student_id,Student_number,State_id,Last_name,First_name';

	it('takes a row for safe to remove if no student could be meant by its ID', () => {
		assert.deepEqual(safety(`${HEADER}\n10217,5,A,B\n`, ['999', 'x1', '10218', '10217']), {
			'999': true,
			'10218': true,
			x1: true,
		});
	});

	it('takes no row for safe whose ID a spreadsheet changed', () => {
		const ids = ['4.2E+03', '10216.0', '0010217', '123', '"1,234"', '10 217', '10217\u200b9'];
		const text = `${HEADER}\n10217,5,A,B\n00123,5,C,D\n1234,5,E,F\n`;
		assert.deepEqual(Object.values(safety(text, ids)), Array(ids.length).fill(false));
	});

	it('takes no row for safe whose ID is another one of a student, and names the student', () => {
		const text = `${OTHER_IDS}\n10217,4217,7712010217,Birchwood,Tess\n10218,4218,7712010218,Vale,Sam\n`;
		const { rows } = unknown(text, 'sis_id,ext.title_i\n4217,Yes\n7712010218,No\n');
		assert.deepEqual(rows, [
			{
				row: 2,
				id: '4217',
				name: 'Birchwood, Tess',
				values: ['ext.title_i: Yes'],
				reason: 'This is the Student_number of 10217 (Birchwood, Tess). Use the Student_id.',
				isSafe: false,
			},
			{
				row: 3,
				id: '7712010218',
				name: 'Vale, Sam',
				values: ['ext.title_i: No'],
				reason: 'This is the State_id of 10218 (Vale, Sam). Use the Student_id.',
				isSafe: false,
			},
		]);
	});

	it('says why a row is listed, with the name and the values that the file has, and no more', () => {
		const { rows } = unknown(
			`${HEADER}\n1,5,A,B\n`,
			'ext.last_name,ext.first_name,sis_id,ext.title_i,Password,ext.a\nReyes,Ana,7,,hunter2,"two\nlines"\n',
		);
		assert.deepEqual(rows, [
			{
				row: 2,
				id: '7',
				name: 'Reyes, Ana',
				values: ['ext.last_name: Reyes', 'ext.first_name: Ana', 'ext.a: two lines'],
				reason: 'No student in students.csv has this ID.',
				isSafe: true,
			},
		]);
	});

	it('takes no row for safe while the roster has a row whose ID cannot be read', () => {
		const rosters = {
			'a missing comma': '1,5\n',
			'a value too many': '1,5,A,B,C\n',
			'an ID that Excel changed': '1.02E+04,5,A,B\n',
			'no ID': ',5,A,B\n',
			'a value that has swallowed rows': '3,5,A,"B\n4,5,C,D\n5,5,E,"\n',
		};
		for (const [fault, row] of Object.entries(rosters)) {
			const { rows, rosterUnreadable } = unknown(`${HEADER}\n2,5,A,B\n${row}`, 'sis_id,ext.a\n999,x\n');
			assert.deepEqual([rosterUnreadable, rows.map(({ isSafe }) => isSafe)], [1, [false]], fault);
		}
		const { rosterUnreadable } = unknown(
			`${HEADER}\n2,5,A,B\n\n,,,\n3,5,A,"12 Elm St,\nApt 5, Reno"\n`,
			'sis_id\n999\n',
		);
		assert.equal(rosterUnreadable, 0, 'neither empty rows nor an address hides a student');
	});

	it('lists no row that is no student, and takes the roster for readable in spite of such rows', () => {
		const extension = 'sis_id,ext.title_i\n1,Yes\nsis_id,ext.title_i\n-----,-----\nTotal: 2,\n999,No\n';
		const answer = unknown(`${HEADER}\n1,5,A,B\n${HEADER}\n----,----,----,----\nTotal: 2,,,\n`, extension);
		assert.deepEqual(
			[answer.rows.map(({ id, isSafe }) => [id, isSafe]), answer.unreadable, answer.rosterUnreadable],
			[[['999', true]], 0, 0],
		);
	});

	it('is no slower for many unknown IDs that look alike', () => {
		const ids = Array.from(
			{ length: 20_000 },
			(_, index) => `${index.toString(2).replaceAll('0', '-').replaceAll('1', '+')}7`,
		);
		const { rows } = unknown(`${HEADER}\n8,5,A,B\n`, `sis_id\n${ids.join('\n')}\n`);
		assert.equal(rows.length, ids.length);
		assert.equal(rows.filter(({ values }) => values.length > 0).length, 0);
	});

	it('refuses if the students of either file are not known', () => {
		assert.equal(
			problemOf(unknownRows(roster('Gender\nF\n'), extension('sis_id\n1\n'))),
			'students.csv has no Student_id column, so its students are not known. Add the column first.',
		);
		assert.equal(
			problemOf(unknownRows(roster('Student_id\n1\n'), extension('ext.a\nx\n'))),
			'students_ext.csv has no sis_id column, so its students are not known. Add the column first.',
		);
	});

	it('refuses if the roster has no student IDs', () => {
		const rows = unknownRows(roster(`${HEADER}\n`), extension('sis_id\n1\n'));
		assert.equal(problemOf(rows), 'students.csv has no student IDs, so every student would be unknown.');
	});

	it('refuses if either file opens a quote that is never closed', () => {
		assert.equal(
			problemOf(unknownRows(roster('Student_id\n1\n"2\n'), extension('sis_id\n1\n'))),
			'Row 3 of students.csv opens a quote that is never closed. Close it first.',
		);
		assert.equal(
			problemOf(unknownRows(roster('Student_id\n1\n'), extension('sis_id,ext.a\n1,"x\n'))),
			'Row 2 of students_ext.csv opens a quote that is never closed. Close it first.',
		);
	});

	it('deletes the chosen rows and nothing else', () => {
		const text = 'sis_id,ext.a\r\n1,x\r\n2,"y"\r\n3,z';
		const without = (...rows: number[]): string => {
			const file = extension(text);
			return editedText(file, done(removeRows(file, rows)));
		};
		assert.equal(without(2), 'sis_id,ext.a\r\n2,"y"\r\n3,z');
		assert.equal(without(4), 'sis_id,ext.a\r\n1,x\r\n2,"y"');
		assert.equal(without(3, 4), 'sis_id,ext.a\r\n1,x');
		assert.equal(without(2, 4), 'sis_id,ext.a\r\n2,"y"');
		assert.equal(without(2, 3, 4), 'sis_id,ext.a');
		assert.equal(without(), text);
	});

	it('keeps blank lines next to the rows that it deletes', () => {
		const without = (text: string, ...rows: number[]): string => {
			const file = extension(text);
			return editedText(file, done(removeRows(file, rows)));
		};
		assert.equal(without('sis_id,ext.a\n1,x\n\n2,y', 4), 'sis_id,ext.a\n1,x\n\n');
		assert.equal(without('sis_id,ext.a\n1,x\n\n2,y\n3,z', 4, 5), 'sis_id,ext.a\n1,x\n\n');
		assert.equal(without('sis_id,ext.a\n1,x\n\n2,y', 2, 4), 'sis_id,ext.a\n\n');
		// A line feed after the CR of the header would be one line break with it.
		assert.equal(without('sis_id,ext.a\r1,x\n\n2,y\n', 2), 'sis_id,ext.a\n\n2,y\n');
	});

	it('keeps all other records as they are', () => {
		fc.assert(
			fc.property(
				randomExtension(['', 'Yes', 'a, b', 'two\nlines']),
				fc.infiniteStream(fc.boolean()),
				(text, keep) => {
					const before = records(text);
					const gone = before.flatMap((_, index) => (index > 0 && keep.next().value ? [index + 1] : []));
					const file = extension(text);
					const now = editedText(file, done(removeRows(file, gone)));
					assert.deepEqual(
						records(now),
						before.filter((_, index) => !gone.includes(index + 1)),
					);
				},
			),
		);
	});
});
