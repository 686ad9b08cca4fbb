/** The table as an editor of VS Code: its tabs, and what becomes of them when its file is renamed, deleted or closed. */
import { strict as assert } from 'node:assert';
import {
	commands,
	Range,
	TabInputCustom,
	type Uri,
	ViewColumn,
	WorkspaceEdit,
	window,
	workspace,
} from 'vscode';
import { inFolder, openNew, rulesShown, when } from './support';

const VIEW = 'cleverDemographics.table';
const TEXT = 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Female\n2,5,Boone,Lee,M\n';

/** The paths of the files that tabs show as tables. */
function tables(): readonly string[] {
	return window.tabGroups.all
		.flatMap(({ tabs }) => tabs)
		.flatMap(({ input }) =>
			input instanceof TabInputCustom && input.viewType === VIEW
				? input.uri.path.split('/').slice(-2).join('/')
				: [],
		);
}

const shows = (expected: readonly string[]): Promise<void> =>
	when(
		() => tables().join() === expected.join(),
		(look) => window.tabGroups.onDidChangeTabs(look),
		() => `wanted ${expected.join()}; open as tables: ${tables().join()}`,
	);

async function write(folder: string, name = 'students.csv'): Promise<Uri> {
	const uri = inFolder(folder, name);
	await workspace.fs.writeFile(uri, Buffer.from(TEXT));
	return uri;
}

const open = (uri: Uri, column?: ViewColumn): Thenable<unknown> =>
	commands.executeCommand('vscode.openWith', uri, VIEW, column);

async function change(uri: Uri, text: string): Promise<void> {
	const edit = new WorkspaceEdit();
	edit.replace(uri, new Range(1, 14, 1, 20), text);
	assert.equal(await workspace.applyEdit(edit), true);
}

describe('a table in an editor of its own', () => {
	afterEach(async () => {
		await commands.executeCommand('workbench.action.files.revert');
		await commands.executeCommand('workbench.action.closeAllEditors');
	});

	it('has its problems, although its file was never open as text', async () => {
		await open(await write('table-only'));
		const document = await workspace.openTextDocument(inFolder('table-only', 'students.csv'));
		await rulesShown(document, ['field/unknown-code']);
		await change(document.uri, 'Q');
		await change(document.uri, 'Female');
	});

	it('follows edits while another tab hides it', async () => {
		const uri = await write('table-hidden');
		await open(uri);
		await openNew('table-hidden', 'notes.txt', 'notes');
		const document = await workspace.openTextDocument(uri);
		await rulesShown(document, ['field/unknown-code']);
		await change(uri, 'F');
		await rulesShown(document, []);
		await commands.executeCommand('workbench.action.closeActiveEditor');
	});

	it('opens in a file whose name has capital letters', async () => {
		await open(await write('table-case', 'Students.CSV'));
		await shows(['table-case/Students.CSV']);
	});

	it('opens twice side by side', async () => {
		const uri = await write('table-twice');
		await open(uri);
		await open(uri, ViewColumn.Beside);
		await shows(['table-twice/students.csv', 'table-twice/students.csv']);
	});

	it('stays a table where its file is renamed, with what was typed', async () => {
		const uri = await write('table-renamed', 'Students.csv');
		await open(uri);
		await shows(['table-renamed/Students.csv']);
		await workspace.openTextDocument(uri);
		await change(uri, 'F');
		const target = inFolder('table-renamed', 'students.csv');
		const edit = new WorkspaceEdit();
		edit.renameFile(uri, target);
		assert.equal(await workspace.applyEdit(edit), true);
		await shows(['table-renamed/students.csv']);
		const document = await workspace.openTextDocument(target);
		assert.equal(document.getText(), TEXT.replace('Female', 'F'));
	});

	it('lives on where its file is deleted, and can be saved again', async () => {
		const uri = await write('table-deleted');
		await open(uri);
		const document = await workspace.openTextDocument(uri);
		await change(uri, 'F');
		await workspace.fs.delete(uri);
		await shows(['table-deleted/students.csv']);
		assert.equal(await document.save(), true);
		const bytes = await workspace.fs.readFile(uri);
		assert.equal(Buffer.from(bytes).toString(), TEXT.replace('Female', 'F'));
	});
});
