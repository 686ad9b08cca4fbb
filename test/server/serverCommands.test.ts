import assert from 'node:assert/strict';
import type {
	ClientCapabilities,
	CodeAction,
	CodeLens,
	Command,
	Hover,
	SemanticTokens,
	WorkspaceEdit,
} from 'vscode-languageserver';
import { featuresOf } from '../../server/src/lsp/clientFeatures';
import { edited } from '../support/features';
import { Client, type StartOptions, shows } from './client';

const uri = 'file:///district/students.csv';
const HEADER = 'Student_id,School_id,Last_name,First_name,Gender\n';
const TEXT = `${HEADER}1,5,Reyes,Ana,Female\n2,5,Poe,Bo,Male\n`;
const FIXED = `${HEADER}1,5,Reyes,Ana,F\n2,5,Poe,Bo,M\n`;
const onFemale = { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } };
const wholeFile = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const showReadiness = 'cleverDemographics.server.showReadiness';
const fixAll = 'cleverDemographics.server.fixAll';
const applyAction = 'cleverDemographics.server.applyAction';

/** Applies edits, and takes commands for code actions. */
const editsByCommand: ClientCapabilities = {
	textDocument: { publishDiagnostics: { versionSupport: true } },
	workspace: { applyEdit: true, workspaceEdit: { documentChanges: true } },
};

describe('commands of the server', () => {
	let client: Client;
	const start = async (options?: StartOptions, text = TEXT): Promise<void> => {
		client = await Client.start(options);
		client.open(uri, text);
	};
	afterEach(() => client.stop());
	const run = (command: string, ...args: unknown[]): Promise<unknown> =>
		client.request('workspace/executeCommand', { command, arguments: args });
	const asksToApply = (): WorkspaceEdit[] =>
		client.received
			.filter(({ method }) => method === 'workspace/applyEdit')
			.map(({ params }) => (params as { edit: WorkspaceEdit }).edit);

	it('are announced to clients without commands of ours, and those that edit to clients that apply edits', async () => {
		for (const [options, commands] of [
			[{ capabilities: {} }, [showReadiness]],
			[{ capabilities: editsByCommand }, [showReadiness, fixAll, applyAction]],
			[{ capabilities: editsByCommand, initializationOptions: { commands: true } }, undefined],
		] as const) {
			await start(options);
			assert.deepEqual(client.result.capabilities.executeCommandProvider?.commands, commands);
			if (!commands) await assert.rejects(run(showReadiness, uri), { code: -32602 });
			if (commands) await client.stop();
		}
	});

	it('change nothing where a lens is older than the last fix', async () => {
		await start({ capabilities: editsByCommand }, FIXED);
		assert.equal(await run(fixAll, uri), null);
		assert.deepEqual(asksToApply(), []);
	});

	it('apply the fixes of the fix-all action, for the version that they are made for', async () => {
		await start({ capabilities: editsByCommand });
		client.change(uri, { text: TEXT });
		await run(fixAll, uri);
		const [{ documentChanges: [change] = [], changes } = {}] = asksToApply();
		assert.equal(changes, undefined);
		assert.ok(change && 'edits' in change);
		assert.deepEqual(change.textDocument, { uri, version: 2 });
		assert.equal(edited(TEXT, change.edits as never), FIXED);
	});

	it('are what a client gets for code actions that takes no literals, and change what their titles say', async () => {
		await start({ capabilities: editsByCommand });
		const actions: readonly (CodeAction | Command)[] = await client.actions(uri, onFemale);
		const fix = actions.find(({ title }) => title === 'Use F (Female)') as Command;
		assert.deepEqual(Object.keys(fix).sort(), ['arguments', 'command', 'title']);
		assert.ok(actions.every(({ command }) => command === applyAction));
		await run(fix.command, ...(fix.arguments ?? []));
		const [{ documentChanges: [change] = [] } = {}] = asksToApply();
		assert.ok(change && 'edits' in change);
		assert.equal(edited(TEXT, change.edits as never), TEXT.replace('Female', 'F'));
		client.change(uri, { text: TEXT });
		await assert.rejects(run(fix.command, ...(fix.arguments ?? [])), { code: -32803 });
		assert.equal(asksToApply().length, 1);
	});

	it('are refused where they are unknown or their arguments are wrong', async () => {
		await start({ capabilities: editsByCommand });
		for (const [command, ...args] of [
			['cleverDemographics.fixAll', uri],
			['toString'],
			[showReadiness],
			[showReadiness, 7],
			[fixAll, uri, uri],
			[applyAction],
			[applyAction, null],
			[applyAction, uri],
			[applyAction, { uri, version: 1, id: 'x', range: null }],
			[applyAction, { uri, version: 1, id: 'x', range: { start: null, end: null } }],
			[applyAction, { uri, version: 1, id: 'x', range: onFemale, only: 'x' }],
			[applyAction, { uri, version: 1, id: 'x', range: onFemale, only: [5] }],
		] as const) {
			await assert.rejects(run(command, ...args), { code: -32602 }, JSON.stringify([command, args]));
		}
		await assert.rejects(run(fixAll, 'file:///other.csv'), { code: -32803 });
		assert.deepEqual(asksToApply(), []);
	});

	it('say in a sentence whether the folder is ready', async () => {
		await start({ capabilities: {} });
		await run(showReadiness, uri);
		const messages = client.received
			.filter(({ method }) => method === 'window/showMessage')
			.map(({ params }) => (params as { message: string }).message);
		assert.equal(messages.length, 1);
		assert.match(messages.join(), /^2 errors to fix: .*2 students/);
	});
});

describe('where nothing can be fixed', () => {
	it('there is no lens and no action that fixes all', async () => {
		const client = await Client.start({ capabilities: { ...shows, workspace: { applyEdit: true } } });
		// An error that has no fix of one meaning.
		client.open(uri, `${HEADER}1,5,Reyes,Ana,zzzz\n`);
		const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
		assert.deepEqual(
			lenses.map(({ command }) => command?.title),
			['1 student · 1 error'],
		);
		for (const kind of ['source', 'source.fixAll', 'source.fixAll.clever-demographics'])
			assert.deepEqual(await client.actions(uri, wholeFile, [kind]), [], kind);
		client.change(uri, { text: TEXT });
		assert.equal((await client.actions(uri, wholeFile, ['source.fixAll'])).length, 1);
		await client.stop();
	});
});

describe('formats', () => {
	it('are the one that a client names first, as LSP orders them by preference', async () => {
		for (const [contentFormat, kind] of [
			[['markdown', 'plaintext'], 'markdown'],
			[['plaintext', 'markdown'], 'plaintext'],
		] as const) {
			const hover = { contentFormat: [...contentFormat] };
			const client = await Client.start({ capabilities: { textDocument: { hover } } });
			client.open(uri, TEXT);
			const { contents } = await client.at<Hover>('hover', uri, onFemale.start);
			assert.equal((contents as { kind?: string }).kind, kind);
			await client.stop();
		}
	});

	it('are none that LSP does not have, such as one that a client has for itself', () => {
		for (const [contentFormat, kind] of [
			[['html', 'markdown'], 'markdown'],
			[['html'], 'plaintext'],
		] as const) {
			const capabilities = { textDocument: { hover: { contentFormat: contentFormat as never } } };
			assert.equal(featuresOf({ processId: null, rootUri: null, capabilities }).hoverFormat, kind);
		}
	});
});

describe('colors of a whole file', () => {
	const students = (count: number): string => HEADER + '1,5,Reyes,Ana,F\n'.repeat(count);
	const requests = { full: true };
	const semanticTokens = { requests, tokenTypes: [], tokenModifiers: [], formats: ['relative' as const] };

	it('are of all of up to 5,000 students, and of none of more', async () => {
		const client = await Client.start({ capabilities: { textDocument: { semanticTokens } } });
		const ask = (): Promise<SemanticTokens | null> =>
			client.request('textDocument/semanticTokens/full', { textDocument: { uri } });
		client.open(uri, students(5000));
		// The ID and the gender of each row, the header included: five numbers each.
		assert.equal((await ask())?.data.length, (1 + 5000) * 2 * 5);
		client.change(uri, { text: students(5001) });
		assert.equal(await ask(), null);
		await client.stop();
	});
});
