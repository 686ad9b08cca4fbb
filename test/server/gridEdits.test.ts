import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { ErrorCodes, LSPErrorCodes, type TextEdit } from 'vscode-languageserver';
import {
	type GridAction,
	type GridCopyAnswer,
	type GridEditAnswer,
	type GridPlanAnswer,
	type GridRowNamesAnswer,
	type GridRows,
	type GridView,
	gridCopyRequest,
	gridEditRequest,
	gridPlanPasteRequest,
	gridRowNamesRequest,
	gridRowsRequest,
} from '../../server/src/protocol';
import { edited } from '../support/features';
import { Client } from './client';

const uri = 'file:///district/students.csv';
const text =
	'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n2,5,Boone,Lee,Male\n3,6,Chu,Li,M\n';
const file = { uri, version: 1 };
const all: GridView = { id: 'all', filter: {} };

describe('the requests on the cells of a table', () => {
	let client: Client;
	beforeEach(async () => {
		client = await Client.start();
		client.open(uri, text);
	});
	afterEach(() => client.stop());

	const ask = <A>(method: string, params: object): Promise<A> =>
		client.connection.sendRequest<A>(method, params);
	const edit = async (action: GridAction, view = all, of = file) => {
		const answer = await ask<GridEditAnswer>(gridEditRequest, { file: of, view, action });
		assert.ok('files' in answer, JSON.stringify(answer));
		const { files, ...counts } = answer;
		return { text: edited(text, (files[0]?.edits ?? []) as TextEdit[]), files: files.length, ...counts };
	};
	const gender = (first: number, last: number) => [{ first, last, columns: [4] }];

	it('answer the edits of an action in the rows that are shown, with counts', async () => {
		const problems = { id: 'problems', filter: { problems: {} } };
		assert.deepEqual(await edit({ type: 'fill', ranges: gender(0, 0), value: 'M' }, problems), {
			text: text.replace('Male', 'M'),
			files: 1,
			changed: 1,
			unreadable: 0,
			unmatched: { count: 0, ids: [], hidden: 0 },
		});
		assert.equal((await edit({ type: 'fill', ranges: gender(0, 0), value: 'F' })).files, 0);
		assert.equal(
			(await edit({ type: 'fillDown', ranges: gender(1, 2) })).text,
			text.replace('Li,M', 'Li,Male'),
		);
		assert.equal(
			(await edit({ type: 'deleteRows', ranges: gender(1, 1) })).text,
			text.replace('2,5,Boone,Lee,Male\n', ''),
		);
		assert.equal(
			(await edit({ type: 'insertRows', record: 3, count: 1, below: true })).text,
			`${text},,,,\n`,
		);
	});

	it('paste a block at a cell or by its IDs, and say before what it would do', async () => {
		const paste = { text: '3\tX\r\n9\tM\r\n1\tX\r\n', row: 0, columns: [4], selected: [] };
		const plan = await ask<GridPlanAnswer>(gridPlanPasteRequest, { file, view: all, ...paste });
		assert.deepEqual(plan, {
			rows: 3,
			columns: 2,
			cells: 0,
			problem:
				'The block has 2 columns, but only 1 is left from Gender on. Copy fewer, or start further left.',
			byId: { matched: 2, unmatched: 1, columns: ['Gender'] },
		});
		const byId = await edit({ type: 'paste', byId: true, ...paste });
		assert.deepEqual(
			[byId.text, byId.changed, byId.unmatched],
			[text.replace('Ana,F', 'Ana,X').replace('Li,M', 'Li,X'), 2, { count: 1, ids: ['9'], hidden: 0 }],
		);
		const here = { ...paste, text: 'X\nX\nX', type: 'paste', byId: false } as const;
		assert.equal((await edit(here)).text, text.replace(/(F|Male|M)\n/g, 'X\n'));
	});

	it('copy cells, and name the students of rows', async () => {
		const ranges = [{ first: 0, last: 1, columns: [0, 4] }];
		assert.deepEqual(await ask<GridCopyAnswer>(gridCopyRequest, { file, view: all, ranges }), {
			text: '1\tF\r\n2\tMale',
			cells: 4,
		});
		assert.deepEqual(await ask<GridRowNamesAnswer>(gridRowNamesRequest, { file, view: all, ranges }), {
			rows: 2,
			names: ['Reyes, Ana (1)', 'Boone, Lee (2)'],
		});
	});

	it('refuse another version, a file without columns, and what is none of the table', async () => {
		const fill = { type: 'fill', ranges: gender(0, 0), value: 'M' };
		const problemOf = async (params: object, method = gridEditRequest) =>
			(await ask<{ readonly problem: string }>(method, params)).problem;
		assert.equal(
			await problemOf({ file: { uri, version: 2 }, view: all, action: fill }),
			'students.csv changed in the meantime, so nothing was done. Try again.',
		);
		const bars = { uri: 'file:///other/students.csv', version: 1 };
		client.open(bars.uri, 'Student_id;School_id\n1;5\n');
		assert.match(await problemOf({ file: bars, view: all, action: fill }), /semicolons/);
		for (const action of [
			{ type: 'fill', ranges: gender(0, 99), value: '' },
			{ type: 'paste', byId: false, text: 'x', row: 0, columns: [99], selected: [] },
			{ type: 'deleteRows', ranges: [] },
		]) {
			assert.match(
				await problemOf({ file, view: all, action }),
				/^(?!Something went wrong).+\.$/,
				JSON.stringify(action),
			);
		}
		for (const action of [
			{},
			{ type: 'shred' },
			{ type: 'fill' },
			{ type: 'fill', ranges: gender(0, 0) },
			{ type: 'fill', ranges: gender(0, 0), value: 7 },
			{ type: 'fill', ranges: [{ first: null, last: 'x' }], value: '' },
			{ type: 'paste', byId: true },
			{ type: 'insertRows', record: 'x', count: 1, below: true },
			{ type: 'deleteRows', ranges: 'all' },
		]) {
			const refused = ask(gridEditRequest, { file, view: all, action });
			await assert.rejects(refused, { code: ErrorCodes.InvalidParams }, JSON.stringify(action));
		}
		for (const method of [gridCopyRequest, gridRowNamesRequest, gridPlanPasteRequest]) {
			const block = { text: 'x', row: 0, columns: [0], selected: [] };
			const nowhere = { ...block, ranges: [], columns: [99] };
			assert.match(
				await problemOf({ file, view: all, ...nowhere }, method),
				/^(?!Something went wrong).+\.$/,
				method,
			);
			for (const params of [
				{ file, ...block, ranges: gender(0, 0) },
				{ file, view: { id: 5, filter: {} }, ...block, ranges: gender(0, 0) },
				{ view: all, ...block, ranges: gender(0, 0) },
			])
				await assert.rejects(ask(method, params), { code: ErrorCodes.InvalidParams }, method);
		}
	});

	it('change nothing where rows have moved since the person has seen them', async () => {
		const rows = await ask<GridRows>(gridRowsRequest, { uri, view: all, first: 0, count: 3, columns: [4] });
		const action: GridAction = { type: 'fill', ranges: gender(1, 1), value: 'M' };
		const fill = (version: number, { order }: GridRows) =>
			ask<GridEditAnswer>(gridEditRequest, { file: { uri, version }, view: all, order, action });
		assert.ok('files' in (await fill(1, rows)));
		const start = { line: 1, character: 0 };
		const version = client.change(uri, { range: { start, end: start }, text: '9,5,New,Row,F\n' });
		assert.deepEqual(await fill(version, rows), {
			problem: 'The rows of the table have changed in the meantime, so nothing was changed. Try again.',
		});
		const now = await ask<GridRows>(gridRowsRequest, { uri, view: all, first: 0, count: 3, columns: [4] });
		assert.ok('files' in (await fill(version, now)));
	});

	describe('on a large file', () => {
		const large = { uri: 'file:///large/students_ext.csv', version: 1 };
		const rows = Array.from({ length: 100_000 }, (_, index) => `${index},Yes`);
		const ranges = [{ first: 0, last: 99_999, columns: [1] }];
		const params = { file: large, view: all, action: { type: 'fill', ranges, value: 'No' } };
		beforeEach(() => client.open(large.uri, `sis_id,ext.title_i\n${rows.join('\n')}\n`));

		it('make one edit of many, of the rows that change and no others', async () => {
			const some = [{ first: 50_000, last: 59_999, columns: [1] }];
			const action = { type: 'fill', ranges: some, value: 'No' };
			const answer = await ask<GridEditAnswer>(gridEditRequest, { ...params, action });
			assert.ok('files' in answer);
			assert.equal(answer.changed, 10_000);
			const [one, ...others] = answer.files[0]?.edits ?? [];
			assert.equal(others.length, 0);
			assert.deepEqual(one?.range, {
				start: { line: 50_001, character: '50000,'.length },
				end: { line: 60_000, character: '59999,Yes'.length },
			});
		});

		it('can be canceled', async () => {
			const cancel = new CancellationTokenSource();
			const answer = client.connection.sendRequest(gridEditRequest, params, cancel.token);
			cancel.cancel();
			await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
		});

		it('stop if the file changes in the meantime', async () => {
			const answer = ask<GridEditAnswer>(gridEditRequest, params);
			const start = { line: 1, character: 0 };
			client.change(large.uri, { range: { start, end: start }, text: 'x' });
			assert.deepEqual(await answer, {
				problem: 'students_ext.csv changed in the meantime, so nothing was done. Try again.',
			});
		});
	});
});
