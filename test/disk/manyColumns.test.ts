import assert from 'node:assert/strict';
import { RecordRow } from '../../server/src/check/record/recordRow';
import { CannotCheck } from '../../server/src/disk/cannotCheck';
import { DiskCheck } from '../../server/src/disk/fileCheck';
import { defaultSettings } from '../../server/src/settings';
import { DatasetFolder } from './datasetFolder';
import { checkedOnDisk } from './support';

const COLUMNS = 2000;

describe('the check on the disk of a file with thousands of columns', () => {
	const read = RecordRow.prototype.read;
	let reads = 0;
	before(() => {
		RecordRow.prototype.read = function (...args) {
			reads++;
			return read.apply(this, args);
		};
	});
	after(() => {
		RecordRow.prototype.read = read;
	});

	it('reads the header once for all of its findings, and places each', async () => {
		const names = Array.from({ length: COLUMNS }, (_, column) => `Thing ${column}`);
		reads = 0;
		const { files } = await checkedOnDisk('students.csv', `Student_id,"Two\nlines",${names.join(',')}\n1\n`);
		const header = files[0]?.findings.filter(({ rule }) => rule === 'header/unknown-element') ?? [];
		assert.equal(header.length, COLUMNS + 1);
		assert.deepEqual(
			header.slice(0, 3).map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn]),
			[
				[1, 12, 2, 7],
				[2, 8, 2, 15],
				[2, 16, 2, 23],
			],
		);
		assert.ok(reads < 100, `${reads} records were read`);
	});
});

describe('the check on the disk of a file with hundreds of thousands of columns', () => {
	it('refuses it, since each column takes memory, and names it', async () => {
		const folder = new DatasetFolder();
		try {
			folder.write('students.csv', `Student_id${',x'.repeat(100_000)}\n1\n`);
			const path = folder.pathOf('students.csv');
			const check = new DiskCheck(defaultSettings, assert.fail);
			await assert.rejects(check.check(path, []), (error) => {
				const expected = `${path}: the first row has 100,001 columns, and at most 100,000 can be checked`;
				return error instanceof CannotCheck && error.message === expected;
			});
		} finally {
			folder.remove();
		}
	});
});

describe('the check on the disk of a file with a header of megabytes', () => {
	it('cuts the header where it is repeated with each finding', async () => {
		const header = 'x'.repeat(1_000_000);
		const row = (id: number): string => `${id},=${'1+'.repeat(id * 10)}1\n`;
		const { files } = await checkedOnDisk(
			'students.csv',
			`Student_id,${header}\n${Array.from({ length: 20 }, (_, id) => row(id + 1)).join('')}`,
		);
		const findings = files[0]?.findings ?? [];
		const inColumn = findings.filter(({ element }) => element?.startsWith('xx'));
		assert.ok(inColumn.length > 20, `${inColumn.length}`);
		for (const { element } of inColumn) assert.equal(element, `${'x'.repeat(999)}…`);
		for (const { message } of inColumn) assert.ok(message.length < 400, message.slice(0, 400));
	});
});
