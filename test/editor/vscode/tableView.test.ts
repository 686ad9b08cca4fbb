/** The client around the table: the commands that open it and leave it, and those that work on its file. */
import { strict as assert } from 'node:assert';
import {
	commands,
	EventEmitter,
	type QuickPickItem,
	Selection,
	type Tab,
	TabInputCustom,
	TabInputText,
	type TextDocument,
	type Uri,
	window,
	workspace,
} from 'vscode';
import { PATIENCE } from '../host/wait';
import { inFolder, messagesOf, openNew, rulesShown, when } from './support';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender\n';
const TEXT = `${HEADER}1,5,Reyes,Ana,Female\n2,5,Boone,Lee,M\n3,5,Poe,Bo,\n`;

const run = (name: string, ...args: readonly unknown[]): Thenable<unknown> =>
	commands.executeCommand(`cleverDemographics.${name}`, ...args);

function tabsOf(uri: Uri): readonly Tab[] {
	return window.tabGroups.all
		.flatMap(({ tabs }) => tabs)
		.filter(
			({ input }) =>
				(input instanceof TabInputCustom || input instanceof TabInputText) &&
				input.uri.toString() === uri.toString(),
		);
}

/** What the active tab shows: `table`, `text` or something else. */
function activeKind(): string {
	const input = window.tabGroups.activeTabGroup.activeTab?.input;
	if (input instanceof TabInputCustom) return input.viewType.replace('cleverDemographics.', '');
	return input instanceof TabInputText ? 'text' : 'other';
}

const uriOfText = (): string | undefined => window.activeTextEditor?.document.uri.toString();

const active = (kind: string): Promise<void> =>
	when(
		() => activeKind() === kind,
		(look) => window.tabGroups.onDidChangeTabs(look),
		() => `the active tab is ${activeKind()}`,
	);

/** Answers each quick pick in turn with the item of this label, and collects the labels of all. */
async function picking(labels: readonly string[], act: () => Thenable<unknown>): Promise<readonly string[]> {
	const { showQuickPick } = window;
	const remaining = [...labels];
	const offered: string[] = [];
	const pick = async (items: readonly QuickPickItem[]): Promise<QuickPickItem | undefined> => {
		offered.push(...items.map(({ label }) => label));
		const wanted = remaining.shift();
		return items.find(({ label }) => label === wanted);
	};
	Object.assign(window, { showQuickPick: pick });
	try {
		await act();
	} finally {
		Object.assign(window, { showQuickPick });
	}
	return offered;
}

/** Types into the search of a quick pick and picks the first that is found. */
async function typing(text: string, act: () => Thenable<unknown>): Promise<void> {
	const { createQuickPick } = window;
	const changed = new EventEmitter<string>();
	const accepted = new EventEmitter<void>();
	const hidden = new EventEmitter<void>();
	const picker = {
		selectedItems: [] as readonly QuickPickItem[],
		set items(items: readonly QuickPickItem[]) {
			this.selectedItems = items.slice(0, 1);
			accepted.fire();
		},
		onDidChangeValue: changed.event,
		onDidAccept: accepted.event,
		onDidHide: hidden.event,
		show: () => changed.fire(text),
		hide: () => hidden.fire(),
		dispose() {},
	};
	Object.assign(window, { createQuickPick: () => picker });
	try {
		await act();
	} finally {
		Object.assign(window, { createQuickPick });
	}
}

/** Waits until the page has said that the active cell is in the column with a value. */
async function activeCellIn(value: string): Promise<void> {
	for (const end = Date.now() + PATIENCE; ; ) {
		// With no active cell, the names of the columns are offered.
		const offered = await picking([], () => run('replaceValue'));
		if (offered.includes(value)) return;
		assert.ok(Date.now() < end, `the active cell is in the column of ${offered.join(', ')}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/** Goes to the text, and returns the row and the value that are selected there. */
async function selectedInText(): Promise<string> {
	await run('openAsText');
	await active('text');
	const editor = window.activeTextEditor;
	assert.ok(editor);
	return `${editor.selection.start.line + 1}: ${editor.document.getText(editor.selection)}`;
}

async function openTable(folder: string, text = TEXT, name = 'students.csv'): Promise<TextDocument> {
	const { document } = await openNew(folder, name, text);
	await run('openAsTable');
	await active('table');
	return document;
}

describe('a file as a table', () => {
	afterEach(async () => {
		await commands.executeCommand('workbench.action.files.revert');
		await commands.executeCommand('workbench.action.closeAllEditors');
	});

	it('takes the tab of the text, and gives it back', async () => {
		const { uri } = await openTable('table-back');
		assert.equal(tabsOf(uri).length, 1);
		assert.equal(uriOfText(), undefined);
		await run('openAsText');
		await active('text');
		assert.equal(tabsOf(uri).length, 1);
		assert.equal(uriOfText(), uri.toString());
	});

	it('opens at the cell of the cursor, and goes back to the active cell', async () => {
		const editor = await openNew('table-cell', 'students.csv', TEXT);
		const { document } = editor;
		await rulesShown(document, ['field/unknown-code']);
		const at = document.positionAt(TEXT.indexOf('oone'));
		editor.selection = new Selection(at, at);
		await run('openAsTable');
		await active('table');
		await activeCellIn('Boone');
		assert.equal(await selectedInText(), '3: Boone');
		await run('openAsTable');
		await active('table');
		await run('nextProblemInTable');
		await activeCellIn('Female');
		assert.equal(await selectedInText(), '2: Female');
	});

	it('shows what Show Folder Status leads to', async () => {
		const document = await openTable('table-way', TEXT.replaceAll(/,(Female|M)\n/g, ',\n'));
		await run('checkAgain');
		const fill = 'Fill Gender';
		const { showQuickPick } = window;
		const answers = [(items: readonly QuickPickItem[]) => items.find(({ detail }) => detail?.includes(fill))];
		Object.assign(window, {
			showQuickPick: async (items: readonly QuickPickItem[]) =>
				answers.shift()?.(items) ?? items.find(({ label }) => label === 'X'),
		});
		try {
			await run('showState');
		} finally {
			Object.assign(window, { showQuickPick });
		}
		assert.equal(document.getText(), TEXT.replaceAll(/,(Female|M)?\n/g, ',X\n'));
		assert.equal(activeKind(), 'table');
		await activeCellIn('X');
		assert.equal(await selectedInText(), '1: Gender');
	});

	it('shows the student that Go to Student finds, in the file in view', async () => {
		await openNew('table-student', 'students.csv', TEXT);
		const text = 'sis_id,ext.title_i\n3,Yes\n2,No\n';
		const opened = await openNew('table-student', 'students_ext.csv', text);
		await rulesShown(opened.document, ['header/missing-element']);
		const at = opened.document.positionAt(text.indexOf('Yes'));
		opened.selection = new Selection(at, at);
		await run('openAsTable');
		await active('table');
		// From another column, so that its values tell when the page has gone to the student.
		await activeCellIn('Yes');
		await typing('boone', () => run('goToStudent'));
		await activeCellIn('2');
		assert.equal(activeKind(), 'table');
		assert.equal(await selectedInText(), '3: 2');
		await typing('reyes', () => run('goToStudent'));
		const editor = window.activeTextEditor;
		assert.equal(editor?.document.uri.path.split('/').at(-1), 'students.csv');
		assert.equal(editor?.document.getText(editor.selection), '1');
	});

	it('is opened from the Explorer too, and once', async () => {
		const uri = inFolder('table-explorer', 'students.csv');
		await workspace.fs.writeFile(uri, Buffer.from(TEXT));
		for (const _ of [1, 2]) {
			await run('openAsTable', uri);
			await active('table');
			assert.equal(tabsOf(uri).length, 1);
		}
	});

	it('may have any name, once it is checked as one of ours', async () => {
		const { document } = await openNew('table-copy', 'students (1).csv', TEXT);
		await run('checkAs', 'students.csv');
		await run('openAsTable');
		await active('table');
		await run('fixAll');
		assert.equal(document.getText(), TEXT.replace('Female', 'F'));
	});

	it('is offered to be checked if only its name is another', async () => {
		const uri = inFolder('table-hint', 'students (2).csv');
		await workspace.fs.writeFile(uri, Buffer.from(TEXT));
		const { showInformationMessage } = window;
		const check = 'Check It as students.csv';
		Object.assign(window, {
			showInformationMessage: async (_: string, ...buttons: readonly string[]) =>
				buttons.find((title) => title === check),
		});
		try {
			await commands.executeCommand('vscode.openWith', uri, 'cleverDemographics.table');
			await rulesShown(await workspace.openTextDocument(uri), ['field/unknown-code', 'file/name']);
		} finally {
			Object.assign(window, { showInformationMessage });
		}
		assert.equal(activeKind(), 'table');
	});

	it('stays one where a command replaces the file, and undo restores its rows', async () => {
		const { document: roster } = await openNew('table-template', 'students.csv', TEXT);
		const old = 'sis_id,ext.title_i\n2,Yes\n';
		const document = await openTable('table-template', old, 'students_ext.csv');
		const { showWarningMessage } = window;
		Object.assign(window, { showWarningMessage: async () => 'Overwrite' });
		try {
			await run('createTemplate', roster.uri);
		} finally {
			Object.assign(window, { showWarningMessage });
		}
		assert.match(document.getText(), /^sis_id,ext\.idea_indicator,.*\n1,,,,,,,\n2,,,,,,,\n3,,,,,,,\n$/);
		assert.equal(activeKind(), 'table');
		assert.equal(tabsOf(document.uri).length, 1);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), old);
	});

	it('may be one that was never saved', async () => {
		const document = await workspace.openTextDocument({ language: 'clever-students', content: TEXT });
		await window.showTextDocument(document, { preview: false });
		await run('openAsTable');
		await active('table');
		assert.equal(tabsOf(document.uri).length, 1);
		await run('openAsText');
		await active('text');
		assert.equal(document.getText(), TEXT);
	});

	it('is not opened above 50 MB, where VS Code gives it no document', async () => {
		const uri = inFolder('table-large', 'students.csv');
		const rows = Buffer.alloc(51 * 1024 * 1024, '1,5,Reyes,Ana,F\n');
		await workspace.fs.writeFile(uri, Buffer.concat([Buffer.from(HEADER), rows]));
		const messages = await messagesOf(() => run('openAsTable', uri));
		assert.deepEqual(messages, [
			'students.csv cannot be a table: it is larger than 50 MB, the limit for VS Code extensions.',
		]);
		assert.equal(tabsOf(uri).length, 0);
		// VS Code's own Open With leaves a tab with an error, and the button in it leads out.
		await commands.executeCommand('vscode.openWith', uri, 'cleverDemographics.table');
		await active('table');
		await run('openAsText');
		await active('text');
		assert.equal(tabsOf(uri).length, 1);
		await commands.executeCommand('workbench.action.closeAllEditors');
		await workspace.fs.delete(uri);
	});

	it('is fixed, and one undo reverses it', async () => {
		const document = await openTable('table-fix');
		await rulesShown(document, ['field/unknown-code']);
		const messages = await messagesOf(() => run('fixAll'));
		assert.match(messages.join(), /^Fixed 1 problem in students\.csv\./);
		assert.equal(document.getText(), TEXT.replace('Female', 'F'));
		await commands.executeCommand('undo');
		assert.equal(document.getText(), TEXT);
		assert.equal(activeKind(), 'table');
	});

	it('is checked again and has the menu of a text', async () => {
		await openTable('table-menu');
		assert.deepEqual(await messagesOf(() => run('checkAgain')), []);
		const offered = await picking([], () => run('showMenu'));
		assert.ok(
			offered.some((label) => label.includes('Replace a Value')),
			offered.join(', '),
		);
	});

	it('has its values replaced in a column that is picked, if no cell is active', async () => {
		const document = await openTable('table-replace');
		await picking(['Gender', 'Female', 'X'], () => run('replaceValue'));
		assert.equal(document.getText(), TEXT.replace('Female', 'X'));
	});
});
