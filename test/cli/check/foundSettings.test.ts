import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli, folder, rosterHeader, run, runJson } from '../support';

/** An error and a warning by default. */
const students = `${rosterHeader}\n5,1,Reyes,Ana,Female\n5,2,Reyes,Ana,f\n`;
const own = '.clever-demographics.json';
const vscode = '.vscode/settings.json';

/** Settings that give the error another level, so that it shows which were taken. */
const plain = (level: string): string => JSON.stringify({ rules: { 'field/unknown-code': level } });
const dotted = (level: string): string =>
	JSON.stringify({ 'editor.tabSize': 2, 'cleverDemographics.rules': { 'field/unknown-code': level } });

/** The level of the error in each file, and the settings that were taken. */
async function levels(
	files: Readonly<Record<string, string>>,
	paths: readonly string[],
): Promise<readonly (readonly [string, string | undefined, string | null | undefined])[]> {
	const { json, stderr } = await runJson(paths, { cwd: folder(files) });
	assert.equal(stderr, '');
	return json.files.map(({ path, findings, settings }) => [
		path,
		findings.find(({ rule }) => rule === 'field/unknown-code')?.severity,
		settings,
	]);
}

describe('CLI: settings that are found', () => {
	before(buildCli);

	for (const [what, files, expected] of [
		['are those beside the file', { [own]: plain('hint') }, ['hint', own]],
		['are those of VS Code beside the file', { [vscode]: dotted('hint') }, ['hint', vscode]],
		['are ours first', { [own]: plain('hint'), [vscode]: dotted('warning') }, ['hint', own]],
		[
			'may have the full keys of VS Code in a file of ours',
			{ [own]: '{ "$schema": "x", "cleverDemographics.rules": { "field/unknown-code": "warning" } }' },
			['warning', own],
		],
		[
			'pass over a settings.json of VS Code without ours',
			{ [vscode]: '{ "editor.tabSize": 2 }' },
			['error', null],
		],
		['may be empty, and are then the defaults', { [own]: '' }, ['error', own]],
	] as const) {
		it(what, async () => {
			const found = await levels({ 'students.csv': students, ...files }, ['.']);
			assert.deepEqual(found, [['students.csv', ...expected]]);
		});
	}

	it('are the nearest ones above each file, and nothing is merged', async () => {
		const off = JSON.stringify({ rules: { 'field/code-spelling': 'off' } });
		const files = {
			[own]: plain('hint'),
			'north/students.csv': students,
			'south/.vscode/settings.json': dotted('warning'),
			'south/up/students.csv': students,
			[`west/${own}`]: off,
			'west/students.csv': students,
		};
		assert.deepEqual(await levels(files, ['north', 'south/up', 'west']), [
			['north/students.csv', 'hint', own],
			['south/up/students.csv', 'warning', 'south/.vscode/settings.json'],
			['west/students.csv', 'error', `west/${own}`],
		]);
	});

	it('are those above the current folder too, with their whole path', async () => {
		const parent = folder({ [own]: plain('hint'), 'up/students.csv': students });
		const { json } = await runJson([], { cwd: join(parent, 'up') });
		assert.equal(json.files[0]?.settings, join(parent, own));
		assert.equal(json.files[0]?.findings[0]?.severity, 'hint');
	});

	it('are not looked for with --settings', async () => {
		const cwd = folder({
			'students.csv': students,
			[own]: plain('hint'),
			'north.clever-demographics.json': plain('warning'),
		});
		const { json } = await runJson(['--settings', 'north.clever-demographics.json'], { cwd });
		assert.equal(json.files[0]?.settings, 'north.clever-demographics.json');
		assert.equal(json.files[0]?.findings[0]?.severity, 'warning');
	});

	it('count for the folder of the files, whose other file is checked with them', async () => {
		const ext = 'sis_id,ext.migrant_status\n1,No\n';
		const cwd = folder({
			[own]: JSON.stringify({ notSent: ['ext.title_i'] }),
			'a/students_ext.csv': ext,
			'a/students.csv': students,
			'b/students_ext.csv': ext,
			'b/students.csv': students,
			[`b/${own}`]: '{}',
		});
		const { json } = await runJson(['a/students.csv', 'b/students.csv'], { cwd });
		const asked = json.readiness.map(({ path, reasons }) => [
			path,
			reasons.some(({ message }) => message.startsWith('ext.title_i has no column')),
		]);
		assert.deepEqual(asked, [
			['a', false],
			['b', true],
		]);
	});

	it('are said with --verbose', async () => {
		const cwd = folder({ 'a/students.csv': students, [`a/${own}`]: '{}', 'b/students.csv': students });
		const { stderr } = await run(['check', 'a', 'b', '--verbose'], { cwd });
		assert.equal(
			stderr,
			`note: a/students.csv: settings of a/${own}\nnote: b/students.csv: no settings file, so the defaults\n`,
		);
	});

	for (const [what, text, expected] of [
		['an unknown key', '{\n\t"rulez": {}\n}', ':2:2: there is no setting "rulez". Did you mean rules?'],
		[
			'an unknown full key',
			'{\n"cleverDemographics.acceptedValue": {} }',
			':2:1: there is no setting "cleverDemographics.acceptedValue". Did you mean cleverDemographics.acceptedValues?',
		],
		[
			'an unknown rule',
			'{ "rules": {\n\t"field/unknwn-code": "off"\n} }',
			':2:2: rules has no rule "field/unknwn-code". Did you mean field/unknown-code?',
		],
		[
			'an unknown level',
			'{ "rules": {\n\n"field/unknown-code": "loud" } }',
			':3:1: rules has no level "loud" for field/unknown-code. Use error, warning, information, hint or off.',
		],
		[
			'an unknown column',
			'{ "acceptedValues": {\n"gender": ["U"],\n"Gendr": ["U"] } }',
			':3:1: acceptedValues has no column "Gendr" with codes. Did you mean Gender?',
		],
		[
			'a setting that no folder may change',
			'{\n "smallCounts": 5 }',
			':2:2: a folder cannot change smallCounts. Name the file with --settings, or remove it.',
		],
	] as const) {
		it(`exit with 2 for ${what}, with its line, and list what is found`, async () => {
			const { status, stderr, json } = await runJson([], {
				cwd: folder({ 'students.csv': students, [own]: text }),
			});
			assert.deepEqual([status, stderr], [2, `error: ${own}${expected}\n`]);
			assert.equal(json.summary.errors, 1);
		});
	}

	it('of VS Code may hold the keys of others, and not ours misspelled', async () => {
		const text =
			'{ "rulez": 1,\n"cleverDemographics": {\n"rulez": 1 }, "cleverDemographics.smallCounts": 5 }';
		const { status, stderr } = await run(['check'], {
			cwd: folder({ 'students.csv': students, [vscode]: text }),
		});
		const expected = `${vscode}:3:1: there is no setting "cleverDemographics.rulez". Did you mean cleverDemographics.rules?`;
		assert.deepEqual([status, stderr], [2, `error: ${expected}\n`]);
	});

	it('named with --settings say which keys need their prefix', async () => {
		const cwd = folder({ 'students.csv': students, 's.json': '{\n"rules": {} }' });
		const { status, stderr } = await run(['check', '--settings', 's.json'], { cwd });
		const expected = 's.json:2:1: the settings have no "rules". Write "cleverDemographics.rules".';
		assert.deepEqual([status, stderr], [2, `error: ${expected}\n`]);
	});

	for (const [what, make, expected] of [
		['a folder', (path: string) => mkdirSync(path), 'this is a folder, not a file'],
		['a pipe', (path: string) => execFileSync('mkfifo', [path]), 'this is a pipe or a device, not a file'],
		[
			'a link to itself',
			(path: string) => symlinkSync(own, path),
			'not readable: the link leads back to itself',
		],
		['a link to nothing', (path: string) => symlinkSync('gone', path), 'no such file or folder'],
		[
			'a file of 100 GB',
			(path: string) => {
				execFileSync('touch', [path]);
				truncateSync(path, 100e9);
			},
			'the file is too large',
		],
	] as const) {
		it(`exit with 2 where they are ${what}, once, and check other folders`, async () => {
			const cwd = folder({
				'a/students.csv': students,
				'a/students_ext.csv': 'sis_id\n1\n',
				'b/students.csv': students,
			});
			make(join(cwd, 'a', own));
			const { status, stderr, json } = await runJson(['a', 'b'], { cwd });
			assert.deepEqual([status, stderr], [2, `error: a/${own}: ${expected}\n`]);
			assert.deepEqual(
				[json.files.map(({ path }) => path), json.readiness.map(({ path }) => path)],
				[['b/students.csv'], ['b']],
			);
		});
	}

	it('exit with 2 where they may not be read', async () => {
		const cwd = folder({ 'students.csv': students, [own]: '{}' });
		chmodSync(join(cwd, own), 0);
		const ran = await run(['check'], { cwd, uid: process.getuid?.() === 0 ? 65534 : undefined });
		assert.deepEqual([ran.status, ran.stderr], [2, `error: ${own}: not readable: permission denied\n`]);
	});

	it('obey no terminal in their keys', async () => {
		const text = JSON.stringify({ 'rul\u001b[31m\u202ees': 1 });
		const { stderr } = await run(['check'], { cwd: folder({ 'students.csv': students, [own]: text }) });
		assert.match(stderr, /there is no setting "rul/);
		assert.doesNotMatch(stderr, /(?!\n)[\p{Cc}\p{Cf}]/u);
	});
});
