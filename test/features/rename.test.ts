import assert from 'node:assert/strict';
import fc from 'fast-check';
import { prepareRename, rename } from '../../server/src/features/navigation/rename';
import { edited, textIn } from '../support/features';
import { type Pair, pairOf } from '../support/filePair';

const ROSTER = 'Student_id,Student_number,Last_name\r\n1001,1001,Reyes\r\n1002,7,Poe\r\n"1001",8,Reyes\r\n';
const EXT = 'ext.title_i,sis_id\nYes,1002\nNo,1001\n';
const inExt = (text = EXT): string => text.replace('1001', '10‸01');

/** The texts that a rename changes, after it, by file name. */
function renamed({ own, other, position }: Pair, newId: string): Record<string, string> {
	const files = rename(own, other, position, newId);
	assert.ok(!('problem' in files), 'problem' in files ? files.problem : '');
	return Object.fromEntries(
		files.map(({ document, edits }) => [
			document.uri.split('/').at(-1) ?? '',
			edited(document.getText(), edits),
		]),
	);
}

function refusal({ own, other, position }: Pair, newId: string): string {
	const result = rename(own, other, position, newId);
	assert.ok('problem' in result);
	return result.problem;
}

describe('rename', () => {
	it('gives a student another ID in every row of both files, and changes nothing else', () => {
		const expected = {
			'students.csv': ROSTER.replace('\n1001', '\n77').replace('"1001"', '"77"'),
			'students_ext.csv': EXT.replace('1001', '77'),
		};
		assert.deepEqual(renamed(pairOf(ROSTER, inExt()), '77'), expected);
		assert.deepEqual(renamed(pairOf(ROSTER.replace('\n1001', '\n1001‸'), EXT), '77'), expected);
	});

	it('quotes the new ID only if needed', () => {
		assert.deepEqual(renamed(pairOf(undefined, inExt()), 'a,"b"'), {
			'students_ext.csv': EXT.replace('1001', '"a,""b"""'),
		});
	});

	it('changes one file if there is no other, or if the other does not have the student', () => {
		const expected = { 'students_ext.csv': EXT.replace('1001', '77') };
		assert.deepEqual(renamed(pairOf(undefined, inExt()), '77'), expected);
		assert.deepEqual(renamed(pairOf('Student_id\n5\n', inExt()), '77'), expected);
		assert.deepEqual(renamed(pairOf('Student_id;Last_name\n5;Poe\n', inExt()), '77'), expected);
	});

	it('changes nothing if the new ID is the old one', () => {
		assert.deepEqual(renamed(pairOf(ROSTER, inExt()), '1001'), {});
	});

	it('refuses a text that is not an ID, and the ID of another student in either file', () => {
		const pair = pairOf(ROSTER, inExt());
		assert.equal(refusal(pair, ''), 'A student needs an ID. Enter one.');
		assert.equal(refusal(pair, ' \t'), 'A student needs an ID. Enter one.');
		assert.equal(refusal(pair, 'a\r\nb'), 'An ID cannot have a line break. Remove it.');
		const takenIn = (row: number, fileName: string): string =>
			`Row ${row} of ${fileName} already has this ID. Choose another one.`;
		assert.equal(refusal(pair, '1002'), takenIn(2, 'students_ext.csv'));
		const taken = pairOf(`${ROSTER}1003,9,Lee\r\n`, inExt());
		assert.equal(refusal(taken, '1003'), takenIn(5, 'students.csv'));
		assert.equal(refusal(taken, '1003 '), takenIn(5, 'students.csv'));
		for (const id of ['" 1003"', '1003 ']) {
			const withSpaces = pairOf(`${ROSTER}${id},9,Lee\r\n`, inExt());
			assert.equal(refusal(withSpaces, '1003'), takenIn(5, 'students.csv'));
		}
	});

	it('refuses if a row that cannot be read would keep the old ID', () => {
		const pair = pairOf(`${ROSTER}1001,too,many,fields\r\n`, inExt());
		assert.equal(
			refusal(pair, '77'),
			'Row 5 of students.csv cannot be read and may have the old ID. Fix that row first.',
		);
		const unlike = pairOf(`${ROSTER}1009,too,many,fields\r\n`, inExt());
		assert.equal(Object.keys(renamed(unlike, '77')).length, 2);
	});

	it('refuses if a row has other spaces around the ID and would lose its student', () => {
		const roster = ROSTER.replace('1002', ' 1002 ');
		const pair = pairOf(roster, EXT.replace('1002', '10‸02'));
		const keeps = (row: string): string =>
			`${row} has the old ID with other spaces around it. Remove the spaces first.`;
		assert.equal(refusal(pair, '77'), keeps('Row 3 of students.csv'));
		const back = pairOf(roster.replace(' 1002', ' ‸1002'), EXT);
		assert.equal(refusal(back, '77'), keeps('Row 2 of students_ext.csv'));
	});

	it('can remove the spaces around an ID', () => {
		const roster = ROSTER.replace('1002', ' 1002 ');
		const pair = pairOf(roster.replace(' 1002', ' ‸1002'), EXT);
		assert.deepEqual(renamed(pair, '1002'), { 'students.csv': ROSTER });
	});

	it('can start on an ID only, with its value', () => {
		const { own, position } = pairOf(ROSTER.replace('"1001"', '"10‸01"'), EXT);
		const prepared = prepareRename(own, position);
		assert.ok('range' in prepared);
		assert.equal(textIn(own.document.getText(), prepared.range), '"1001"');
		assert.equal(prepared.placeholder, '1001');
		for (const ext of ['sis_id,ext.title_i\n1,Y‸es\n', 'sis‸_id\n1\n', '‸']) {
			const pair = pairOf(ROSTER, ext);
			assert.equal(
				refusal(pair, '5'),
				'Only a student ID can be renamed. Put the cursor on a value of sis_id.',
			);
		}
	});

	it('restores both files when the ID is renamed back', () => {
		const id = fc.constantFrom('1', '2', '30', 'A-7', ' 8', '00123', 'é');
		const quote = fc.boolean();
		const rows = fc.array(fc.tuple(id, quote, fc.constantFrom('', 'x', '"a,\r\nb"')), { maxLength: 12 });
		const text = (header: string, lineBreak: string, all: readonly (readonly [string, boolean, string])[]) =>
			[header, ...all.map(([key, quoted, rest]) => `${quoted ? `"${key}"` : key},${rest}`), ''].join(
				lineBreak,
			);
		fc.assert(
			fc.property(rows, rows, id, quote, (roster, ext, first, quoted) => {
				const [before, after] = [
					text('Student_id,Last_name', '\r\n', roster),
					text('sis_id,ext.title_i', '\n', [[first, quoted, ''], ...ext]),
				];
				const there = renamed(pairOf(before, after.replace('\n', '\n‸')), 'new');
				const now: Record<string, string> = { 'students.csv': before, ...there };
				const pair = pairOf(now['students.csv'], now['students_ext.csv']?.replace('\n', '\n‸'));
				const back = { ...now, ...renamed(pair, first) };
				assert.deepEqual(back, { 'students.csv': before, 'students_ext.csv': after });
			}),
		);
	});
});
