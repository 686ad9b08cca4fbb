import assert from 'node:assert/strict';
import { CancellationTokenSource, ProgressType } from 'vscode-jsonrpc/node';
import { LSPErrorCodes, type TextEdit } from 'vscode-languageserver';
import {
	type AddMissingAnswer,
	addMissingRequest,
	type ColumnValuesAnswer,
	columnValuesRequest,
	type MoveAnswer,
	moveRequest,
	type ProblemListAnswer,
	problemListRequest,
	type ReplaceAnswer,
	replaceRequest,
} from '../../server/src/protocol';
import { edited } from '../support/features';
import { Client } from './client';

const rosterUri = 'file:///district/students.csv';
const extensionUri = 'file:///district/students_ext.csv';
const rosterText =
	'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Female\n2,5,Boone,Lee,F\n';
const extensionText = 'sis_id,ext.title_i\n1,Yes\n';
const roster = { uri: rosterUri, version: 1 };
const extension = { uri: extensionUri, version: 1 };

describe('the requests on whole files', () => {
	let client: Client;
	beforeEach(async () => {
		client = await Client.start();
		client.open(rosterUri, rosterText);
		client.open(extensionUri, extensionText);
	});
	afterEach(() => client.stop());

	const ask = <A>(method: string, params: object): Promise<A> =>
		client.connection.sendRequest<A>(method, params);

	it('answer edits per file, and counts', async () => {
		const added = await ask<AddMissingAnswer>(addMissingRequest, { roster, extension });
		assert.ok('files' in added);
		assert.deepEqual(added.files, [
			{
				...extension,
				edits: [
					{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, newText: '2,\n' },
				],
			},
		]);
		assert.deepEqual([added.added, added.unreadable], [1, 0]);

		const moved = await ask<MoveAnswer>(moveRequest, { roster, extension });
		assert.ok('files' in moved);
		assert.deepEqual(
			moved.files.map(({ uri, edits }) =>
				edited(uri === rosterUri ? rosterText : extensionText, edits as TextEdit[]),
			),
			[
				'Student_id,School_id,Last_name,First_name,Gender,ext.title_i\n1,5,Reyes,Ana,Female,Yes\n2,5,Boone,Lee,F,\n',
				'sis_id,ext.title_i\n',
			],
		);
	});

	it('find the column of the cursor, and replace in it', async () => {
		const file = roster;
		const values = await ask<ColumnValuesAnswer>(columnValuesRequest, {
			file,
			at: { line: 1, character: 15 },
		});
		assert.ok(values && 'values' in values);
		assert.deepEqual([values.name, values.index, values.current], ['Gender', 4, 'Female']);
		const params = { file, column: values.index, value: 'Female', by: 'F' };
		const replaced = await ask<ReplaceAnswer>(replaceRequest, params);
		assert.ok('files' in replaced);
		const [edits] = replaced.files;
		assert.equal(edited(rosterText, edits?.edits as TextEdit[]), rosterText.replace('Female', 'F'));
		for (const row of [2, 3]) {
			const one = await ask<ReplaceAnswer>(replaceRequest, { ...params, row });
			assert.equal('changed' in one ? one.changed : -1, row === 2 ? 1 : 0, `row ${row}`);
		}
	});

	it('list every problem as CSV', async () => {
		const list = await ask<ProblemListAnswer>(problemListRequest, { file: roster, withValues: false });
		assert.ok('text' in list);
		assert.match(
			list.text,
			/\r\nfield\/unknown-code,error,students\.csv,2,E \(Gender\),The column has no such code\r\n/,
		);
		assert.equal(list.text.split('\r\n').length, list.count + 2);
		assert.equal(list.leftOut, 0);
	});

	it('say how many problems a list without values leaves out', async () => {
		const uri = 'file:///other/students_ext.csv';
		client.open(uri, 'sis_id,ext.idea_indicator,ext.disability_status\n1,Yes,No\n2,Y,No\n');
		const list = async (withValues: boolean) => {
			const answer = await ask<ProblemListAnswer>(problemListRequest, {
				file: { uri, version: 1 },
				withValues,
			});
			assert.ok('text' in answer);
			return answer;
		};
		const all = await list(true);
		assert.equal(all.leftOut, 0);
		const some = await list(false);
		assert.deepEqual([some.leftOut, some.count], [1, all.count - 1]);
		assert.doesNotMatch(some.text, /record\//);
	});

	it('report their progress', async () => {
		const kinds: string[] = [];
		const type = new ProgressType<{ readonly kind: string }>();
		client.connection.onProgress(type, 'work', ({ kind }) => {
			kinds.push(kind);
		});
		await ask(addMissingRequest, { roster, extension, workDoneToken: 'work' });
		assert.equal(kinds[0], 'begin');
		assert.equal(kinds.at(-1), 'end');
	});

	describe('on a large file', () => {
		const large = { uri: 'file:///large/students_ext.csv', version: 1 };
		const rows = Array.from({ length: 100_000 }, (_, index) => `${index},Yes`);
		const params = { file: large, column: 1, value: 'Yes', by: 'No' };
		beforeEach(() => client.open(large.uri, `sis_id,ext.title_i\n${rows.join('\n')}\n`));

		it('can be canceled', async () => {
			const cancel = new CancellationTokenSource();
			const answer = client.connection.sendRequest(replaceRequest, params, cancel.token);
			cancel.cancel();
			await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
		});

		it('stop if the file changes in the meantime', async () => {
			const answer = ask<ReplaceAnswer>(replaceRequest, params);
			const start = { line: 1, character: 0 };
			client.change(large.uri, { range: { start, end: start }, text: 'x' });
			assert.deepEqual(await answer, {
				problem: 'students_ext.csv changed in the meantime, so nothing was done. Try again.',
			});
		});
	});

	it('refuse a file that is not open, and one of another version', async () => {
		const gone = { uri: 'file:///elsewhere/students.csv', version: 1 };
		assert.deepEqual(await ask(addMissingRequest, { roster: gone, extension }), {
			problem: 'students.csv is not open as text. Open it in the text editor.',
		});
		assert.deepEqual(await ask(addMissingRequest, { roster: { ...roster, version: 7 }, extension }), {
			problem: 'students.csv changed in the meantime, so nothing was done. Try again.',
		});
	});
});
