import { strict as assert } from 'node:assert';
import { commands, languages, Selection, type TextEditor, window, workspace } from 'vscode';
import { openNew } from './support';

const TEXT = 'Student_id,School_id,Last_name\r\n1,5,"Reyes, A"\r\n2,5,\r\n';

describe('Tab in the text', () => {
	afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

	const selected = (editor: TextEditor): readonly string[] =>
		editor.selections.map((selection) => editor.document.getText(selection));
	const move = (command: 'nextField' | 'previousField'): Thenable<void> =>
		commands.executeCommand(`cleverDemographics.${command}`);

	async function walks(editor: TextEditor): Promise<void> {
		editor.selection = new Selection(1, 2, 1, 2);
		await move('nextField');
		assert.deepEqual(selected(editor), ['Reyes, A']);
		await move('nextField');
		assert.deepEqual(selected(editor), ['2']);
		await move('previousField');
		assert.deepEqual(selected(editor), ['Reyes, A']);
		editor.selections = [new Selection(1, 0, 1, 1), new Selection(2, 0, 2, 1)];
		await Promise.all([move('nextField'), move('nextField')]);
		assert.deepEqual(selected(editor), ['Reyes, A', '']);
		assert.equal(editor.document.getText(), TEXT);
	}

	it('goes from field to field in a file, with each cursor, and twice for two keys at once', async () => {
		await walks(await openNew('tab-file', 'students.csv', TEXT));
	});

	it('does so in a file that has the language of another extension', async () => {
		const editor = await openNew('tab-csv', 'students.csv', TEXT);
		await languages.setTextDocumentLanguage(editor.document, 'plaintext');
		await walks(editor);
	});

	it('does so in a copy that was never saved and is checked as one of ours', async () => {
		const document = await workspace.openTextDocument({ language: 'clever-students', content: TEXT });
		await walks(await window.showTextDocument(document));
	});

	it('does nothing in any other CSV file', async () => {
		const editor = await openNew('tab-other', 'other.csv', TEXT);
		editor.selection = new Selection(1, 2, 1, 2);
		await move('nextField');
		assert.deepEqual(selected(editor), ['']);
	});

	/** What the status bar says for a moment while `act` runs. */
	async function noticesOf(act: () => Promise<unknown>): Promise<readonly string[]> {
		const { setStatusBarMessage } = window;
		const notices: string[] = [];
		Object.assign(window, { setStatusBarMessage: (text: string) => notices.push(text) });
		try {
			await act();
		} finally {
			Object.assign(window, { setStatusBarMessage });
		}
		return notices;
	}

	it('has moved before a letter that follows at once', async () => {
		const editor = await openNew('tab-ahead', 'students.csv', TEXT);
		editor.selection = new Selection(1, 2, 1, 3);
		const notices = await noticesOf(() =>
			Promise.all([move('nextField'), commands.executeCommand('type', { text: 'Lee' })]),
		);
		assert.equal(editor.document.lineAt(1).text, '1,5,"Lee"');
		assert.deepEqual(notices, []);
	});

	it('says so where a letter is typed before the window has moved', async () => {
		const editor = await openNew('tab-late', 'students.csv', TEXT);
		editor.selection = new Selection(1, 2, 1, 3);
		const notices = await noticesOf(() =>
			Promise.all([commands.executeCommand('type', { text: '7' }), move('nextField')]),
		);
		assert.deepEqual(notices, [
			'Typed before Tab moved: text is in the value before. Undo, then type again.',
		]);
	});

	it('answers a key that follows a letter at once from the text with it', async () => {
		const editor = await openNew('tab-typed', 'students.csv', TEXT);
		editor.selection = new Selection(1, 2, 1, 3);
		await commands.executeCommand('type', { text: '77' });
		await move('nextField');
		assert.deepEqual(selected(editor), ['Reyes, A']);
		assert.equal(editor.document.lineAt(1).text, '1,77,"Reyes, A"');
	});
});
