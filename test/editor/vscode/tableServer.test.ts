/** A table with the real server: what its page gets for a file, and what its actions make of the text. */
import { strict as assert } from 'node:assert';
import { commands, Position, Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import type { LanguageServer } from '../../../client/src/server/languageServer';
import type { GridAction, GridPlace, GridView } from '../../../server/src/protocol';
import { messagesOf, openNew } from './support';
import { openSession, realServer, type TestTable } from './tableSupport';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender,Race\r\n';
const TEXT = `${HEADER}1001,5,Reyes,Ana,Female,W\r\n1002,5,"Boone",Lee,Male,W\r\n1003,5,Poe,"Bo ""B""",,Q\r\n`;
const GENDER = 4;

const view: GridView = { id: '1', filter: {} };
const fill = (first: number, last: number, value: string): GridAction => ({
	type: 'fill',
	ranges: [{ first, last, columns: [GENDER] }],
	value,
});

describe('a table and the server', () => {
	let server: LanguageServer;
	let document: TextDocument;
	let table: TestTable;
	let count = 0;

	async function open(text = TEXT): Promise<void> {
		({ document } = await openNew(`table-server-${++count}`, 'students.csv', text));
		table = openSession(document, server);
	}

	const rows = () => table.ask('rows', { view, first: 0, count: 50, columns: [0, GENDER] });
	const edit = async (action: GridAction) =>
		table.ask('edit', { view, action, order: (await rows())?.order ?? 0 });

	async function act(place: GridPlace, title: RegExp): Promise<unknown> {
		const actions = await table.ask('actions', place);
		const action = actions.find((one) => title.test(one.title));
		assert.ok(action, actions.map((one) => one.title).join(' | '));
		return table.ask('act', { index: action.index });
	}

	before(async () => {
		server = await realServer();
	});
	after(() => server.stop());
	afterEach(async () => {
		table.dispose();
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	it('shows the rows with their findings', async () => {
		await open();
		const layout = await table.ask('layout', null);
		assert.deepEqual(
			layout?.columns.map(({ name }) => name),
			HEADER.trim().split(','),
		);
		const answer = await rows();
		assert.deepEqual(
			answer?.rows.map(({ values }) => values),
			[
				['1001', 'Female'],
				['1002', 'Male'],
				['1003', ''],
			],
		);
		assert.deepEqual(
			answer?.rows.map(({ findings }) => findings.map(({ rule, column }) => `${rule} ${column}`)),
			[['field/unknown-code 4'], ['field/unknown-code 4'], ['field/unknown-code 5']],
		);
	});

	it('fills cells and changes nothing else, and one undo reverses it', async () => {
		await open();
		assert.deepEqual(await edit(fill(0, 2, 'X')), { changed: 3, unreadable: 0 });
		assert.equal(
			document.getText(),
			`${HEADER}1001,5,Reyes,Ana,X,W\r\n1002,5,"Boone",Lee,X,W\r\n1003,5,Poe,"Bo ""B""",X,Q\r\n`,
		);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), TEXT);
	});

	it('never gets rows of an older version while cells are filled one after the other', async () => {
		await open();
		for (const value of ['F', 'M', 'X', 'F', 'M', 'Female', 'F']) {
			assert.deepEqual(await edit(fill(0, 0, value)), { changed: 1, unreadable: 0 });
			const answer = await rows();
			assert.equal(answer?.version, document.version);
			assert.equal(answer.rows[0]?.values?.[1], value);
			assert.equal(answer.rows[0]?.findings.length, value === 'Female' ? 1 : 0);
		}
	});

	it('makes edits that are asked for at once one after the other', async () => {
		await open();
		const answers = await Promise.all([0, 1, 2].map((row) => edit(fill(row, row, 'X'))));
		assert.deepEqual(answers, Array(3).fill({ changed: 1, unreadable: 0 }));
		assert.equal(document.getText().match(/,X,/g)?.length, 3);
	});

	it('offers the actions that the text has, and does one as one step to undo', async () => {
		await open();
		const start = TEXT.split('\r\n')[1]?.indexOf('Female') ?? 0;
		const inText = await commands.executeCommand<readonly { readonly title: string }[]>(
			'vscode.executeCodeActionProvider',
			document.uri,
			new Range(1, start, 1, start + 6),
		);
		const place = { record: 1, column: GENDER };
		const inTable = await table.ask('actions', place);
		// Two servers answer in the text: the extension's and that of this test.
		const titles = new Set(inText.map(({ title }) => title));
		assert.deepEqual(new Set(inTable.map(({ title }) => title)), titles);
		assert.equal(inTable[0]?.isPreferred, true);
		assert.equal(await act(place, /^Use F/), null);
		assert.equal(document.getText(), TEXT.replace('Female', 'F'));
		await commands.executeCommand('undo');
		assert.equal(document.getText(), TEXT);
	});

	it('fixes a whole column from its header', async () => {
		await open();
		assert.equal(await act({ record: 0, column: GENDER }, /Fix All/), null);
		assert.equal(document.getText(), TEXT.replace('Female', 'F').replace('Male', 'M'));
	});

	it('runs the command of an action', async () => {
		await open();
		const messages = await messagesOf(() => act({ record: 3, column: 5 }, /Accept/));
		assert.match(messages.join(), /^Race now accepts "Q"/);
		await workspace.getConfiguration('cleverDemographics').update('acceptedValues', undefined);
	});

	it('does an action of the text as it is now, and none that has gone', async () => {
		await open();
		const place = { record: 1, column: GENDER };
		const [first] = await table.ask('actions', place);
		const other = new WorkspaceEdit();
		other.replace(document.uri, new Range(3, 0, 3, 4), '1004');
		await workspace.applyEdit(other);
		assert.equal(await table.ask('act', { index: first?.index ?? 0 }), null);
		assert.equal(document.getText(), TEXT.replace('1003', '1004').replace('Female', 'F'));
		assert.match(
			JSON.stringify(await table.ask('act', { index: first?.index ?? 0 })),
			/edited in the meantime/,
		);
		assert.match(JSON.stringify(await table.ask('act', { index: 99 })), /edited in the meantime/);
	});

	it('does no action of another row that has come into its place', async () => {
		await open(TEXT.replace('Male', 'Female'));
		const [first] = await table.ask('actions', { record: 2, column: GENDER });
		const other = new WorkspaceEdit();
		other.insert(document.uri, new Position(1, 0), '1000,5,Ames,Cy,F,W\r\n');
		await workspace.applyEdit(other);
		const text = document.getText();
		const answer = await table.ask('act', { index: first?.index ?? 0 });
		assert.match(JSON.stringify(answer), /edited in the meantime/);
		assert.equal(document.getText(), text);
	});

	it('writes what is typed in an open cell once its page is hidden, and no sooner', async () => {
		await open();
		const order = (await rows())?.order ?? 0;
		await table.ask('draft', { view, order, action: fill(0, 0, 'F') });
		assert.equal(document.getText(), TEXT);
		const written = new Promise<void>((done) => {
			const listener = workspace.onDidChangeTextDocument(({ document: changed }) => {
				if (changed !== document) return;
				listener.dispose();
				done();
			});
		});
		table.setVisible(false);
		await written;
		assert.equal(document.getText(), TEXT.replace('Female', 'F'));
	});

	it('deletes rows after it has named their students', async () => {
		await open();
		const questions: string[] = [];
		const { showWarningMessage } = window;
		Object.assign(window, {
			showWarningMessage: async (question: string, _: object, button: string) => {
				questions.push(question);
				return button;
			},
		});
		try {
			const ranges = [{ first: 1, last: 1, columns: [0] }];
			assert.deepEqual(await edit({ type: 'deleteRows', ranges }), { changed: 1, unreadable: 0 });
		} finally {
			Object.assign(window, { showWarningMessage });
		}
		assert.deepEqual(questions, ['Delete the row of Boone, Lee (1002)?']);
		assert.equal(document.getText(), TEXT.replace('1002,5,"Boone",Lee,Male,W\r\n', ''));
	});

	it('pastes a block at the active cell', async () => {
		await open();
		const block = { type: 'paste', byId: false, row: 1, columns: [GENDER, 5], selected: [] } as const;
		assert.deepEqual(await edit({ ...block, text: 'M\tB\nX\tA\n' }), { changed: 4, unreadable: 0 });
		assert.equal(
			document.getText(),
			`${HEADER}1001,5,Reyes,Ana,Female,W\r\n1002,5,"Boone",Lee,M,B\r\n1003,5,Poe,"Bo ""B""",X,A\r\n`,
		);
		assert.match(JSON.stringify(await edit({ ...block, text: 'M\nX\nX\n' })), /problem/);
	});

	it('copies cells and gives the values of a column', async () => {
		await open();
		const ranges = [{ first: 0, last: 1, columns: [2, GENDER] }];
		const copied = await table.ask('copy', { view, ranges, write: false });
		assert.deepEqual(copied, { text: 'Reyes\tFemale\r\nBoone\tMale', cells: 4 });
		const values = await table.ask('values', { column: GENDER });
		assert.ok(values && 'values' in values);
		assert.deepEqual(values.values.map(({ value }) => value).sort(), ['Female', 'Male']);
	});

	it('shows a cell in the text', async () => {
		await open();
		await table.ask('openText', { record: 2, column: 2 });
		const editor = window.activeTextEditor;
		assert.equal(editor?.document, document);
		assert.equal(document.getText(editor?.selection), '"Boone"');
	});

	it('is there again after the server was restarted', async () => {
		await open();
		await rows();
		await server.restart();
		assert.equal((await rows())?.rows.length, 3);
		assert.deepEqual(await edit(fill(0, 0, 'F')), { changed: 1, unreadable: 0 });
	});
});
