import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { FolderReadiness } from '../../server/src/cli/formats/checkOutput';
import { buildCli, extHeader, folder, run, runJson } from './support';

const ROSTER_HEADER =
	'School_id,Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status';
const ROSTER = `${ROSTER_HEADER}\n1,1,Doe,Sam,F,W,N,English,N,N,N\n`;
const EXT = `${extHeader}\n1,No,No,,No,Yes,No,No\n`;

/** How a folder with these files stands. */
async function readinessOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<FolderReadiness> {
	const { json } = await runJson([], { cwd: folder(files) });
	assert.equal(json.readiness.length, 1);
	return json.readiness[0] as FolderReadiness;
}

const idsOf = ({ reasons }: FolderReadiness): string[] => [...new Set(reasons.map(({ id }) => id))];

describe('CLI: readiness', () => {
	before(buildCli);

	it('is ready for two clean files, and for a roster alone', async () => {
		assert.deepEqual(await readinessOf({ 'students.csv': ROSTER, 'students_ext.csv': EXT }), {
			path: '.',
			state: 'ready',
			reasons: [],
		});
		assert.equal((await readinessOf({ 'students.csv': ROSTER })).state, 'ready');
	});

	it('N02: is to be reviewed for categories without a column, and names the columns that look like them', async () => {
		const header =
			'School_id,Student_id,Last_name,First_name,Gender,Ethnicity,Hispanic_Latino,Home_language,Ell_status,FRL,IEP_status,Student_street,Student_city';
		const readiness = await readinessOf({
			'students.csv': `${header}\n1,1,Doe,Sam,F,W,N,English,N,N,N,"1 Main St, Apt 1",Pinyon\n`,
		});
		assert.equal(readiness.state, 'review');
		const missing = readiness.reasons.filter(({ id }) => id === 'missing-category');
		assert.deepEqual(
			missing.map(({ message }) => message.split(' ')[0]),
			['Race', 'Frl_status'],
		);
	});

	it('N03: is to be reviewed for an extension file as it was created', async () => {
		const { state, reasons } = await readinessOf({
			'students.csv': `${ROSTER}1,2,Doe,Sam,F,W,N,English,N,N,N\n`,
			'students_ext.csv': `${extHeader}\n1,,,,,,,\n2,,,,,,,\n`,
		});
		assert.deepEqual(
			[state, reasons],
			[
				'review',
				[
					{
						id: 'nothing-filled',
						message: 'Nothing is filled in: 0 of 7 categories of students_ext.csv have a value.',
					},
				],
			],
		);
	});

	it('counts the other file of the folder, though it is neither reported nor decides the exit status', async () => {
		const wrong = `${extHeader}\n1,N,No,,No,Yes,No,No\n`;
		const cwd = folder({ 'students.csv': ROSTER, 'students_ext.csv': wrong });
		const { status, json } = await runJson(['students.csv'], { cwd });
		assert.deepEqual([status, json.files.length, json.summary.errors], [0, 1, 0]);
		assert.deepEqual(json.readiness, [
			{ path: '.', state: 'errors', reasons: [{ id: 'errors', message: 'students_ext.csv has 1 error.' }] },
		]);
	});

	it('has one entry for each folder, whichever way it is named', async () => {
		const cwd = folder({ 'a/students.csv': ROSTER, 'a/students_ext.csv': EXT, 'b/students.csv': ROSTER });
		const paths = ['a/students_ext.csv', join(cwd, 'a'), 'b', './b/students.csv'];
		const { json } = await runJson(paths, { cwd });
		assert.deepEqual(
			json.readiness.map(({ path, state }) => [path, state]),
			[
				['a', 'ready'],
				['b', 'ready'],
			],
		);
	});

	it('is never ready for what cannot be read or compared', async () => {
		const cases: readonly (readonly [Readonly<Record<string, string | Uint8Array>>, string, string])[] = [
			[{ 'students_ext.csv': EXT }, 'review', 'not-compared'],
			[{ 'students.csv': '' }, 'errors', 'nothing-filled'],
			[{ 'students.csv': `${ROSTER_HEADER}\n` }, 'review', 'nothing-filled'],
			[{ 'Students.csv': ROSTER }, 'review', 'file-name'],
			[{ 'students.csv': Buffer.from(`\ufeff${ROSTER}`, 'utf16le') }, 'errors', 'encoding'],
			[{ 'students.csv': Buffer.from(ROSTER.replace('Doe', 'D\xf6e'), 'latin1') }, 'errors', 'encoding'],
			[{ 'students.csv': `${ROSTER}1,2,"Do"e,Sam,F,W,N,English,N,N,N\n` }, 'errors', 'unreadable-rows'],
			[{ 'students.csv': ROSTER.replaceAll(',', ';') }, 'errors', 'unreadable-rows'],
			[{ 'students.csv': 'name;age\nSam;7\n', 'students_ext.csv': EXT }, 'errors', 'not-compared'],
		];
		for (const [files, state, id] of cases) {
			const readiness = await readinessOf(files);
			assert.equal(readiness.state, state, JSON.stringify([files, readiness]));
			assert.ok(idsOf(readiness).includes(id), JSON.stringify([files, readiness]));
		}
	});

	it('is to be reviewed where the other file is a folder, and says so', async () => {
		const cwd = folder({ 'students.csv': ROSTER, 'students_ext.csv/x': '' });
		const { status, json, stderr } = await runJson(['students.csv'], { cwd });
		const error = 'error: students_ext.csv: this is a folder, not a file\n';
		assert.deepEqual([status, stderr, json.readiness[0]?.state], [2, error, 'review']);
		assert.deepEqual(json.readiness[0]?.reasons, [
			{ id: 'not-compared', message: 'students_ext.csv cannot be read, so it was not checked.' },
		]);
	});

	it('is never ready for two files of one name in another case, or for an error in any checked file', async function () {
		const unknown = EXT.replace('\n1,', '\n9,');
		const cwd = folder({ 'students.csv': ROSTER, 'students_ext.csv': EXT, 'STUDENTS_EXT.CSV': unknown });
		const { status, json } = await runJson([], { cwd });
		if (json.files.length < 3) return this.skip();
		const [readiness] = json.readiness;
		assert.deepEqual([status, readiness?.state], [1, 'errors']);
		assert.deepEqual(readiness?.reasons, [
			{ id: 'errors', message: 'STUDENTS_EXT.CSV has 1 error.' },
			{
				id: 'file-name',
				message: 'This folder has two files named students_ext.csv but for upper and lower case.',
			},
		]);
	});

	it('has the errors of a file that was asked for under another name', async () => {
		const wrong = ROSTER.replace('F,W', 'Q,W');
		const cwd = folder({ 'students.csv': ROSTER, 'students (1).csv': wrong });
		const { status, json } = await runJson(['.', 'students (1).csv'], { cwd });
		assert.deepEqual(
			[status, json.readiness.map(({ state, reasons }) => [state, reasons[0]?.message])],
			[1, [['errors', 'students (1).csv has 1 error.']]],
		);
	});

	it('names an extension file that is not sent under its name', async () => {
		for (const name of ['students_ext.csv.csv', 'students-ext.csv', 'students_ext - Copy.csv']) {
			const { state, reasons } = await readinessOf({ 'students.csv': ROSTER, [name]: EXT });
			assert.deepEqual(
				[state, reasons],
				[
					'review',
					[
						{
							id: 'file-name',
							message: `"${name}" is not sent: Clever expects exactly students_ext.csv.`,
						},
					],
				],
			);
		}
		const { state } = await readinessOf({ 'students.csv': ROSTER, 'students (1).csv': ROSTER });
		assert.equal(state, 'ready');
	});

	it('follows the settings: accepted values are counted, columns that are never sent are not missed', async () => {
		const settings = {
			'cleverDemographics.acceptedValues': { 'ext.migrant_status': ['Unknown'] },
			'cleverDemographics.notSent': ['ext.title_i'],
		};
		const cwd = folder({
			'students.csv': ROSTER,
			'students_ext.csv': EXT.replace('Yes,No,No', 'Yes,Unknown,'),
			'settings.json': JSON.stringify(settings),
		});
		const { json } = await runJson(['.', '--settings', 'settings.json'], { cwd });
		assert.deepEqual(json.readiness[0], {
			path: '.',
			state: 'ready',
			reasons: [
				{
					id: 'accepted-values',
					message: '1 accepted value of ext.migrant_status that Amplify will ignore: "Unknown" (1).',
				},
			],
		});
	});

	it('is the last of the text', async () => {
		const { stdout } = await run(['check'], { cwd: folder({ 'students.csv': ROSTER }) });
		assert.equal(
			stdout,
			'students.csv: 1 row, no problems\n.: Ready to upload: 7 of 14 categories, 1 student. Without students_ext.csv, 7 categories are not sent.\n',
		);
	});
});
