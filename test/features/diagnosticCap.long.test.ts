import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { Random } from '../csv/random';
import { checked } from '../support/features';
import { COLUMNS, hold, rows } from './capped';

describe('more than 1,000 findings', () => {
	it('of more kinds than fit list errors first and count the rest', () => {
		const header = `Student_id,${Array.from({ length: 1200 }, (_, index) => `shoe ${index}`).join(',')}`;
		const errors = Array.from({ length: 700 }, () => '').concat(Array(500).fill('a"b'));
		const text = `${header}\n1,${errors.join(',')}\n2,${errors.join(',')}\n`;
		const { all, listed, summaries, findings } = hold(checked('students.csv', text));
		assert.equal(all.length, 1000);
		assert.equal(findings.length, 1200 + 1000 + 1);
		assert.equal(summaries.length + listed.filter(({ severity }) => severity === 'error').length, 500);
		assert.equal(
			summaries.filter(({ diagnostic }) => diagnostic.severity === DiagnosticSeverity.Error).length,
			500,
			'no error gives way to a warning',
		);
	});

	it('of one finding per kind are listed without summaries', () => {
		const header = `Student_id,${Array.from({ length: 1500 }, (_, index) => `shoe ${index}`).join(',')}`;
		const { listed, summaries, hidden } = hold(checked('students.csv', `${header}\n`));
		assert.deepEqual([listed.length, summaries.length, hidden], [999, 0, 502]);
	});

	it('are listed correctly for any file and any limit', () => {
		const random = new Random(7);
		for (let round = 0; round < 300; round++) {
			const values = ['F', 'Female', 'f', 'null', '', 'zz', 'H', '\ufffd', '"a"b', 'a"b'];
			const row = (index: number): string =>
				random.chance(0.1)
					? random.pick(['', ',,,', '1,2', `${index},5,Reyes, Jr,Ana,F,W,N`])
					: `${index},5,=x,Ana,${random.pick(values)},${random.pick(values)},${random.pick(values)}`;
			const extra = random.chance(0.5) ? `,${Array(random.below(30)).fill('q').join(',')}` : '';
			const checker = checked('students.csv', `${COLUMNS}${extra}\n${rows(random.below(120), row)}`);
			const most = 2 + random.below(60);
			if (checker.findings().length > most) hold(checker, most);
		}
	});
});
