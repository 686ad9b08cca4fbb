import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
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
			[['5,000 rows have a value like "Big" in Size. Size takes S, M or L.', DiagnosticSeverity.Error, 5000]],
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

	it('are summarized with examples of wrong values, or by the title of the rule', () => {
		const summariesOf = (text: string): unknown[] =>
			diagnostics(checked('students.csv', text), { ruleUri: () => undefined, most: 20 })
				.filter(({ range }) => range.start.line === 0)
				.map(({ message }) => message)
				.slice(0, -1);
		const languages = rows(30, (index) => `${index},5,Reyes,Ana,${index % 2 ? 'Klingon' : 'Vulcan'}`);
		assert.deepEqual(summariesOf(`Student_id,School_id,Last_name,First_name,Home_language\n${languages}`), [
			'30 rows have a value like "Vulcan" or "Klingon" in Home_language. The column has no such code.',
		]);
		assert.deepEqual(summariesOf(`${COLUMNS}\n${rows(30, (index) => `${index} ,5,Reyes,Ana,F,W,N`)}`), [
			'An ID has spaces around it: 30 rows in Student_id.',
		]);
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
