import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { CompareOutput } from '../../server/src/cli/compareOutput';
import { buildCli, folder, type Ran, type RunOptions, run } from './support';

const header = 'School_id,Student_id,Last_name,First_name,Gender';
function roster(count: number, gender = (_number: number): string => 'M'): string {
	const rows = Array.from({ length: count }, (_, at) => `5,${at + 1},Last${at + 1},First,${gender(at + 1)}`);
	return `${[header, ...rows].join('\n')}\n`;
}

async function compareJson(
	args: readonly string[],
	options: RunOptions,
): Promise<Ran & { readonly json: CompareOutput }> {
	const ran = await run(['compare', ...args, '--format', 'json'], options);
	return { ...ran, json: JSON.parse(ran.stdout) };
}

describe('CLI: compare', () => {
	before(buildCli);

	it('prints JSON of two folders, and exits with 1 on an alarm', async () => {
		const cwd = folder({
			'old/students.csv': roster(20),
			'new/students.csv': roster(17, (number) => (number <= 2 ? 'F' : 'M')),
			'old/students_ext.csv': 'sis_id,ext.title_i\n1,Yes\n',
			'new/students_ext.csv': 'sis_id,ext.title_i\n1,No\n',
		});
		const { status, json, stderr } = await compareJson(['old', 'new'], { cwd });
		assert.equal(status, 1);
		assert.equal(stderr, '');
		assert.deepEqual(json.students, {
			before: 20,
			after: 17,
			inBoth: 17,
			added: [],
			gone: ['18', '19', '20'],
			zerosChanged: [],
			moved: [],
		});
		assert.deepEqual(
			json.categories.filter(({ changes }) => changes.length > 0),
			[
				{
					element: 'Gender',
					compared: true,
					changed: 2,
					emptied: 0,
					filled: 0,
					changes: [{ from: 'M', to: 'F', count: 2 }],
				},
				{
					element: 'ext.title_i',
					compared: true,
					changed: 1,
					emptied: 0,
					filled: 0,
					changes: [{ from: 'Yes', to: 'No', count: 1 }],
				},
			],
		);
		assert.deepEqual(
			json.alarms.map(({ id }) => id),
			['students-gone', 'code-gone'],
		);
	});

	it('prints what a data manager wants, alarms first', async () => {
		const cwd = folder({
			'old.csv': roster(20),
			'new.csv': roster(17, (number) => (number <= 2 ? 'F' : number === 3 ? '' : 'M')),
		});
		const { status, stdout } = await run(['compare', 'old.csv', 'new.csv'], { cwd });
		assert.equal(status, 1);
		assert.equal(
			stdout,
			[
				'old.csv: 20 students',
				'new.csv: 17 students, 0 added and 3 gone',
				'1 alarm:',
				'- 3 of 20 students (15%) are gone. Check that the export has every school and grade. Clever may hold a sync that changes so much.',
				'Values of students on both sides:',
				'- Gender: 2 changed, 1 emptied, 0 filled',
				'    M → F: 2 students',
				'    M → (empty): 1 student',
				'Students by school:',
				'- 5: 20 before, 17 now, 0 added, 3 gone',
				'Gone (3):',
				'- 18 (Last18, First, school 5)',
				'- 19 (Last19, First, school 5)',
				'- 20 (Last20, First, school 5)',
				'',
			].join('\n'),
		);
	});

	it('takes the share of --fail-on-drop for both drops', async () => {
		const cwd = folder({
			'old.csv': roster(20),
			'new.csv': roster(17, (number) => (number <= 3 ? '' : 'M')),
		});
		const statusOf = async (...drop: readonly string[]): Promise<number | null> =>
			(await run(['compare', 'old.csv', 'new.csv', ...drop], { cwd })).status;
		assert.equal(await statusOf('--fail-on-drop', '17.6%'), 1);
		assert.equal(await statusOf('--fail-on-drop', '17.7'), 0);
		assert.equal(await statusOf('--fail-on-drop', '14%'), 1);
		for (const wrong of ['ten', '101%', '']) {
			const { status, stderr, json } = await compareJson(['old.csv', 'new.csv', `--fail-on-drop=${wrong}`], {
				cwd,
			});
			assert.equal(status, 2);
			assert.match(
				stderr,
				/^error: --fail-on-drop takes a percentage from 0 to 100\. Write, for example, 10%\n$/,
			);
			assert.deepEqual([json.students.before, json.alarms], [0, []]);
		}
	});

	it('compares a file with its like, by its name or its header', async () => {
		const cwd = folder({
			'old/students.csv': roster(3),
			'old/students_ext.csv': 'sis_id,ext.title_i\n1,Yes\n',
			'november.csv': 'sis_id,ext.title_i\n1,No\n',
			'new/students.csv': roster(3),
		});
		const { status, json } = await compareJson(['old', 'november.csv'], { cwd });
		assert.deepEqual([status, json.students.before, json.students.after], [1, 1, 1]);
		assert.deepEqual(
			json.alarms.map(({ id, column }) => [id, column]),
			[['code-gone', 'ext.title_i']],
		);
		const other = await compareJson(['old/students.csv', 'november.csv'], { cwd });
		assert.equal(other.status, 2);
		assert.match(
			other.stderr,
			/old\/students\.csv is students\.csv and november\.csv is students_ext\.csv\. Compare two files of the same kind/,
		);
		const lacking = await compareJson(['new', 'november.csv'], { cwd });
		assert.equal(lacking.status, 2);
		assert.match(lacking.stderr, /^error: new: this folder has no students_ext\.csv directly in it\n$/);
	});

	it('exits with 2 and valid JSON where something cannot be read, and says what', async () => {
		const cwd = folder({
			'good.csv': roster(3),
			'empty.csv': '',
			'rows.csv': '1,2,3\n',
			'header.csv': `${header}\n`,
			'twice.csv': 'Student_id,Student_id,Gender\n1,2,M\n',
			'utf16.csv': Buffer.from(`\ufeff${roster(3)}`, 'utf16le'),
			'folder/other.csv': 'a\n',
		});
		const failures: Readonly<Record<string, RegExp>> = {
			'missing.csv': /^error: missing\.csv: no such file or folder\n$/,
			'empty.csv': /^error: empty\.csv: the file is empty\. Choose another one\n$/,
			'rows.csv': /^error: rows\.csv: the first row has no column Student_id\. Check the file first\.\n$/,
			'twice.csv': /^error: twice\.csv: Student_id is also column 1\. Remove or rename one of the two\.\n$/,
			'utf16.csv':
				/^error: utf16\.csv: the file is saved as UTF-16\. Save it as "CSV UTF-8", and compare again\n$/,
			folder: /^error: folder: this folder has no students\.csv or students_ext\.csv directly in it\n$/,
			'/dev/null': /^error: \/dev\/null: this is a pipe or a device, not a file\n$/,
		};
		for (const [path, message] of Object.entries(failures)) {
			const args = path.length % 2 === 0 ? [path, 'good.csv'] : ['good.csv', path];
			const { status, stderr, json } = await compareJson(args, { cwd });
			assert.equal(status, 2, path);
			assert.match(stderr, message);
			assert.deepEqual(json.alarms, []);
		}
		const none = await run(['compare', 'header.csv', 'good.csv'], { cwd });
		assert.equal(none.status, 2);
		assert.equal(none.stderr, 'error: header.csv: students.csv has no students: nothing to compare with\n');
		assert.equal((await compareJson([], { cwd })).status, 2);
	});

	it('says that the two sides may be swapped', async () => {
		const cwd = folder({ 'october.csv': roster(10), 'november.csv': roster(11) });
		utimesSync(join(cwd, 'october.csv'), 1_000_000, 1_000_000);
		const { json } = await compareJson(['november.csv', 'october.csv'], { cwd });
		assert.deepEqual(json.notes, [
			'The new side is older than the old side and has fewer students. If the two are swapped, compare them the other way around.',
		]);
		assert.deepEqual((await compareJson(['october.csv', 'november.csv'], { cwd })).json.notes, []);
	});

	it('is safe for a terminal, and reads a header of 20,000 columns', async () => {
		const columns = Array.from({ length: 20_000 }, (_, at) => `c${at}`).join(',');
		const cwd = folder({
			'old.csv': `Student_id,Gender,${columns}\n"\u001b[31m1\u202e",M${','.repeat(20_000)}\n2,\u001b]0;x\u0007${','.repeat(20_000)}\n`,
			'new.csv': `Student_id,Gender,${columns}\n2,M${','.repeat(20_000)}\n`,
		});
		for (const format of ['text', 'json']) {
			const { status, stdout } = await run(['compare', 'old.csv', 'new.csv', '--format', format], { cwd });
			assert.equal(status, 1);
			assert.deepEqual(
				['\u001b', '\u202e', '\u0007'].filter((character) => stdout.includes(character)),
				[],
			);
		}
	});
});
