import { strict as assert } from 'node:assert';
import {
	type CodeAction,
	type CompletionList,
	ConfigurationTarget,
	commands,
	DiagnosticSeverity,
	Disposable,
	type DocumentSymbol,
	extensions,
	type Hover,
	languages,
	MarkdownString,
	Position,
	Range,
	Selection,
	type SelectionRange,
	type TextEditor,
	WorkspaceEdit,
	window,
	workspace,
} from 'vscode';
import { inFolder, openNew, ruleIds, rulesShown, shown, when } from './support';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender,Race\r\n';

describe('an open file', () => {
	let editor: TextEditor;
	let count = 0;

	/** Each test has a separate folder. */
	async function open(rows: string, name = 'students.csv', header = HEADER): Promise<TextEditor> {
		editor = await openNew(`editor-${++count}`, name, header + rows);
		return editor;
	}

	/** Waits until as many problems are shown as VS Code keeps. */
	const mostShown = (): Promise<void> =>
		when(
			() => shown(editor.document).length === 1000,
			(look) => languages.onDidChangeDiagnostics(look),
			() => `${shown(editor.document).length} are shown`,
		);

	afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

	it('activates the extension, under its own language', async () => {
		await open('1,5,Reyes,Ana,F,W\r\n');
		const extension = extensions.getExtension('clever-demographics.clever-demographics');
		await extension?.activate();
		assert.equal(extension?.isActive, true);
		assert.equal(editor.document.languageId, 'clever-students');
	});

	it('shows each problem once, in its place, with its rule and its page', async () => {
		await open('1,5,Reyes,Ana,Female,W\r\n2,5,Boone,Lee,M,W\r\n');
		await rulesShown(editor.document, ['field/unknown-code']);
		const [diagnostic] = shown(editor.document);
		assert.equal(editor.document.getText(diagnostic?.range), 'Female');
		assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
		assert.equal(diagnostic?.message, 'Gender has no code "Female". Use F (Female).');
		const code = diagnostic?.code;
		assert.ok(typeof code === 'object');
		assert.match(code.target.path, /docs\/rules\/field-unknown-code\.md$/);
	});

	it('follows what is typed', async () => {
		await open('1,5,Reyes,Ana,F,W\r\n');
		await editor.edit((edit) => edit.replace(new Range(1, 14, 1, 15), 'Q'));
		await rulesShown(editor.document, ['field/unknown-code']);
		await editor.edit((edit) => edit.replace(new Range(1, 14, 1, 15), 'M'));
		await rulesShown(editor.document, []);
	});

	it('is explained by hovers: the header, a value, a wrong value', async () => {
		await open('1,5,Reyes,Ana,Female,W\r\n');
		await rulesShown(editor.document, ['field/unknown-code']);
		const at = async (line: number, character: number): Promise<string> => {
			const hovers = await commands.executeCommand<Hover[]>(
				'vscode.executeHoverProvider',
				editor.document.uri,
				new Position(line, character),
			);
			return hovers
				.flatMap(({ contents }) => contents)
				.map((content) => (content instanceof MarkdownString ? content.value : String(content)))
				.join('\n');
		};
		assert.match(await at(0, 43), /000255/);
		assert.match(await at(1, 21), /White/);
		assert.match(await at(1, 16), /not one of the documented values/);
	});

	it('completes codes over the whole field, found by their meaning', async () => {
		await open('1,5,Reyes,Ana,F,pacific\r\n');
		const list = await commands.executeCommand<CompletionList>(
			'vscode.executeCompletionItemProvider',
			editor.document.uri,
			new Position(1, 23),
		);
		const codes = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
		assert.deepEqual(codes, ['A', 'B', 'I', 'M', 'P', 'W']);
		const p = list.items[4];
		assert.ok(p?.range instanceof Range);
		assert.equal(editor.document.getText(p.range), 'pacific');
		assert.match(p.filterText ?? '', /pacific/i);
	});

	it('applies the preferred fix, and one undo reverses it', async () => {
		const before = `${HEADER}1,5,Reyes,Ana,Female,W\r\n`;
		await open('1,5,Reyes,Ana,Female,W\r\n');
		await rulesShown(editor.document, ['field/unknown-code']);
		const [preferred] = (await actions(new Range(1, 15, 1, 15))).filter(({ isPreferred }) => isPreferred);
		assert.equal(preferred?.title, 'Use F (Female)');
		await apply(preferred);
		assert.equal(editor.document.getText(), `${HEADER}1,5,Reyes,Ana,F,W\r\n`);
		await rulesShown(editor.document, []);
		await commands.executeCommand('undo');
		assert.equal(editor.document.getText(), before);
	});

	it('fixes thousands of values with one click', async () => {
		await open('1,5,Reyes,"Ana, M",Female,W\r\n'.repeat(4000));
		await mostShown();
		const all = await actions(new Range(1, 21, 1, 21));
		const every = all.find(({ title }) => title === 'Fix All 4,000 "Female" in Gender');
		assert.ok(every, all.map(({ title }) => title).join('\n'));
		await apply(every);
		assert.equal(editor.document.getText(), HEADER + '1,5,Reyes,"Ana, M",F,W\r\n'.repeat(4000));
	});

	it('keeps the cursor in its row and column when thousands of values are fixed', async () => {
		await open('1,5,Reyes,"Ana, M",Female,W\r\n'.repeat(4000));
		await mostShown();
		for (const command of ['cleverDemographics.fixAll', 'editor.action.fixAll']) {
			editor.selection = new Selection(1000, 22, 1000, 22);
			await commands.executeCommand(command);
			await when(
				() => !editor.document.getText().includes('Female') && editor.selection.active.line === 1000,
				(look) =>
					Disposable.from(
						window.onDidChangeTextEditorSelection(look),
						workspace.onDidChangeTextDocument(look),
					),
				() => `the cursor is in line ${editor.selection.active.line} after ${command}`,
			);
			const { line, character } = editor.selection.active;
			assert.equal(editor.document.lineAt(line).text.slice(0, character), '1,5,Reyes,"Ana, M",F');
			await commands.executeCommand('undo');
		}
	});

	it('applies fixes on save only if the setting asks for it', async () => {
		await open('1,5,Reyes,Ana,Female , W \r\n2,5,"Boone",Lee,M,W');
		await editor.edit((edit) => edit.replace(new Range(1, 0, 1, 1), '7'));
		await editor.document.save();
		assert.equal(editor.document.getText(), `${HEADER}7,5,Reyes,Ana,Female , W \r\n2,5,"Boone",Lee,M,W`);
		const configuration = workspace.getConfiguration('editor');
		const onSave = { 'source.fixAll.clever-demographics': 'always' };
		await configuration.update('codeActionsOnSave', onSave, ConfigurationTarget.Workspace);
		try {
			await editor.edit((edit) => edit.replace(new Range(1, 0, 1, 1), '8'));
			await editor.document.save();
			assert.equal(editor.document.getText(), `${HEADER}8,5,Reyes,Ana,F,W\r\n2,5,"Boone",Lee,M,W`);
		} finally {
			await configuration.update('codeActionsOnSave', undefined, ConfigurationTarget.Workspace);
		}
	});

	it('lists its columns, and selects field and row', async () => {
		await open('1,5,Reyes,Ana,F,W\r\n');
		const { uri } = editor.document;
		const symbols = await commands.executeCommand<DocumentSymbol[]>(
			'vscode.executeDocumentSymbolProvider',
			uri,
		);
		assert.deepEqual(
			symbols.map(({ name }) => name),
			HEADER.trim().split(','),
		);
		const position = new Position(1, 6);
		const [selection] = await commands.executeCommand<SelectionRange[]>(
			'vscode.executeSelectionRangeProvider',
			uri,
			[position],
		);
		const ranges: string[] = [];
		for (let one = selection; one; one = one.parent as SelectionRange) {
			ranges.push(editor.document.getText(one.range));
		}
		assert.ok(ranges.includes('Reyes') && ranges.includes('1,5,Reyes,Ana,F,W'), ranges.join(' | '));
	});

	it('is checked under the language id csv too, but for the grammar', async () => {
		const files = workspace.getConfiguration('files');
		await files.update('associations', { 'students.csv': 'csv' }, ConfigurationTarget.Workspace);
		try {
			await open('1,5,Reyes,Ana,Female,W\r\n');
			assert.notEqual(editor.document.languageId, 'clever-students');
			await rulesShown(editor.document, ['field/unknown-code']);
		} finally {
			await files.update('associations', undefined, ConfigurationTarget.Workspace);
		}
	});

	it('obeys the settings at once', async () => {
		await open('1,5,Reyes,Ana,Female,Q\r\n');
		await rulesShown(editor.document, ['field/unknown-code', 'field/unknown-code']);
		await commands.executeCommand('cleverDemographics.acceptValue', 'Race', 'Q');
		await rulesShown(editor.document, ['field/unknown-code']);
		await commands.executeCommand('cleverDemographics.setRuleLevel', 'field/unknown-code', 'off');
		await rulesShown(editor.document, []);
		const ours = workspace.getConfiguration('cleverDemographics');
		await ours.update('acceptedValues', undefined, ConfigurationTarget.Workspace);
		await ours.update('rules', undefined, ConfigurationTarget.Workspace);
		await rulesShown(editor.document, ['field/unknown-code', 'field/unknown-code']);
	});

	it('shows its problems once its tab is closed too', async () => {
		await open('1,5,Reyes,Ana,Female,W\r\n');
		const { document } = editor;
		await rulesShown(document, ['field/unknown-code']);
		await commands.executeCommand('workbench.action.closeActiveEditor');
		await rulesShown(document, ['field/unknown-code']);
		await workspace.fs.writeFile(document.uri, Buffer.from(`${HEADER}1,5,Reyes,Ana,F,W\r\n`));
		await rulesShown(document, []);
	});

	it('shows its problems while it is open without a tab', async () => {
		const uri = inFolder(`editor-${++count}`, 'students.csv');
		const write = (row: string): Thenable<void> =>
			workspace.fs.writeFile(uri, Buffer.from(`${HEADER}${row}\r\n`));
		await write('1,5,Reyes,Ana,F,W');
		const document = await workspace.openTextDocument(uri);
		for (const row of ['1,5,Reyes,Ana,Female,W', '1,5,Reyes,Ana,F,W', '1,5,Reyes,Ana,F,Q']) {
			await write(row);
			await rulesShown(document, row.includes('F,W') ? [] : ['field/unknown-code']);
			assert.ok(document.getText().includes(row), document.isClosed ? 'it was closed' : document.getText());
		}
	});

	it('of another name is left alone', async () => {
		await open('1,5,Reyes,Ana,Female,W\r\n', 'teachers.csv');
		const other = await openNew('editor-other', 'students.csv', `${HEADER}1,5,Reyes,Ana,Female,W\r\n`);
		await rulesShown(other.document, ['field/unknown-code']);
		assert.deepEqual(ruleIds(editor.document), []);
	});

	async function actions(range: Range): Promise<CodeAction[]> {
		return commands.executeCommand<CodeAction[]>(
			'vscode.executeCodeActionProvider',
			editor.document.uri,
			range,
			'quickfix',
			100,
		);
	}

	async function apply(action: CodeAction): Promise<void> {
		assert.ok(action.edit instanceof WorkspaceEdit, 'the action has an edit');
		assert.ok(await workspace.applyEdit(action.edit), 'the edit applies');
	}
});
