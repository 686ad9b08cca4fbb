/** The schema of a file with our settings, in the language service that VS Code uses for JSON. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { declaredSettings } from '../../server/src/settings';

const root = join(__dirname, '../..');
const path = 'schemas/settings.schema.json';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const contributed = manifest.contributes.jsonValidation.find(
	({ url }: { readonly url: string }) => join(url) === path,
);

const service = getLanguageService({});
service.configure({
	validate: true,
	schemas: [
		{
			uri: 'schema://settings',
			fileMatch: contributed.fileMatch,
			schema: JSON.parse(readFileSync(join(root, path), 'utf8')),
		},
	],
});

function open(text: string, name = '.clever-demographics.json') {
	const document = TextDocument.create(`file:///district/${name}`, 'json', 1, text);
	return { document, json: service.parseJSONDocument(document) };
}

async function countProblems(text: string, name?: string): Promise<number> {
	const { document, json } = open(text, name);
	return (await service.doValidation(document, json)).length;
}

describe('the schema of a settings file', () => {
	it('is contributed for the names that the command line takes for one', async () => {
		for (const name of ['.clever-demographics.json', 'north.clever-demographics.json']) {
			assert.equal(await countProblems('{ "extra": 1 }', name), 1, name);
		}
		assert.equal(await countProblems('{ "extra": 1 }', 'settings.json'), 0);
	});

	it('knows each setting, with and without its prefix, and no other', async () => {
		for (const [text, expected] of [
			['{ "rules": { "field/unknown-code": "off" } }', 0],
			['{ "cleverDemographics.rules": { "field/unknown-code": "off" } }', 0],
			['{ "cleverDemographics.rules": { "field/unknown-code": "loud" } }', 1],
			['{ "rules": { "field/unknown": "off" } }', 1],
			['{ "notSent": ["ext.title_i"], "acceptedValues": { "Gender": ["U"] } }', 0],
			['{ "notSent": ["Gendr"] }', 1],
			['{ "cleverDemographics.rule": {} }', 1],
		] as const) {
			assert.equal(await countProblems(text), expected, text);
		}
	});

	it('suggests the settings once', async () => {
		const { document, json } = open('{  }');
		const list = await service.doComplete(document, document.positionAt(2), json);
		const labels = (list?.items ?? []).map(({ label }) => label).sort();
		assert.deepEqual(labels, ['$schema', ...Object.keys(declaredSettings)].sort());
	});
});
