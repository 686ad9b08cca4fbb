/** What is done about a group of problems, with a server of the test's own, and how the list shows the text of others. */
import { strict as assert } from 'node:assert';
import { commands, Range, type TextDocument, ThemeIcon, WorkspaceEdit, workspace } from 'vscode';
import type { CommandContext } from '../../../client/src/commands/command';
import { groupCommands } from '../../../client/src/commands/groupCommands';
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

	it('says why the server refuses, and does nothing that the group does not offer', async () => {
		const problem = 'This problem is not there any more, so nothing was done.';
		await assert.rejects(run('fixGroup', { fixGroup: () => ({ problem }) }), new Error(problem));
		await assert.rejects(run('emptyGroup', {}), /Empty 2 does not suit this problem/);
		await assert.rejects(run('acceptGroup', {}), /Accept does not suit this problem/);
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
