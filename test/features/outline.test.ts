import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver-types';
import { documentSymbols, selectionRanges } from '../../server/src/features/navigation/symbols';
import { checked, marked, textIn } from '../support/features';

describe('document symbols', () => {
	it('are the columns, by the names that messages use', () => {
		const text = 'Student_id,GENDER,"La,st",, Shoe \r\n1,F,,,\r\n';
		const symbols = documentSymbols(checked('students.csv', text));
		assert.deepEqual(
			symbols.map(({ name, range }) => [name, textIn(text, range)]),
			[
				['Student_id', 'Student_id'],
				['Gender', 'GENDER'],
				['La,st', '"La,st"'],
				['column 4', ''],
				['Shoe', ' Shoe '],
			],
		);
		assert.equal(symbols[1]?.detail, "The student's gender");
		assert.ok(symbols.every(({ range, selectionRange }) => range === selectionRange));
	});

	it('are empty for an empty file', () => {
		assert.deepEqual(documentSymbols(checked('students.csv', '')), []);
	});

	it('show no value of a row, and so no password', () => {
		const text = 'Student_id,Password\n1,hunter2\n';
		assert.doesNotMatch(JSON.stringify(documentSymbols(checked('students.csv', text))), /hunter2/);
	});
});

describe('selection ranges', () => {
	const selected = (textWithMark: string): string[] => {
		const { text, position } = marked(textWithMark);
		const [range, ...more] = selectionRanges(checked('students.csv', text), [position]);
		assert.equal(more.length, 0);
		const texts: string[] = [];
		for (let at: SelectionRange | undefined = range; at; at = at.parent) texts.push(textIn(text, at.range));
		return texts;
	};

	it('expand from the field to its row', () => {
		assert.deepEqual(selected('Student_id,Gender\r\n1,Fe‸male\r\n'), ['Female', '1,Female']);
		assert.deepEqual(selected('Stud‸ent_id,Gender\r\n1,Female\r\n'), ['Student_id', 'Student_id,Gender']);
		assert.deepEqual(selected('Student_id,Gender\n1,‸\n'), ['', '1,']);
		assert.deepEqual(selected('Student_id,Gender\n1,"F‸e""\nmale"\n'), ['"Fe""\nmale"', '1,"Fe""\nmale"']);
	});

	it('are empty where there is no row', () => {
		assert.deepEqual(selected('Student_id,Gender\n‸'), ['', '']);
		assert.deepEqual(selected('‸'), ['', '']);
		assert.deepEqual(selected('Student_id\n‸\n1'), ['', '']);
	});

	it('contain one for each position, in order', () => {
		const text = 'Student_id,Gender\n1,F\n2,M\n';
		const positions = [
			{ line: 2, character: 2 },
			{ line: 1, character: 0 },
		];
		const ranges = selectionRanges(checked('students.csv', text), positions);
		assert.deepEqual(
			ranges.map(({ range }) => textIn(text, range)),
			['M', '1'],
		);
	});
});
