import assert from 'node:assert/strict';
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
			'{"editor.tabSize": 2, "cleverDemographics.rules": {"field/unknown-code": "loud"}}',
			withoutSettings,
		],
		['reads an empty file as no settings', '', withoutSettings],
		['reads a file of comments as no settings', '// nothing\n', withoutSettings],
	] as const) {
		it(what, async () => assert.deepEqual(await rulesWith(settings), expected));
	}

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
