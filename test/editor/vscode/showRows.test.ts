/** Rows that a view or the report leads to: filtered in a table, else the first of them in the text. */
import { strict as assert } from 'node:assert';
import { commands, type TextEditor, ViewColumn, window } from 'vscode';
import { type RowsOfColumn, showRows, showRowsOfColumn } from '../../../client/src/ui/showRows';
import type { GridFilter } from '../../../server/src/protocol';
import { messagesOf, openNew } from './support';
import { fakeServer, openSession, type ServerAnswers } from './tableSupport';

const TEXT = 'Student_id,Gender\n1,M\n2,Female\n3,F\n4,Female\n';
const GENDER = 1;

describe('rows that are shown', () => {
	let editor: TextEditor;
	let asked: readonly GridFilter[] = [];

	beforeEach(async () => {
		asked = [];
		editor = await openNew('show-rows', 'students.csv', TEXT);
	});
	afterEach(async () => {
		await commands.executeCommand('workbench.action.closeAllEditors');
	});

	/** A server that finds the records, and says that columns are where the file has them. */
	const answers = (...records: readonly number[]): ServerAnswers => ({
		layout: () => ({
			columns: ['Student_id', 'Gender'].map((name, index) => ({ index, name })),
		}),
		rows: ({ view }: { readonly view: { readonly filter: GridFilter } }) => {
			asked = [...asked, view.filter];
			return { rows: records.slice(0, 1).map((record) => ({ record })) };
		},
		range: ({ record, column }: { readonly record: number; readonly column: number }) => ({
			range: {
				start: { line: record, character: column * 2 },
				end: { line: record, character: column * 2 + 1 },
			},
		}),
	});
	const place = (): string => {
		const { line, character } = window.activeTextEditor?.selection.start ?? { line: -1, character: -1 };
		return `${line}:${character}`;
	};

	it('are the first of them where the file is open as text only', async () => {
		const { server } = await fakeServer(answers(2, 4));
		await showRows(server, editor.document.uri, { problems: {} }, GENDER);
		assert.equal(place(), '2:2');
		assert.deepEqual(asked, [{ problems: {} }]);
	});

	it('are filtered in the table where the file is open as one', async () => {
		const { server } = await fakeServer(answers(2, 4));
		const table = openSession(editor.document, server);
		await table.ask('begin', null);
		await table.ask('layout', null);
		const filter = { values: [{ column: GENDER, values: ['Female'] }] };
		await showRows(server, editor.document.uri, filter, GENDER);
		assert.deepEqual(
			table.messages.filter(({ type }) => type === 'filter'),
			[{ type: 'filter', filter, column: GENDER }],
		);
		assert.equal(table.focused, 1);
		table.dispose();
	});

	it('leave the keyboard where it is if they shall', async () => {
		const { server } = await fakeServer(answers(2, 4));
		const { uri } = editor.document;
		const table = openSession(editor.document, server);
		await table.ask('begin', null);
		await table.ask('layout', null);
		await showRows(server, uri, { problems: {} }, GENDER, true);
		assert.ok(table.messages.some(({ type }) => type === 'filter'));
		assert.equal(table.focused, 0);
		table.dispose();
	});

	it('make their file the active one in its own group of editors, with the keyboard elsewhere', async () => {
		const { server } = await fakeServer(answers(2, 4));
		const other = await openNew('show-rows', 'students_ext.csv', 'sis_id\n1\n');
		await window.showTextDocument(other.document, { viewColumn: ViewColumn.Two, preview: false });
		assert.equal(window.activeTextEditor?.document, other.document);
		await showRows(server, editor.document.uri, { problems: {} }, GENDER, true);
		const { activeTab, viewColumn } = window.tabGroups.activeTabGroup;
		assert.deepEqual([activeTab?.label, viewColumn], ['students.csv', ViewColumn.One]);
		const shown = window.visibleTextEditors.find(({ document }) => document === editor.document);
		assert.deepEqual([shown?.selection.start.line, shown?.selection.start.character], [2, 2]);
		assert.equal(window.activeTextEditor?.document, other.document, 'the keyboard is still there');
	});

	it('are those of a column by its name', async () => {
		const { server } = await fakeServer(answers(4));
		const shows: readonly RowsOfColumn['show'][] = [{ values: ['Female', ''] }, 'empty', 'wrong'];
		for (const show of shows) {
			await showRowsOfColumn(server, editor.document.uri, { column: 'Gender', show });
			assert.equal(place(), '4:2');
		}
		assert.deepEqual(asked, [
			{ values: [{ column: GENDER, values: ['Female', ''] }] },
			{ values: [{ column: GENDER, values: [''] }] },
			{ problems: { column: GENDER } },
		]);
		asked = [];
		const among = { column: 'Student_id', value: '4' };
		for (const show of ['any', 'empty'] as const) {
			await showRowsOfColumn(server, editor.document.uri, { column: 'Gender', show, among });
		}
		const ofOne = { column: 0, values: ['4'] };
		assert.deepEqual(asked, [{ values: [ofOne] }, { values: [ofOne, { column: GENDER, values: [''] }] }]);
		await showRowsOfColumn(server, editor.document.uri, { column: 'Gender', show: 'column' });
		assert.equal(place(), '0:2');
		await assert.rejects(
			showRowsOfColumn(server, editor.document.uri, { column: 'Race', show: 'wrong' }),
			/Race is not in students\.csv any more/,
		);
	});

	it('are the header where a problem is in no row, and a message where no row has the value', async () => {
		const { server } = await fakeServer(answers());
		await showRows(server, editor.document.uri, { problems: { rule: 'header/spelling' } }, GENDER);
		assert.equal(place(), '0:2');
		const values = [{ column: GENDER, values: ['Female'] }];
		const messages = await messagesOf(() => showRows(server, editor.document.uri, { values }, GENDER));
		assert.deepEqual(messages, ['students.csv has no such rows any more.']);
	});
});
