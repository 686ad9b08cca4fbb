/** docs/automation/nightly.sh against a real SFTP server. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli, folder } from '../cli/support';
import { temporaryFolder } from '../editor/host/cleanup';
import { ROOT } from '../editor/host/paths';
import { type SftpServer, startSftpServer } from './sftpServer';

const script = join(ROOT, 'docs/automation/nightly.sh');

const rosterHeader =
	'School_id,Student_id,Last_name,First_name,Gender,Race,Hispanic_Latino,Ell_status,Frl_status,IEP_status,Home_language';
const roster = `${rosterHeader}\n5,1,Reyes,Ana,F,W,Y,N,F,N,English\n`;
const ext =
	'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i\n1,No,No,,No,Yes,No,Yes\n';
/** An error, with a name and a value that no mail may have. */
const bad = `${rosterHeader}\n5,1,Zebulon,Quincy,Otherwise,W,Y,N,F,N,English\n`;

describe('the nightly script', () => {
	let server: SftpServer;
	let checker = '';
	const temporary = temporaryFolder().path;

	before(async function () {
		// Debian's package may have to be downloaded.
		this.timeout(300_000);
		server = await startSftpServer();
		checker = await buildCli();
	});
	after(() => server.stop());
	beforeEach(() => {
		for (const name of readdirSync(server.folder)) rmSync(join(server.folder, name), { recursive: true });
		rmSync(temporary, { recursive: true, force: true });
		mkdirSync(temporary);
	});

	const nightly = (
		files: Readonly<Record<string, string>>,
		env: Readonly<Record<string, string>> = {},
	): { readonly status: number | null; readonly printed: string } => {
		const { status, stdout, stderr } = spawnSync(script, [], {
			env: {
				PATH: process.env.PATH,
				TMPDIR: temporary,
				FOLDER: folder(files),
				REMOTE: server.host,
				SSH_CONFIG: server.config,
				CHECKER: checker,
				...env,
			},
			encoding: 'utf8',
		});
		return { status, printed: stdout + stderr };
	};
	const received = (): Readonly<Record<string, string>> =>
		Object.fromEntries(
			readdirSync(server.folder)
				.sort()
				.map((name) => [name, readFileSync(join(server.folder, name), 'utf8')]),
		);
	const last = { 'students.csv': 'the last upload\n', 'students_ext.csv': 'the last one\n' };
	const uploadLast = (): void => {
		for (const [name, text] of Object.entries(last)) writeFileSync(join(server.folder, name), text);
	};

	it('sends both files if they are ready, and replaces the old ones', () => {
		uploadLast();
		const { status, printed } = nightly({ 'students.csv': roster, 'students_ext.csv': ext });
		assert.equal(status, 0, printed);
		assert.deepEqual(received(), { 'students.csv': roster, 'students_ext.csv': ext });
	});

	it('sends nothing if there is an error, prints no value, and the old files stay', () => {
		uploadLast();
		const { status, printed } = nightly({ 'students.csv': bad, 'students_ext.csv': ext });
		assert.equal(status, 1, printed);
		assert.deepEqual(received(), last);
		assert.match(printed, /Gender/);
		assert.doesNotMatch(printed, /Zebulon|Quincy|Otherwise/);
	});

	it('sends nothing that a person must review first', () => {
		uploadLast();
		const { status, printed } = nightly({
			'students.csv': roster,
			'students_ext.csv': ext.replace(/^1,/m, ' 1,'),
		});
		assert.equal(status, 1, printed);
		assert.deepEqual(received(), last);
	});

	it('sends nothing if a file is missing or cannot be read', () => {
		uploadLast();
		assert.equal(nightly({ 'students.csv': roster }).status, 2);
		assert.equal(nightly({ 'students.csv': roster, 'students_ext.csv/x': '' }).status, 2);
		assert.equal(
			nightly({ 'students.csv': roster, 'students_ext.csv': ext }, { CHECKER: '/nowhere' }).status,
			127,
		);
		assert.deepEqual(received(), last);
	});

	it('sends one file where the district has one', () => {
		const { status, printed } = nightly(
			{ 'students.csv': roster, 'other.csv': 'x\n' },
			{ FILES: 'students.csv' },
		);
		assert.equal(status, 0, printed);
		assert.deepEqual(received(), { 'students.csv': roster });
	});

	it('checks with the settings of the district', () => {
		const files = {
			'students.csv': bad,
			'students_ext.csv': ext,
			'.clever-demographics.json': '{ "cleverDemographics.acceptedValues": { "Gender": ["Otherwise"] } }',
		};
		const { status, printed } = nightly(files);
		assert.equal(status, 0, printed);
		assert.equal(received()['students.csv'], bad);
	});

	it('says so if the server is not there or takes no file, and the old files stay', () => {
		uploadLast();
		const files = { 'students.csv': roster, 'students_ext.csv': ext };
		assert.equal(nightly(files, { REMOTE: 'nobody.invalid' }).status, 3);
		// What it uploads under this name cannot be written.
		symlinkSync('/nowhere/file', join(server.folder, 'students_ext.csv.part'));
		const { status, printed } = nightly(files);
		assert.equal(status, 3, printed);
		assert.equal(readFileSync(join(server.folder, 'students.csv'), 'utf8'), last['students.csv']);
	});

	it('leaves no copy of the files on this machine', () => {
		nightly({ 'students.csv': roster, 'students_ext.csv': ext });
		nightly({ 'students.csv': bad, 'students_ext.csv': ext });
		assert.deepEqual(readdirSync(temporary), []);
	});
});
