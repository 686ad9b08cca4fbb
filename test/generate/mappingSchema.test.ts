/** The schema of a mapping file, in the language service that VS Code uses for JSON. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { parseMapping } from '../../server/src/convert/mapping/parseMapping';
import { students } from '../../server/src/spec';

const root = join(__dirname, '../..');
const path = 'schemas/import-mapping.schema.json';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [{ fileMatch, url }] = manifest.contributes.jsonValidation;

const service = getLanguageService({});
service.configure({
	validate: true,
	schemas: [
		{ uri: 'schema://mapping', fileMatch, schema: JSON.parse(readFileSync(join(root, path), 'utf8')) },
	],
});

function open(text: string, name = 'clever-import.json') {
	const document = TextDocument.create(`file:///district/${name}`, 'json', 1, text);
	return { document, json: service.parseJSONDocument(document) };
}

async function problems(text: string, name?: string): Promise<string[]> {
	const { document, json } = open(text, name);
	return (await service.doValidation(document, json)).map(({ message }) =>
		typeof message === 'string' ? message : message.value,
	);
}

/** The completions at the `|` in a text. */
async function offered(marked: string): Promise<string[]> {
	const { document, json } = open(marked.replace('¦', ''));
	const list = await service.doComplete(document, document.positionAt(marked.indexOf('¦')), json);
	return (list?.items ?? []).map(({ label }) => label);
}

const columns = '"columns": { "Student_id": "ID" }';

describe('the schema of a mapping file', () => {
	it('is contributed for the names under which mappings are saved', async () => {
		assert.equal(join(url), path);
		for (const name of ['clever-import.json', 'north.clever-import.json']) {
			assert.equal((await problems('{ "extra": 1 }', name)).length, 1, name);
		}
		assert.deepEqual(await problems('{}', 'package.json'), []);
	});

	it('accepts the mappings that the import accepts, and no others', async () => {
		const texts: readonly (readonly [string, boolean])[] = [
			[`{ ${columns} }`, true],
			[`{ ${columns}, "codes": { "Gender": { "W": "F", "?": "", "O": null } }, "header": false }`, true],
			[`{ ${columns}, "encoding": "utf-16le", "delimiter": "\\t", "files": ["students_ext.csv"] }`, true],
			['{ "columns": { "Student_id": "ID", "ext.el": "EL", "EXT.fly": "F" } }', true],
			['{}', true],
			['{ "columns": {} }', true],
			['{ "columns": { "Race": ["Race 1", "Race 2"], "Gender": null } }', true],
			['{ "columns": { "Race": [] } }', false],
			['{ "columns": { "Race": ["Race 1", 2] } }', false],
			[
				'{ "flags": { "Race": { "White": "W" } }, "codeTables": { "Race": "Pennsylvania (PowerSchool)" } }',
				true,
			],
			['{ "codeTables": { "Race": "Ohio EMIS" } }', false],
			['{ "system": "Ohio EMIS" }', true],
			['{ "system": "Ohio" }', false],
			['{ "flags": { "Race": { "White": "W" } }, "codes": { "Race": { "x": "Yes", "o": "No" } } }', true],
			['{ "flags": { "Race": { "White": "White" } } }', false],
			['{ "flags": { "Grade": {} } }', false],
			['{ "codeTables": { "Race": "" } }', false],
			['{ "codeTables": { "Grade": "Ohio" } }', false],
			['{ "headerRow": 3, "sheet": "A", "system": "PowerSchool", "exportColumns": ["ID"] }', true],
			['{ "headerRow": 0 }', false],
			['{ "headerRow": 1048576 }', true],
			['{ "headerRow": 1e300 }', false],
			['{ "columns": { "Student_id": ["ID", "Last Name"] } }', false],
			['{ "columns": { "Student_id": ["ID"] } }', true],
			['{ "headerRow": 1.5 }', false],
			['{ "sheet": "" }', false],
			['{ "system": 1 }', false],
			['{ "exportColumns": "ID" }', false],
			['{ "columns": { "Student_id": "ID", "sis_id": "ID" } }', false],
			['{ "columns": { "Student_id": "" } }', false],
			[`{ ${columns}, "codes": { "Gender": { "W": "Female" } } }`, false],
			[`{ ${columns}, "codes": { "Grade": { "1": "1" } } }`, false],
			[`{ ${columns}, "header": "no" }`, false],
			[`{ ${columns}, "encoding": "ansi" }`, false],
			[`{ ${columns}, "files": ["teachers.csv"] }`, false],
			[`{ ${columns}, "extra": 1 }`, false],
		];
		for (const [text, isRight] of texts) {
			assert.equal((await problems(text)).length === 0, isRight, text);
			assert.equal('mapping' in parseMapping(text, students), isRight, text);
		}
	});

	it('completes keys, columns and codes', async () => {
		assert.deepEqual((await offered(`{ ${columns}, "¦" }`)).sort(), [
			'$schema',
			'codeTables',
			'codes',
			'delimiter',
			'encoding',
			'exportColumns',
			'files',
			'flags',
			'header',
			'headerRow',
			'sheet',
			'system',
		]);
		const names = await offered('{ "columns": { "¦" } }');
		for (const name of ['Student_id', 'Race', 'ext.title_i']) assert.ok(names.includes(name), name);
		assert.deepEqual(await offered(`{ ${columns}, "codes": { "Gender": { "Woman": ¦ } } }`), [
			'"M"',
			'"F"',
			'"X"',
			'""',
			'null',
		]);
	});
});
