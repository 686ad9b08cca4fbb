import { strict as assert } from 'node:assert';
import {
	ConfigurationTarget,
	commands,
	EventEmitter,
	type MessageItem,
	type QuickPickItem,
	Selection,
	type TextDocument,
	type Uri,
	window,
	workspace,
} from 'vscode';
import { inFolder, openNew, when } from './support';

const UNSAVED = 'Not saved yet. Undo reverses all of it.';
const HEADER = 'Student_id,School_id,Last_name,First_name';

/** The answers to VS Code's dialogs, which a test replaces. */
interface Answers {
	/** Answers each quick pick in turn, given its items. */
	readonly picks?: ((items: readonly QuickPickItem[]) => unknown)[];
	readonly saveAs?: Uri;
	/** The title of the button to click. */
	readonly button?: string;
	/** Collects the titles of all buttons. */
	readonly buttons?: string[];
}

const original = { ...window };
const messages: string[] = [];
const onMessage = new EventEmitter<void>();
const shownItems: (readonly QuickPickItem[])[] = [];

function answer({ picks = [], saveAs, button, buttons: titles = [] }: Answers): void {
	const remaining = [...picks];
	const replaced = {
		showQuickPick: async (items: readonly QuickPickItem[]) => {
			shownItems.push(items);
			const pick = remaining.shift();
			assert.ok(pick, 'an unexpected quick pick');
			return pick(items);
		},
		showSaveDialog: async () => saveAs,
		showInformationMessage: async (message: string, ...buttons: (string | MessageItem)[]) => {
			messages.push(message);
			onMessage.fire();
			const titleOf = (one: string | MessageItem): string => (typeof one === 'string' ? one : one.title);
			titles.push(...buttons.map(titleOf));
			return buttons.find((one) => titleOf(one) === button);
		},
		showErrorMessage: async (message: string) => {
			messages.push(message);
			onMessage.fire();
		},
	};
	Object.assign(window, replaced);
}

const labelled =
	(label: string) =>
	(items: readonly QuickPickItem[]): QuickPickItem => {
		const item = items.find((each) => each.label === label);
		assert.ok(item, items.map((each) => each.label).join(', '));
		return item;
	};

const run = (name: string): Thenable<unknown> => commands.executeCommand(`cleverDemographics.${name}`);

async function text(uri: Uri): Promise<string> {
	return (await workspace.openTextDocument(uri)).getText();
}

/** Puts the cursor before a word. */
async function cursorAt(document: TextDocument, word: string): Promise<void> {
	const editor = await window.showTextDocument(document);
	const at = document.positionAt(document.getText().indexOf(word));
	editor.selection = new Selection(at, at);
}

/** VS Code in a browser saves by itself by default. */
async function setAutoSave(autoSave: string | undefined): Promise<void> {
	const files = workspace.getConfiguration('files');
	await files.update('autoSave', autoSave, ConfigurationTarget.Workspace);
}

describe('the commands for whole files', () => {
	before(() => setAutoSave('off'));
	after(() => setAutoSave(undefined));
	beforeEach(() => {
		messages.length = 0;
		shownItems.length = 0;
	});
	afterEach(async () => {
		Object.assign(window, {
			showQuickPick: original.showQuickPick,
			showSaveDialog: original.showSaveDialog,
			showInformationMessage: original.showInformationMessage,
			showErrorMessage: original.showErrorMessage,
		});
		await commands.executeCommand('workbench.action.files.revert');
		await commands.executeCommand('workbench.action.closeAllEditors');
	});

	it('add missing students, in one step to undo', async () => {
		await openNew('missing', 'students.csv', `${HEADER}\n1,5,A,B\n2,5,C,D\n3,5,E,F\n`);
		const { document } = await openNew('missing', 'students_ext.csv', 'sis_id,ext.title_i\n2,Yes\n');
		answer({});
		await run('addMissing');
		assert.equal(document.getText(), 'sis_id,ext.title_i\n2,Yes\n1,\n3,\n');
		assert.match(messages[0] ?? '', /^2 students added at the end of students_ext\.csv\./);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), 'sis_id,ext.title_i\n2,Yes\n');
	});

	it('say which file is missing', async () => {
		await openNew('alone', 'students.csv', `${HEADER}\n1,5,A,B\n`);
		answer({});
		await run('addMissing');
		assert.deepEqual(messages, ['students_ext.csv is missing. Put both files into one folder.']);
	});

	it('remove the rows of unknown students that stay checked', async () => {
		await openNew('unknown', 'students.csv', `${HEADER}\n1,5,A,B\n`);
		const before = 'sis_id,ext.title_i\n7,Yes\n1,No\n8,Yes\n01,No';
		const { document } = await openNew('unknown', 'students_ext.csv', before);
		answer({ picks: [(items) => items.filter(({ label }) => label !== '8')] });
		await run('removeUnknown');
		const none = 'No student in students.csv has this ID.';
		assert.deepEqual(
			shownItems[0]?.map(({ label, description, detail, picked }) => [label, description, detail, picked]),
			[
				['7', 'Row 2 · ext.title_i: Yes', none, true],
				['8', 'Row 4 · ext.title_i: Yes', none, true],
				[
					'01',
					'Row 5 · A, B · ext.title_i: No',
					'students.csv has 1 (A, B). The IDs differ only in how they are written.',
					false,
				],
			],
		);
		assert.equal(document.getText(), 'sis_id,ext.title_i\n1,No\n8,Yes');
		await commands.executeCommand('undo');
		assert.equal(document.getText(), before);
	});

	it('move ext columns into students.csv, keep what is in conflict, and list it', async () => {
		const before = `${HEADER},ext.title_i\n1,5,A,B,Yes\n2,5,C,D,\n`;
		const beforeExtension = 'sis_id,ext.title_i,ext.club\n1,No,Go\n2,Yes,\n';
		const { document } = await openNew('move', 'students.csv', before);
		await openNew('move', 'students_ext.csv', beforeExtension);
		answer({ button: 'Show Conflicts' });
		await run('moveToRoster');
		assert.equal(document.getText(), `${HEADER},ext.title_i,ext.club\n1,5,A,B,Yes,Go\n2,5,C,D,Yes,\n`);
		assert.equal(await text(inFolder('move', 'students_ext.csv')), 'sis_id,ext.title_i,ext.club\n1,No,Go\n');
		assert.match(
			messages[0] ?? '',
			/^1 row moved from students_ext\.csv to students\.csv\. 1 value in conflict/,
		);
		await when(
			() => window.activeTextEditor?.document.isUntitled === true,
			(look) => window.onDidChangeActiveTextEditor(look),
			() => 'the list of conflicts is not shown',
		);
		const list = window.activeTextEditor?.document.getText() ?? '';
		assert.match(list, /students\.csv, row 2, student 1, ext\.title_i: "Yes" here, "No" elsewhere/);
		await window.showTextDocument(document);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), before);
		assert.equal(await text(inFolder('move', 'students_ext.csv')), beforeExtension);
	});

	it('offer to delete students_ext.csv if nothing is left, and never delete it without asking', async () => {
		await openNew('moveAll', 'students.csv', `${HEADER}\n1,5,A,B\n`);
		const { document } = await openNew('moveAll', 'students_ext.csv', 'sis_id,ext.title_i\n1,No\n');
		answer({});
		await run('moveToRoster');
		assert.match(messages[0] ?? '', /students_ext\.csv is now empty\./);
		assert.equal(document.getText(), 'sis_id,ext.title_i\n');
		await workspace.fs.stat(document.uri);
	});

	it('save students.csv and put students_ext.csv into the trash if the person agrees', async () => {
		const { document: moved } = await openNew('moveAndDelete', 'students.csv', `${HEADER}\n1,5,A,B\n`);
		const { document } = await openNew('moveAndDelete', 'students_ext.csv', 'sis_id,ext.title_i\n1,No\n');
		answer({ button: 'Save students.csv and Delete students_ext.csv' });
		await run('moveToRoster');
		const noTrash = 'students_ext.csv cannot be moved to the trash here. Delete it yourself.';
		await when(
			() => messages.length > 1,
			(look) => onMessage.event(look),
			() => messages.join('\n'),
		);
		const isThere = await workspace.fs.stat(document.uri).then(
			() => true,
			() => false,
		);
		assert.equal(messages[1], isThere ? noTrash : 'students_ext.csv is in the trash.');
		assert.equal(moved.isDirty, false);
		assert.equal(moved.getText(), `${HEADER},ext.title_i\n1,5,A,B,No\n`);
		assert.equal(document.isDirty, false);
	});

	it('split ext columns into a new students_ext.csv, and undo brings them back', async () => {
		const before = `${HEADER},ext.title_i\n1,5,A,B,Yes\n2,5,C,D,\n`;
		const { document } = await openNew('split', 'students.csv', before);
		answer({});
		await run('splitFromRoster');
		assert.equal(document.getText(), `${HEADER}\n1,5,A,B\n2,5,C,D\n`);
		assert.equal(await text(inFolder('split', 'students_ext.csv')), 'sis_id,ext.title_i\n1,Yes\n');
		await window.showTextDocument(document);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), before);
	});

	it('offer to save, unless VS Code saves by itself', async () => {
		const before = `${HEADER},Gender\n1,5,A,B,Female\n`;
		const buttons: string[] = [];
		const { document } = await openNew('save', 'students.csv', before);
		for (const autoSave of ['off', 'afterDelay']) {
			await setAutoSave(autoSave);
			await cursorAt(document, 'Female');
			answer({ picks: [labelled('Female'), labelled('F')], buttons });
			await run('replaceValue');
			await commands.executeCommand('undo');
		}
		await setAutoSave('off');
		assert.deepEqual(messages, [
			`1 field changed from "Female" to F. ${UNSAVED}`,
			'1 field changed from "Female" to F. Undo reverses all of it.',
		]);
		assert.deepEqual(buttons, ['Save']);
	});

	it('replace a value in the column of the cursor, in one step to undo', async () => {
		const before = `${HEADER},Gender\n1,5,A,B,Female\n2,5,C,D,M\n3,5,E,F,Female\n4,5,G,H,Girl\n`;
		const { document } = await openNew('replace', 'students.csv', before);
		await cursorAt(document, 'Girl');
		answer({ picks: [labelled('Female'), labelled('F')] });
		await run('replaceValue');
		assert.deepEqual(
			shownItems[0]?.map(({ label, description, detail }) => [label, description, detail]),
			[
				['Values with a Problem', undefined, undefined],
				['Girl', '1 field', 'Gender has no code "Girl". Use F (Female).'],
				['Female', '2 fields', 'Gender has no code "Female". Use F (Female).'],
				['Codes', undefined, undefined],
				['M', '1 field · Male', undefined],
			],
		);
		assert.deepEqual(
			shownItems[1]?.map(({ label }) => label),
			['F', 'M', 'X', '', 'Empty', 'Other…'],
		);
		assert.equal(document.getText(), before.replaceAll('Female', 'F'));
		assert.deepEqual(messages, [`2 fields changed from "Female" to F. ${UNSAVED}`]);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), before);
	});

	it('fill the empty fields of a column that is picked, if no file has the cursor', async () => {
		const before = `${HEADER},Gender\n1,5,A,B,\n\n2,5,C,D,M\n3,5\n4,5,G,H,\n`;
		const { document } = await openNew('fill', 'students.csv', before);
		await window.showTextDocument(await workspace.openTextDocument({ content: 'notes' }));
		// Files of earlier tests may still be open: then the command asks for the file first.
		const wanted = /(^|\/)fill\/students\.csv$|^Gender$|^X$/;
		const pick = (items: readonly QuickPickItem[]) => items.find(({ label }) => wanted.test(label));
		answer({ picks: [pick, pick, pick] });
		await run('fillEmpty');
		assert.equal(document.getText(), before.replaceAll(/,\n/g, ',X\n'));
		assert.deepEqual(messages, [
			`2 empty fields in Gender filled with X. 1 row could not be read and was left unchanged. ${UNSAVED}`,
		]);
		await window.showTextDocument(document);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), before);
	});

	it('export the list of problems, without values', async () => {
		await openNew('problems', 'students.csv', `${HEADER},Gender\n1,5,Reyes,Ana,Female\n`);
		const target = inFolder('problems', 'problems.csv');
		answer({ picks: [(items) => items[0]], saveAs: target });
		await run('exportProblems');
		const list = await text(target);
		assert.match(list, /^rule,severity,file,row,column,message\r?\n/);
		assert.match(list, /\nfield\/unknown-code,error,students\.csv,2,E \(Gender\),/);
		assert.ok(!list.includes('Female'));
	});
});
