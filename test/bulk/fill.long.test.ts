import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyFillRule } from '../../server/src/bulk/fill/fillByRule';
import type { FillRule } from '../../server/src/settings';
import { done, editedText, extension, randomExtension, randomRoster, records, roster } from './support';

const OPTIONS = ['', '', 'Yes', 'No', ' ', 'a, b', 'say "x"', 'yes'];

/** The column that rules fill, which takes Yes or No. */
const TARGET = 'ext.title_i';

interface Case {
	readonly source: string;
	readonly target: string;
	readonly when: string;
	readonly is: readonly string[] | undefined;
	readonly code: string;
	readonly otherwise: string | undefined;
	readonly onlyWhereEmpty: boolean;
}

/** Whether the two values of a district's own column, or of TARGET, are the same: by case and outer spaces. */
const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** What becomes of each row of the target file, worked out from what csv-parse reads: a text, or undefined. */
function expected({
	source,
	target,
	when,
	is,
	code,
	otherwise,
	onlyWhereEmpty,
}: Case): (string | undefined)[] {
	const [sourceHeader = [], ...sourceRows] = records(source);
	const [targetHeader = [], ...targetRows] = records(target);
	const idAt = sourceHeader.indexOf('Student_id');
	const whenAt = sourceHeader.indexOf(when);
	const keyAt = targetHeader.indexOf('sis_id');
	const targetAt = targetHeader.indexOf(TARGET);
	const valuesOf = (id: string): string[] =>
		sourceRows.filter((row) => row[idAt] === id).map((row) => row[whenAt] ?? '');
	const wanted = (id: string): string | undefined => {
		const all = valuesOf(id);
		if (all.length === 0) return undefined;
		const filled = all.filter((value) => value.trim() !== '');
		if (filled.length === 0) return is?.some((value) => value === '') ? code : otherwise;
		const matches = new Set(
			filled.map((value) => !is || is.some((one) => one.trim() !== '' && same(one, value))),
		);
		if (matches.size > 1) return undefined;
		return matches.has(true) ? code : otherwise;
	};
	return targetRows.map((row) => {
		const put = wanted(row[keyAt] ?? '');
		const value = targetAt < 0 ? '' : (row[targetAt] ?? '');
		if (put === undefined || same(value, put)) return undefined;
		return value.trim() !== '' && onlyWhereEmpty ? undefined : put;
	});
}

describe('Fill by Rule in random districts', () => {
	const cases = fc.record({
		source: randomRoster(OPTIONS),
		target: randomExtension(OPTIONS),
		// A column of names has no codes, so its values are compared as texts.
		when: fc.constant('Last_name'),
		is: fc.option(fc.subarray(['Yes', 'No', '', 'a, b'], { minLength: 1 }), { nil: undefined }),
		code: fc.constantFrom('Yes', 'No'),
		otherwise: fc.constantFrom(undefined, 'Yes', 'No'),
		onlyWhereEmpty: fc.boolean(),
	});

	it('changes what an independent model changes, counts it, and no other byte', () => {
		let fills = 0;
		fc.assert(
			fc.property(cases, (one) => {
				const { source, target, when, is, code, otherwise, onlyWhereEmpty } = one;
				fc.pre(records(source)[0]?.includes(when) === true);
				const isNew = !records(target)[0]?.includes(TARGET);
				const rule: FillRule = {
					when: { column: when, file: 'students.csv', is },
					set: { column: TARGET, file: 'students_ext.csv', code },
					else: otherwise,
					onlyWhereEmpty,
				};
				const before = extension(target);
				const { edits, counts } = done(applyFillRule([roster(source), before], rule));
				const text = editedText(before, edits.edits);
				const model = expected(one);
				const [header = [], ...rows] = records(target);
				const at = isNew ? header.length : header.indexOf(TARGET);
				// Where the column is new, every row gets a field; a row of nothing else has none to compare.
				const wantedRows = rows.map((row, index) => {
					const put = model[index] ?? (isNew ? '' : row[at]);
					return isNew ? [...row, put] : row.map((value, column) => (column === at ? put : value));
				});
				assert.deepEqual(records(text), [isNew ? [...header, TARGET] : header, ...wantedRows]);
				const changed = model.filter((put) => put !== undefined).length;
				assert.equal(counts[0]?.changed, changed);
				fills += changed;
				if (!isNew) {
					// All that lies between the edits is there still, so undoing them gives the text before.
					let back = '';
					let place = 0;
					let shift = 0;
					for (const { start, end, text: put } of edits.edits) {
						back += text.slice(place, start + shift) + target.slice(start, end);
						place = start + shift + put.length;
						shift += put.length - (end - start);
					}
					assert.equal(back + text.slice(place), target);
					assert.equal(edits.edits.length, changed);
				}
			}),
			{ numRuns: 1000 },
		);
		assert.ok(fills > 500, `${fills} fields filled in all runs`);
	});
});
