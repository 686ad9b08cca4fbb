import { strict as assert } from 'node:assert';
import {
	type CompletionList,
	commands,
	type Hover,
	type InlayHint,
	type Location,
	type LocationLink,
	MarkdownString,
	Position,
	Range,
	type SemanticTokens,
	type SymbolInformation,
	type TextEditor,
	type Uri,
	type WorkspaceEdit,
	workspace,
} from 'vscode';
import { inFolder, openNew, rulesShown } from './support';

const ROSTER =
	'Student_id,School_id,Last_name,First_name,Grade\r\n1001,5,Reyesfinch,Ana,3\r\n1001,5,Reyesfinch,Ana,3\r\n1002,5,Poe,Bo,4\r\n';
const EXT = 'sis_id,ext.title_i\n1001,Yes\n';
const onId = new Position(1, 2);

describe('getting around', () => {
	let editor: TextEditor;
	let roster: Uri;
	let count = 0;

	/** The roster is saved but not open. */
	beforeEach(async () => {
		const folder = `around-${++count}`;
		roster = inFolder(folder, 'students.csv');
		await workspace.fs.writeFile(roster, Buffer.from(ROSTER));
		editor = await openNew(folder, 'students_ext.csv', EXT);
		await rulesShown(editor.document, ['header/missing-element']);
	});
	afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

	const at = <T>(command: string, ...more: readonly unknown[]): Thenable<T> =>
		commands.executeCommand<T>(`vscode.${command}`, editor.document.uri, ...more);

	it('goes from a sis_id to the rows of the student', async () => {
		const links = await at<(Location | LocationLink)[]>('executeDefinitionProvider', onId);
		assert.deepEqual(
			links.map((one) =>
				'targetUri' in one
					? [one.targetUri.path, one.targetRange.start.line]
					: [one.uri.path, one.range.start.line],
			),
			[
				[roster.path, 1],
				[roster.path, 2],
			],
		);
	});

	it('finds all rows in both files', async () => {
		const locations = await at<Location[]>('executeReferenceProvider', onId);
		assert.deepEqual(
			locations.map(({ uri, range }) => `${uri.path.split('/').at(-1)}:${range.start.line}`).sort(),
			['students.csv:1', 'students.csv:2', 'students_ext.csv:1'],
		);
	});

	it('renames in both files, or says why it cannot', async () => {
		const edit = await at<WorkspaceEdit>('executeDocumentRenameProvider', onId, '77');
		assert.ok(await workspace.applyEdit(edit));
		assert.equal(editor.document.getText(), EXT.replace('1001', '77'));
		const rosterDocument = await workspace.openTextDocument(roster);
		assert.equal(rosterDocument.getText(), ROSTER.replaceAll('1001', '77'));
		assert.ok(rosterDocument.isDirty, 'saving is left to the person');
		await assert.rejects(
			async () => at('executeDocumentRenameProvider', onId, '1002'),
			/Row 4 of students\.csv already has this ID\. Choose another one\./,
		);
	});

	it('finds a student by name and by id', async () => {
		for (const query of ['reyesfinch', '1001']) {
			const symbols = await commands.executeCommand<SymbolInformation[]>(
				'vscode.executeWorkspaceSymbolProvider',
				query,
			);
			const here = symbols.filter(({ location }) => location.uri.path === roster.path);
			assert.deepEqual(
				here.map(({ name, containerName }) => [name, containerName]),
				[['Reyesfinch, Ana · 1001', 'grade 3']],
			);
		}
	});

	it('shows the name after the ID, and the student on hover', async () => {
		const hints = await at<InlayHint[]>('executeInlayHintProvider', new Range(0, 0, 2, 0));
		assert.deepEqual(
			hints.map(({ label, position }) => [label, position.line, position.character]),
			[['Reyesfinch, Ana', 1, 4]],
		);
		const hovers = await at<Hover[]>('executeHoverProvider', onId);
		const text = hovers
			.flatMap(({ contents }) => contents)
			.map((content) => (content instanceof MarkdownString ? content.value : String(content)))
			.join('\n');
		assert.match(text, /Reyesfinch/);
		assert.match(text, /^- `ext\.title_i` · `Yes` · students_ext\.csv$/m);
	});

	it('completes the students that are not in the file', async () => {
		const { items } = await at<CompletionList>('executeCompletionItemProvider', new Position(2, 0));
		assert.deepEqual(
			items.map(({ label }) => (typeof label === 'string' ? label : label.label)),
			['1002'],
		);
	});

	it('colors the categories', async () => {
		const range = new Range(1, 0, 2, 0);
		const { data } = await at<SemanticTokens>('provideDocumentRangeSemanticTokens', range);
		assert.deepEqual([data.length, data[2], data[7]], [10, 4, 3]);
		assert.notEqual(data[3], data[8]);
	});
});
