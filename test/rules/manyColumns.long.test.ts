/** Headers that no program writes: each is checked again whenever it is edited, so its length must not count twice. */

import assert from 'node:assert/strict';
import { checkerOf } from '../support/checking';

const COLUMNS = 10_000;
/** A check takes below a second on an idle machine; one that compares each name with each other takes minutes. */
const MAX_MS = 20_000;

/** A number in letters, so that no header differs from another in a digit only. */
function letters(index: number): string {
	const rest = Math.floor(index / 26);
	return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(97 + (index % 26))}`;
}

describe('a header of 10,000 columns', () => {
	for (const [kind, name] of [
		['unknown names', (index: number) => `column ${index}`],
		['names with a typing mistake', (index: number) => `migrant_stat${letters(index)}`],
		["other partners' names", (index: number) => `ext.migrant_stat${letters(index)}`],
		['names of exports', (index: number) => `${letters(index)}.Ethnicity`],
		['no names', () => ''],
		['one name', () => 'Gender'],
	] as const) {
		it(`is checked in time: ${kind}`, () => {
			const names = Array.from({ length: COLUMNS }, (_, index) => name(index));
			const start = performance.now();
			const checker = checkerOf('students.csv', `Student_id,${names.join(',')}\n1\n`);
			assert.ok(checker.run());
			assert.ok(checker.findings().length > 0);
			assert.ok(performance.now() - start < MAX_MS);
		});
	}
});
