import assert from 'node:assert/strict';
import pc from 'picocolors';
import { version } from '../../package.json';
import { folderReports } from '../../server/src/cli/check/folderReadiness';
import { plainOptions } from '../../server/src/cli/formats/format';
import { formats } from '../../server/src/cli/formats/formats';
import { DiskCheck, type FileReport } from '../../server/src/disk/fileCheck';
import { defaultSettings } from '../../server/src/settings';
import {
	buildCli,
	cleanExt,
	extHeader,
	findingsIn,
	folder,
	root,
	rosterHeader,
	run,
	runJson,
} from './support';

const ESCAPE = '\u001b';

describe('CLI: text', () => {
	before(buildCli);

	it('has one line per finding, with its place as a spreadsheet shows it, then the counts and the verdict', async () => {
		const header = `${rosterHeader},Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status`;
		const cwd = folder({ 'students.csv': `${header}\n5,1,Reyes,Ana,Female,W,N,English,N,N,\n\n` });
		const { stdout, stderr } = await run(['check'], { cwd });
		assert.equal(
			stdout,
			[
				'students.csv:2:15 error field/unknown-code Gender has no code "Female". Use F (Female). [Row 2, column E (Gender)]',
				'students.csv:3:1 warning csv/blank-line This row is empty. Remove it. [Row 3]',
				'students.csv: 2 rows, 1 error, 1 warning',
				'.: 1 error to fix: 6 of 14 categories, 1 student. Without students_ext.csv, 7 categories are not sent.',
				'- students.csv has 1 error.',
				'- IEP_status has no value in any row of students.csv.',
				'- The row is empty: 1 in students.csv.',
				'',
			].join('\n'),
		);
		assert.equal(stderr, '');
	});

	it('counts each file, and all of several', async () => {
		const cwd = folder({
			'students.csv': `${rosterHeader}\n5,1,Reyes,Ana,Female\n5,2,Boone,Lee,Male\n`,
			'students_ext.csv': 'sis_id,ext.migrant_status\n1,yes\n',
		});
		const { stdout } = await run(['check'], { cwd });
		const lines = stdout.split('\n');
		const start = lines.findIndex((line) => line.startsWith('students.csv: '));
		assert.deepEqual(lines.slice(start, start + 3), [
			'students.csv: 2 rows, 2 errors',
			'students_ext.csv: 1 row, 1 warning, 1 information',
			'2 files: 3 rows, 2 errors, 1 warning, 1 information',
		]);
	});

	it('counts rows by records, not by lines', async () => {
		const rows = '5,1,Reyes,"Ana\nMaria",F\n5,2,Boone,Lee,Zzz\n';
		const { stdout } = await run(['check'], { cwd: folder({ 'students.csv': `${rosterHeader}\n${rows}` }) });
		assert.match(stdout, /^students\.csv:4:15 error .* \[Row 3, column E \(Gender\)\]\n/);
	});

	it('escapes line breaks and control characters of a value', async () => {
		const rows = `5,1,Reyes,Ana,"F\n${ESCAPE}[31m"\n`;
		const cwd = folder({
			'students.csv': `${rosterHeader}\n${rows}`,
			// The rule shows the value without its control characters.
			'settings.json': '{"cleverDemographics.rules": {"field/hidden-character": "off"}}',
		});
		const { stdout } = await run(['check', '--settings', 'settings.json'], { cwd });
		const lines = stdout.split('\n');
		assert.equal(lines.filter((line) => line.includes('has no code')).length, 1);
		assert.match(lines[0] as string, /Gender has no code "F \\u001b\[31m"/);
	});

	it('has no row or column for a finding on the whole file', async () => {
		const { stdout } = await run(['check'], { cwd: folder({ 'Students_Ext.csv': cleanExt }) });
		assert.deepEqual(stdout.split('\n').slice(0, 2), [
			'Students_Ext.csv:1:1 warning file/name The file is named "Students_Ext.csv". Clever expects exactly students_ext.csv. Rename it.',
			'Students_Ext.csv: 1 row, 1 warning',
		]);
	});

	it('has no colors without a terminal, whatever the environment says', async () => {
		const cwd = folder({ 'students.csv': `${rosterHeader}\n5,1,Reyes,Ana,Female\n` });
		for (const name of ['UNSET', 'CI', 'FORCE_COLOR', 'NO_COLOR']) {
			const { stdout } = await run(['check'], { cwd, env: { [name]: '1' } });
			assert.equal(stdout.includes(ESCAPE), false);
		}
	});

	it('has the same words in color', async () => {
		const reports: FileReport[] = [];
		const path = `${folder({ 'students.csv': `${rosterHeader}\n5,1,Reyes,Ana,Female\n` })}/students.csv`;
		await new DiskCheck(defaultSettings, assert.fail).check(path, reports);
		const folders = await folderReports([path], reports, () => ({
			settings: defaultSettings,
			failed: new Map(),
			onFailure: assert.fail,
		}));
		const result = { reports, folders, settingsFiles: [] };
		const colored = [...formats.text(result, plainOptions(pc.createColors(true)))].join('');
		const plain = [...formats.text(result, plainOptions(pc.createColors(false)))].join('');
		assert.ok(colored.includes(`${ESCAPE}[31merror${ESCAPE}[39m`));
		assert.equal(colored.replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), ''), plain);
	});
});

describe('CLI: JSON', () => {
	before(buildCli);

	it('has exactly the documented fields', async () => {
		const cwd = folder({ 'students_ext.csv': `${extHeader}\n1,N,No,,No,Yes,No,\n` });
		const { status, json, stderr } = await runJson([], { cwd });
		assert.deepEqual(json, {
			files: [
				{
					path: 'students_ext.csv',
					table: 'students_ext.csv',
					records: 1,
					settings: null,
					findings: [
						{
							rule: 'field/unknown-code',
							severity: 'error',
							message: 'ext.idea_indicator has no code "N". Use No.',
							line: 2,
							column: 3,
							endLine: 2,
							endColumn: 4,
							record: 1,
							element: 'ext.idea_indicator',
							fixes: [{ title: 'Use No', newText: 'No', preferred: true }],
						},
					],
				},
			],
			summary: { files: 1, records: 1, errors: 1, warnings: 0, information: 0, hints: 0 },
			readiness: [
				{
					path: '.',
					state: 'errors',
					reasons: [
						{ id: 'errors', message: 'students_ext.csv has 1 error.' },
						{
							id: 'not-compared',
							message:
								'students.csv is not in this folder, so the IDs in students_ext.csv were not compared.',
						},
						{
							id: 'empty-category',
							message: 'ext.title_i has no value in any row of students_ext.csv.',
						},
					],
				},
			],
			tool: { name: 'clever-demographics', version, rulesDate: '2026-11', cedsVersion: 'V14' },
		});
		assert.deepEqual([status, stderr], [1, '']);
	});

	it('counts columns in UTF-16 units', async () => {
		const [finding] = await findingsIn(`${rosterHeader}\n5,1,𝒜,Ñandú,Female\n`, 'students.csv');
		assert.deepEqual([finding?.line, finding?.column, finding?.endColumn], [2, 14, 20]);
	});

	it('has the element as the table spells it, or an unknown header unchanged', async () => {
		const findings = await findingsIn(
			`${rosterHeader.replace('Gender', 'GENDER')},Favourite Color\n5,1,Reyes,Ana,F,=1\n`,
			'students.csv',
		);
		assert.deepEqual(
			findings.map(({ rule, record, element }) => [rule, record, element]),
			[
				['header/spelling', 0, 'Gender'],
				['header/unknown-element', 0, 'Favourite Color'],
				['field/formula', 1, 'Favourite Color'],
			],
		);
	});

	it('has null for the element if the finding is not about a single column', async () => {
		const ofExt = await findingsIn('sis_id,ext.migrant_status\n1,Yes\n\n1\n');
		assert.deepEqual(
			ofExt.map(({ rule, element }) => [rule, element]),
			[
				['header/missing-element', null],
				['csv/blank-line', null],
				['csv/field-count', null],
			],
		);
		const noHeader = await findingsIn('1,Reyes,Ana\n', 'students.csv');
		assert.deepEqual(
			noHeader.map(({ rule, element }) => [rule, element]),
			[['header/missing-key', null]],
		);
	});

	it('has a new value without quotes, and "" to empty the field', async () => {
		const [quote, nothing] = await findingsIn(
			`${rosterHeader}\n5,1,Reyes,Ana "Annie",F\n5,2,Boone,Lee,N/A\n`,
			'students.csv',
		);
		assert.deepEqual(quote?.fixes, [{ title: 'Quote the Value', newText: 'Ana "Annie"', preferred: true }]);
		assert.deepEqual(nothing?.fixes, [{ title: 'Empty the Field', newText: '', preferred: true }]);
	});

	it('has no newText for a fix that does not set the value of its field', async () => {
		const findings = await findingsIn(
			`${rosterHeader},Race,Hispanic_Latino\n5,1,Reyes,Ana,F,H,\n5,2,Boone, Jr,Lee,M,W,N\n\n`,
			'students.csv',
		);
		assert.deepEqual(
			findings.map(({ rule, fixes }) => [rule, fixes.filter((fix) => !('newText' in fix)).length]),
			[
				['field/unknown-code', 1],
				['csv/field-count', 1],
				['csv/blank-line', 1],
			],
		);
	});

	it('never holds a password', async () => {
		const { stdout } = await run(['check', '--format', 'json'], {
			cwd: folder({
				'students.csv': `${rosterHeader},Password\n5,1,Reyes,Ana,F,hun"ter2\n5,2,Boone,Lee,F,"hun"ter2\n5,3,Voss,Ida,F,=hunter2\n5,4,Poe,Max,F,"hunter2\n`,
			}),
		});
		const { files } = JSON.parse(stdout);
		assert.deepEqual(
			files[0].findings.map(({ rule, element }: { rule: string; element: string }) => [rule, element]),
			[
				['csv/quote-in-field', 'Password'],
				['csv/text-after-quote', 'Password'],
				['csv/unclosed-quote', 'Password'],
			],
		);
		assert.doesNotMatch(stdout, /hun|ter2/);
	});

	it('has the rename first that the values of the column say', async () => {
		for (const [values, first] of [
			[['Hispanic or Latino', 'Not Hispanic or Latino'], 'Hispanic_Latino'],
			[['White', 'Black'], 'Race'],
		] as const) {
			const rows = values.map((value, index) => `5,${index},Reyes,Ana,F,${value}\n`).join('');
			const findings = await findingsIn(`${rosterHeader},Ethnicity\n${rows}`, 'students.csv');
			const found = findings.find(({ rule }) => rule === 'header/unknown-element');
			assert.equal(found?.fixes[0]?.title, `Rename to ${first}`);
		}
	});

	it('is well-formed for the sample district: preferred fixes first, types as declared', async () => {
		const { status, json } = await runJson(['samples'], { cwd: root });
		assert.equal(status, 1);
		assert.deepEqual(
			json.files.map(({ path, table }) => [path, table]),
			[
				['samples/students.csv', 'students.csv'],
				['samples/students_ext.csv', 'students_ext.csv'],
			],
		);
		const findings = json.files.flatMap((file) => file.findings);
		assert.deepEqual(
			['error', 'warning', 'information', 'hint'].map(
				(severity) => findings.filter((finding) => finding.severity === severity).length,
			),
			[json.summary.errors, json.summary.warnings, json.summary.information, json.summary.hints],
		);
		assert.equal(json.summary.files, 2);
		assert.equal(json.summary.records, (json.files[0]?.records ?? 0) + (json.files[1]?.records ?? 0));
		for (const finding of findings) {
			assert.deepEqual(Object.keys(finding), [
				'rule',
				'severity',
				'message',
				'line',
				'column',
				'endLine',
				'endColumn',
				'record',
				'element',
				'fixes',
			]);
			assert.ok(finding.line >= 1 && finding.column >= 1 && finding.endLine >= finding.line);
			assert.ok(finding.element === null || finding.element.length > 0);
			const preferred = finding.fixes.map((fix) => fix.preferred);
			assert.ok(preferred.every((one) => typeof one === 'boolean'));
			assert.ok(preferred.lastIndexOf(true) < 1);
			assert.ok(
				finding.fixes.every(
					({ title, newText }) => title && (newText === undefined || typeof newText === 'string'),
				),
			);
		}
		const female = findings.find(({ message }) => message.startsWith('Gender has no code "Female"'));
		assert.deepEqual([female?.record, female?.line, female?.element], [10, 11, 'Gender']);
		assert.deepEqual(female?.fixes[0], { title: 'Use F (Female)', newText: 'F', preferred: true });
	});
});
