import assert from 'node:assert/strict';
import { plainLabel, rowLine } from '../../client/src/commands/importExport/labels';
import { detailsOf, remarks, summaryOf } from '../../client/src/commands/importExport/summary';
import type { ImportReport } from '../../server/src/protocol';

const clean: ImportReport = {
	rows: 2,
	key: 'ID',
	translated: [{ column: 'Gender', value: 'Female', to: 'F', meant: true, count: 2 }],
	conflicts: [],
	conflictCount: 0,
	rowsWithoutId: [],
	longRows: [],
	shortRows: [],
	rowsWithLostLetters: [],
	notTaken: [],
};

const troubled: ImportReport = {
	...clean,
	translated: [
		...clean.translated,
		{ column: 'Race', value: 'H', to: 'H', meant: false, count: 1 },
		{ column: 'Race', value: 'Q', to: 'Q', meant: false, count: 3 },
		{ column: 'Race', value: 'N/A', to: '', meant: true, count: 1 },
	],
	conflicts: [{ rows: [2, 4], column: 'ext.title_i', values: ['Yes', 'No'] }],
	conflictCount: 1,
	rowsWithoutId: [3],
	longRows: Array.from({ length: 120 }, (_, index) => index + 2),
	rowsWithLostLetters: [9],
	notTaken: ['Locker'],
};

describe('the report of an import', () => {
	it('says what was written, and nothing more if there is nothing to check', () => {
		assert.equal(
			summaryOf([{ fileName: 'students.csv', rows: 1200 }], clean),
			'students.csv (1,200 rows) written, with ID as the student ID.',
		);
		assert.deepEqual(remarks(clean), []);
	});

	it('says what to check', () => {
		assert.deepEqual(remarks(troubled), [
			'4 values not recognized and left unchanged.',
			'1 value differs from an earlier row of the student and was not used.',
			'1 row has no student ID.',
			'120 rows have more values than columns.',
			'1 row has a letter that could not be read.',
		]);
	});

	it('lists the details, with rows numbered as in a spreadsheet', () => {
		const text = detailsOf('export.txt', troubled);
		for (const line of [
			'Import of export.txt: 2 rows, with ID as the student ID',
			'  Race: "Q" (3 rows)',
			'  ext.title_i: row 2 "Yes", row 4 "No"',
			'  Gender: "Female" → F (2 rows)',
			'  Race: "N/A" → empty (1 row)',
			'  Locker',
		]) {
			assert.ok(text.split('\n').includes(line), line);
		}
		assert.match(text, /, 101 and 20 more rows$/m);
		assert.doesNotMatch(text, /fewer values/);
	});
});

describe('a value in a list', () => {
	it('is on one line and is never drawn as an icon', () => {
		assert.equal(plainLabel(' a\n b$(trash) '), 'a b$\u200b(trash)');
		assert.equal(rowLine(['1', '', 'x']), '1  ·  –  ·  x');
		assert.ok(rowLine(Array.from({ length: 300 }, () => 'abc')).length <= 160);
	});
});
