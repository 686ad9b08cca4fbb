import assert from 'node:assert/strict';
import { isImportRequest } from '../../../client/src/import/importForms';
import type { ImportDecision, ImportFromPage } from '../../../client/src/import/messages';

const changes: readonly ImportDecision[] = [
	{ kind: 'column', element: 'Gender', from: 'Sex' },
	{ kind: 'column', element: 'Race', from: ['Race 1', 'Race 2'] },
	{ kind: 'column', element: 'Gender', from: null },
	{ kind: 'code', element: 'Gender', value: 'm', code: 'M' },
	{ kind: 'code', element: 'Gender', value: '?', code: null },
	{ kind: 'code', element: 'Gender', value: '?', code: undefined },
	{ kind: 'codes', element: 'Gender', codes: { '1': 'M', '2': 'F', '3': null } },
	{ kind: 'blank', element: 'Ell_status', code: 'N' },
	{ kind: 'codeTable', element: 'Race', table: null },
	{ kind: 'flags', element: 'Race', flags: { White: 'W' } },
	{ kind: 'flags', element: 'Race', flags: null },
	{ kind: 'system', system: 'PowerSchool' },
	{ kind: 'format', format: { delimiter: ',', encoding: 'utf-8', header: false } },
	{ kind: 'format', format: { encoding: undefined } },
	{ kind: 'startOver' },
];

const requests: readonly ImportFromPage[] = [
	{ id: 1, method: 'begin', params: null },
	...changes.map((change) => ({ id: 2, method: 'decide', params: { change, label: 'Decide' } }) as const),
	{ id: 3, method: 'import', params: null },
	{ id: 4, method: 'readAgain', params: null },
	{ id: 5, method: 'saveMappingAs', params: null },
	{ id: 6, method: 'chooseFolder', params: null },
	{ id: 7, method: 'openFile', params: { fileName: 'students.csv' } },
	{ id: 8, method: 'showProblems', params: null },
];

describe("a message of the import's page", () => {
	it('is a request in each form that the page sends', () => {
		for (const request of requests) assert.ok(isImportRequest(request), JSON.stringify(request));
	});

	it('is none where a method, a kind or a value is another', () => {
		const decide = (change: unknown): unknown => ({
			id: 1,
			method: 'decide',
			params: { change, label: 'x' },
		});
		const others: readonly unknown[] = [
			null,
			'begin',
			{ id: -1, method: 'begin', params: null },
			{ id: 1, method: 'toString', params: null },
			{ id: 1, method: 'openFile', params: null },
			{ id: 1, method: 'openFile', params: { fileName: 7 } },
			{ id: 1, method: 'decide', params: { change: changes[0] } },
			decide({ kind: 'constructor' }),
			decide({ kind: 'column', element: 'Gender', from: [7] }),
			decide({ kind: 'column', from: 'Sex' }),
			decide({ kind: 'code', element: 'Gender', value: 'm', code: 7 }),
			decide({ kind: 'codes', element: 'Gender', codes: ['M'] }),
			decide({ kind: 'codes', element: 'Gender', codes: { m: 7 } }),
			decide({ kind: 'flags', element: 'Race', flags: { White: 7 } }),
			decide({ kind: 'format', format: 'utf-8' }),
			decide({ kind: 'format', format: { headerRow: 1.5 } }),
		];
		for (const other of others) assert.ok(!isImportRequest(other), JSON.stringify(other));
	});
});
