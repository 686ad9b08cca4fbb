/** What a table does with its document: versions, edits and undo, questions, and what it says to its page. */
import { strict as assert } from 'node:assert';
import { commands, env, Range, type TextDocument, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { GridAction, GridEditParams, GridView } from '../../../server/src/protocol';
import { openNew } from './support';
import { fakeServer, openSession, type ServerAnswers, type TestServer, type TestTable } from './tableSupport';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender\r\n';
const TEXT = `${HEADER}1,5,Reyes,Ana,Female\r\n2,5,"Boone",Lee,M\r\n3,5,Poe,Bo,\r\n`;

const view: GridView = { id: '1', filter: {} };
/** That of the rows that the page shows. */
const ORDER = 7;
const cells = (value: string): GridAction => ({
	type: 'fill',
	ranges: [{ first: 0, last: 0, columns: [4] }],
	value,
});
const rows: GridAction = { type: 'deleteRows', ranges: [{ first: 0, last: 1, columns: [0] }] };

/** What the server answers to an edit: one edit of the Gender of the first student. */
function genderEdit({ file, action }: GridEditParams): unknown {
	const range = { start: { line: 1, character: 14 }, end: { line: 1, character: 20 } };
	const newText = action.type === 'fill' ? action.value : '';
	return {
		files: [{ ...file, edits: [{ range, newText }] }],
		changed: 1,
		unreadable: 0,
		unmatched: { count: 0, ids: [], hidden: 0 },
	};
}

const layout = { version: 1, columns: [], total: 3, isComplete: true, findings: [], rules: [] };

/** Changes the document as another editor does. */
async function type(uri: Uri, range: Range, text: string): Promise<void> {
	const edit = new WorkspaceEdit();
	edit.replace(uri, range, text);
	assert.equal(await workspace.applyEdit(edit), true);
}

/** The messages of a kind that the page has got. */
function of(table: TestTable, kind: string): readonly object[] {
	return table.messages.filter((message) => message.type === kind);
}

describe('the session of a table', () => {
	let count = 0;
	let document: TextDocument;
	let server: TestServer;
	let table: TestTable;

	async function open(answers: ServerAnswers, text = TEXT): Promise<void> {
		({ document } = await openNew(`table-session-${++count}`, 'students.csv', text));
		server = await fakeServer(answers);
		table = openSession(document, server.server);
	}

	const edit = (action: GridAction) => table.ask('edit', { view, action, order: ORDER });

	afterEach(async () => {
		table.dispose();
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	it('makes an edit of nothing but the cell, which one undo reverses and VS Code saves', async () => {
		await open({ edit: genderEdit });
		assert.deepEqual(await edit(cells('F')), { changed: 1, unreadable: 0 });
		assert.equal(document.getText(), TEXT.replace('Female', 'F'));
		assert.equal(document.isDirty, true);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), TEXT);
		await commands.executeCommand('redo');
		assert.equal(await document.save(), true);
		const bytes = await workspace.fs.readFile(document.uri);
		assert.equal(Buffer.from(bytes).toString(), TEXT.replace('Female', 'F'));
	});

	it('makes thousands of edits as one, which one undo reverses', async () => {
		const many = Array.from({ length: 3000 }, (_, row) => `${row},5,Reyes,Ana,M\r\n`);
		const text = HEADER + many.join('');
		const edits = many.map((_, row) => {
			const start = { line: row + 1, character: `${row},5,Reyes,Ana,`.length };
			return { range: { start, end: { ...start, character: start.character + 1 } }, newText: 'F' };
		});
		await open(
			{
				edit: ({ file }: GridEditParams) => ({
					files: [{ ...file, edits }],
					changed: edits.length,
					unreadable: 0,
					unmatched: { count: 0, ids: [], hidden: 0 },
				}),
			},
			text,
		);
		assert.deepEqual(await edit(cells('F')), { changed: 3000, unreadable: 0 });
		assert.equal(document.getText(), text.replaceAll(',M\r', ',F\r'));
		await commands.executeCommand('undo');
		assert.equal(document.getText(), text);
	});

	it('asks again for an edit where the file changes in the meantime', async () => {
		let isFirst = true;
		await open({
			edit: async (params: GridEditParams) => {
				const answer = genderEdit(params);
				if (isFirst) await type(document.uri, new Range(3, 2, 3, 3), '7');
				isFirst = false;
				return answer;
			},
		});
		assert.deepEqual(await edit(cells('F')), { changed: 1, unreadable: 0 });
		assert.equal(server.asked('edit'), 2);
		assert.equal(document.getText(), TEXT.replace('Female', 'F').replace('3,5', '3,7'));
	});

	it('tells the server which order of the rows the page shows', async () => {
		const orders: unknown[] = [];
		await open({
			edit: (params: GridEditParams) => {
				orders.push(params.order);
				return genderEdit(params);
			},
		});
		await edit(cells('F'));
		assert.deepEqual(orders, [ORDER]);
	});

	it('says why the server refuses', async () => {
		await open({ edit: () => ({ problem: 'Fix that row first.' }) });
		assert.deepEqual(await edit(cells('F')), { problem: 'Fix that row first.' });
		assert.equal(document.getText(), TEXT);
	});

	it('asks before it deletes rows, and names the students', async () => {
		await open({
			edit: genderEdit,
			rowNames: () => ({ rows: 2, names: ['Reyes, Ana (1)', 'Boone, Lee (2)'] }),
		});
		const questions: string[] = [];
		const { showWarningMessage } = window;
		const answer = (agree: boolean) => async (question: string, _: object, button: string) => {
			questions.push(question);
			return agree ? button : undefined;
		};
		try {
			Object.assign(window, { showWarningMessage: answer(false) });
			assert.equal(await edit(rows), null);
			assert.equal(server.asked('edit'), 0);
			Object.assign(window, { showWarningMessage: answer(true) });
			assert.deepEqual(await edit(rows), { changed: 1, unreadable: 0 });
		} finally {
			Object.assign(window, { showWarningMessage });
		}
		assert.deepEqual(questions, Array(2).fill('Delete 2 rows: Reyes, Ana (1), Boone, Lee (2)?'));
	});

	it('deletes nothing where the file changes while it asks', async () => {
		await open({ edit: genderEdit, rowNames: () => ({ rows: 1, names: ['Reyes, Ana (1)'] }) });
		const { showWarningMessage } = window;
		Object.assign(window, {
			showWarningMessage: async (_: string, __: object, button: string) => {
				await type(document.uri, new Range(1, 0, 1, 1), '8');
				return button;
			},
		});
		try {
			assert.match(JSON.stringify(await edit(rows)), /edited in the meantime/);
		} finally {
			Object.assign(window, { showWarningMessage });
		}
		assert.equal(document.getText(), TEXT.replace('\n1,', '\n8,'));
	});

	it('offers to match a block by ID, and does what is chosen', async () => {
		const pasted: GridAction[] = [];
		await open({
			planPaste: () => ({
				rows: 300,
				columns: 2,
				cells: 600,
				byId: { matched: 298, unmatched: 2, columns: ['Gender'] },
			}),
			edit: (params: GridEditParams) => {
				pasted.push(params.action);
				return genderEdit(params);
			},
		});
		const block = {
			type: 'paste',
			text: '1\tF',
			row: 0,
			columns: [0, 4],
			selected: [],
			byId: false,
		} as const;
		const { showQuickPick } = window;
		const offered: string[][] = [];
		const pick = (at: number) => async (items: readonly { readonly label: string }[]) => {
			offered.push(items.map(({ label }) => label));
			return items[at];
		};
		try {
			for (const at of [0, 1, 9]) {
				Object.assign(window, { showQuickPick: pick(at) });
				await edit(block);
			}
			assert.equal(table.focused, 3);
		} finally {
			Object.assign(window, { showQuickPick });
		}
		assert.deepEqual(
			offered,
			Array(3).fill(['Match Rows by ID (298 of 300 found)', 'Paste from the Active Cell']),
		);
		assert.deepEqual(pasted, [{ ...block, byId: true }, block]);
	});

	it('asks before IDs are pasted that cannot be matched, and says why', async () => {
		const problem = 'ID 1 is in rows 1 and 2 of the block with "F" and "M" for Gender. Keep one of them.';
		const byId = { matched: 0, unmatched: 0, columns: [], problem };
		await open({ planPaste: () => ({ rows: 2, columns: 2, cells: 4, byId }), edit: genderEdit });
		const block = { type: 'paste', text: '1\tF', row: 0, columns: [0], selected: [], byId: false } as const;
		const { showWarningMessage } = window;
		const asked: string[] = [];
		const answers = [undefined, 'Paste from the Active Cell'];
		const showing = async (_: string, { detail }: { readonly detail: string }) =>
			answers[asked.push(detail) - 1];
		Object.assign(window, { showWarningMessage: showing });
		try {
			assert.equal(await edit(block), null);
			assert.equal(server.asked('edit'), 0);
			await edit(block);
		} finally {
			Object.assign(window, { showWarningMessage });
		}
		assert.equal(server.asked('edit'), 1);
		assert.deepEqual(asked, [problem, problem]);
	});

	it('refuses a block that does not fit, and one of 100 MB before the server gets it', async () => {
		await open({ planPaste: () => ({ rows: 9, columns: 9, cells: 0, problem: 'The block has 9 columns.' }) });
		const block = { type: 'paste', text: 'a\tb', row: 0, columns: [0], selected: [], byId: false } as const;
		assert.deepEqual(await edit(block), { problem: 'The block has 9 columns.' });
		assert.match(
			JSON.stringify(await edit({ ...block, text: 'x'.repeat(100_000_000) })),
			/The clipboard holds 100 million characters/,
		);
		assert.equal(server.asked('planPaste'), 1);
		assert.equal(document.getText(), TEXT);
		// Without a question the table has the keyboard all the time: a key typed meanwhile is its own.
		assert.equal(table.focused, 0);
	});

	it('never answers with rows of an older version', async () => {
		const answer = { total: 3, shown: 3, first: 0, rows: [], isComplete: true };
		let isFirst = true;
		await open({
			rows: async () => {
				const { version } = document;
				if (isFirst) await type(document.uri, new Range(1, 0, 1, 1), '7');
				isFirst = false;
				return { ...answer, version };
			},
		});
		const got = await table.ask('rows', { view, first: 0, count: 50, columns: [0] });
		assert.equal(got?.version, document.version);
		assert.equal(server.asked('rows'), 2);
	});

	it('says at once that the document has changed, and not to a page that is hidden', async () => {
		await open({ layout: () => layout });
		await type(document.uri, new Range(1, 0, 1, 1), '7');
		assert.deepEqual(of(table, 'changed'), [{ type: 'changed', version: document.version }]);
		table.setVisible(false);
		await type(document.uri, new Range(1, 0, 1, 1), '8');
		assert.equal(of(table, 'changed').length, 1);
	});

	it('says once that files of its folder are checked, and not that others are', async () => {
		await open({ layout: () => layout });
		server.status(
			document.uri.with({ path: `${document.uri.path}/../../elsewhere/students.csv` }).toString(),
		);
		server.status(document.uri.toString());
		server.status(document.uri.toString().replace('students.csv', 'students_ext.csv'));
		await new Promise((done) => setTimeout(done, 200));
		assert.equal(of(table, 'changed').length, 1);
	});

	it('shows a place once the page knows its columns, also where it was hidden', async () => {
		await open({ layout: () => layout });
		const place = { record: 2, column: 4 };
		table.session.reveal(place, false);
		await table.ask('begin', null);
		assert.deepEqual(of(table, 'reveal'), []);
		await table.ask('layout', null);
		assert.deepEqual(of(table, 'reveal'), [{ type: 'reveal', place }]);
		table.session.reveal(place, false);
		assert.equal(of(table, 'reveal').length, 2);
		table.setVisible(false);
		table.session.reveal(place, false);
		assert.equal(of(table, 'reveal').length, 2);
		table.setVisible(true);
		await table.ask('begin', null);
		await table.ask('layout', null);
		assert.equal(of(table, 'reveal').length, 3);
	});

	it('says that the server has stopped, and that it runs again', async () => {
		await open({ layout: () => layout });
		server.setRunning(false);
		const reason = 'The server that checks your files has stopped. Use Restart Server.';
		assert.deepEqual(of(table, 'unavailable'), [{ type: 'unavailable', reason }]);
		assert.equal(await table.ask('layout', null), null);
		await assert.rejects(table.ask('rows', { view, first: 0, count: 5, columns: [] }));
		await type(document.uri, new Range(1, 0, 1, 1), '7');
		assert.deepEqual(of(table, 'changed'), []);
		server.setRunning(true);
		assert.equal(of(table, 'unavailable').length, 2);
		assert.deepEqual(await table.ask('layout', null), layout);
	});

	it('ignores what is no request, and keeps to its own file', async () => {
		const uris: unknown[] = [];
		await open({
			cell: (params: { readonly uri: string }) => {
				uris.push(params.uri);
				return { version: 1, value: 'Ana' };
			},
		});
		for (const message of [null, 7, 'x', {}, { id: 1 }, { id: 1, method: 'toString', params: null }])
			table.send(message);
		assert.deepEqual(table.messages, []);
		const place = { record: 1, column: 3, uri: 'file:///etc/passwd' };
		assert.equal(await table.ask('cell', place), 'Ana');
		assert.deepEqual(uris, [document.uri.toString()]);
	});

	it('copies cells to the clipboard, where the page cannot', async () => {
		await open({ copy: () => ({ text: 'Reyes\tAna', cells: 2 }) });
		const ranges = [{ first: 0, last: 0, columns: [2, 3] }];
		await table.ask('copy', { view, ranges, write: true });
		assert.equal(await env.clipboard.readText(), 'Reyes\tAna');
		assert.equal(await table.ask('clipboard', null), 'Reyes\tAna');
	});

	it('keeps the active cell for the status bar', async () => {
		await open({});
		await table.ask('active', { place: { record: 2, column: 1 }, cells: 6 });
		assert.deepEqual([table.session.place, table.session.cells], [{ record: 2, column: 1 }, 6]);
		await table.ask('active', { place: null, cells: 0 });
		assert.equal(table.session.place, undefined);
	});

	it('tells the person what fails, and the page that it has failed', async () => {
		await open({
			cell: () => {
				throw new Error('Out of memory.');
			},
		});
		const messages: string[] = [];
		const { showErrorMessage } = window;
		Object.assign(window, { showErrorMessage: async (message: string) => void messages.push(message) });
		try {
			await assert.rejects(table.ask('cell', { record: 1, column: 0 }));
		} finally {
			Object.assign(window, { showErrorMessage });
		}
		assert.deepEqual(messages, ['Out of memory.']);
	});
});
