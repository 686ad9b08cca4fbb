/** From one upload to the next: what is offered to compare with, what is refused, and what a dated copy asks first. */
import { strict as assert } from 'node:assert';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	ConfigurationTarget,
	commands,
	Position,
	type QuickPickItem,
	type Uri,
	window,
	workspace,
} from 'vscode';
import { inFolder, messagesOf, openNew, when } from './support';

const ROSTER = 'School_id,Student_id,Gender\n1,100,F\n1,101,M\n';

/** What a person picks and answers during a run. */
interface Person {
	/** The label of the item to pick, without its icon. */
	readonly picks?: string;
	/** The files that are chosen in a dialog. */
	readonly chooses?: readonly Uri[];
	/** Whether questions are answered with the button that goes on. */
	readonly agrees?: boolean;
}

/** What a person saw during a run. */
interface Seen {
	/** The labels of the list, without icons, with the descriptions. */
	readonly offered: readonly string[];
	readonly asked: readonly string[];
	readonly messages: readonly string[];
}

describe('the last upload', () => {
	let count = 0;
	let root: string;
	let name: string;

	/** Runs a command on students.csv of a folder. */
	async function run(command: string, file: Uri, { picks, chooses, agrees }: Person): Promise<Seen> {
		const offered: string[] = [];
		const asked: string[] = [];
		const { showQuickPick, showOpenDialog, showWarningMessage } = window;
		const labelOf = ({ label }: QuickPickItem): string => label.replace(/^\$\([\w-]+\) /, '');
		Object.assign(window, {
			showQuickPick: async (items: readonly QuickPickItem[]) => {
				offered.push(...items.map((item) => [labelOf(item), item.description ?? []].flat().join(' · ')));
				return items.find((item) => labelOf(item) === picks);
			},
			showOpenDialog: async () => chooses,
			showWarningMessage: async (question: string, _: unknown, button: string) => {
				asked.push(question);
				return agrees ? button : undefined;
			},
		});
		try {
			const messages = await messagesOf(() => commands.executeCommand(`cleverDemographics.${command}`, file));
			return { offered, asked, messages };
		} finally {
			Object.assign(window, { showQuickPick, showOpenDialog, showWarningMessage });
		}
	}
	const write = (path: string, text: string): Uri => {
		mkdirSync(join(root, path, '..'), { recursive: true });
		writeFileSync(join(root, path), text);
		return inFolder(name, path);
	};

	const dialogs = ['Choose a File…', 'Choose a Folder…'];

	// VS Code in the browser saves by itself.
	const setAutoSave = (value: string | undefined): Thenable<void> =>
		workspace.getConfiguration('files').update('autoSave', value, ConfigurationTarget.Global);
	before(() => setAutoSave('off'));
	after(() => setAutoSave(undefined));
	beforeEach(() => {
		name = `last-upload-${++count}`;
		root = inFolder(name).fsPath;
	});
	afterEach(async () => {
		await commands.executeCommand('workbench.action.files.revert');
		await commands.executeCommand('workbench.action.closeAllEditors');
		// Other tests look for files in the whole folder.
		await workspace.fs.delete(inFolder(name), { recursive: true });
	});

	it('is offered: the last choice, folders, dated files, then a dialog', async () => {
		const { document } = await openNew(`${name}/district`, 'students.csv', ROSTER);
		const compare = (person: Person): Promise<Seen> => run('compareWithLast', document.uri, person);
		assert.deepEqual((await compare({})).offered, dialogs);
		write('district/students 2026-09-30.csv', ROSTER);
		write('2026-08/students.csv', ROSTER);
		write('2026-10/students.csv', ROSTER);
		const first = await compare({ picks: 'students 2026-09-30.csv' });
		assert.deepEqual(first.offered, ['2026-10', '2026-08', 'students 2026-09-30.csv', ...dialogs]);
		assert.deepEqual(first.messages, []);
		const activeTab = (): string => window.tabGroups.activeTabGroup.activeTab?.label ?? 'no tab';
		await when(
			() => activeTab() === 'Comparison · district',
			(look) => window.tabGroups.onDidChangeTabs(look),
			() => `wanted the comparison; ${activeTab()} is shown`,
		);
		assert.deepEqual((await compare({})).offered, [
			'students 2026-09-30.csv · Last choice',
			'2026-10',
			'2026-08',
			...dialogs,
		]);
	});

	it('is refused with the reason where it cannot be compared with, and not remembered', async () => {
		const { document } = await openNew(`${name}/district`, 'students.csv', ROSTER);
		const choose = async (...chooses: readonly Uri[]): Promise<string> => {
			const picks = 'Choose a File…';
			return (await run('compareWithLast', document.uri, { picks, chooses })).messages.join();
		};
		assert.match(await choose(document.uri), /students\.csv is the file that is compared\. Choose the one/);
		assert.match(
			await choose(write('district/staff.csv', 'Staff_id\n1\n')),
			/staff\.csv has no column Student_id or sis_id/,
		);
		assert.match(await choose(inFolder(name, 'gone.csv')), /gone\.csv is not there any more/);
		const three = ['a', 'b', 'c'].map((each) => write(`${each}.csv`, ROSTER));
		assert.match(await choose(...three), /Choose at most two files/);
		assert.deepEqual((await run('compareWithLast', document.uri, {})).offered, [
			'Choose a File…',
			'Choose a Folder…',
		]);
	});

	it('is kept as a dated copy of what is saved, which asks before it saves or replaces', async () => {
		const editor = await openNew(`${name}/district`, 'students.csv', ROSTER);
		const { document } = editor;
		const copies = join(root, 'district', 'Earlier Uploads');
		const copy = (agrees: boolean): Promise<Seen> =>
			run('saveDatedCopy', document.uri, { picks: 'Earlier Uploads', agrees });
		const type = async (text: string): Promise<void> => {
			await editor.edit((edit) => edit.insert(new Position(3, 0), text));
			await when(
				() => document.isDirty,
				(look) => workspace.onDidChangeTextDocument(look),
				() => 'the file is not dirty',
			);
		};
		await type('1,102,X\n');
		const declined = await copy(false);
		assert.deepEqual([declined.asked, declined.messages], [['Save students.csv first?'], []]);
		assert.equal(document.isDirty, true);
		assert.throws(() => readdirSync(copies));

		const agreed = await copy(true);
		assert.deepEqual(agreed.asked, ['Save students.csv first?']);
		assert.match(agreed.messages.join(), /^Saved students \d{4}-\d\d-\d\d\.csv in .*Keep them safe/);
		const [dated = '', ...others] = readdirSync(copies);
		assert.deepEqual(others, []);
		const kept = (): string => readFileSync(join(copies, dated), 'utf8');
		assert.equal(kept(), `${ROSTER}1,102,X\n`);
		assert.equal(document.isDirty, false);

		await type('1,103,X\n');
		await document.save();
		assert.deepEqual((await copy(false)).asked, [`${dated} already exists. Replace?`]);
		assert.equal(kept(), `${ROSTER}1,102,X\n`);
		await copy(true);
		assert.equal(kept(), `${ROSTER}1,103,X\n1,102,X\n`);
		// This month is not compared with itself.
		const { offered } = await run('compareWithLast', document.uri, {});
		assert.deepEqual(offered.slice(-3), [`${dated} · saved today`, ...dialogs]);
	});
});
