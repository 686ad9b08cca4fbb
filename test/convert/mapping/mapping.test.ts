import assert from 'node:assert/strict';
import { type Mapping, matchesHeader } from '../../../server/src/convert/mapping/mapping';
import { parseMapping } from '../../../server/src/convert/mapping/parseMapping';
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
			headerRow: 4,
			sheet: 'Students',
			system: 'PowerSchool',
			columns: {
				Student_id: 'ID',
				Gender: 'Sex',
				Home_language: null,
				Race: ['Race 1', 'Race 2'],
				'ext.migrant_status': 'Mig',
				'ext.flyerconnect': 'Fly',
			},
			flags: { Race: { White: 'W', Asian: 'A' } },
			codeTables: { Race: 'Pennsylvania (PowerSchool)' },
			codes: {
				Gender: { Female: 'F', Unknown: '', Other: null },
				'ext.migrant_status': { J: 'Yes', '': 'No' },
			},
			files: ['students.csv'],
			exportColumns: ['ID', 'Sex'],
		};
		assert.deepEqual(parseMapping(JSON.stringify(mapping), students), { mapping });
		for (const empty of [{}, { columns: {} }, { columns: { Gender: 'Sex' } }]) {
			assert.deepEqual(parseMapping(JSON.stringify(empty), students), { mapping: empty });
		}
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
		['an unknown key', `{ ${columns},\n"colums": {} }`, 'Line 2: "colums" is not a key of a mapping. Use encoding, delimiter, header, headerRow, sheet, system, columns, flags, codeTables, codes, files or exportColumns.'],
		['columns that are no object', '{ "columns": [] }', 'Line 1: columns must be an object: { "…": "…" }.'],
		['an unknown column', '{ "columns": { "Student_id": "ID", "Gendr": "Sex" } }', 'Line 1: columns."Gendr" is not a column of students.csv or students_ext.csv. Press Ctrl+Space to choose one, or remove the line.'],
		['a column in another spelling', '{ "columns": { "Student_id": "ID", "ext.Title_I": "T" } }', 'Line 1: columns."ext.Title_I" is not a column of students.csv or students_ext.csv. Press Ctrl+Space to choose one, or remove the line.'],
		['a space before a column', '{ "columns": { "Student_id": "ID", " ext.club": "C" } }', 'Line 1: columns." ext.club" is not a column of students.csv or students_ext.csv. Press Ctrl+Space to choose one, or remove the line.'],
		['a column that is no name', '{ "columns": { "Student_id": "ID", "Gender": 7 } }', 'Line 1: columns."Gender" must be the name of a column of the export, in quotes, or a list of names. If there is none, write null.'],
		['no column in a list', '{ "columns": { "Race": [] } }', 'Line 1: columns."Race" must be the name of a column of the export, in quotes, or a list of names. If there is none, write null.'],
		['flags of a column without codes', '{ "flags": { "Grade": {} } }', 'Line 1: flags."Grade" is not a column with codes. Press Ctrl+Space to choose one, or remove it.'],
		['a flag that means no code', '{ "flags": { "Size": { "Big": "B" } } }', 'Line 1: flags."Size"."Big": "B" is not a code of Size. Use S, M or L.'],
		['a table of codes for a column without', '{ "codeTables": { "Grade": "Ohio" } }', 'Line 1: codeTables."Grade" is not a column with codes. Press Ctrl+Space to choose one, or remove it.'],
		['a table of codes that is no name', '{ "codeTables": { "Size": 7 } }', 'Line 1: codeTables."Size" must be the name of a table of codes, in quotes.'],
		['row 0 for the header', '{ "headerRow": 0 }', 'Line 1: "headerRow" must be the number of a row, from 1 and without quotes.'],
		['a row for the header that no sheet has', '{ "headerRow": 1e300 }', 'Line 1: "headerRow" must be the number of a row, from 1 and without quotes.'],
		['an ID of several columns', '{ "columns": { "Student_id": ["ID", "Name"] } }', 'Line 1: columns."Student_id" is one column: an ID cannot be joined of several. Keep the name of one, without the list.'],
		['a sheet that is no name', '{ "sheet": 2 }', 'Line 1: sheet must be the name of a sheet, in quotes.'],
		['a system that is no name', '{ "system": "" }', 'Line 1: system must be the name of a system, in quotes.'],
		['an unknown system', '{ "system": "Ohio" }', 'Line 1: system: "Ohio" is not known. Remove the line, or use PowerSchool'],
		['a table of codes for another column', '{ "codeTables": { "Race": "Ohio EMIS" } }', 'Line 1: codeTables."Race": "Ohio EMIS" is no table of codes for Race. Remove the line, or use Infinite Campus federal race'],
		['an answer for a column without flags', '{ "codes": { "Race": { "x": "Yes" } } }', 'Line 1: codes."Race"."x": "Yes" is not a code of Race. Use A, B, I, M, P or W, "" to empty the field, or null to leave the value unchanged.'],
		['export columns that are no names', '{ "exportColumns": [1] }', 'Line 1: "exportColumns" must be a list of names in quotes. Remove it, or import again.'],
		['a column twice', '{ "columns": { "Student_id": "ID",\n"Student_id": "B" } }', 'Line 2: columns."Student_id" appears twice. Remove one of the two.'],
		['codes of a column without', `{ ${columns}, "codes": { "Grade": {} } }`, 'Line 1: codes."Grade" is not a column with codes. Press Ctrl+Space to choose one, or remove it.'],
		['an unknown code', `{ ${columns}, "codes": { "Size": { "Huge": "Large" } } }`, 'Line 1: codes."Size"."Huge": "Large" is not a code of Size. Use S, M or L, "" to empty the field, or null to leave the value unchanged.'],
		['a code that is no text', `{ ${columns}, "codes": { "Size": { "1": {} } } }`, 'Line 1: codes."Size"."1": "object" is not a code of Size. Use S, M or L, "" to empty the field, or null to leave the value unchanged.'],
		['an unknown encoding', `{ ${columns}, "encoding": "ansi" }`, 'Line 1: "encoding" takes "utf-8", "utf-16le", "utf-16be", "windows-1252", "macintosh", "iso-8859-15", "windows-1250", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-16", "windows-1251" or another of its 34.'],
		['an unknown delimiter', `{ ${columns}, "delimiter": "tab" }`, 'Line 1: "delimiter" takes ",", ";", "\\t", "|", "^" or "#!#".'],
		['a header in quotes', `{ ${columns}, "header": "true" }`, 'Line 1: "header" must be true or false, without quotes.'],
		['files that are no list', `{ ${columns}, "files": "students.csv" }`, 'Line 1: "files" must be a list: ["students.csv","students_ext.csv"].'],
		['an unknown file', `{ ${columns}, "files": ["teachers.csv"] }`, 'Line 1: "files" takes "students.csv" or "students_ext.csv".'],
	];
	for (const [what, text, message] of mistakes) {
		it(`with ${what}: names the line, the key and the way out`, () => {
			const [first, ...others] = problems(text);
			assert.deepEqual(others, []);
			// Of a long list, its beginning is enough.
			if (message.endsWith('.')) assert.equal(first, message);
			else assert.ok(first?.startsWith(message), first);
		});
	}

	it('with several mistakes: names every one', () => {
		assert.equal(problems('{ "a": 1, "columns": { "b": "c" }, "codes": { "d": {} } }').length, 3);
	});

	it('with 50,000 mistakes: names the first and counts the others, in the time of reading', () => {
		const lines = Array.from({ length: 50_000 }, (_, index) => `"c${index}": "x",\n"c${index}": "x"`);
		const started = performance.now();
		const found = problems(`{ "columns": {\n${lines.join(',\n')}\n} }`);
		// Compared in pairs, and with the lines counted for each, they took minutes.
		assert.ok(performance.now() - started < 20_000);
		assert.equal(found.length, 101);
		assert.equal(found[99], 'Line 201: columns."c99" appears twice. Remove one of the two.');
		assert.equal(found[100], '149,900 more mistakes are not listed.');
	});

	it('with codes that a column does not have: has the others, if nothing else is wrong', () => {
		const codes = '"codes": { "Size": { "Huge": "Large", "Big": "L" }, "Gender": { "?": "Other" } }';
		const parsed = parseMapping(`{ ${columns}, ${codes} }`, roster);
		assert.ok('problems' in parsed);
		assert.equal(parsed.problems.length, 2);
		assert.deepEqual(parsed.withoutThem, {
			columns: { Student_id: 'ID' },
			codes: { Size: { Big: 'L' }, Gender: {} },
		});
		for (const wrong of ['"codes": { "Size": { "Huge": 1 } }', `"extra": 1, ${codes}`]) {
			const other = parseMapping(`{ ${columns}, ${wrong} }`, roster);
			assert.ok('problems' in other && other.withoutThem === undefined, wrong);
		}
	});

	it('with the keys __proto__ and constructor: refuses them', () => {
		assert.equal(
			problems('{ "__proto__": 1, "constructor": 2, "columns": { "Student_id": "ID" } }').length,
			2,
		);
	});
});

describe('a mapping and the header of an export', () => {
	const mapping: Mapping = {
		columns: { Student_id: 'ID', Gender: 'Sex', Home_language: null },
		flags: { Race: { White: 'W', Asian: 'A' } },
	};

	it('match if the ID and half of the named columns are there', () => {
		assert.ok(matchesHeader(mapping, ['ID', 'Sex', 'White', 'Asian']));
		assert.ok(matchesHeader(mapping, ['Name', 'ID', 'Asian']));
		assert.ok(!matchesHeader(mapping, ['ID', 'Gender']), 'a quarter');
		assert.ok(!matchesHeader(mapping, ['Sex', 'White', 'Asian']), 'no ID');
	});

	it('match if the mapping names no ID', () => {
		assert.ok(matchesHeader({ columns: { Gender: 'Sex' } }, ['Sex']));
		assert.ok(!matchesHeader({ columns: { Gender: 'Sex' } }, ['Gender']));
	});

	it('match by the columns it was made for if the mapping names none', () => {
		const made: Mapping = { codes: { Race: { 1: 'W' } }, exportColumns: ['ID', 'Race', 'Sex'] };
		assert.ok(matchesHeader(made, ['ID', 'Race']));
		assert.ok(!matchesHeader(made, ['ID', 'Ethnic']));
		assert.ok(!matchesHeader({ codes: { Race: { 1: 'W' } } }, ['ID', 'Race']), 'codes alone');
		assert.ok(!matchesHeader({ columns: { Race: null } }, ['ID']), 'no column');
		assert.ok(!matchesHeader({}, ['Sex']));
	});
});
