/** What VS Code and other extensions show of a file beside it: the other side of a diff. */
import { strict as assert } from 'node:assert';
import {
	type CompletionList,
	commands,
	type Hover,
	languages,
	Position,
	type TextDocument,
	type TextEditor,
	Uri,
	WorkspaceEdit,
	window,
	workspace,
} from 'vscode';
import { openNew, rulesShown, when } from './support';

const TEXT = 'Student_id,School_id,Last_name,First_name,Gender\r\n1,5,Reyes,Ana,Female\r\n2,5,Poe,Bo,M\r\n';

describe('a version of a file beside it', () => {
	let count = 0;
	let editor: TextEditor;
	beforeEach(async () => {
		editor = await openNew(`versions-${++count}`, 'students.csv', TEXT);
		await rulesShown(editor.document, ['field/unknown-code']);
	});
	afterEach(async () => {
		await window.showTextDocument(editor.document);
		await commands.executeCommand('workbench.action.files.revert');
		await commands.executeCommand('workbench.action.closeAllEditors');
	});

	/** Types something, which is not saved. A diff may be shown instead of the editor. */
	async function insert(line: number, character: number, text: string): Promise<void> {
		const edit = new WorkspaceEdit();
		edit.insert(editor.document.uri, new Position(line, character), text);
		assert.ok(await workspace.applyEdit(edit));
	}

	/** The document of a scheme, once it is open. */
	async function opened(scheme: string): Promise<TextDocument> {
		const find = () => workspace.textDocuments.find(({ uri }) => uri.scheme === scheme);
		await when(
			() => find() !== undefined,
			(look) => workspace.onDidOpenTextDocument(look),
			() => `open: ${workspace.textDocuments.map(({ uri }) => uri.scheme)}`,
		);
		return find() as TextDocument;
	}

	/** Checks that nothing of ours is in a version, after the file beside it was checked once more. */
	async function isNobodys(version: TextDocument): Promise<void> {
		const at = new Position(1, 20);
		const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', version.uri, at);
		assert.deepEqual(hovers, []);
		const list = await commands.executeCommand<CompletionList>(
			'vscode.executeCompletionItemProvider',
			version.uri,
			at,
		);
		assert.ok(
			!list.items.some(({ label }) => label === 'F' || (typeof label === 'object' && label.label === 'F')),
		);
		const lenses = await commands.executeCommand<unknown[]>('vscode.executeCodeLensProvider', version.uri);
		assert.deepEqual(lenses, []);
		await insert(3, 0, '3,5,Lee,Al,Male\r\n');
		await rulesShown(editor.document, ['field/unknown-code', 'field/unknown-code']);
		const others = languages
			.getDiagnostics()
			.filter(([, problems]) => problems.some(({ source }) => source === 'clever-demographics'))
			.map(([uri]) => uri.toString())
			.filter((uri) => !uri.startsWith('file:'));
		assert.deepEqual(others, []);
	}

	it('has no problems in Compare Active File with Saved', async () => {
		await insert(1, '1,5,Reyes,Ana,Female'.length, ' ');
		await commands.executeCommand('workbench.files.action.compareWithSaved');
		await isNobodys(await opened('showModifications'));
	});

	it('has no problems as an entry of the local history', async () => {
		// As VS Code's `LocalHistoryFileSystemProvider` names an entry, whose text is in a file of its own.
		const location = Uri.parse('vscode-userdata:/User/History/versions/entry.csv');
		await workspace.fs.writeFile(location, Buffer.from(TEXT));
		const query = JSON.stringify({
			location: location.toString(true),
			associatedResource: editor.document.uri.toString(true),
		});
		const entry = editor.document.uri.with({ scheme: 'vscode-local-history', query });
		await commands.executeCommand('vscode.diff', entry, editor.document.uri, 'An hour ago');
		const version = await opened('vscode-local-history');
		assert.equal(version.getText(), TEXT);
		assert.equal(version.languageId, 'clever-students');
		await isNobodys(version);
	});

	it('has no problems as a revision that another extension shows, whatever its language', async () => {
		const provider = workspace.registerTextDocumentContentProvider('x-revision', {
			provideTextDocumentContent: () => TEXT,
		});
		try {
			const revision = Uri.from({ scheme: 'x-revision', path: '/students.csv', query: 'HEAD' });
			await commands.executeCommand('vscode.diff', revision, editor.document.uri, 'HEAD');
			const version = await opened('x-revision');
			assert.equal(version.languageId, 'clever-students');
			await isNobodys(version);
		} finally {
			provider.dispose();
		}
	});
});
