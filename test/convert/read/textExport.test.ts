/** Exports as text: title rows, separators, rows that a CSV reader would get wrong, and encodings. */
import assert from 'node:assert/strict';
import type { Encoding } from '../../../server/src/convert/read/exportFormat';
import { MAX_EXPORT_BYTES } from '../../../server/src/convert/read/exportPart';
import { partsOf, problemOf } from './support';

describe('the header of an export', () => {
	it('is found below title rows and blank rows', async () => {
		const { head, records, rows } = await partsOf(
			'District Roster\nRun 11/01/2026\n\nStudent_id,Last_name,Gender\n1,Ash,F\n',
		);
		assert.equal(head.headerRow, 4);
		assert.equal(head.header, true);
		assert.deepEqual(head.names, ['Student_id', 'Last_name', 'Gender']);
		assert.deepEqual(records, [['1', 'Ash', 'F']]);
		assert.deepEqual(rows, [5]);
	});

	it('is found below a title with as many commas', async () => {
		const text = 'School: Adams,,\nGrade: 5,Term: Fall,\nStudent ID,Last Name,Sex\n1,Ash,F\n';
		assert.equal((await partsOf(text)).head.headerRow, 3);
	});

	it('is not a row of values that may be names of columns, too', async () => {
		const { head, rows } = await partsOf(
			'Key,Services,Group\nA16,None,White\nA17,ELL,Hispanic\nA18,504,Asian\n',
		);
		assert.equal(head.headerRow, 1);
		assert.deepEqual(rows, [2, 3, 4]);
	});

	it('is found below a title where none of its names is known', async () => {
		const { head } = await partsOf('Roster 2026\n\nClub;Room;Coach\nChess;7;Ash\nBand;9;Lee\n');
		assert.equal(head.delimiter, ';');
		assert.equal(head.headerRow, 3);
	});

	it('is never a row of data', async () => {
		const { head, records } = await partsOf('Ash,Bo,F,W,2016\nLee,Ann,M,B,2017\n');
		assert.equal(head.header, false);
		assert.equal(head.headerRow, undefined);
		assert.equal(records.length, 2);
		// Two of four values are names of columns, too: the state of Idaho, and a student called Grade.
		const idaho = await partsOf('Foo,Bar,Baz,Qux\nGrade,Ann,ID,9\nLee,Bo,MN,8\n');
		assert.equal(idaho.head.headerRow, 1);
	});

	it('is the row that a person chooses', async () => {
		const text = 'a,b\nc,d\n\ne,f\ng,h\n';
		const { head, rows } = await partsOf(text, { headerRow: 4 });
		assert.deepEqual(head.names, ['e', 'f']);
		assert.deepEqual(rows, [5]);
		assert.match((await problemOf(text, { headerRow: 3 })).problem, /^Row 3 has no names of columns/);
		assert.match((await problemOf(text, { headerRow: 4000 })).problem, /^Row 4,000 has no names/);
		const long = `${'x,y\n'.repeat(500)}Student_id,Gender\n1,F\n`;
		assert.deepEqual((await partsOf(long, { headerRow: 501 })).records, [['1', 'F']]);
	});

	it('is left out where it appears again, and this is said', async () => {
		const { records, faults } = await partsOf('Student_id,Gender\n1,F\nStudent_id,Gender\n2,M\nTotal,2\n');
		assert.deepEqual(records, [
			['1', 'F'],
			['2', 'M'],
			['Total', '2'],
		]);
		assert.deepEqual(faults, ['3: The row is the header again.']);
	});

	it('leaves out lines of dashes and lone remarks of programs, and this is said', async () => {
		const { records, faults } = await partsOf(
			'Student_id,Gender\n----------,------\n1,F\n---,M\n(1 rows affected)\nTotal: 1,\nPage 1 of 2\n',
		);
		assert.deepEqual(records, [
			['1', 'F'],
			['---', 'M'],
		]);
		assert.deepEqual(faults, [
			'2: The row is a line of dashes, not a student.',
			...[5, 6, 7].map((row) => `${row}: The row is a remark or a total, not a student.`),
		]);
	});

	it('with two columns of one name says which', async () => {
		const { head } = await partsOf('Student_id,Race, Race ,Note,Note,,\n1,W,B,x,y,,\n');
		assert.deepEqual(head.repeated, ['Race', 'Note']);
		assert.deepEqual(head.names.slice(1, 3), ['Race', 'Race (column 3)']);
	});
});

describe('the separator of an export', () => {
	it('may stand in a quoted value, and so may any other character', async () => {
		const { records, faults } = await partsOf(
			'Student_id#!#Last_name#!#Gender\n"1"#!#"a#!#b"#!#F\n2#!#c\u001fd#!#M\n3#!#e\uffff#!#M\n',
		);
		assert.deepEqual(records, [
			['1', 'a#!#b', 'F'],
			['2', 'c\u001fd', 'M'],
			// A character that Unicode has not is a lost letter, which the import reports.
			['3', 'e\ufffd', 'M'],
		]);
		assert.deepEqual(faults, []);
	});

	for (const delimiter of [',', ';', '\t', '|', '^', '#!#'] as const) {
		it(`is found out: ${JSON.stringify(delimiter)}`, async () => {
			const rows = [
				['Student_id', 'Name', 'Gender'],
				['1', 'Ash', 'F'],
				['2', '', 'M'],
			];
			const { head, records, faults } = await partsOf(rows.map((row) => row.join(delimiter)).join('\r\n'));
			assert.equal(head.delimiter, delimiter);
			assert.deepEqual(records, rows.slice(1));
			assert.deepEqual(faults, []);
		});
	}

	for (const line of ['sep=;', '"sep=;"', 'SEP=;', '"sep=;";;']) {
		it(`is what its first line says: ${line}`, async () => {
			const { head, rows } = await partsOf(`${line}\r\nStudent_id;Gender\r\n1;F\r\n`);
			assert.equal(head.delimiter, ';');
			assert.deepEqual(head.names, ['Student_id', 'Gender']);
			assert.deepEqual(rows, [3]);
		});
	}

	it('is not the comma of decimal numbers', async () => {
		const { head } = await partsOf(`a;b;c\n${'1,5;2,5;3,5\n'.repeat(20)}`);
		assert.equal(head.delimiter, ';');
	});
});

describe('a row that the check would report', () => {
	it('is listed with its row and without a value', async () => {
		const { records, faults } = await partsOf(
			[
				'Student_id,School_id,Last_name,First_name',
				'1,5,"Reyes" Jr,Ana',
				'2,5,Ann "Annie" Lee,Bo',
				'3,5,"Ash,Bo',
				'4,5',
				'5,5,Lee,Ann,Jr',
				'6,5,Lee,Ann,',
				'7,5,"Lee, Jr","say ""hi"""',
			].join('\n'),
		);
		assert.deepEqual(faults, [
			'2: There is text after a closing quote.',
			'3: A value contains a quote but is not quoted.',
			'4: A quote is never closed.',
			'5: The row has 2 values for 4 columns.',
			'6: The row has 5 values for 4 columns.',
		]);
		assert.equal(records.length, 7);
		assert.deepEqual(records.at(-1), ['7', '5', 'Lee, Jr', 'say "hi"']);
	});

	it('is one row, whatever follows an open quote', async () => {
		const { records, faults } = await partsOf(
			`Student_id,Name\n1,"Ash\n${Array.from({ length: 500 }, (_, index) => `${index},"Lee, Bo"\n`).join('')}`,
		);
		assert.equal(records.length, 501);
		assert.deepEqual(faults, ['2: A quote is never closed.']);
	});
});

describe('the line breaks of an export', () => {
	it('are CRLF or LF in the new files, whatever the export has', async () => {
		const rows = ['Student_id,School_id,Last_name,First_name', '1,5,Ash,Bo', ''];
		const made = async (lineBreak: string): Promise<string> => {
			const { head, records, faults } = await partsOf(rows.join(lineBreak));
			assert.deepEqual(records, [['1', '5', 'Ash', 'Bo']]);
			assert.deepEqual(faults, []);
			return head.lineBreak;
		};
		assert.equal(await made('\r\n'), '\r\n');
		assert.equal(await made('\n'), '\n');
		assert.equal(await made('\r'), '\n');
		assert.equal(await made('\r\r\n'), '\n');
	});
});

describe('the encoding of an export', () => {
	// The bytes are from the code charts of the encodings.
	const encoded: readonly (readonly [Encoding, readonly number[], string])[] = [
		['shift_jis', [0x8e, 0x52, 0x93, 0x63], '山田'],
		['euc-jp', [0xbb, 0xb3, 0xc5, 0xc4], '山田'],
		['gbk', [0xcd, 0xf5], '王'],
		['gb18030', [0xcd, 0xf5], '王'],
		['big5', [0xa4, 0xfd], '王'],
		['euc-kr', [0xb1, 0xe8], '김'],
		['windows-1250', [0xa3], 'Ł'],
		['windows-1251', [0xc6], 'Ж'],
		['iso-8859-2', [0xa3], 'Ł'],
		['iso-8859-15', [0xa4], '€'],
		['koi8-r', [0xf6], 'Ж'],
		['macintosh', [0x8e], 'é'],
	];
	for (const [encoding, bytes, name] of encoded) {
		it(`is ${encoding} where a person says so`, async () => {
			const before = new TextEncoder().encode('Student_id,Last_name\n1,');
			const { head, records } = await partsOf(Uint8Array.from([...before, ...bytes, 10]), { encoding });
			assert.deepEqual(records, [['1', name]]);
			assert.equal(head.encoding, encoding);
		});
	}

	it('is the same at the borders of the parts in which a file is read', async () => {
		const rows = Array.from({ length: 30_000 }, (_, index) => [`${index}`, '山田 é €', 'x']);
		const text = `Student_id,Name,Note\n${rows.map((row) => row.join(',')).join('\r\n')}`;
		const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
		for (const bytes of [Buffer.from(text), utf16]) assert.deepEqual((await partsOf(bytes)).records, rows);
	});
});

describe('a file that only looks like an export', () => {
	for (const text of [
		'<table><tr><td>Student_id</td></tr></table>',
		'\ufeff\r\n<!DOCTYPE html>\n<html>',
		'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>',
	]) {
		it(`is refused with the way out: ${JSON.stringify(text.slice(0, 20))}`, async () =>
			assert.match(
				(await problemOf(text)).problem,
				/^This file is a web page or XML, not CSV\. Open it in Excel, save it as/,
			));
	}
});

describe('a large export', () => {
	it('over 200 MB is refused with the way out', async () => {
		const { problem } = await problemOf(new Uint8Array(MAX_EXPORT_BYTES + 1));
		assert.equal(problem, 'The file is larger than 200 MB. Export fewer columns or one school at a time.');
	});

	it('with a value of many megabytes in one line is read in a moment', async () => {
		const long = 'x'.repeat(20_000_000);
		const { records } = await partsOf(`Student_id,Note\n1,"${long}"\n2,"${long}\n`);
		assert.equal(records.length, 2);
	}).timeout(60_000);
});
