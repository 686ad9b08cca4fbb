import assert from 'node:assert/strict';
import { parseMapping } from '../../../server/src/convert/import/parseMapping';
import { students } from '../../../server/src/spec';
import { petSize } from '../../support/pets';

/** A roster that has a column of three codes made for tests. */
const roster = { ...students, elements: [...students.elements, petSize] };

function problems(text: string): readonly string[] {
	const parsed = parseMapping(text, roster);
	assert.ok('problems' in parsed, JSON.stringify(parsed));
	return parsed.problems;
}

const columns = '"columns": { "Student_id": "ID" }';

describe('a mapping file', () => {
	it('that is valid is returned unchanged', () => {
		const mapping = {
			$schema: './x.json',
			encoding: 'utf-16le',
			delimiter: ';',
			header: false,
			columns: { Student_id: 'ID', Gender: 'Sex', 'ext.migrant_status': 'Mig', 'ext.flyerconnect': 'Fly' },
			codes: { Gender: { Female: 'F', Unknown: '', Other: null }, 'ext.migrant_status': { J: 'Yes' } },
			files: ['students.csv'],
		};
		assert.deepEqual(parseMapping(JSON.stringify(mapping), students), { mapping });
		assert.deepEqual(parseMapping(`\ufeff{ ${columns} }`, students), {
			mapping: { columns: { Student_id: 'ID' } },
		});
	});

	// biome-ignore format: one mistake, one line
	const mistakes: readonly (readonly [string, string, string])[] = [
		['no JSON', '{\n"columns": {\n', 'Line 3: not valid JSON (close brace expected). Fix this line or the one before.'],
		['a comment', `{ ${columns}\n// why\n}`, 'Line 2: not valid JSON (invalid comment token). Fix this line or the one before.'],
		['a comma too many', `{ ${columns},\n}`, 'Line 2: not valid JSON (property name expected). Fix this line or the one before.'],
		['empty', '', 'The mapping must be a JSON object: { "columns": { … } }.'],
		['objects nested 200,000 deep', `{\n"columns": ${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}}`, 'Line 2: this is nested more than 200 levels deep. A mapping needs three: remove the rest.'],
		['lists nested 200,000 deep and never closed', '['.repeat(200_000), 'Line 1: this is nested more than 200 levels deep. A mapping needs three: remove the rest.'],
		['a list', '[]', 'The mapping must be a JSON object: { "columns": { … } }.'],
		['an unknown key', `{ ${columns},\n"colums": {} }`, 'Line 2: "colums" is not a key of a mapping. Use encoding, delimiter, header, columns, codes or files.'],
		['no columns', '{}', 'Line 1: "columns" is missing. Add "columns": { "Student_id": "…" }.'],
		['columns that are no object', '{ "columns": [] }', 'Line 1: columns must be an object: { "…": "…" }.'],
		['no id', '{ "columns": { "Gender": "Sex" } }', 'Line 1: columns."Student_id" is missing. Name the column of the export that holds the student ID that Clever uses.'],
		['an unknown column', '{ "columns": { "Student_id": "ID", "Gendr": "Sex" } }', 'Line 1: columns."Gendr" is not a column of students.csv or students_ext.csv. Press Ctrl+Space to choose one, or remove the line.'],
		['a column in another spelling', '{ "columns": { "Student_id": "ID", "ext.Title_I": "T" } }', 'Line 1: columns."ext.Title_I" is not a column of students.csv or students_ext.csv. Press Ctrl+Space to choose one, or remove the line.'],
		['a space before a column', '{ "columns": { "Student_id": "ID", " ext.club": "C" } }', 'Line 1: columns." ext.club" is not a column of students.csv or students_ext.csv. Press Ctrl+Space to choose one, or remove the line.'],
		['a column that is no name', '{ "columns": { "Student_id": "ID", "Gender": 7 } }', 'Line 1: columns."Gender" must be the name of a column of the export, in quotes. If there is none, remove the line.'],
		['a column twice', '{ "columns": { "Student_id": "ID",\n"Student_id": "B" } }', 'Line 2: columns."Student_id" appears twice. Remove one of the two.'],
		['codes of a column without', `{ ${columns}, "codes": { "Grade": {} } }`, 'Line 1: codes."Grade" is not a column with codes. Press Ctrl+Space to choose one, or remove it.'],
		['an unknown code', `{ ${columns}, "codes": { "Size": { "Huge": "Large" } } }`, 'Line 1: codes."Size"."Huge": "Large" is not a code of Size. Use S, M or L, "" to empty the field, or null to leave the value unchanged.'],
		['a code that is no text', `{ ${columns}, "codes": { "Size": { "1": {} } } }`, 'Line 1: codes."Size"."1": "object" is not a code of Size. Use S, M or L, "" to empty the field, or null to leave the value unchanged.'],
		['an unknown encoding', `{ ${columns}, "encoding": "ansi" }`, 'Line 1: "encoding" takes "utf-8", "utf-16le", "utf-16be" or "windows-1252".'],
		['an unknown delimiter', `{ ${columns}, "delimiter": "tab" }`, 'Line 1: "delimiter" takes ",", ";", "\\t" or "|".'],
		['a header in quotes', `{ ${columns}, "header": "true" }`, 'Line 1: "header" must be true or false, without quotes.'],
		['files that are no list', `{ ${columns}, "files": "students.csv" }`, 'Line 1: "files" must be a list: ["students.csv","students_ext.csv"].'],
		['an unknown file', `{ ${columns}, "files": ["teachers.csv"] }`, 'Line 1: "files" takes "students.csv" or "students_ext.csv".'],
	];
	for (const [what, text, message] of mistakes) {
		it(`with ${what}: names the line, the key and the way out`, () =>
			assert.deepEqual(problems(text), [message]));
	}

	it('with several mistakes: names every one', () => {
		assert.equal(problems('{ "a": 1, "columns": { "b": "c" }, "codes": { "d": {} } }').length, 4);
	});

	it('with 50,000 mistakes: names every one, in the time of reading', () => {
		const lines = Array.from({ length: 50_000 }, (_, index) => `"c${index}": "x",\n"c${index}": "x"`);
		const started = performance.now();
		const found = problems(`{ "columns": {\n${lines.join(',\n')}\n} }`);
		// Compared in pairs, and with the lines counted for each, they took minutes.
		assert.ok(performance.now() - started < 20_000);
		assert.equal(found.length, 150_001);
		assert.ok(found.includes('Line 100001: columns."c49999" appears twice. Remove one of the two.'));
	});

	it('with the keys __proto__ and constructor: refuses them', () => {
		assert.equal(
			problems('{ "__proto__": 1, "constructor": 2, "columns": { "Student_id": "ID" } }').length,
			2,
		);
	});
});
