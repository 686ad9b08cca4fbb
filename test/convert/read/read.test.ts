/** Reading exports: every encoding with every delimiter, and faulty exports. */
import assert from 'node:assert/strict';
import { columnNames } from '../../../server/src/convert/read/header';
import { summarize } from '../../../server/src/convert/understand/summary';
import {
	entered,
	importedFiles,
	inspected,
	inspectProblem,
	proposedMapping,
	sourceOf,
	utf8,
} from '../import/support';

/** Holds characters that Windows-1252 has but Latin-1 does not. */
const NAME = 'Peña–O’Neil €';

const encoders: Readonly<Record<string, (text: string) => Uint8Array>> = {
	'UTF-8': utf8,
	'UTF-8 with a byte order mark': (text) => utf8(`\ufeff${text}`),
	'UTF-16 with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
	'UTF-16 without a mark': (text) => Buffer.from(text, 'utf16le'),
	'big-endian UTF-16 with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
	'Windows-1252': (text) =>
		Buffer.from(text.replace('–', '\x96').replace('’', '\x92').replace('€', '\x80'), 'latin1'),
};

describe('an export in any form', () => {
	for (const [encoding, encode] of Object.entries(encoders)) {
		for (const delimiter of [',', ';', '\t', '|'] as const) {
			for (const lineBreak of ['\n', '\r\n']) {
				it(`is read: ${encoding}, ${JSON.stringify(delimiter)}, ${JSON.stringify(lineBreak)}`, async () => {
					const rows = [
						['Student_id', 'Last_name', 'First_name', 'Gender'],
						['1', NAME, `"a${delimiter}b"`, 'F'],
						['2', '"two\nlines"', '"say ""hi"""', 'M'],
					];
					const bytes = encode(rows.map((row) => row.join(delimiter)).join(lineBreak));
					const seen = await inspected(bytes);
					assert.equal(seen.delimiter, delimiter);
					assert.equal(seen.rows, 2);
					assert.deepEqual(seen.firstRows[0], ['1', NAME, `a${delimiter}b`, 'F']);
					const { records } = await entered(bytes);
					assert.deepEqual(records('students.csv'), [
						{ Student_id: '1', Last_name: NAME, First_name: `a${delimiter}b`, Gender: 'F' },
						{ Student_id: '2', Last_name: 'two\nlines', First_name: 'say "hi"', Gender: 'M' },
					]);
				});
			}
		}
	}

	it('has the encoding and delimiter that were found out, unless a person names others', async () => {
		const bytes = Buffer.from('Student_id,Last_name\n1,Pe\xf1a\n', 'latin1');
		assert.equal((await inspected(bytes)).encoding, 'windows-1252');
		assert.equal((await inspected(bytes, { encoding: 'utf-8' })).firstRows[0]?.[1], 'Pe\ufffda');
		assert.deepEqual((await inspected('Student_id,a;b\n1,2;3\n', { delimiter: ';' })).firstRows, [
			['1,2', '3'],
		]);
	});

	it('keeps its letters where one byte is wrong or the last letter is cut, and says in which rows', async () => {
		const wrongByte = 'U3R1ZGVudF9pZCxMYXN0X25hbWUsRmlyc3RfbmFtZQoxLE11w7FveixKb3PDqQoyLE7xeCxBbmEK';
		const seen = await inspected(Buffer.from(wrongByte, 'base64'));
		assert.equal(seen.encoding, 'utf-8');
		assert.deepEqual(seen.firstRows, [
			['1', 'Muñoz', 'José'],
			['2', 'N\ufffdx', 'Ana'],
		]);
		const cutLetter = 'U3R1ZGVudF9pZCxMYXN0X25hbWUsRmlyc3RfbmFtZQoxLE11w7FveixKb3PDqQoyLFBlw7FhLEpvc8M=';
		assert.equal((await inspected(Buffer.from(cutLetter, 'base64'))).encoding, 'utf-8');

		const text = 'Student_id,Last_name,Gender\n1,Muñoz,F\n2,Peña,M\n3,Nuñez,F\n';
		const spoiled = utf8(text);
		spoiled[spoiled.lastIndexOf(0xb1)] = 0x41;
		const rows = async (bytes: string | Uint8Array) =>
			(await entered(bytes)).report.problems.map(({ row }) => row);
		assert.deepEqual(await rows(spoiled), [4]);
		assert.deepEqual(await rows(text), []);
	});

	it('is Windows-1252 where most letters are no UTF-8, and UTF-8 where its mark says so', async () => {
		const text = 'Student_id,Last_name\n1,Pe\xf1a\n2,N\xfa\xf1ez\n3,Garc\xeda\n4,\xc3\xb1\n';
		const bytes = Buffer.from(text, 'latin1');
		assert.equal((await inspected(bytes)).firstRows[0]?.[1], 'Peña');
		const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
		assert.equal((await inspected(marked)).encoding, 'utf-8');
	});

	it('is known by its "sep=" line', async () => {
		const seen = await inspected('sep=;\r\nStudent_id;Gender\r\n1;F\r\n');
		assert.equal(seen.delimiter, ';');
		assert.deepEqual(seen.firstRows, [['1', 'F']]);
	});

	it('has the delimiter of its "sep=" line even if another one would make more columns', async () => {
		const rows = 'Student_id;"Last, First, Middle"\n1;"Lee, Ann, B"\n2;"Li, Bo, C"\n';
		const unquoted = rows.replaceAll('"', '');
		assert.equal((await inspected(unquoted)).delimiter, ',');
		const seen = await inspected(`SEP=;\n${unquoted}`);
		assert.equal(seen.delimiter, ';');
		assert.deepEqual(seen.firstRows, [
			['1', 'Lee, Ann, B'],
			['2', 'Li, Bo, C'],
		]);
		assert.equal((await inspected(`sep=;\n${unquoted}`, { delimiter: ',' })).delimiter, ',');
		assert.equal((await inspected(`sep=:\n${unquoted}`)).delimiter, ',', 'no delimiter that we know');
	});

	it('counts its "sep=" line as a row, as a spreadsheet does', async () => {
		const { report } = await entered('sep=;\nStudent_id;Gender\n1;F\n2\n');
		assert.deepEqual(
			report.problems.map(({ row }) => row),
			[4],
		);
	});

	it('has the delimiter of its whole lines: a last one that is cut off does not count', async () => {
		const seen = await inspected(`Note; more,Student_id,Gender\nx; ${'y'.repeat(40_000)},1,F\n`);
		assert.equal(seen.delimiter, ',');
	});

	it('may have commas in its names and another delimiter', async () => {
		const seen = await inspected('Student_id;"Last, First";Gender\n1;Lee, Ann;F\n2;Li, Bo;M\n');
		assert.equal(seen.delimiter, ';');
		assert.deepEqual(
			seen.columns.map(({ name }) => name),
			['Student_id', 'Last, First', 'Gender'],
		);
	});

	it('may have one column only', async () => {
		assert.deepEqual((await inspected('Student_id\n1\n2\n')).firstRows, [['1'], ['2']]);
	});
});

describe('a faulty export', () => {
	it('without a header has numbered columns, and its first row is a student', async () => {
		const text = '1001,Lee,F,W\n1002,Bo,M,B\n';
		const seen = await inspected(text);
		assert.equal(seen.header, false);
		assert.deepEqual(
			seen.columns.map(({ name }) => name),
			['Column 1', 'Column 2', 'Column 3', 'Column 4'],
		);
		assert.equal(seen.rows, 2);
		assert.deepEqual(seen.plan.targets[0]?.from, []);
		const columns = { Student_id: 'Column 1', Gender: 'Column 3' };
		assert.equal(
			(await importedFiles(text, { header: false, columns })).text('students.csv'),
			'Student_id,Gender\n1001,F\n1002,M\n',
		);
	});

	it('with numbers in the header has a header and not a student', async () => {
		assert.equal((await inspected('Student_id,504\n1,Y\n')).header, true);
		assert.equal((await inspected('Student_id,2024\n1,Y\n')).header, true, 'as many names as numbers');
		assert.equal((await inspected('Homeroom,Club\nA,B\n')).header, true, 'no known name, and no number');
		// "Gender" is a known name, but two numbers make the row a student's.
		assert.equal((await inspected('1001,3,Gender\n1002,4,F\n')).header, false);
		assert.equal((await inspected('Lee,2024\nBo,2025\n')).header, false, 'a number, and no known name');
	});

	it('with a repeated or an empty header has a different name for each column', async () => {
		assert.deepEqual(columnNames(['Race', '', 'Race', 'Race (column 3)', '', 'Race']), [
			'Race',
			'Column 2',
			'Race (column 3)*',
			'Race (column 3)',
			'Column 5',
			'Race (column 6)',
		]);
		const seen = await inspected('Student_id,Race,Race\n1,W,B\n');
		const race = seen.plan.targets.find(({ element }) => element === 'Race');
		assert.deepEqual(race?.from, [], 'the two columns differ');
		assert.deepEqual(
			race?.candidates.map(({ name }) => name),
			['Race', 'Race (column 3)'],
		);
		const { records } = await importedFiles('Student_id,Race,Race\n1,W,B\n', {
			columns: { Student_id: 'Student_id', Race: 'Race (column 3)' },
		});
		assert.deepEqual(records('students.csv'), [{ Student_id: '1', Race: 'B' }]);
	});

	it('with rows of another length has short ones filled and lost values reported', async () => {
		const { records, report } = await entered('Student_id,Gender\n1\n2,F,M\n\n3,M,\n,\n4,F\n');
		assert.deepEqual(records('students.csv'), [
			{ Student_id: '1', Gender: '' },
			{ Student_id: '2', Gender: 'F' },
			{ Student_id: '3', Gender: 'M' },
			{ Student_id: '4', Gender: 'F' },
		]);
		// An empty value after the last is no loss.
		assert.deepEqual(
			report.problems.map(({ row }) => row),
			[2, 3],
		);
		assert.equal(report.rows, 4);
	});

	it('with a quote that is closed after too many lines is refused, with the row but no value', async () => {
		const within = await inspectProblem(`Student_id,Name\n1,"secret${'\n3,c'.repeat(64)}"\n4,d\n`);
		assert.equal(
			within,
			'Row 2 opens a quote (") that is not closed within 64 lines. Close it or export the file again.',
		);
	});

	it('with values of many lines in several columns is read completely', async () => {
		const note = (lineBreak: string): string => `"${`a line${lineBreak}`.repeat(63)}"`;
		for (const lineBreak of ['\n', '\r\n', '\r']) {
			const rows = ['Student_id,Note,Address', `1,${note(lineBreak)},${note(lineBreak)}`, '2,b,c', ''];
			assert.equal((await inspected(rows.join('\r\n'))).rows, 2, JSON.stringify(lineBreak));
		}
	});

	it('with a quote inside a value is read completely', async () => {
		const seen = await inspected('Student_id,Name\n1,An"n\n2,"Lee" Ann\n3,c\n');
		assert.equal(seen.rows, 3);
		assert.deepEqual(seen.firstRows[0], ['1', 'An"n']);
	});

	it('that is empty, has no rows, or is not text is refused', async () => {
		assert.equal(await inspectProblem(''), 'The file is empty.');
		assert.equal(await inspectProblem('\ufeff\n\n'), 'The file is empty.');
		assert.equal(await inspectProblem('Student_id,Gender\n'), 'The file has no rows below its header.');
		assert.equal(
			await inspectProblem(Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1')),
			'The workbook is damaged. Open it in Excel, save it again, and import that.',
		);
		assert.equal(
			await inspectProblem(Buffer.from('%PDF-1.7\n\0\0abcdefgh,ijklmnop', 'latin1')),
			'This file is not text. Export it as CSV or as an Excel workbook (.xlsx).',
		);
	});

	it('with 300 columns has the known ones used and the rest reported', async () => {
		const others = Array.from({ length: 300 }, (_, index) => `U_Custom_${index}`);
		const text = `${[...others, 'Student_id', 'Sex'].join(',')}\n${[...others.map(() => 'x'), '7', 'Female'].join(',')}\n`;
		const { records, report } = await entered(text);
		assert.deepEqual(records('students.csv'), [{ Student_id: '7', Gender: 'F' }]);
		assert.deepEqual(report.notTaken, others);
	});

	it('with a column of many values has 1,000 listed and the rest counted', async () => {
		const rows = Array.from({ length: 1300 }, (_, index) => `${index},F`).join('\n');
		const [id, gender] = (await inspected(`Student_id,Gender\n${rows}\n`)).columns;
		assert.equal(id?.values.length, 1000);
		assert.equal(id?.unlisted, 300);
		assert.deepEqual(gender?.values, [{ value: 'F', count: 1300 }]);
		assert.equal(gender?.unlisted, 0);
	});

	it('with passwords has none of them shown', async () => {
		const seen = await inspected('Student_id,Password,LMS_pwd\n1,hunter2,hunter3\n');
		const { sampleRecords: _, ...shown } = seen;
		assert.doesNotMatch(JSON.stringify(shown), /hunter/);
		assert.equal(proposedMapping(seen).columns?.Password, 'Password');
	});

	it('stops when it is canceled', async () => {
		const text = `Student_id\n${'123456789\n'.repeat(50_000)}`;
		let asked = 0;
		const isCanceled = (): boolean => ++asked > 2;
		const answer = await summarize(sourceOf(text), {}, { isCanceled, onProgress: () => {} });
		assert.ok('problem' in answer && answer.problem === 'Canceled.');
	});
});
