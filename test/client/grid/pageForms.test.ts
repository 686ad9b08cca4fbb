import assert from 'node:assert/strict';
import type { GridFromPage } from '../../../client/src/grid/messages';
import { isPageRequest } from '../../../client/src/grid/pageForms';

const view = { id: '1', filter: {} };
const range = { first: 0, last: 3, columns: [0, 2] };

/** One request of each method, as the page sends them. */
const requests: readonly GridFromPage[] = [
	{ id: 1, method: 'begin', params: null },
	{ id: 2, method: 'layout', params: null },
	{ id: 3, method: 'rows', params: { view, first: 0, count: 60, columns: [0, 1] } },
	{ id: 4, method: 'cell', params: { record: 1, column: 0 } },
	{ id: 5, method: 'codes', params: { column: 4 } },
	{ id: 6, method: 'values', params: { column: 4 } },
	{ id: 7, method: 'find', params: { view, record: 9 } },
	{ id: 8, method: 'nextProblem', params: { view, row: 0, column: 0, backward: true } },
	{ id: 8, method: 'nextProblem', params: { view, row: -1, column: 0, backward: false } },
	{ id: 9, method: 'marks', params: { view, parts: 300 } },
	{
		id: 10,
		method: 'edit',
		params: { view, order: 3, action: { type: 'fill', ranges: [range], value: '' } },
	},
	{ id: 11, method: 'edit', params: { view, order: 3, action: { type: 'fillDown', ranges: [range] } } },
	{
		id: 12,
		method: 'edit',
		params: {
			view: {
				id: '2',
				filter: { problems: {}, values: [{ column: 1, values: [''] }], text: 'a' },
				sort: { column: 1, descending: false },
			},
			order: 3,
			action: { type: 'paste', byId: false, text: 'a\tb', row: 1, columns: [1, 2], selected: [range] },
		},
	},
	{
		id: 13,
		method: 'edit',
		params: { view, order: 3, action: { type: 'insertRows', record: 1, count: 2, below: true } },
	},
	{ id: 14, method: 'edit', params: { view, order: 3, action: { type: 'deleteRows', ranges: [range] } } },
	{ id: 15, method: 'copy', params: { view, ranges: [range], write: true } },
	{ id: 16, method: 'clipboard', params: null },
	{ id: 17, method: 'actions', params: { record: 0, column: 1 } },
	{ id: 18, method: 'act', params: { index: 0 } },
	{ id: 19, method: 'openText', params: { record: 1, column: 0 } },
	{ id: 20, method: 'arrange', params: { set: 'all', hidden: [], order: [], widths: {} } },
	{ id: 21, method: 'active', params: { place: null, cells: 0 } },
	{ id: 23, method: 'save', params: null },
	{ id: 22, method: 'active', params: { place: { record: 1, column: 0 }, cells: 4 } },
];

describe('a message of the page of a table', () => {
	for (const request of requests) {
		it(`is a request: ${request.method} ${request.id}`, () => {
			assert.equal(isPageRequest(JSON.parse(JSON.stringify(request))), true);
		});
	}

	const wrong: Readonly<Record<string, unknown>> = {
		nothing: null,
		'a text': 'begin',
		'no number': { method: 'begin', params: null },
		'a method that is none': { id: 1, method: 'delete', params: null },
		'a method of every object': { id: 1, method: 'toString', params: null },
		'an action of every object': {
			id: 1,
			method: 'edit',
			params: { view, order: 1, action: { type: 'constructor' } },
		},
		'an edit without an order': {
			id: 1,
			method: 'edit',
			params: { view, action: { type: 'fillDown', ranges: [range] } },
		},
		'an edit without cells': {
			id: 1,
			method: 'edit',
			params: { view, order: 1, action: { type: 'fill', value: 'x' } },
		},
		'a value that is no text': {
			id: 1,
			method: 'edit',
			params: { view, order: 1, action: { type: 'fill', ranges: [range], value: 7 } },
		},
		'a row below 0': { id: 1, method: 'cell', params: { record: -1, column: 0 } },
		'half a column': { id: 1, method: 'cell', params: { record: 1, column: 0.5 } },
		'a row that is a text': { id: 1, method: 'openText', params: { record: '1', column: 0 } },
		'no parameters': { id: 1, method: 'rows', params: null },
		'a filter that is none': {
			id: 1,
			method: 'rows',
			params: { view: { id: '1', filter: { values: 'x' } }, first: 0, count: 1, columns: [] },
		},
	};
	for (const [what, message] of Object.entries(wrong)) {
		it(`is ignored: ${what}`, () => assert.equal(isPageRequest(message), false));
	}
});
