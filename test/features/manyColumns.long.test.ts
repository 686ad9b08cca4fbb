/** What a header of thousands of columns costs: work that is counted, since a time depends on the machine. */

import assert from 'node:assert/strict';
import type { Checker } from '../../server/src/check/live/checker';
import { RecordReader } from '../../server/src/csv/scan';
import { codeActions, diagnostics, documentSymbols, hover } from '../../server/src/features';
import { checkerOf } from '../support/checking';

const FEW = 400;
/** Ten times as many columns may cost ten times as much, and a little more. */
const TIMES = 10;
const MOST = 14;

const options = { ruleUri: () => undefined, commands: undefined };

/** A number in letters, so that no header differs from another in a digit only. */
function letters(index: number): string {
	const rest = Math.floor(index / 26);
	return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(97 + (index % 26))}`;
}

/** By kind, the name and the value of the column with a 0-based index. */
const kinds: Readonly<Record<string, readonly [(index: number) => string, (index: number) => string]>> = {
	'unknown names': [(index) => `Thing ${index}`, () => 'x'],
	'names with a typing mistake': [(index) => `Home_langu${letters(index)}age`, () => 'x'],
	'names that one category may have': [(index) => `Migrant_stat${letters(index)}us`, () => 'x'],
	'columns of codes': [
		(index) => ['Gender', 'Race', 'Ell_status', 'Frl_status'][index % 4] as string,
		(index) => ['Female', 'X1', 'yes', 'N/A', 'N\u200b', 'Fe\u200bmale'][index % 6] as string,
	],
	'names with a hidden character': [(index) => `ext.thing\u200b${letters(index)}`, () => ' x\u0007'],
};

/** A file with this many columns of a kind. */
function fileOf([name, value]: (typeof kinds)[string], count: number): string {
	const row = (of: (index: number) => string): string =>
		Array.from({ length: count }, (_, at) => of(at)).join(',');
	return `Student_id,School_id,Last_name,First_name,${row(name)}\n1,1,Reyes,Ana,${row(value)}\n2,1,Im,Bo,${row(value)}\n`;
}

const cell = (line: number, character: number) => ({
	start: { line, character },
	end: { line, character },
});

/** What an editor asks for, at the end of a row, where the most columns are before it. */
const requests: Readonly<Record<string, (checker: Checker, ends: readonly number[]) => unknown>> = {
	'the check': (checker) => checker.run(),
	diagnostics: (checker) => diagnostics(checker, options),
	'a letter typed in the header': (checker, [end = 0]) => {
		checker.document.update([{ range: cell(0, end), text: 'q' }], 2);
		checker.run();
		return diagnostics(checker, options);
	},
	'a letter typed in a row': (checker, [, end = 0]) => {
		checker.document.update([{ range: cell(1, end), text: 'q' }], 3);
		checker.run();
		return diagnostics(checker, options);
	},
	'the actions of a header cell': (checker, [end = 0]) => codeActions(checker, cell(0, end), options),
	'the actions of a field': (checker, [, end = 0]) => codeActions(checker, cell(1, end), options),
	'the actions of the whole file': (checker, [end = 0]) =>
		codeActions(checker, { start: { line: 0, character: 0 }, end: { line: 2, character: end } }, options),
	'a hover': (checker, [, end = 0]) => hover(checker, cell(1, end).start),
	'the outline': (checker) => documentSymbols(checker),
};

describe('a file of thousands of columns', () => {
	const { read } = RecordReader.prototype;
	const { includes } = Array.prototype;
	let work = 0;
	before(() => {
		RecordReader.prototype.read = function (text, start, fields) {
			const next = read.call(this, text, start, fields);
			work += fields.count;
			return next;
		};
		// Of the ways to search a list, the one that is easiest to write for each column.
		Array.prototype.includes = function (...args) {
			work += this.length;
			return includes.apply(this, args);
		};
	});
	after(() => {
		RecordReader.prototype.read = read;
		Array.prototype.includes = includes;
	});

	for (const [name, kind] of Object.entries(kinds)) {
		it(`costs as much more as it has more columns: ${name}`, () => {
			const [few, many] = [FEW, FEW * TIMES].map((count) => {
				const text = fileOf(kind, count);
				const ends = text.split('\n').map(({ length }) => length);
				const checker = checkerOf('students.csv', text);
				return Object.values(requests).map((request) => {
					work = 0;
					request(checker, ends);
					return work;
				});
			});
			const times = Object.keys(requests).map(
				(request, at) => [request, (many?.[at] ?? 0) / (few?.[at] || 1)] as const,
			);
			assert.deepEqual(
				times.filter(([, growth]) => growth > MOST),
				[],
			);
		});
	}
});
