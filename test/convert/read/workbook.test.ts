/** Workbooks of Excel: text as the sheet shows it, one sheet of several, and what cannot be read. */
import assert from 'node:assert/strict';
import writeXlsxFile from 'write-excel-file/node';
import { Pace } from '../../../server/src/convert/read/rawExport';
import { readList } from '../../../server/src/convert/read/readList';
import { Unpacker, zipParts } from '../../../server/src/convert/read/workbook/zip';
import { waiting } from '../import/support';
import { partsOf, problemOf } from './support';
import { textRow, workbookBytes, zipOf } from './workbookFile';

/** The texts of cells in the column "Value", each from its XML without the reference. */
async function shownValues(
	cells: readonly string[],
	workbook: Omit<Parameters<typeof workbookBytes>[0], 'sheets'> = {},
): Promise<readonly (string | undefined)[]> {
	const rows = cells.map(
		(cell, index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>1</v></c>${cell}</row>`,
	);
	const sheet = textRow(1, ['Student_id', 'Value']) + rows.join('');
	const { records } = await partsOf(workbookBytes({ ...workbook, sheets: { Sheet1: sheet } }));
	return records.map(([, value]) => value);
}

describe('a cell of a workbook', () => {
	it('has the text that its number format shows', async () => {
		const cases: readonly (readonly [number | string, string, string])[] = [
			['00000', '42', '00042'],
			['000-00-0000', '123456789', '123-45-6789'],
			[9, '0.25', '25%'],
			[14, '43102', '1/2/2018'],
			['yyyy\\-mm\\-dd', '43102', '2018-01-02'],
			['m/d/yy h:mm', '43102.5', '1/2/18 12:00'],
			[4, '1234.5', '1,234.50'],
			[49, '12', '12'],
			['0;-0;;@', '0', ''],
			['[Red]nonsense&quot;', '7', '7'],
		];
		assert.deepEqual(
			await shownValues(
				cases.map(([, value], index) => `<c s="${index + 1}"><v>${value}</v></c>`),
				{ formats: cases.map(([format]) => format) },
			),
			cases.map(([, , text]) => (text === '' ? undefined : text)),
		);
	});

	it('has all digits of its number, also where a narrow column shows fewer', async () => {
		assert.deepEqual(
			await shownValues(
				[
					'<c><v>123456789012345</v></c>',
					'<c s="1"><v>123456789012</v></c>',
					'<c s="1"><v>1.23456789012E+11</v></c>',
					'<c><v>0.30000000000000004</v></c>',
					'<c><v>-7</v></c>',
				],
				{ formats: [11] },
			),
			['123456789012345', '123456789012', '123456789012', '0.3', '-7'],
		);
	});

	it('counts its days from 1904 where the workbook does', async () => {
		const formats = [14];
		assert.deepEqual(
			await shownValues(['<c s="1"><v>41640</v></c>'], { formats, properties: 'date1904="1"' }),
			['1/2/2018'],
		);
	});

	it('may have shared, rich, inline and phonetic text', async () => {
		const strings = [
			'<t>plain</t>',
			'<r><rPr><b/></rPr><t xml:space="preserve">Mac </t></r><r><t>Neil</t></r>',
			'<t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh>',
			'<t>two_x000D_\nlines</t>',
			'<t>a &amp; b &lt; c</t>',
		];
		assert.deepEqual(
			await shownValues(
				[
					...strings.map((_, index) => `<c t="s"><v>${index}</v></c>`),
					'<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>',
				],
				{ strings },
			),
			['plain', 'Mac Neil', '課', 'two\r\nlines', 'a & b < c', 'inline'],
		);
	});

	it('has the saved result of its formula, and a row without one is reported', async () => {
		const sheet =
			textRow(1, ['Student_id', 'Sum', 'Same', 'Right']) +
			'<row r="2"><c><f>A1</f><v>7</v></c><c t="str"><f>"a"</f><v>text</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>' +
			'<row r="3"><c><v>8</v></c><c><f>SUM(A1)</f></c></row>' +
			'<row r="4"><c><v>9</v></c><c t="e"><v>#N/A</v></c></row>';
		const { records, faults } = await partsOf(workbookBytes({ sheets: { S: sheet } }));
		assert.deepEqual(records, [['7', 'text', 'TRUE', 'FALSE'], ['8'], ['9', '#N/A']]);
		assert.deepEqual(faults, [
			'3: A formula has no saved result. Open the workbook in Excel, save it, and import it again.',
			'4: A cell has an error, such as #N/A.',
		]);
	});

	it('is empty where its value is, whatever its type', async () => {
		const cells = ['<c><v></v></c>', '<c><v/></c>', '<c><v> </v></c>', '<c s="1"><v/></c>'];
		const typed = ['s', 'b', 'str', 'd', 'n'].flatMap((type) => [
			`<c t="${type}"><v></v></c>`,
			`<c t="${type}"><v/></c>`,
		]);
		const all = [...cells, ...typed, '<c t="s"><v> </v></c>', '<c t="b"><v> </v></c>'];
		assert.deepEqual(
			await shownValues(all, { strings: ['<t>M</t>'], formats: ['00000'] }),
			all.map(() => undefined),
		);
	});

	it('with a formula that has an empty result is empty if that is a text, and else reported', async () => {
		const row = (number: number, cell: string): string =>
			`<row r="${number}"><c r="A${number}"><v>1</v></c>${cell}</row>`;
		const { faults } = await partsOf(
			workbookBytes({
				sheets: {
					S:
						textRow(1, ['Student_id', 'Value']) +
						row(2, '<c t="str"><f>""</f><v></v></c>') +
						row(3, '<c><f>A2</f><v></v></c>') +
						row(4, '<c><f>A2</f><v/></c>'),
				},
			}),
		);
		const message =
			'A formula has no saved result. Open the workbook in Excel, save it, and import it again.';
		assert.deepEqual(faults, [`3: ${message}`, `4: ${message}`]);
	});

	it('with half of a character keeps students apart, and its row is reported', async () => {
		const id = (text: string): string => `<row><c t="str"><v>${text}</v></c><c><v>1</v></c></row>`;
		const { records, faults } = await partsOf(
			workbookBytes({
				sheets: {
					S:
						textRow(1, ['Student_id', 'Value']) +
						id('A_xD800_') +
						id('A_xd801_') +
						id('A_xDC00__xD83D_') +
						id('_xD83D__xDE00_') +
						'<row><c t="s"><v>0</v></c><c><v>1</v></c></row>',
				},
				strings: ['<t>B_xDFFF_</t>'],
			}),
		);
		assert.deepEqual(
			records.map(([value]) => value),
			['A_xD800_', 'A_xD801_', 'A_xDC00__xD83D_', '\u{1f600}', 'B_xDFFF_'],
		);
		const message = 'A cell has half of a character, which no file can have. Correct it in your SIS.';
		assert.deepEqual(
			faults,
			[2, 3, 4, 6].map((number) => `${number}: ${message}`),
		);
	});

	it('that has two values is reported', async () => {
		const { faults } = await partsOf(
			workbookBytes({
				sheets: {
					S: `${textRow(1, ['Student_id', 'Value'])}<row r="2"><c r="A2"><v>11</v></c><c r="A2"><v>12</v></c></row>`,
				},
			}),
		);
		assert.deepEqual(faults, [
			'2: Two values have the same cell. Open the workbook in Excel, save it, and import it again.',
		]);
	});

	it('that is merged over rows has its value in each of them, and a merged title is a title', async () => {
		const sheet =
			textRow(1, ['District Roster']) +
			textRow(2, ['Student_id', 'School_id', 'Race']) +
			'<row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>5</v></c><c r="C3" t="str"><v>W</v></c></row>' +
			'<row r="4"><c r="A4"><v>2</v></c><c r="B4"/><c r="C4" t="str"><v>B</v></c></row>' +
			'<row r="5"><c r="A5"><v>3</v></c></row><row r="6"><c r="A6"><v>4</v></c></row>';
		const after = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B3:B5"/></mergeCells>';
		const { head, records } = await partsOf(workbookBytes({ sheets: { S: sheet }, after }));
		assert.equal(head.headerRow, 2);
		assert.deepEqual(records, [['1', '5', 'W'], ['2', '5', 'B'], ['3', '5'], ['4']]);
	});
});

describe('a workbook', () => {
	it('is read with title rows, gaps and columns without a header', async () => {
		const sheet =
			textRow(1, ['Roster', '2026']) +
			textRow(4, ['Student_id', 'Last_name', 'Gender']) +
			'<row r="6"><c r="A6"><v>1</v></c><c r="C6" t="str"><v>F</v></c><c r="E6" t="str"><v>note</v></c></row>' +
			'<row r="7"><c r="B7"/></row>' +
			'<row r="9"><c r="A9"><v>2</v></c></row>';
		const { head, records, rows, faults } = await partsOf(workbookBytes({ sheets: { S: sheet } }));
		assert.equal(head.kind, 'workbook');
		assert.equal(head.sheet, 'S');
		assert.equal(head.headerRow, 4);
		assert.deepEqual(head.names, ['Student_id', 'Last_name', 'Gender', 'Column 4', 'Column 5']);
		assert.deepEqual(records, [['1', '', 'F', '', 'note'], ['2']]);
		assert.deepEqual(rows, [6, 9]);
		assert.deepEqual(faults, []);
	});

	it('with numbers in an ID column has a warning, unless the format keeps their zeros', async () => {
		const sheet = (style: number): string =>
			`${textRow(1, ['Student_id', 'Age'])}<row r="2"><c s="${style}"><v>42</v></c><c><v>9</v></c></row>`;
		const formats = ['00000'];
		const warnings = async (style: number): Promise<readonly string[]> =>
			(await partsOf(workbookBytes({ sheets: { S: sheet(style) }, formats }))).head.warnings;
		assert.deepEqual(await warnings(0), [
			'Student_id has numbers, not text, so leading zeros may be lost. Compare an ID with your SIS.',
		]);
		assert.deepEqual(await warnings(1), []);
	});

	it('with several sheets asks which, and empty or hidden ones do not count', async () => {
		const rows = textRow(1, ['Student_id', 'Gender']) + textRow(2, ['1', 'F']);
		const other = textRow(1, ['Student_id', 'Gender']) + textRow(2, ['2', 'M']);
		const two = workbookBytes({ sheets: { Empty: '', Adams: rows, 'Bo &amp; Co': other } });
		assert.deepEqual(await problemOf(two), {
			problem: 'The workbook has 2 sheets with rows. Choose the one with the students.',
			sheets: ['Adams', 'Bo & Co'],
		});
		const { head, records } = await partsOf(two, { sheet: 'Bo & Co' });
		assert.deepEqual(records, [['2', 'M']]);
		assert.deepEqual(head.sheets, ['Adams', 'Bo & Co']);
		assert.deepEqual((await problemOf(two, { sheet: 'Empty' })).sheets, ['Adams', 'Bo & Co']);
		const hidden = workbookBytes({
			sheets: { Lists: other, Adams: rows },
			attributes: { Lists: 'state="hidden"' },
		});
		assert.deepEqual((await partsOf(hidden)).records, [['1', 'F']]);
		assert.deepEqual((await partsOf(hidden, { sheet: 'Lists' })).records, [['2', 'M']]);
	});

	it('as a list says how many of its rows are hidden', async () => {
		const sheet =
			textRow(1, ['Student_id', 'Gender']) +
			textRow(2, ['1', 'F']).replace('<row', '<row hidden="1"') +
			textRow(3, ['2', 'M']);
		const bytes = workbookBytes({ sheets: { S: sheet } });
		const list = await readList({ name: 'list.xlsx', bytes }, undefined, () => false);
		assert.ok('rows' in list);
		assert.equal(list.rows.length, 2);
		assert.deepEqual(list.warnings, ['The sheet hides 1 row. Hidden rows are used, too.']);
	});

	it('with a filter has all of its rows, and this is said', async () => {
		const sheet =
			textRow(1, ['Student_id', 'Gender']) + textRow(2, ['1', 'F']).replace('<row', '<row hidden="1"');
		const { head, records } = await partsOf(
			workbookBytes({ sheets: { S: sheet }, before: '<sheetPr filterMode="1"/>' }),
		);
		assert.deepEqual(records, [['1', 'F']]);
		assert.deepEqual(head.warnings, ['A filter hides rows of the sheet. They are imported, too.']);
	});

	it('may have prefixes in its XML', async () => {
		const sheet =
			'<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c t="str"><x:v>Student_id</x:v></x:c></x:row><x:row r="2"><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
		const bytes = workbookBytes({ sheets: { S: '' }, files: { 'xl/worksheets/sheet0.xml': sheet } });
		assert.deepEqual((await partsOf(bytes)).records, [['7']]);
	});

	it('of another program is read', async () => {
		const bytes = await writeXlsxFile([
			[{ value: 'Student_id' }, { value: 'Last_name' }, { value: 'DOB' }, { value: 'Active' }],
			[
				{ value: '00042', type: String },
				{ value: 'O"Brien, Ann', type: String },
				{ value: new Date(Date.UTC(2018, 0, 2)), type: Date, format: 'mm/dd/yyyy' },
				{ value: true, type: Boolean },
			],
			[{ value: 43, type: Number, format: '00000' }, { value: 'Lee' }, null, { value: false }],
		]).toBuffer();
		const { head, records } = await partsOf(bytes);
		assert.deepEqual(head.names, ['Student_id', 'Last_name', 'DOB', 'Active']);
		assert.deepEqual(records, [
			['00042', 'O"Brien, Ann', '01/02/2018', 'TRUE'],
			['00043', 'Lee', '', 'FALSE'],
		]);
	});
});

describe('a file that is no workbook to read', () => {
	const sheets = { S: textRow(1, ['Student_id']) + textRow(2, ['1']) };
	const compound = (name: string): Uint8Array => {
		const bytes = new Uint8Array(4096);
		bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
		bytes.set(Buffer.from(name, 'utf16le'), 2048);
		return bytes;
	};
	const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
		[
			'a protected one',
			compound('EncryptedPackage'),
			/^The workbook is protected with a password\. Save it without/,
		],
		['an old one', compound('Workbook'), /^This is an old workbook \(\.xls\)\. Save it as \.xlsx or/],
		['a binary one', zipOf({ 'xl/workbook.bin': 'x' }), /^This is a binary workbook \(\.xlsb\)\. Save it as/],
		['an OpenDocument file', zipOf({ mimetype: 'x', 'content.xml': 'x' }), /^This is an OpenDocument file/],
		[
			'a zip file',
			zipOf({ 'students.csv': 'Student_id\n1\n' }),
			/^This is a zip file and no Excel workbook\. Unzip it/,
		],
		['an empty zip file', zipOf({}), /^This is a zip file|^The workbook is damaged/],
		['one cut off', workbookBytes({ sheets }).slice(0, 900), /^The workbook is damaged\. Open it in Excel/],
		['one without rows', workbookBytes({ sheets: { S: '' } }), /^The workbook is empty/],
		[
			'one with a header only',
			workbookBytes({ sheets: { S: textRow(1, ['Student_id']) } }),
			/^The file has no rows below its header/,
		],
		['broken XML', workbookBytes({ sheets: { S: `${sheets.S}<row><c></row>` } }), /^The workbook is damaged/],
		[
			'a string that is missing',
			workbookBytes({ sheets: { S: '<row><c t="s"><v>9</v></c></row>' } }),
			/^The workbook is damaged/,
		],
		[
			'a column beyond the widest',
			workbookBytes({ sheets: { S: '<row><c r="ZZZZZZ1"><v>9</v></c></row>' } }),
			/^The workbook is damaged/,
		],
		[
			'an entity',
			workbookBytes({ sheets: { S: '<row><c t="str"><v>&x;</v></c></row>' } }),
			/^The workbook is damaged/,
		],
	];
	for (const [what, bytes, message] of cases) {
		it(`is refused with the way out: ${what}`, async () =>
			assert.match((await problemOf(bytes)).problem, message));
	}

	it('is refused where its bytes are changed, or is read, and never fails in another way', async () => {
		const bytes = workbookBytes({ sheets, strings: ['<t>a</t>'] });
		for (let at = 0; at < bytes.length; at += 3) {
			const changed = bytes.slice();
			changed[at] = (changed[at] as number) ^ 0x55;
			try {
				await partsOf(changed);
			} catch {
				assert.ok((await problemOf(changed)).problem);
			}
		}
	}).timeout(60_000);

	it('is refused where it says that it unpacks to gigabytes', async () => {
		const bytes = workbookBytes({ sheets });
		const view = new DataView(bytes.buffer, bytes.byteOffset);
		// The size of each part, in the table of contents.
		for (let at = 0; at < bytes.length - 28; at++)
			if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xfffffff0, true);
		assert.match(
			(await problemOf(bytes)).problem,
			/^The workbook unpacks to more than 1 GB\. Save the sheet/,
		);
	});

	it('is refused where it unpacks to more than it says', async () => {
		const bytes = zipOf({ a: 'x'.repeat(1_000_000) });
		assert.ok(bytes.length < 2000);
		const part = zipParts(bytes).get('a');
		assert.ok(part);
		const unpacker = new Unpacker(bytes, new Pace(waiting), 999_999);
		await assert.rejects(async () => {
			for await (const _ of unpacker.text({ ...part, unpacked: 10 }));
		}, /unpacks to more than 1 GB/);
	});
});
