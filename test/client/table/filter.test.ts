import assert from 'node:assert/strict';
import {
	conditionsOf,
	filterByProblems,
	filterByText,
	filterByValues,
	filteredValues,
	isFiltering,
} from '../../../client/src/grid/page/filterModel';
import {
	conditionText,
	problemColumnsText,
	rowsText,
	selectionText,
	valueName,
} from '../../../client/src/grid/page/filterTexts';
import type { GridColumn, GridFilter } from '../../../server/src/protocol';

function column(index: number, name: string, problems = 0): GridColumn {
	return {
		index,
		name,
		title: '',
		letter: 'A',
		role: 'other',
		isSecret: false,
		hasCodes: false,
		width: 5,
		problems,
	};
}

const columns = [column(0, 'pet_id'), column(1, 'Race', 4), column(2, 'School_id', 1)];
const textsOf = (filter: GridFilter): readonly string[] =>
	conditionsOf(filter).map((condition) => conditionText(condition, columns));

describe('the filter of the table', () => {
	const filter = filterByText(filterByValues(filterByProblems({}, {}), 1, ['Hispanic', '']), 'ana');

	it('says each of its conditions', () => {
		assert.deepEqual(textsOf(filter), ['Rows with problems', 'Race: Hispanic, (empty)', 'Contains "ana"']);
	});

	it('says which problems it looks for', () => {
		assert.deepEqual(textsOf({ problems: { column: 1 } }), ['Wrong values in Race']);
		assert.deepEqual(textsOf({ problems: { rule: 'csv/blank-line' } }), ['The row is empty']);
		assert.deepEqual(textsOf({ problems: { rule: 'csv/blank-line', column: 1 } }), [
			'Race: The row is empty',
		]);
	});

	it('says what changed since the last upload', () => {
		assert.deepEqual(textsOf({ changed: true }), ['Changed since the last upload']);
		const toHispanic = { changed: { column: 1, from: '' }, values: [{ column: 1, values: ['Hispanic'] }] };
		assert.deepEqual(textsOf(toHispanic), ['Race was (empty) in the last upload', 'Race: Hispanic']);
		assert.deepEqual(
			conditionsOf(toHispanic).map(({ without }) => textsOf(without)),
			[['Race: Hispanic'], ['Race was (empty) in the last upload']],
		);
	});

	it('can take each condition off, and keeps the others', () => {
		assert.deepEqual(
			conditionsOf(filter).map(({ without }) => textsOf(without)),
			[
				['Race: Hispanic, (empty)', 'Contains "ana"'],
				['Rows with problems', 'Contains "ana"'],
				['Rows with problems', 'Race: Hispanic, (empty)'],
			],
		);
	});

	it('has one list of values for each column', () => {
		const two = filterByValues(filterByValues(filter, 2, ['7']), 1, ['A']);
		assert.deepEqual(textsOf(two), ['Rows with problems', 'School_id: 7', 'Race: A', 'Contains "ana"']);
		assert.deepEqual(filteredValues(two, 2), ['7']);
		assert.equal(filteredValues(two, 0), undefined);
	});

	it('hides nothing without a condition', () => {
		assert.equal(isFiltering({}), false);
		assert.equal(isFiltering(filterByText({}, '  ')), false);
		assert.equal(isFiltering(filterByValues(filterByValues({}, 1, ['A']), 1, undefined)), false);
		assert.equal(isFiltering(filter), true);
	});

	it('names three values and counts the others', () => {
		const values = ['a', 'b', 'c', 'd', 'e'];
		assert.deepEqual(textsOf(filterByValues({}, 1, values)), ['Race: a, b, c and 2 more']);
	});

	it('shows spaces, and cuts what is long', () => {
		assert.equal(valueName('  '), '"  "');
		assert.equal(valueName('x'.repeat(500)).length, 40);
	});
});

describe('the counts of the table', () => {
	it('are of the rows that are shown, of all', () => {
		assert.equal(rowsText(34, 2400, true), '34 of 2,400 rows');
		assert.equal(rowsText(2400, 2400, false), '2,400 rows');
		assert.equal(rowsText(1, 1, false), '1 row');
	});

	it('are of cells and of columns with problems', () => {
		assert.equal(selectionText(1204), '1,204 cells selected');
		assert.equal(problemColumnsText(columns), 'Columns with problems (2)');
	});
});
