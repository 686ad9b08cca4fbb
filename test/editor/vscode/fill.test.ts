import { strict as assert } from 'node:assert';
import {
	ConfigurationTarget,
	commands,
	type QuickPickItem,
	type QuickPickOptions,
	Range,
	type Uri,
	window,
	workspace,
} from 'vscode';
import { inFolder, openNew } from './support';

const original = { ...window };
const messages: string[] = [];
const lists: { readonly title: string; readonly items: readonly QuickPickItem[] }[] = [];

type Pick = (items: readonly QuickPickItem[]) => unknown;

/** Answers each quick pick in turn, and the dialogs for a file and a text. */
function answer(picks: readonly Pick[], { file, name }: { file?: Uri; name?: string } = {}): void {
	const remaining = [...picks];
	const listen = async (message: string): Promise<undefined> => void messages.push(message);
	Object.assign(window, {
		showQuickPick: async (items: readonly QuickPickItem[], { title = '' }: QuickPickOptions) => {
			lists.push({ title, items });
			const pick = remaining.shift();
			assert.ok(pick, `an unexpected list: ${title}`);
			return pick(items);
		},
		showOpenDialog: async () => file && [file],
		showInputBox: async () => name,
		showInformationMessage: listen,
		showErrorMessage: listen,
	});
}

const labelled =
	(part: string): Pick =>
	(items) => {
		const item = items.find(({ label }) => label === part) ?? items.find(({ label }) => label.includes(part));
		assert.ok(item, `${part} in ${items.map(({ label }) => label).join(', ')}`);
		return item;
	};
const checked =
	(...labels: string[]): Pick =>
	(items) =>
		items.filter(({ label }) => labels.includes(label));

const run = (name: string, ...args: unknown[]): Thenable<unknown> =>
	commands.executeCommand(`cleverDemographics.${name}`, ...args);

async function textOf(uri: Uri): Promise<string> {
	return (await workspace.openTextDocument(uri)).getText();
}

const roster =
	'Student_id,School_id,Last_name,First_name,IEP_status\n0101,5,A,B,Y\n0102,5,C,D,Yes\n0103,5,E,F,N\n';
const ext = 'sis_id,ext.idea_indicator,ext.primary_disability_type\r\n0101,,\r\n0102,No,"SLD"\r\n0103,,\r\n';

describe('filling columns', () => {
	beforeEach(() => {
		messages.length = 0;
		lists.length = 0;
	});
	afterEach(async () => {
		const { showQuickPick, showOpenDialog, showInputBox, showInformationMessage, showErrorMessage } =
			original;
		Object.assign(window, {
			showQuickPick,
			showOpenDialog,
			showInputBox,
			showInformationMessage,
			showErrorMessage,
		});
		await commands.executeCommand('workbench.action.files.revert');
		await commands.executeCommand('workbench.action.closeAllEditors');
		const settings = workspace.getConfiguration('cleverDemographics');
		await settings.update('fillRules', undefined, ConfigurationTarget.Workspace);
	});

	it('by a rule, in a file that is not open, in one step to undo', async () => {
		const extension = inFolder('rule', 'students_ext.csv');
		await openNew('rule', 'students.csv', roster);
		await workspace.fs.writeFile(extension, Buffer.from(ext));
		answer(
			[
				labelled('ext.idea_indicator'),
				labelled('IEP_status'),
				checked('Y'),
				labelled('Yes'),
				labelled('No'),
				labelled('Save This Rule'),
				labelled('Fill 2 Fields'),
			],
			{ name: 'IEP means IDEA' },
		);
		await run('fillByRule');
		const filled = ext.replace('0101,,', '0101,Yes,').replace('0103,,', '0103,No,');
		assert.equal(await textOf(extension), filled, messages.join());
		const preview = lists.at(-1)?.items.map(({ label, description = '' }) => `${label} ${description}`) ?? [];
		for (const line of ['Empty 2 → 0', 'Yes 0 → 1', 'No 1 → 2', '1 row The field has another value'])
			assert.ok(preview.includes(line), preview.join('; '));
		await commands.executeCommand('undo');
		assert.equal(await textOf(extension), ext);

		// The rule is saved, and replaces the other value, too.
		answer([labelled('IEP means IDEA'), labelled('Replace Other Values'), labelled('Fill 3 Fields')]);
		await run('fillByRule');
		assert.equal(await textOf(extension), filled.replace('0102,No', '0102,Yes'));
		await commands.executeCommand('undo');
		assert.equal(await textOf(extension), ext);
	});

	it('from a list whose zeros are lost', async () => {
		const extension = inFolder('list', 'students_ext.csv');
		await openNew('list', 'students.csv', roster);
		const editor = await openNew('list', 'students_ext.csv', ext);
		const list = inFolder('list', 'special education.csv');
		await workspace.fs.writeFile(
			list,
			Buffer.from('Student,Eligibility,Note\n101,Autism,x\n102,Autism,y\n103,Deafness,\n999,Autism,\n'),
		);
		answer(
			[
				labelled('Student'),
				labelled('Also IDs'),
				checked('Eligibility'),
				labelled('ext.primary_disability_type'),
				labelled('Deafness'),
				labelled('HI'),
				labelled('Go On'),
				labelled('$(warning) 1 row'),
				() => undefined,
				labelled('Fill 2 Fields'),
			],
			{ file: list },
		);
		await run('fillFromFile');
		const filled = ext.replace('0101,,', '0101,,AUT').replace('0103,,', '0103,,HI');
		assert.equal(editor.document.getText(), filled, messages.join());
		assert.deepEqual(messages.length, 1);
		assert.match(
			messages[0] ?? '',
			/^2 fields of ext\.primary_disability_type filled from special education\.csv\./,
		);
		await window.showTextDocument(editor.document);
		await commands.executeCommand('undo');
		assert.equal(await textOf(extension), ext);
	});

	it('from the text of a list that is not saved', async () => {
		const extension = inFolder('unsaved', 'students_ext.csv');
		const { document } = await openNew('unsaved', 'students.csv', roster);
		await openNew('unsaved', 'students_ext.csv', ext);
		const editor = await openNew('unsaved', 'list.csv', 'Student ID,Eligibility\n0101,SLD\n');
		await editor.edit((edit) => edit.replace(new Range(1, 5, 1, 8), 'AUT'));
		await window.showTextDocument(document);
		answer([labelled('Student ID'), labelled('ext.primary_disability_type'), labelled('Fill 1 Field')], {
			file: editor.document.uri,
		});
		await run('fillFromFile');
		assert.equal(await textOf(extension), ext.replace('0101,,', '0101,,AUT'), messages.join());
		await commands.executeCommand('undo');
		assert.equal(await textOf(extension), ext);
	});

	it('from neither of the two files themselves', async () => {
		const { document } = await openNew('self', 'students.csv', roster);
		answer([], { file: document.uri });
		await run('fillFromFile');
		assert.deepEqual(messages, [
			'students.csv is one of the two files that are filled. Choose another file.',
		]);
	});
});
