/**
 * That every rule decides whether it tells a value without its message, and that none which says no tells one: for each
 * column of codes, what is written in it is put to every rule, and a rule that is heard for one meaning only tells it.
 */

import assert from 'node:assert/strict';
import { problemList } from '../../server/src/bulk/problemList';
import { rules } from '../../server/src/rules';
import { type Element, type OptionSet, type Table, tables } from '../../server/src/spec';
import { done } from '../bulk/support';
import { checked } from '../support/features';

/** The values of a column with what each means: a code, several codes that it could be, or nothing. */
function meanings({
	options,
	ambiguous = [],
	unlisted = [],
}: OptionSet): readonly (readonly [string, string])[] {
	return [
		...options.flatMap(({ code, label, meantBy = [], iso639 = [] }) =>
			[code, label, ...meantBy, ...iso639].map((value) => [value, code] as const),
		),
		...ambiguous.flatMap(({ values, codes }) => values.map((value) => [value, `one of ${codes}`] as const)),
		...unlisted.map((value) => [value, value] as const),
		...['null', 'N/A', 'None', '-', ' '].map((value) => [value, 'nothing'] as const),
		...['Zzyzx', 'Qwertz'].map((value) => [value, value] as const),
	];
}

/** What exporters, people and programs make of a value. */
const written: readonly ((value: string) => string)[] = [
	(value) => value,
	(value) => value.toLowerCase(),
	(value) => ` ${value} `,
	(value) => `"${value}"`,
	(value) => `${value}\u200b`,
	(value) => `${value}Ã±`,
	(value) => `=${value}`,
	(value) => value.repeat(300),
];

/** The meanings for which each rule is in the list without values, in one column. */
function heardOf(table: Table, { column, optionSet }: Element): ReadonlyMap<string, ReadonlySet<string>> {
	const cases = meanings(optionSet as OptionSet).flatMap(([value, meaning]) =>
		written.map((write) => ({ value: write(value), meaning })),
	);
	const rows = cases.map(({ value }, index) => `${index},"${value.replaceAll('"', '""')}"\n`);
	const text = `${table.primaryKey},${column}\n${rows.join('')}`;
	const heard = new Map<string, Set<string>>();
	for (const [rule = '', , , row] of done(problemList(checked(table, text), false)).slice(1)) {
		const found = cases[Number(row) - 2];
		if (found) heard.set(rule, (heard.get(rule) ?? new Set()).add(found.meaning));
	}
	return heard;
}

describe('a rule in a list without values', () => {
	it('has decided whether it tells a value', () => {
		for (const { id, tellsValue } of rules) {
			assert.ok(
				['boolean', 'function'].includes(typeof tellsValue),
				`${id} does not say whether it tells a value`,
			);
		}
	});

	it('is left out if it names a status, or what is not in a list of codes', () => {
		// Issue 12, N13: record/* and dataset/idea-without-iep; each title of the others names what the row has, or in a
		// column of yes and no that somebody has written both.
		assert.deepEqual(
			rules
				.filter(({ tellsValue }) => tellsValue === true)
				.map(({ id }) => id)
				.sort(),
			[
				'dataset/conflicting-value',
				'dataset/idea-without-iep',
				'dataset/iep-without-idea',
				'field/code-label',
				'field/null-word',
				'field/unlisted-code',
				'record/idea-without-disability',
				'record/idea-without-type',
				'record/type-without-idea',
				'table/conflicting-rows',
			],
		);
	});

	for (const table of tables) {
		for (const element of table.elements.filter(({ optionSet }) => optionSet)) {
			it(`is heard in ${element.column} of ${table.fileName} for several meanings, or for none`, () => {
				for (const [rule, found] of heardOf(table, element)) {
					assert.ok(found.size > 1, `${rule} tells that the value is ${[...found]}`);
				}
			});
		}
	}
});
