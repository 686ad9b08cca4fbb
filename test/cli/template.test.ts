import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli, folder, run } from './support';

const roster =
	'School_id,Student_id,Last_name,First_name\r\n5,007,Ash,Bo\r\n5,007,Ash,Bo\r\n5,008,Fir,Al\r\n';
const header =
	'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i';

describe('CLI: template', () => {
	before(buildCli);

	it('writes a row for each student beside the roster', async () => {
		const cwd = folder({ 'up/students.csv': roster });
		const { status, stdout, stderr } = await run(['template', 'up/students.csv'], { cwd });
		assert.deepEqual([status, stderr], [0, '']);
		assert.equal(stdout, 'up/students_ext.csv: 2 students, no value filled in yet\n');
		assert.equal(
			readFileSync(join(cwd, 'up/students_ext.csv'), 'utf8'),
			`${header}\r\n007,,,,,,,\r\n008,,,,,,,\r\n`,
		);
	});

	it('replaces no file without being told', async () => {
		const cwd = folder({ 'students.csv': roster, 'students_ext.csv': 'old' });
		const { status, stdout, stderr } = await run(['template', 'students.csv', '--format', 'json'], { cwd });
		assert.equal(status, 2);
		const message = 'students_ext.csv already exists. Add --force to replace it';
		assert.equal(stderr, `error: ${message}\n`);
		assert.deepEqual(JSON.parse(stdout), { students: 0, problems: [{ row: null, message }], written: [] });
		assert.equal(readFileSync(join(cwd, 'students_ext.csv'), 'utf8'), 'old');
		const forced = await run(['template', 'students.csv', '--force', '--format', 'json'], { cwd });
		assert.equal(forced.status, 0);
		assert.deepEqual(JSON.parse(forced.stdout), { students: 2, problems: [], written: ['students_ext.csv'] });
	});

	it('never replaces the file it reads', async () => {
		const cwd = folder({ 'students_ext.csv': roster });
		const { status, stderr } = await run(['template', 'students_ext.csv', '--force'], { cwd });
		assert.equal(status, 2);
		assert.match(stderr, /^error: students_ext\.csv: this is the file that would be written\. /);
		assert.equal(readFileSync(join(cwd, 'students_ext.csv'), 'utf8'), roster);
	});

	it('says what is wrong with a roster, and writes nothing', async () => {
		const cwd = folder({ 'empty.csv': '', 'other.csv': 'a,b\n1,2\n', 'dir/x': '' });
		for (const name of ['empty.csv', 'other.csv', 'dir', 'gone.csv']) {
			const { status, stderr } = await run(['template', name], { cwd });
			assert.equal(status, 2);
			assert.match(stderr, new RegExp(`^error: ${name}: \\S`));
		}
		assert.ok(!existsSync(join(cwd, 'students_ext.csv')));
	});
});
