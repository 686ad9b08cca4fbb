import { strict as assert } from 'node:assert';
import { commands, type QuickPickItem, type QuickPickOptions, type Uri, window, workspace } from 'vscode';
import { inFolder, openNew, when } from './support';

const original = { ...window };
const messages: string[] = [];
const lists: { readonly placeHolder: string; readonly items: readonly QuickPickItem[] }[] = [];

/** Chooses a download, and the first item of each list. */
function answer(file: Uri): void {
	const listen = async (message: string): Promise<undefined> => void messages.push(message);
	Object.assign(window, {
		showQuickPick: async (items: readonly QuickPickItem[], { placeHolder = '' }: QuickPickOptions) => {
			lists.push({ placeHolder, items });
			return items[0];
		},
		showOpenDialog: async () => [file],
		showInformationMessage: listen,
		showErrorMessage: listen,
	});
}

const run = (): Thenable<unknown> => commands.executeCommand('cleverDemographics.checkArrived');
const tabs = (): string[] => window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);

/** Waits for a tab with a label. */
function tabCalled(label: string): Promise<void> {
	return when(
		() => tabs().includes(label),
		(look) => window.tabGroups.onDidChangeTabs(look),
		() => tabs().join(),
	);
}

describe('checking what arrived', () => {
	beforeEach(async () => {
		messages.length = 0;
		lists.length = 0;
		await openNew('arrived', 'students.csv', 'Student_id,School_id,Gender\n0101,5,F\n0102,5,M\n');
	});
	afterEach(async () => {
		const { showQuickPick, showOpenDialog, showInformationMessage, showErrorMessage } = original;
		Object.assign(window, { showQuickPick, showOpenDialog, showInformationMessage, showErrorMessage });
		await commands.executeCommand('workbench.action.closeAllEditors');
	});

	async function download(name: string, text: string): Promise<Uri> {
		const file = inFolder('arrived', name);
		await workspace.fs.writeFile(file, Buffer.from(text));
		return file;
	}

	it('asks for the column of the ID where no name tells it, without drawing what is in the file', async () => {
		answer(await download('pupils.csv', 'Pupil $(trash),Gender\n0101,F\n0102,M\n'));
		await run();
		assert.deepEqual(messages, []);
		const [list] = lists;
		assert.match(list?.placeHolder ?? '', /^No column has the name of a student ID\./);
		assert.doesNotMatch(list?.items[0]?.label ?? '', /\$\(trash\)/);
		assert.equal(list?.items[0]?.description, 'the Student_id of 2 students');
		await tabCalled('What Arrived · pupils.csv');
	});

	it('refuses a file of our own, and one with none of our students', async () => {
		answer(inFolder('arrived', 'students.csv'));
		await run();
		assert.match(messages.join(), /^This is one of your own files\./);
		messages.length = 0;
		answer(await download('others.csv', 'Student ID,Gender\n77,F\n'));
		await run();
		assert.match(messages.join(), /^No ID in Student ID is a Student_id of yours\./);
		assert.ok(!tabs().some((label) => label.startsWith('What Arrived')), tabs().join());
	});
});
