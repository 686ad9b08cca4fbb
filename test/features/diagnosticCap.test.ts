import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Checker } from '../../server/src/check/live/checker';
import { diagnostics } from '../../server/src/features/diagnostics';
import { checked } from '../support/features';
import { pets } from '../support/pets';
import { COLUMNS, hold, rows } from './capped';

describe('more than 1,000 findings', () => {
	it('of one kind never hide another kind, not even a less serious one', () => {
		const header = 'Pet_id,Name,Size,Kind,Chipped';
		const many = rows(5000, (index) => `${index},Rex,Big,D,No`);
		const text = `${header}\n${many}x,Rex,L,d,No\ny,Rex,L,D,null\n\nz,Rex, Jr,L,D,No\n`;
		const { listed, summaries, hidden, all } = hold(checked(pets, text));
		assert.equal(all.length, 1000);
		assert.deepEqual(
			summaries.map(({ rows, diagnostic }) => [diagnostic.message, diagnostic.severity, rows]),
			[['5,000 rows have Big in Size. Size takes S, M or L.', DiagnosticSeverity.Error, 5000]],
		);
		const others = listed.filter(({ column, rule }) => column !== 2 || rule.id !== 'field/unknown-code');
		assert.deepEqual(
			others.map(({ rule }) => rule.id),
			['field/code-spelling', 'field/null-word', 'csv/blank-line', 'csv/field-count'],
		);
		assert.equal(hidden, 5004 - 998);
		assert.equal(all[0]?.range.start.character, header.indexOf('Size'));
		assert.equal(all[0]?.range.end.character, header.indexOf('Size') + 'Size'.length);
		assert.equal(all[0]?.code, 'field/unknown-code');
	});

	const summariesIn = (checker: Checker): unknown[] =>
		diagnostics(checker, { ruleUri: () => undefined, most: 20 })
			.filter(({ range }) => range.start.line === 0)
			.map(({ message }) => message)
			.slice(0, -1);
	const summariesOf = (text: string): unknown[] => summariesIn(checked('students.csv', text));

	it('are summarized with the values of the most rows, or by the title of the rule', () => {
		const languages = rows(30, (index) => `${index},5,Reyes,Ana,${index % 2 ? 'Klingon' : 'Vulcan'}`);
		assert.deepEqual(summariesOf(`Student_id,School_id,Last_name,First_name,Home_language\n${languages}`), [
			'30 rows have Klingon or Vulcan in Home_language. The column has no such code.',
		]);
		assert.deepEqual(summariesOf(`${COLUMNS}\n${rows(30, (index) => `${index} ,5,Reyes,Ana,F,W,N`)}`), [
			'An ID has spaces around it: 30 rows in Student_id.',
		]);
	});

	it('are summarized with the two values of the most rows where there are more, wherever those are', () => {
		const genders = ['Q', 'a b', 'Zebra', 'Zebra', 'Zebra', 'Zebra', 'Horse', 'b c', 'a b', 'a b'];
		const summaryOf = (count: number): unknown[] =>
			summariesOf(`${COLUMNS}\n${rows(count, (index) => `${index},5,Reyes,Ana,${genders[index % 10]},W,N`)}`);
		assert.deepEqual(summaryOf(100).slice(0, 1), [
			'100 rows have Zebra, "a b" or 3 other values in Gender. Gender takes M, F or X.',
		]);
	});

	it('keep the summaries exact while the rows change', () => {
		const row = (value: string) => (index: number) => `${value}${index},5,Reyes,Ana,${value},W,N`;
		const checker = checked('students.csv', `${COLUMNS}\n${rows(15, row('Ape'))}${rows(14, row('Bee'))}`);
		assert.deepEqual(summariesIn(checker), ['29 rows have Ape or Bee in Gender. Gender takes M, F or X.']);
		const change = (line: number, end: number, text: string): void => {
			const range = { start: { line, character: 0 }, end: { line: end, character: 0 } };
			checker.document.update([{ range, text }], checker.document.version + 1);
			checker.run();
		};
		change(1, 3, rows(2, row('Cow')));
		assert.deepEqual(summariesIn(checker), [
			'29 rows have Bee, Ape or 1 other value in Gender. Gender takes M, F or X.',
		]);
		change(1, 3, '');
		assert.deepEqual(summariesIn(checker), ['27 rows have Bee or Ape in Gender. Gender takes M, F or X.']);
	});

	it('are summarized by the number of values where those are too many to compare', () => {
		const text = `${COLUMNS}\n${rows(10_001, (index) => `${index},5,Reyes,Ana,Ape${index},W,N`)}`;
		assert.deepEqual(summariesOf(text), [
			'10,001 rows have 10,001 different values in Gender. Gender takes M, F or X.',
		]);
	});

	it('are summarized by the title of the rule where it judges values against each other, at any size', () => {
		const text = `sis_id,ext.idea_indicator,ext.primary_disability_type\n${rows(10_001, (index) => `${index},No,AUT`)}`;
		const [summary] = summariesIn(checked('students_ext.csv', text));
		assert.equal(
			summary,
			'A disability type is given, but IDEA is No: 10,001 rows in ext.primary_disability_type.',
		);
	});

	it('list errors first, in turn by column', () => {
		const text = `${COLUMNS}\n${rows(3000, (index) => `${index},5,Reyes,Ana,Female,White,null`)}`;
		const { listed, summaries } = hold(checked('students.csv', text));
		const per = (column: number): number => listed.filter((one) => one.column === column).length;
		assert.deepEqual([per(4), per(5), per(6)], [498, 498, 0]);
		assert.deepEqual(
			summaries.map(({ rows }) => rows),
			[3000, 3000, 3000],
		);
	});

	it('list the first ones of each kind', () => {
		const text = `${COLUMNS}\n${rows(1500, (index) => `${index},5,Reyes,Ana,Female,W,N`)}`;
		const { listed } = hold(checked('students.csv', text));
		assert.deepEqual(
			listed.map(({ record }) => record),
			Array.from({ length: 998 }, (_, index) => index + 1),
		);
	});

	it('have no summary for a kind that is listed completely', () => {
		const text = `${COLUMNS}\n${rows(1100, (index) => `${index},5,Reyes,Ana,${index < 30 ? 'Female' : 'f'},W,N`)}`;
		const { listed, summaries } = hold(checked('students.csv', text));
		assert.equal(listed.filter(({ severity }) => severity === 'error').length, 30);
		assert.deepEqual(
			summaries.map(({ rows }) => rows),
			[1070],
		);
	});
});
