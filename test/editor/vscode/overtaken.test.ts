/** What people read where a file was edited before the server, or VS Code, could answer. */
import { strict as assert } from 'node:assert';
import {
	type CodeAction,
	CodeActionKind,
	commands,
	type Disposable,
	languages,
	Position,
	type TextEditor,
	WorkspaceEdit,
	workspace,
} from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import { goToFirst } from '../../../client/src/report/goToFirst';
import { showRows } from '../../../client/src/ui/showRows';
import { messagesOf, openNew, rulesShown } from './support';
import { fakeServer, openSession } from './tableSupport';

const TEXT = 'Student_id,School_id,Last_name,First_name,Gender\r\n1,5,Reyes,Ana,Female\r\n';
/** As the LSP names what a server answers that a change has overtaken. */
const overtaken = (): never => {
	throw new ResponseError(LSPErrorCodes.ContentModified, 'The file changed.');
};
const canceled = (): never => {
	throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Canceled.');
};

describe('an answer that an edit overtakes', () => {
	let count = 0;
	let editor: TextEditor;
	let typing: Disposable | undefined;
	beforeEach(async () => {
		editor = await openNew(`overtaken-${++count}`, 'students.csv', TEXT);
	});
	afterEach(async () => {
		typing?.dispose();
		await commands.executeCommand('workbench.action.files.revert');
		await commands.executeCommand('workbench.action.closeAllEditors');
	});

	/** Edits the file while VS Code asks for its actions, by a provider that is asked beside ours. */
	function typeWhileAsked(): void {
		const provideCodeActions = async (): Promise<CodeAction[]> => {
			typing?.dispose();
			const edit = new WorkspaceEdit();
			edit.insert(editor.document.uri, new Position(1, 0), '7');
			assert.ok(await workspace.applyEdit(edit));
			return [];
		};
		const selector = { pattern: '**/students.csv' };
		typing = languages.registerCodeActionsProvider(
			selector,
			{ provideCodeActions },
			{ providedCodeActionKinds: [CodeActionKind.SourceFixAll] },
		);
	}

	it('does not make Fix All say that nothing can be fixed', async () => {
		await rulesShown(editor.document, ['field/unknown-code']);
		const fixAll = () => commands.executeCommand('cleverDemographics.fixAll');
		typeWhileAsked();
		assert.deepEqual(await messagesOf(fixAll), [
			'students.csv was edited in the meantime, so nothing was fixed. Try again.',
		]);
		assert.match(editor.document.getText(), /71,5,Reyes,Ana,Female/);
	});

	it('is no problem that is gone, and the report says so', async () => {
		const { uri } = editor.document;
		const target = { rule: 'field/unknown-code', fileName: 'students.csv' };
		const ask = async (answer: () => unknown): Promise<void> => {
			const { server } = await fakeServer({ firstProblem: answer });
			await goToFirst(server, uri, target);
		};
		for (const answer of [overtaken, canceled])
			await assert.rejects(ask(answer), { message: 'students.csv was edited in the meantime. Try again.' });
		assert.deepEqual(await messagesOf(() => ask(() => null)), ['students.csv no longer has this problem.']);
	});

	it('is no failure of a table: its page asks again', async () => {
		const { server } = await fakeServer({ rows: overtaken, layout: canceled, codes: overtaken });
		const table = openSession(editor.document, server);
		const view = { id: '1', filter: {} };
		const sorted = { id: '2', filter: {}, sort: { column: 0, descending: false } };
		const messages = await messagesOf(async () => {
			assert.equal(await table.ask('layout', null), null);
			assert.equal(await table.ask('rows', { view, first: 0, count: 5, columns: [0] }), null);
			assert.equal(await table.ask('rows', { view: sorted, first: 0, count: 5, columns: [0] }), null);
			assert.equal(await table.ask('codes', { column: 0 }), null);
		});
		table.dispose();
		assert.deepEqual(messages, []);
	});

	it('does not say that rows are gone', async () => {
		const { server } = await fakeServer({ rows: overtaken });
		assert.deepEqual(await messagesOf(() => showRows(server, editor.document.uri, { values: [] }, 0)), []);
	});

	it('is a failure where the server failed', async () => {
		const { server } = await fakeServer({
			rows: () => {
				throw new ResponseError(LSPErrorCodes.RequestFailed, 'It failed.');
			},
		});
		await assert.rejects(showRows(server, editor.document.uri, { values: [] }, 0), { message: 'It failed.' });
	});
});
