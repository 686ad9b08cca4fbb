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

	it('names a NUL in a value, and prints none', async () => {
		const { stdout } = await run(['check'], {
			cwd: folder({ 'students.csv': `${rosterHeader}\n5,1,Reyes,Ana,F\0\n` }),
		});
		assert.match(stdout, /Gender has a character that cannot be seen, a null character \(U\+0000\)\. Use F /);
		assert.equal(stdout.includes('\0'), false);
	});

	it('prints a NUL in a value as its escape', async () => {
		const cwd = folder({
			'students.csv': `${rosterHeader}\n5,1,Reyes,Ana,F\0\n`,
			'settings.json': '{"cleverDemographics.rules": {"field/hidden-character": "off"}}',
		});
		const { stdout } = await run(['check', '--settings', 'settings.json'], { cwd });
		assert.match(stdout, /Gender has "F\\u0000" instead of the code F/);
	});

	it('accepts a header without rows', async () => {
		const { status, json } = await runJson([], { cwd: folder({ 'students.csv': `${rosterHeader}\n` }) });
		assert.deepEqual([status, json.summary.records, json.files[0]?.findings], [0, 0, []]);
	});
});
