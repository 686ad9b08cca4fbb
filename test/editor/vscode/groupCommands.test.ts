/** What is done about a group of problems, with a server of the test's own, and how the list shows the text of others. */
import { strict as assert } from 'node:assert';
import {
	commands,
	Position,
	Range,
	type TextDocument,
	ThemeIcon,
	WorkspaceEdit,
	window,
	workspace,
} from 'vscode';
import type { CommandContext } from '../../../client/src/commands/command';
import { groupCommands } from '../../../client/src/commands/groupCommands';
import { announce } from '../../../client/src/ui/announce';
import { ListView } from '../../../client/src/ui/listView';
import type { FileProblems, FixGroupParams, ProblemGroup } from '../../../server/src/protocol';
import { messagesOf, openNew } from './support';
import { fakeServer, type ServerAnswers } from './tableSupport';

const TEXT = 'Student_id,Gender\n1,Female\n2,Female\n';

const group: ProblemGroup = {
	id: 'females',
	rule: 'field/x',
	severity: 'error',
	column: 1,
	columnName: 'Gender',
	value: 'Female',
	title: 'The value is not a code of its column',
	message: 'Gender has no code "Female". Use F (Female).',
	rows: 2,
	record: 1,
	fixes: [{ id: 'f', title: 'Use F (Female)', newValue: 'F', isPreferred: true, rows: 2 }],
	offersChoice: false,
	offersEmpty: false,
	offersAccept: false,
	offersRemoval: false,
};

describe('what is done about a group of problems', () => {
	let document: TextDocument;

	beforeEach(async () => {
		({ document } = await openNew('group-commands', 'students.csv', TEXT));
	});
	afterEach(async () => {
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	async function run(command: string, answers: ServerAnswers): Promise<void> {
		const { server } = await fakeServer(answers);
		const file: FileProblems = {
			uri: document.uri.toString(),
			fileName: 'students.csv',
			version: document.version,
			groups: [group],
			others: { groups: 0, rows: 0 },
			reported: [],
			otherReported: { groups: 0, rows: 0 },
			findings: 2,
			fixable: 2,
			decisions: 0,
		};
		const problems = { current: async () => ({ document, file, group }) };
		const context = { server, problems } as unknown as CommandContext;
		await groupCommands[`cleverDemographics.${command}`]?.(context, { file, group });
	}

	/** Both rows, by one edit each. */
	const fixed = ({ file }: FixGroupParams): unknown => ({
		files: [
			{
				...file,
				edits: [1, 2].map((line) => ({
					range: { start: { line, character: 2 }, end: { line, character: 8 } },
					newText: 'F',
				})),
			},
		],
		changed: 2,
	});

	it('fixes all of its rows as one step to undo, and says so', async () => {
		const asked: FixGroupParams[] = [];
		const messages = await messagesOf(() =>
			run('fixGroup', {
				fixGroup: (params: FixGroupParams) => {
					asked.push(params);
					return fixed(params);
				},
			}),
		);
		assert.equal(document.getText(), 'Student_id,Gender\n1,F\n2,F\n');
		assert.deepEqual(
			asked.map((params) => [params.group, params.fix]),
			[['females', 'f']],
		);
		assert.match(messages.join(), /^Fixed 2 problems in students\.csv\./);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), TEXT);
	});

	it('makes the file that it fixes the active one, so that Undo reverses the fix', async () => {
		const { document: other } = await openNew('group-commands', 'students_ext.csv', 'sis_id\n1\n');
		const edit = new WorkspaceEdit();
		edit.insert(other.uri, new Position(1, 1), '2');
		await workspace.applyEdit(edit);
		await openNew('group-commands', 'students_ext.csv', other.getText());
		const messages = await messagesOf(() => run('fixGroup', { fixGroup: fixed }));
		assert.equal(window.activeTextEditor?.document, document);
		assert.match(messages.join(), /Undo reverses all of it\.$/);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), TEXT);
		assert.equal(other.getText(), 'sis_id\n12\n');
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await window.showTextDocument(other);
	});

	it('names the file that Undo is for where another one is active', async () => {
		await openNew('group-commands', 'students_ext.csv', 'sis_id\n1\n');
		const messages = await messagesOf(async () => announce('Fixed.', [{ uri: document.uri.toString() }]));
		assert.match(messages.join(), /^Fixed\. .*Undo in students\.csv reverses all of it\.$/);
	});

	it('changes nothing where the file is edited while its fixes are made', async () => {
		const edited = run('fixGroup', {
			fixGroup: async (params: FixGroupParams) => {
				const edit = new WorkspaceEdit();
				edit.insert(document.uri, document.lineAt(0).range.end, ',Race');
				await workspace.applyEdit(edit);
				return fixed(params);
			},
		});
		await assert.rejects(edited, /students\.csv was edited in the meantime, so nothing was changed/);
		assert.equal(document.getText(), TEXT.replace('Gender', 'Gender,Race'));
		assert.equal(document.getText(new Range(1, 0, 1, 8)), '1,Female');
	});

	it('says why the server refuses, and in the status bar what a group does not offer', async () => {
		const problem = 'This problem is not there any more, so nothing was done.';
		await assert.rejects(run('fixGroup', { fixGroup: () => ({ problem }) }), new Error(problem));
		const notes: string[] = [];
		const { setStatusBarMessage } = window;
		Object.assign(window, { setStatusBarMessage: (text: string) => void notes.push(text) });
		const messages = await messagesOf(async () => {
			await run('emptyGroup', {});
			await run('removeRowsOfGroup', {});
		});
		Object.assign(window, { setStatusBarMessage });
		assert.deepEqual(messages, []);
		assert.deepEqual(notes, [
			'Empty is not offered for this problem.',
			'Remove Rows of Unknown Students is not offered for this problem.',
		]);
		assert.equal(document.getText(), TEXT);
	});

	it('needs a group', async () => {
		const showRows = groupCommands['cleverDemographics.showGroupRows'];
		await assert.rejects(
			async () => showRows?.({} as CommandContext),
			/Choose a problem in Problems by Value/,
		);
	});
});

describe('a list of ours', () => {
	it('is drawn anew only where something that it shows has changed', () => {
		const list = new ListView<readonly string[]>('cleverDemographics.test', 'x', ([id = '', label = '']) => ({
			id,
			label,
			description: '',
			tooltip: '',
			spoken: '',
			icon: new ThemeIcon('error'),
			contextValue: 'show',
		}));
		let drawn = 0;
		const listener = list.onDidChangeTreeData(() => drawn++);
		list.show([['1', 'a']], 'One.');
		list.show([['1', 'a', 'another version']], 'Two.');
		assert.equal(drawn, 1);
		assert.deepEqual(list.getChildren(), [['1', 'a', 'another version']]);
		list.show([['1', 'b']], 'Two.');
		list.show([], 'None.');
		assert.equal(drawn, 3);
		listener.dispose();
		list.dispose();
	});

	it('draws no icon, link or hidden character of a file', () => {
		const hostile = '$(zap) [x](command:a) \u202eevil';
		const list = new ListView<string>('cleverDemographics.test', 'cleverDemographics.openGroup', (text) => ({
			id: text,
			label: text,
			description: text,
			tooltip: `${text}\n${text}`,
			spoken: text,
			icon: new ThemeIcon('error'),
			contextValue: 'show',
		}));
		const { label, description, tooltip, accessibilityInformation, command } = list.getTreeItem(hostile);
		list.dispose();
		for (const text of [label, description]) {
			assert.equal(typeof text, 'string');
			assert.ok(!/\$\(|\u202e/.test(String(text)), String(text));
		}
		assert.equal(tooltip, `$(zap) [x](command:a) <U+202E>evil\n$(zap) [x](command:a) <U+202E>evil`);
		assert.ok(!accessibilityInformation?.label.includes('\u202e'));
		assert.deepEqual(command?.arguments, [hostile]);
	});
});
