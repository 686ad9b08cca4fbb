import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, type Found, faults, only } from '../support/checking';
import { EXT, fullExt, fullStudents, ofHeader, STUDENTS, seven } from './headerFiles';

const folder = join(import.meta.dirname, '../fixtures/headers');
/** Asserts that a file has exactly one finding, an error of this rule on the header, and returns it. */
function assertAlone(table: string, text: string, rule: string, message: RegExp): Found {
	const [found, ...more] = check(table, text);
	assert.deepEqual(more, []);
	assert.equal(found?.rule, rule);
	assert.equal(found?.severity, 'error');
	assert.equal(found?.record, 0);
	assert.match(found?.message ?? '', message);
	return found as Found;
}

describe('headers of real exporters', () => {
	const files = readdirSync(folder);

	it('are tested for seven files', () => assert.equal(files.length, 7));

	for (const file of files) {
		const header = readFileSync(join(folder, file), 'utf8').trimEnd();
		const table = file.endsWith(EXT) ? EXT : STUDENTS;
		const columns = header.split(',').map((name) => name.replaceAll('"', '').toLowerCase().replace(' ', '_'));
		const row = columns.map((name) => (name === 'student_id' || name === 'sis_id' ? '1' : '')).join(',');

		it(`${file}: have no error and no warning`, () => {
			for (const text of [
				header,
				`${header}\n`,
				`${header}\r\n${row}\r\n`,
				`\uFEFF${header}\n${row}\n${row.replace('1', '2')}`,
			]) {
				assert.deepEqual(faults(check(table, text)), []);
			}
		});

		it(`${file}: have no spelling hint after every hint is applied`, () => {
			const rules = new Set(check(table, header).map(({ rule }) => rule));
			assert.deepEqual(rules.has('header/spelling'), !/^(sis_id|School_id,)/.test(header));
			let text = header;
			for (let round = 0; round < 50; round++) {
				const hint = check(table, text).find(({ rule }) => rule === 'header/spelling');
				if (!hint) break;
				assert.equal(hint.severity, 'hint');
				text = hint.fixes[0]?.apply() ?? '';
			}
			assert.ok(!check(table, text).some(({ rule }) => rule === 'header/spelling'));
			assert.equal(text.toLowerCase(), header.toLowerCase().replaceAll(' ', '_'));
		});
	}
});

describe('a header that lacks columns', () => {
	it('has an error on the whole header if the ID column is missing', () => {
		for (const [table, header, key] of [
			[STUDENTS, 'School_id,Last_name,First_name,Gender', 'Student_id'],
			[EXT, seven.join(','), 'sis_id'],
		] as const) {
			const [found, ...more] = ofHeader(table, header);
			assert.deepEqual(more, []);
			assert.equal(found?.rule, 'header/missing-key');
			assert.equal(found?.severity, 'error');
			assert.equal(found?.text, header);
			assert.ok(found?.message.includes(`The column ${key} is missing`));
		}
	});

	it("offers to rename the other file's ID column, with one finding on it", () => {
		for (const [table, header, wanted] of [
			[EXT, '"Student id",ext.title_i', '"sis_id",ext.title_i\n'],
			[STUDENTS, 'SIS_ID,School_id,Last_name,First_name', 'Student_id,School_id,Last_name,First_name\n'],
		] as const) {
			const [found, ...more] = ofHeader(table, header);
			assert.deepEqual(more, []);
			assert.equal(found?.rule, 'header/missing-key');
			const [fix] = found?.fixes ?? [];
			assert.ok(fix?.preferred);
			assert.equal(fix?.apply(), wanted);
		}
	});

	it('has a warning that names the missing required columns, and a fix that appends them', () => {
		const found = only(
			check(STUDENTS, 'Student_id,Last_name,Gender\r\n1,Reyes,F\r\n\r\n2,Boone,M'),
			'header/missing-required',
		);
		assert.equal(found.severity, 'warning');
		assert.equal(
			found.message,
			'The required columns School_id, First_name are missing. Export the file with them.',
		);
		const [fix] = found.fixes;
		assert.equal(fix?.preferred, false);
		assert.equal(
			fix?.apply(),
			'Student_id,Last_name,Gender,School_id,First_name\r\n1,Reyes,F,,\r\n\r\n2,Boone,M,,',
		);
	});

	it('has one finding for all missing categories, with fixes that append one or all', () => {
		const found = check(EXT, 'sis_id,ext.title_i,EXT.IDEA Indicator\n1,Yes,No\n').filter(
			({ severity }) => severity === 'information',
		);
		const { rule, message, fixes } = found[0] as Found;
		assert.equal(found.length, 1);
		assert.equal(rule, 'header/missing-element');
		const missing = seven.slice(1, 6);
		assert.ok(message.includes(`${missing.join(', ')}.`), message);
		assert.deepEqual(
			fixes.map(({ title, preferred }) => [title, preferred]),
			[['Add the 5 Missing Columns', false], ...missing.map((name) => [`Add the Column ${name}`, false])],
		);
		assert.equal(
			fixes[0]?.apply(),
			`sis_id,ext.title_i,EXT.IDEA Indicator,${missing.join(',')}\n1,Yes,No,,,,,\n`,
		);
		assert.equal(fixes[5]?.apply(), 'sis_id,ext.title_i,EXT.IDEA Indicator,ext.migrant_status\n1,Yes,No,\n');
	});

	it('adds a single missing column with a single fix', () => {
		const present = seven.slice(1);
		const [found] = check('students_ext.csv', `sis_id,${present.join(',')}\n1,,,,,,\n`);
		assert.equal(found?.rule, 'header/missing-element');
		assert.deepEqual(
			found.fixes.map(({ title }) => title),
			[`Add the Column ${seven[0]}`],
		);
	});

	it('is not asked for a category that the district never sends', () => {
		const settings = { notSent: ['ext.title_i', 'ext.migrant_status'] };
		const [found, ...more] = check(EXT, 'sis_id,ext.idea_indicator\n1,Yes\n', settings);
		assert.deepEqual(more, []);
		assert.equal(found?.rule, 'header/missing-element');
		const asked = seven.slice(1, 5);
		assert.ok(found?.message.includes(`${asked.join(', ')}.`), found?.message);
		assert.doesNotMatch(found?.message ?? '', /title_i|migrant/);
		assert.equal(found?.fixes[0]?.apply(), `sis_id,ext.idea_indicator,${asked.join(',')}\n1,Yes,,,,\n`);
		assert.deepEqual(check(EXT, 'sis_id\n1\n', { notSent: seven }), []);
	});

	it('has no finding if students.csv lacks the seven extension columns', () => {
		assert.deepEqual(check(STUDENTS, `${fullStudents}\n`), []);
		assert.deepEqual(check(EXT, `${fullExt}\n`), []);
	});
});

describe('a column that appears twice', () => {
	it('is an error on the second and each later one, in any spelling', () => {
		const found = ofHeader(EXT, `${fullExt},EXT.Title_I,ext.el,ext.title i,EXT.EL`);
		assert.deepEqual(
			found.map(({ rule, column, text }) => [rule, column, text]),
			[
				['header/duplicate-element', 8, 'EXT.Title_I'],
				['header/duplicate-element', 10, 'ext.title i'],
				['header/duplicate-element', 11, 'EXT.EL'],
			],
		);
		assert.match(found[0]?.message ?? '', /^ext\.title_i is also column 8\./);
		assert.match(found[2]?.message ?? '', /is also column 10\./);
	});

	it('is checked in its first place only', () => {
		const twice = 'sis_id,ext.title_i,ext.title_i\n1,Zzz,Yes\n';
		assert.deepEqual(faults(check(EXT, twice)), ['header/duplicate-element 1:3', 'field/unknown-code 2:2']);
	});

	it('is not reported for columns without a name', () => {
		const found = ofHeader(STUDENTS, `${fullStudents},, `);
		assert.deepEqual(
			found.map(({ rule, column }) => [rule, column]),
			[
				['header/unknown-element', 4],
				['header/unknown-element', 5],
			],
		);
		assert.match(found[1]?.message ?? '', /^Column 6 has no name/);
	});
});

describe('a file whose content cannot be read has one finding', () => {
	it('if it has another delimiter', () => {
		for (const [delimiter, name] of [
			[';', 'semicolons'],
			['\t', 'tabs'],
			['|', 'bars'],
		] as const) {
			const lines = [['sis_id', 'ext.title_i', 'ext.el'], ['1', '"Yes"', 'a, b'], ['1', 'Zzz'], ['']];
			const text = lines.map((line) => line.join(delimiter)).join('\r\n');
			const { fixes } = assertAlone(EXT, text, 'csv/delimiter', new RegExp(`separated by ${name}\\.`));
			assert.equal(fixes[0]?.apply(), 'sis_id,ext.title_i,ext.el\r\n1,"Yes","a, b"\r\n1,Zzz\r\n');
			assert.ok(fixes[0]?.preferred);
			const quoted = ['"Student_id"', '"School_id"'].join(delimiter);
			assertAlone(STUDENTS, `${quoted}\n`, 'csv/delimiter', new RegExp(name));
		}
	});

	it('if it has another delimiter and at least one known column', () => {
		assertAlone(EXT, 'shoe size;sis_id\n1;2\n', 'csv/delimiter', /separated by semicolons\./);
		// A header that has a comma is separated by commas.
		assert.ok(!check(EXT, 'sis_id;note,ext.title_i\n').some(({ rule }) => rule === 'csv/delimiter'));
		for (const header of ['shoe;size', 'sis_id']) {
			assert.ok(!check(EXT, `${header}\n`).some(({ rule }) => rule === 'csv/delimiter'), header);
		}
	});

	it('if it is empty', () => {
		for (const text of ['', '\uFEFF', '\n', '\r\n\r\n', '  \n\t\n']) {
			assertAlone(EXT, text, 'csv/empty-file', /including sis_id\.$/);
			assertAlone(STUDENTS, text, 'csv/empty-file', /including Student_id\.$/);
		}
	});

	it('if it is UTF-16', () => {
		const text = `${fullExt}\r\n1,Zzz\r\n`;
		const wide = [...text].map((letter) => `${letter}\0`).join('');
		assertAlone(EXT, wide, 'csv/encoding', /UTF-16/);
		assertAlone(EXT, `\uFFFD\uFFFD${wide}`, 'csv/encoding', /UTF-16/);
		assertAlone(EXT, `\0${wide.slice(0, -1)}`, 'csv/encoding', /UTF-16/);
	});

	it('if it has no header', () => {
		for (const table of [EXT, STUDENTS]) {
			for (const text of ['1,5,Reyes,Ana,F\n1,5\n', 'a\n', ',,\n1,2,3\n']) {
				assertAlone(
					table,
					text,
					'header/missing-key',
					/^The first row is not a header: it names no known column/,
				);
			}
			assertAlone(
				table,
				`\n${table === EXT ? fullExt : fullStudents}\n1\n`,
				'header/missing-key',
				/^The first row is empty/,
			);
		}
	});

	it('but not if a header separated by commas contains one of the other delimiters', () => {
		assert.deepEqual(faults(check(EXT, 'sis_id,ext.a;b\n1,x\n')), []);
		assert.deepEqual(faults(check(EXT, 'sis_id\n1\n')), []);
	});
});
