import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFolders, manifestPath, outputs } from '../../server/generate/outputs';
import { rules } from '../../server/src/rules';
import { declaredSettings, settingsSection } from '../../server/src/settings';
import { tables } from '../../server/src/spec';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('what is generated', () => {
	const files = outputs(read(manifestPath));

	it('is what npm run generate would write', () => {
		const stale = [...files].filter(
			([path, content]) => !existsSync(join(root, path)) || read(path) !== content,
		);
		assert.deepEqual(
			stale.map(([path]) => path),
			[],
			'run npm run generate',
		);
	});

	it('is everything that its folders contain', () => {
		const found = generatedFolders.flatMap((folder) =>
			readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
		);
		assert.deepEqual(
			found.filter((path) => !files.has(path)),
			[],
			'run npm run generate',
		);
	});

	it('is the same on a second run', () => {
		assert.deepEqual(outputs(files.get(manifestPath) ?? ''), files);
	});

	it('has a page for every rule, column and code set, each in its index', () => {
		const pages = {
			'docs/rules': rules.map(({ id }) => `${id.replace('/', '-')}.md`),
			'docs/columns': tables.flatMap(({ elements }) => elements.map(({ column }) => `${column}.md`)),
			'docs/codes': tables.flatMap(({ elements }) =>
				elements.flatMap(({ optionSet }) => (optionSet ? [`${optionSet.id}.md`] : [])),
			),
		};
		for (const [folder, names] of Object.entries(pages)) {
			const index = files.get(`${folder}/README.md`);
			for (const name of names) {
				assert.ok(files.has(`${folder}/${name}`), `${folder}/${name}`);
				assert.ok(index?.includes(`](${name})`), `${name} in ${folder}/README.md`);
			}
		}
	});

	it('links to pages that exist, and from pages that ship to pages that ship', () => {
		for (const [path, content] of files) {
			if (!path.endsWith('.md')) continue;
			const folder = path.slice(0, path.lastIndexOf('/'));
			for (const [, target = ''] of content.matchAll(/\]\(([^)]*)\)/g)) {
				if (/^https:/.test(target)) continue;
				assert.ok(files.has(join(folder, target)), `${target} in ${path}`);
				if (folder === 'docs/rules') assert.doesNotMatch(target, /\//, `${target} in ${path}`);
			}
		}
	});

	it('shows a code once if its label only repeats it', () => {
		for (const [path, text] of files) {
			assert.doesNotMatch(text, /(?<!\w)(\w+) \(\1\)/, path);
			if (path.endsWith('.md')) assert.doesNotMatch(text, /^\| `(\w+)` \| \1 \|/m, path);
		}
	});

	it('declares every setting, with its docs, in the manifest', () => {
		const manifest = JSON.parse(files.get(manifestPath) ?? '');
		const { properties } = manifest.contributes.configuration;
		const keys = Object.keys(declaredSettings);
		assert.deepEqual(Object.keys(properties).sort(), keys.map((key) => `${settingsSection}.${key}`).sort());
		for (const [key, { docs }] of Object.entries(declaredSettings)) {
			assert.equal(properties[`${settingsSection}.${key}`].markdownDescription, docs);
		}
		assert.deepEqual(
			Object.keys(properties[`${settingsSection}.rules`].properties).sort(),
			rules.map(({ id }) => id).sort(),
		);
	});

	it('names the files on students in the manifest as VS Code needs them', () => {
		const manifest = JSON.parse(files.get(manifestPath) ?? '');
		assert.deepEqual(manifest.activationEvents, [
			'onLanguage:clever-students',
			'onLanguage:clever-students-ext',
			'onLanguage:csv',
			'onLanguage:tsv',
			'workspaceContains:**/students.csv',
			'workspaceContains:**/students_ext.csv',
			'workspaceContains:**/students*.csv',
			'workspaceContains:**/[sS][tT][uU][dD][eE][nN][tT][sS]*.[cC][sS][vV]',
		]);
		const { languages, grammars, menus } = manifest.contributes;
		assert.deepEqual(languages, [
			{
				id: 'clever-students',
				aliases: ['Clever students.csv'],
				filenames: ['students.csv'],
				configuration: './language-configuration.json',
			},
			{
				id: 'clever-students-ext',
				aliases: ['Clever students_ext.csv'],
				filenames: ['students_ext.csv'],
				configuration: './language-configuration.json',
			},
		]);
		for (const { path } of grammars) assert.ok(files.has(path.replace('./', '')), path);
		const names = 'resourceFilename =~ /^(students\\.csv|students_ext\\.csv)$/i';
		const documents = `resourceScheme in cleverDemographics.schemes && (resourceLangId == clever-students || resourceLangId == clever-students-ext || ${names})`;
		const clauses = Object.values<{ readonly when?: string }[]>(menus)
			.flat()
			.flatMap(({ when }) => when ?? [])
			// A view is about no file.
			.filter((when) => !when.startsWith('view =='));
		assert.deepEqual(
			[...new Set(clauses)].sort(),
			[
				documents,
				`cleverDemographics.hasFolder || ${documents}`,
				names,
				'resourceFilename =~ /^students\\.csv$/i',
				`activeCustomEditorId && ${names}`,
				'activeCustomEditorId == cleverDemographics.table',
				'activeCustomEditorId == cleverDemographics.import',
				`!activeCustomEditorId && !isInDiffEditor && (${documents})`,
				`activeCustomEditorId != cleverDemographics.table && (cleverDemographics.hasFolder || ${documents})`,
				`resourceExtname =~ /^\\.(csv|tsv|txt|text|tab|xlsx)$/i && !(${names})`,
				`cleverDemographics.hasFolder && resourceExtname =~ /^\\.(csv|xlsx)$/i && !(${names})`,
				'cleverDemographics.hasErrorReport',
				'false',
			].sort(),
		);
	});

	it('keeps everything in the manifest that does not follow from the declarations', () => {
		const generated = { languages: 0, grammars: 0, menus: 0, configuration: 0, configurationDefaults: 0 };
		const { contributes, activationEvents: _, ...rest } = JSON.parse(read(manifestPath));
		const extra = {
			...contributes,
			languages: [{ ...contributes.languages[0], icon: { light: 'a.svg', dark: 'b.svg' } }],
			configurationDefaults: { 'files.associations': {} },
			menus: { ...contributes.menus, 'view/title': [{ command: 'other', when: 'true', group: '1' }] },
		};
		const {
			contributes: written,
			activationEvents: __,
			...writtenRest
		} = JSON.parse(outputs(JSON.stringify({ ...rest, contributes: extra })).get(manifestPath) ?? '');
		assert.deepEqual(writtenRest, rest);
		assert.deepEqual({ ...written, ...generated }, { ...contributes, ...generated });
		assert.deepEqual(Object.keys(written), Object.keys(contributes));
		assert.deepEqual(written.languages[0], extra.languages[0]);
		assert.deepEqual(written.configurationDefaults['files.associations'], {});
		assert.deepEqual(written.menus['view/title'], extra.menus['view/title']);
	});
});
