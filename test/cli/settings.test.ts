import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readSettingsFile } from '../../server/src/cli/check/settingsFile';
import { buildCli, extHeader, folder, run, runJson } from './support';

const ext = `${extHeader}\n1,No,No,,Unknwn,Yes,no,\n`;

async function rulesWith(settings: string): Promise<readonly string[]> {
	const cwd = folder({ 'students_ext.csv': ext, '.vscode/settings.json': settings });
	const { json, stderr } = await runJson(['--settings', '.vscode/settings.json'], { cwd });
	assert.equal(stderr, '');
	return (json.files[0]?.findings ?? []).map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('CLI: --settings', () => {
	before(buildCli);

	const withoutSettings = ['error field/unknown-code', 'warning field/code-spelling'];

	for (const [what, settings, expected] of [
		[
			'accepts dotted keys',
			'{"cleverDemographics.rules": {"field/unknown-code": "hint"}}',
			['hint field/unknown-code', withoutSettings[1]],
		],
		[
			'accepts the nested form',
			'{"cleverDemographics": {"rules": {"field/unknown-code": "off"}}}',
			[withoutSettings[1]],
		],
		[
			'merges the two, and the dotted key wins',
			'{"cleverDemographics": {"rules": {"field/unknown-code": "off", "field/code-spelling": "off"}}, "cleverDemographics.rules": {"field/unknown-code": "information"}}',
			['information field/unknown-code'],
		],
		[
			'reads accepted values, comments, trailing commas and a byte order mark',
			'\ufeff{\n\t// ours\n\t"cleverDemographics.acceptedValues": { "ext.section_504_status": ["Unknwn"], },\n}\n',
			[withoutSettings[1]],
		],
		[
			'ignores other settings, and values that are not as declared',
			'{"editor.tabSize": 2, "cleverDemographics.acceptedValues": {"ext.title_i": 5}}',
			withoutSettings,
		],
		['reads an empty file as no settings', '', withoutSettings],
		['reads a file of comments as no settings', '// nothing\n', withoutSettings],
	] as const) {
		it(what, async () => assert.deepEqual(await rulesWith(settings), expected));
	}

	for (const [what, settings, expected] of [
		[
			'a rule that is another one misspelled',
			'{"cleverDemographics.rules": {"field/unknwn-code": "off"}}',
			'1:31: cleverDemographics.rules has no rule "field/unknwn-code". Did you mean field/unknown-code?',
		],
		[
			'a rule without its scope',
			'{"cleverDemographics": {"rules": {"unknown-code": "off"}}}',
			'1:35: cleverDemographics.rules has no rule "unknown-code". Did you mean field/unknown-code?',
		],
		[
			'a rule like no other',
			'{"cleverDemographics.rules": {"no-console": "off"}}',
			'1:31: cleverDemographics.rules has no rule "no-console". The rules are listed in docs/rules.',
		],
		[
			'a level that there is not',
			'{"cleverDemographics.rules": {"field/unknown-code": "loud"}}',
			'1:31: cleverDemographics.rules has no level "loud" for field/unknown-code. Use error, warning, information, hint or off.',
		],
		[
			'rules that are no object',
			'{"cleverDemographics.rules": "off"}',
			'1:2: cleverDemographics.rules must have rules and their levels, in braces.',
		],
	] as const) {
		it(`exits 2 for ${what}, says which, and lists what it finds without it`, async () => {
			const cwd = folder({ 'students_ext.csv': ext, 's.json': settings });
			const { status, json, stderr } = await runJson(['--settings', 's.json'], { cwd });
			assert.deepEqual([status, stderr], [2, `error: s.json:${expected}\n`]);
			const found = (json.files[0]?.findings ?? []).map(({ rule, severity }) => `${severity} ${rule}`);
			assert.deepEqual(found, withoutSettings);
			const compared = await run(['compare', '.', '.', '--settings', 's.json'], { cwd });
			assert.deepEqual([compared.status, compared.stderr], [2, stderr]);
		});
	}

	it('looks up the places of those alone, however many there are', () => {
		// With the place of each, this takes minutes.
		const keys = Array.from({ length: 100_000 }, (_, key) => `"key${key}": "off"`);
		const cwd = folder({ 'clever-demographics.json': `{"rules": {${keys.join(', ')}}}` });
		const told: string[] = [];
		readSettingsFile(join(cwd, 'clever-demographics.json'), (problem) => told.push(problem));
		assert.match(told[9] ?? '', /json:1:\d+: rules has no rule "key9"\./);
		assert.match(told[10] ?? '', /json: … and 99,990 more\.$/);
	});

	it('names ten of many, and says how many more there are', async () => {
		const rules = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`x/${index}`, 'off']));
		const settings = JSON.stringify({ 'cleverDemographics.rules': rules });
		const cwd = folder({ 'students_ext.csv': ext, 's.json': settings });
		const { status, stderr } = await run(['check', '--settings', 's.json'], { cwd });
		assert.equal(status, 2);
		const lines = stderr.trim().split('\n');
		assert.equal(lines.length, 11);
		assert.match(lines[9] ?? '', /has no rule "x\/9"/);
		assert.equal(lines[10], 'error: s.json: … and 30 more.');
	});

	it('exits 0 if the settings leave no error', async () => {
		const settings = '{"cleverDemographics.rules": {"field/unknown-code": "warning"}}';
		const cwd = folder({ 'students_ext.csv': ext, 's.json': settings });
		assert.equal((await run(['check', '--settings', 's.json'], { cwd })).status, 0);
	});

	for (const [what, settings, expected] of [
		[
			'a broken file',
			'{\n\t"cleverDemographics.rules": {,}\n',
			/^error: s\.json:2:\d+: the settings are not JSON \(\w+\)\n$/,
		],
		[
			'lists nested 200,000 deep',
			`{\n"cleverDemographics.notSent": ${'['.repeat(200_000)}${']'.repeat(200_000)} }`,
			/^error: s\.json:2:\d+: this is nested more than 200 levels deep\. Remove it\n$/,
		],
		[
			'objects nested 200,000 deep and never closed, of another program',
			'{"a":'.repeat(200_000),
			/^error: s\.json:1:\d+: this is nested more than 200 levels deep\. Remove it\n$/,
		],
		[
			'lists nested 200,000 deep, each closed as an object',
			'[},'.repeat(200_000),
			/^error: s\.json:1:\d+: this is nested more than 200 levels deep\. Remove it\n$/,
		],
		['a file that is no object', '[1]', /^error: s\.json: the settings must be an object, \{ … \}\n$/],
		['a missing file', undefined, /^error: s\.json: no such file or folder\n$/],
	] as const) {
		it(`exits 2 for ${what}, checks nothing, and prints complete JSON`, async () => {
			const cwd = folder({ 'students_ext.csv': ext, ...(settings !== undefined && { 's.json': settings }) });
			const { status, json, stderr } = await runJson(['--settings', 's.json'], { cwd });
			assert.equal(status, 2);
			assert.deepEqual(json.files, []);
			assert.match(stderr, expected);
		});
	}
});
