import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declarationFiles, declarationFormats } from '../../server/src/declare/exports';
import { buildCli, folder, run } from './support';

const schemas = join(__dirname, '../../schemas');

describe('CLI: export', () => {
	before(buildCli);

	it('writes each format as npm run generate does', async () => {
		for (const format of declarationFormats) {
			const cwd = folder({});
			const names = declarationFiles(format).map(({ fileName }) => fileName);
			const { status, stdout, stderr } = await run(['export', '--to', format, '--out', 'a/b'], { cwd });
			assert.deepEqual([status, stderr], [0, '']);
			assert.equal(stdout, names.map((name) => `a/b/${name}\n`).join(''));
			assert.deepEqual(readdirSync(join(cwd, 'a/b')).sort(), [...names].sort());
			for (const name of names) {
				const text = readFileSync(join(cwd, 'a/b', name), 'utf8');
				assert.equal(text, readFileSync(join(schemas, name), 'utf8'));
			}
		}
	});

	it('replaces a file only when told', async () => {
		const cwd = folder({ 'students_ext.schema.json': 'mine' });
		const args = ['export', '--to', 'table-schema', '--out', '.'];
		const { status, stdout, stderr } = await run(args, { cwd });
		assert.deepEqual([status, stdout], [2, '']);
		assert.equal(stderr, 'error: students_ext.schema.json already exists. Add --force to replace it\n');
		assert.deepEqual(readdirSync(cwd), ['students_ext.schema.json']);
		assert.equal((await run([...args, '--force'], { cwd })).status, 0);
		assert.notEqual(readFileSync(join(cwd, 'students_ext.schema.json'), 'utf8'), 'mine');
	});

	it('prints one file on standard output, and no other text', async () => {
		const { status, stdout, stderr } = await run(['export', '--to', 'datapackage']);
		assert.deepEqual([status, stderr], [0, '']);
		assert.equal(stdout, readFileSync(join(schemas, 'datapackage.json'), 'utf8'));
		const ofTable = await run(['export', '--to', 'table-schema', '--table', 'students_ext.csv']);
		assert.equal(ofTable.stdout, readFileSync(join(schemas, 'students_ext.schema.json'), 'utf8'));
	});

	it('says what to do where the arguments do not fit, and writes nothing', async () => {
		const cwd = folder({ file: 'x' });
		for (const [args, message] of [
			[
				['--to', 'table-schema'],
				/^error: table-schema is a file for each table\. Add --out and a folder, or /,
			],
			[['--to', 'csvw', '--table', 'students.csv'], /^error: csvw describes both files in one\. /],
			[['--to', 'xml'], /^error: .*'xml' is invalid\. Allowed choices are table-schema, /],
			[[], /^error: required option '--to <format>' not specified/],
			[['--to', 'csvw', '--out', 'file'], /^error: file could not be created: a file has this name\.\n$/],
		] as const) {
			const { status, stdout, stderr } = await run(['export', ...args], { cwd });
			assert.deepEqual([status, stdout], [2, ''], args.join(' '));
			assert.match(stderr, message);
		}
		assert.deepEqual(readdirSync(cwd), ['file']);
	});
});
