import assert from 'node:assert/strict';
import { buildCli, cleanExt, folder, rosterHeader, run, runJson } from './support';

describe('CLI: bytes', () => {
	before(buildCli);

	it('exits 1 for UTF-16, which it reports as its only problem', async () => {
		const bytes = Buffer.from(`\ufeff${cleanExt}`, 'utf16le');
		const { status, json } = await runJson([], { cwd: folder({ 'students_ext.csv': bytes }) });
		assert.equal(status, 1);
		assert.deepEqual(
			json.files[0]?.findings.map(({ rule }) => rule),
			['csv/encoding'],
		);
	});

	it('prints a NUL in a value as its escape', async () => {
		const { stdout } = await run(['check'], {
			cwd: folder({ 'students.csv': `${rosterHeader}\n5,1,Reyes,Ana,F\0\n` }),
		});
		assert.match(stdout, /Gender has no code "F\\u0000"/);
	});

	it('accepts a header without rows', async () => {
		const { status, json } = await runJson([], { cwd: folder({ 'students.csv': `${rosterHeader}\n` }) });
		assert.deepEqual([status, json.summary.records, json.files[0]?.findings], [0, 0, []]);
	});
});
