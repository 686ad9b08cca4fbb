/** The client around the table: the commands that open it and leave it, and those that work on its file. */
import { strict as assert } from 'node:assert';
import {
	commands,
	type QuickPickItem,
	type Tab,
	TabInputCustom,
	TabInputText,
	type TextDocument,
	type Uri,
	window,
	workspace,
} from 'vscode';
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
