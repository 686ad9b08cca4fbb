import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver';
import {
	type GridCellAnswer,
	type GridCodesAnswer,
	type GridFindAnswer,
	type GridLayoutAnswer,
	type GridMarksAnswer,
	type GridPlaceAnswer,
	type GridProblemAnswer,
	type GridRangeAnswer,
	type GridRowsAnswer,
	gridCellRequest,
	gridCodesRequest,
	gridFindRequest,
	gridLayoutRequest,
	gridMarksRequest,
	gridNextProblemRequest,
	gridPlaceRequest,
	gridRangeRequest,
	gridRowsRequest,
	MAX_GRID_ROWS,
} from '../../server/src/protocol';
import { Client } from './client';

const uri = 'file:///district/students.csv';
const text = [
	'Student_id,School_id,Last_name,First_name,Gender',
	'1,5,Reyes,Ana,Female',
	'2,5,"O""Neil",Lee,F',
	'3,7,Boone,Max,M,extra',
	'4,7,Diaz,Eve,Q',
	'',
].join('\n');
const all = { id: 'all', filter: {} };
const problems = { id: 'problems', filter: { problems: {} } };

describe('the requests of the table editor', () => {
	let client: Client;
	beforeEach(async () => {
		client = await Client.start();
		client.open(uri, text);
	});
	afterEach(() => client.stop());

	const ask = <A>(method: string, params: object = {}): Promise<A> =>
		client.request<A>(method, { uri, ...params });
	const rows = (params: object): Promise<GridRowsAnswer> =>
		ask<GridRowsAnswer>(gridRowsRequest, { first: 0, count: 50, columns: [0, 4], view: all, ...params });

	it('answer the columns with what they are for', async () => {
		await client.published(uri, 1);
		const layout = await ask<GridLayoutAnswer>(gridLayoutRequest);
		assert.ok(layout);
		assert.deepEqual(
			layout.columns.map(({ name, role, hasCodes, problems: count }) => [name, role, hasCodes, count]),
			[
				['Student_id', 'key', false, 0],
				['School_id', 'school', false, 0],
				['Last_name', 'name', false, 0],
				['First_name', 'name', false, 0],
				['Gender', 'category', true, 2],
			],
		);
		assert.deepEqual([layout.version, layout.total, layout.isComplete, layout.students], [1, 4, true, 3]);
	});

	it('answer a window with its findings, for the version that it is of', async () => {
		const answer = await rows({ first: 1, count: 2 });
		assert.ok(answer);
		assert.deepEqual([answer.version, answer.first, answer.total, answer.shown], [1, 1, 4, 4]);
		assert.deepEqual(
			answer.rows.map(({ record, values, text: whole }) => [record, values ?? whole]),
			[
				[2, ['2', 'F']],
				[3, '3,7,Boone,Max,M,extra'],
			],
		);
		assert.deepEqual(
			answer.rows.map(({ findings }) => findings.map(({ rule }) => rule)),
			[[], ['csv/field-count']],
		);
	});

	it('answer for the newest text, and keep the rows of a view while cells change', async () => {
		assert.deepEqual(
			(await rows({ view: problems }))?.rows.map(({ record }) => record),
			[1, 3, 4],
		);
		const range = { start: { line: 1, character: 14 }, end: { line: 1, character: 20 } };
		const version = client.change(uri, { range, text: 'F' });
		const after = await rows({ view: problems });
		assert.deepEqual([after?.version, after?.rows.map(({ record }) => record)], [version, [1, 3, 4]]);
		assert.deepEqual(after?.rows[0], { record: 1, values: ['1', 'F'], findings: [] });
		assert.deepEqual(
			(await rows({ view: { ...problems, id: 'anew' } }))?.rows.map(({ record }) => record),
			[3, 4],
		);
	});

	it('answer no more rows than one answer holds', async () => {
		const many = `Student_id\n${'1\n'.repeat(MAX_GRID_ROWS + 100)}`;
		client.change(uri, { text: many });
		assert.equal((await rows({ count: 1e9, columns: [0] }))?.rows.length, MAX_GRID_ROWS);
		await assert.rejects(rows({ first: -3, count: 0 }), { code: ErrorCodes.InvalidParams });
		assert.deepEqual((await rows({ first: 1e6, count: 9 }))?.rows, []);
	});

	it('answer a cell and where it is', async () => {
		const cell = await ask<GridCellAnswer>(gridCellRequest, { record: 2, column: 2 });
		assert.deepEqual(cell, { version: 1, value: 'O"Neil' });
		const range = await ask<GridRangeAnswer>(gridRangeRequest, { record: 2, column: 2 });
		assert.deepEqual(range?.range, { start: { line: 2, character: 4 }, end: { line: 2, character: 13 } });
		assert.equal(await ask<GridCellAnswer>(gridCellRequest, { record: 9, column: 0 }), null);
		assert.equal(await ask<GridRangeAnswer>(gridRangeRequest, { record: 9, column: 0 }), null);
		const at = (line: number, character: number): Promise<GridPlaceAnswer> =>
			client.request(gridPlaceRequest, { textDocument: { uri }, position: { line, character } });
		assert.deepEqual(await at(2, 6), { record: 2, column: 2 });
		assert.deepEqual(
			await at(3, 18),
			{ record: 3, column: 4 },
			'the row has more values than there are columns',
		);
		assert.deepEqual(await at(5, 0), { record: 4, column: 0 }, 'after the last line break');
	});

	it('answer the row of a record, the next problem and the marks', async () => {
		const find = (record: number): Promise<GridFindAnswer> =>
			ask(gridFindRequest, { view: problems, record });
		assert.deepEqual([await find(3), await find(2)], [{ row: 1 }, null]);
		const next = await ask<GridProblemAnswer>(gridNextProblemRequest, {
			view: problems,
			row: 0,
			column: 4,
			backward: false,
		});
		assert.deepEqual(next, { row: 1, record: 3, column: 4 });
		const marks = await ask<GridMarksAnswer>(gridMarksRequest, { view: all, parts: 4 });
		assert.deepEqual(marks, { version: 1, marks: 'e ee' });
	});

	it('answer the codes of a column, with what people write for them', async () => {
		const codes = await ask<GridCodesAnswer>(gridCodesRequest, { column: 4 });
		const female = codes?.find(({ code }) => code === 'F');
		assert.equal(female?.label, 'Female');
		assert.ok(female?.words.includes('Girl'), String(female?.words));
		assert.equal(await ask<GridCodesAnswer>(gridCodesRequest, { column: 0 }), null);
	});

	it('answer null for a file that is none of ours or not open, and refuse parameters without sense', async () => {
		const rest = { view: all, first: 0, count: 1, columns: [0], record: 0, column: 0, parts: 1 };
		for (const method of [gridLayoutRequest, gridRowsRequest, gridCellRequest, gridMarksRequest]) {
			assert.equal(await ask(method, { uri: 'file:///district/other.csv', ...rest }), null);
		}
		for (const params of [
			{},
			{ uri },
			{ uri, view: {} },
			{ uri, view: all, first: 'x', count: 1, columns: [] },
		])
			await assert.rejects(ask(gridRowsRequest, params), { code: ErrorCodes.InvalidParams });
	});

	it('end once they are canceled', async () => {
		const canceled = new CancellationTokenSource();
		const sorted = { id: 's', filter: {}, sort: { column: 2, descending: false } };
		const names = Array.from({ length: 50_000 }, (_, row) => `${row},5,${(row * 7919) % 50_021}x,A,F\n`);
		client.change(uri, { text: `${text}${names.join('')}` });
		const params = { uri, view: sorted, first: 0, count: 5, columns: [0] };
		const asked = client.connection.sendRequest(gridRowsRequest, params, canceled.token);
		canceled.cancel();
		await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
		assert.equal((await rows({ view: sorted, count: 5 }))?.rows.length, 5);
	});
});
