import assert from 'node:assert/strict';
import type { CheckedFinding } from '../../server/src/cli/formats/checkOutput';
import { cleanExt, cleanRoster, extHeader, rosterHeader } from '../cli/support';
import { checkedOnDisk, findingsIn } from './support';

function rulesOf(findings: readonly CheckedFinding[]): readonly string[] {
	return findings.map(({ rule }) => rule);
}

function utf16(text: string, order: 'le' | 'be'): Buffer {
	const bytes = Buffer.from(text, 'utf16le');
	return order === 'le' ? bytes : bytes.swap16();
}

describe('the bytes of a file on the disk', () => {
	it('reports a byte order mark, and counts columns without it', async () => {
		const findings = await findingsIn(`\ufeff${extHeader.replace('sis_id', 'SIS_ID')}\n1,N,No,,No,Yes,No,\n`);
		assert.deepEqual(
			findings.map(({ rule, severity, line, column, element }) => [rule, severity, line, column, element]),
			[
				['csv/byte-order-mark', 'information', 1, 1, null],
				['header/spelling', 'hint', 1, 1, 'sis_id'],
				['field/unknown-code', 'error', 2, 3, 'ext.idea_indicator'],
			],
		);
		assert.equal(findings[1]?.endColumn, 7);
	});

	it('reports bytes that are not UTF-8 on the field that has them', async () => {
		const latin = Buffer.from(`${rosterHeader}\n5,1,Mu\u00f1oz,Ana,F\n5,2,Boone,Lee,F\n`, 'latin1');
		const findings = await findingsIn(latin, 'students.csv');
		assert.deepEqual(
			findings.map(({ rule, severity, line, column, endColumn, element }) => [
				rule,
				severity,
				line,
				column,
				endColumn,
				element,
			]),
			[['csv/encoding', 'error', 2, 7, 8, 'Last_name']],
		);
	});

	it('reports UTF-8 of lone surrogates, and U+FFFD itself', async () => {
		const broken = Buffer.concat([
			Buffer.from(`${rosterHeader}\n5,1,Re`),
			Buffer.from([0xed, 0xa0, 0x80]),
			Buffer.from('yes,Ana,F\n5,2,Bo\ufffdone,Lee,F\n'),
		]);
		const findings = await findingsIn(broken, 'students.csv');
		assert.deepEqual(rulesOf(findings), ['csv/encoding']);
		// The Unicode standard replaces each of the three bytes of a surrogate.
		assert.match(findings[0]?.message ?? '', /: 4 letters /);
	});

	for (const order of ['le', 'be'] as const) {
		const bom = utf16('\ufeff', order);
		const texts: readonly [string, Buffer][] = [
			['with a mark', Buffer.concat([bom, utf16(cleanExt, order)])],
			['without a mark', utf16(cleanExt, order)],
			['with CRLF and CJK values', Buffer.concat([bom, utf16(`${extHeader}\r\n學生,否\r\n`, order)])],
			['without a mark, with CJK values', utf16(`${extHeader}\r\n學生,否\r\n`, order)],
			['with a CJK header', Buffer.concat([bom, utf16('學生,姓名\n一,二\n', order)])],
			['cut in the middle of a unit', Buffer.concat([bom, utf16(cleanExt, order).subarray(0, -1)])],
			['without a mark, cut in the middle of a unit', utf16(cleanExt, order).subarray(0, -1)],
			['with an empty first line', Buffer.concat([bom, utf16(`\n${cleanExt}`, order)])],
			[
				'with quotes and a comma in the header',
				Buffer.concat([bom, utf16(`"sis_id",${extHeader}\n1,2\n`, order)]),
			],
			['with mixed line breaks', Buffer.concat([bom, utf16(`${cleanExt}2,Yes\r\n3,No\r`, order)])],
			['with nothing but the mark', bom],
		];
		for (const [what, bytes] of texts) {
			it(`reports UTF-16 ${order} ${what}, and nothing else`, async () => {
				const { summary, files } = await checkedOnDisk('students_ext.csv', bytes);
				assert.equal(summary.errors, 1);
				const findings = files[0]?.findings ?? [];
				assert.deepEqual(
					findings.map(({ rule, line, column, element }) => [rule, line, column, element]),
					[['csv/encoding', 1, 1, null]],
				);
				assert.match(findings[0]?.message ?? '', /UTF-16/);
			});
		}

		it(`recognizes the table of UTF-16 ${order} by the header`, async () => {
			const { files } = await checkedOnDisk('new.csv', Buffer.concat([bom, utf16(cleanExt, order)]));
			assert.deepEqual([files[0]?.table, files[0]?.records], ['students_ext.csv', 1]);
		});
	}

	it('reports a file of NULs as not UTF-8', async () => {
		assert.deepEqual(rulesOf(await findingsIn(Buffer.alloc(5000))), ['csv/encoding']);
	});

	it('treats a NUL in a value as part of the value', async () => {
		const findings = await findingsIn(`${rosterHeader}\n5,1,Re\0yes,Ana,F\0\n`, 'students.csv');
		assert.deepEqual(rulesOf(findings), ['field/hidden-character', 'field/hidden-character']);
	});

	it('reports mixed line breaks, with the count of each kind', async () => {
		const findings = await findingsIn(
			`${rosterHeader}\r\n5,1,Reyes,Ana,F\n5,2,Boone,Lee,M\r\n`,
			'students.csv',
		);
		assert.deepEqual(
			findings.map(({ rule, severity, message }) => [rule, severity, message]),
			[
				[
					'csv/mixed-line-breaks',
					'warning',
					'The rows end in different line breaks: 2 in CRLF, 1 in LF. Save the file with one kind.',
				],
			],
		);
	});

	it('ignores line breaks inside quoted fields', async () => {
		assert.deepEqual(await findingsIn(`${rosterHeader}\r\n5,1,Reyes,"Ana\nMaria",F\r\n`, 'students.csv'), []);
	});

	it('warns of rows that end in CR alone, and reads them', async () => {
		const text = cleanRoster.replaceAll('\n', '\r');
		const { files } = await checkedOnDisk('students.csv', text);
		assert.deepEqual(
			files[0]?.findings.map(({ rule, severity, line }) => [rule, severity, line]),
			[['csv/cr-line-breaks', 'warning', 1]],
		);
		assert.equal(files[0]?.records, cleanRoster.trimEnd().split('\n').length - 1);
		const mixed = await findingsIn(text.replace('\r', '\n'), 'students.csv');
		assert.deepEqual(rulesOf(mixed), ['csv/mixed-line-breaks']);
	});

	it('accepts LF or CRLF, and no line break at the end', async () => {
		for (const lineBreak of ['\n', '\r\n']) {
			const text = cleanRoster.trimEnd().replaceAll('\n', lineBreak);
			assert.deepEqual(await findingsIn(text, 'students.csv'), []);
			assert.deepEqual(await findingsIn(text + lineBreak, 'students.csv'), []);
		}
	});

	it('reports a missing header for an empty file, for whitespace and for only a byte order mark', async () => {
		assert.deepEqual(rulesOf(await findingsIn('')), ['csv/empty-file']);
		assert.deepEqual(rulesOf(await findingsIn('\r\n \r\n')), ['csv/empty-file']);
		assert.ok(rulesOf(await findingsIn('\ufeff')).includes('csv/empty-file'));
	});

	it('accepts a header without rows', async () => {
		const { summary, files } = await checkedOnDisk('students.csv', `${rosterHeader}\n`);
		assert.deepEqual([summary.errors, summary.records, files[0]?.findings], [0, 0, []]);
	});
});
