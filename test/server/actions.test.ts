import assert from 'node:assert/strict';
import {
	type ClientCapabilities,
	type CodeAction,
	LSPErrorCodes,
	type ResponseError,
	type TextDocumentEdit,
	type TextEdit,
} from 'vscode-languageserver';
import { genderCodes } from '../../server/src/spec/optionSets/gender';
import { edited } from '../support/features';
import { Client, type StartOptions, shows } from './client';

const uri = 'file:///district/students.csv';
const HEADER = 'Student_id,School_id,Last_name,First_name,Gender,Race';
const TEXT = `${HEADER}\r\n1,5,"Reyes",Ana,Female,w\r\n2,5,"Bo",Lee,Female,"w"\r\n`;
const AFTER = `${HEADER}\r\n1,5,"Reyes",Ana,F,W\r\n2,5,"Bo",Lee,F,"W"\r\n`;
const onFemale = { start: { line: 1, character: 18 }, end: { line: 1, character: 18 } };
const onCode = { start: { line: 1, character: 24 }, end: { line: 1, character: 24 } };
const everything = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };

const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } };
const codeAction = { ...literals, dataSupport: true, resolveSupport: { properties: ['edit'] } };
const resolves: ClientCapabilities = { textDocument: { ...shows.textDocument, codeAction } };
const versioned = { workspaceEdit: { documentChanges: true } };

describe('code actions over stdio', () => {
	let client: Client;
	const start = async (options?: StartOptions): Promise<Client> => {
		client = await Client.start(options);
		client.open(uri, TEXT);
		return client;
	};
	afterEach(() => client.stop());
	const titled = (actions: readonly CodeAction[], title: string): CodeAction => {
		const found = actions.find((action) => action.title === title);
		assert.ok(found, `${title} is not among ${actions.map((action) => action.title).join(' | ')}`);
		return found;
	};
	const resolve = (action: CodeAction): Promise<CodeAction> => client.request('codeAction/resolve', action);

	it('have their edits for a client that does not resolve actions', async () => {
		for (const textDocument of [
			{ codeAction: literals },
			{ codeAction: { ...literals, dataSupport: true } },
			{ codeAction: { ...codeAction, dataSupport: false } },
		]) {
			await start({ capabilities: { textDocument } });
			const actions = await client.actions(uri, onFemale);
			assert.ok(actions.every((action) => action.edit && !action.data));
			const { edit } = titled(actions, 'Use F (Female)');
			assert.deepEqual(edit, {
				changes: {
					[uri]: [
						{
							range: { start: { line: 1, character: 16 }, end: { line: 1, character: 22 } },
							newText: 'F',
						},
					],
				},
			});
			const all = titled(actions, 'Fix All 4 Problems in This File').edit?.changes?.[uri];
			assert.equal(edited(TEXT, all as TextEdit[]), AFTER);
			await client.stop();
		}
		await start();
	});

	it('are resolved one by one for a client that resolves actions', async () => {
		await start({ capabilities: resolves });
		assert.deepEqual(client.result.capabilities.codeActionProvider, {
			codeActionKinds: ['quickfix', 'source.fixAll.clever-demographics'],
			resolveProvider: true,
		});
		const actions = await client.actions(uri, onFemale);
		assert.ok(actions.every((action) => !action.edit && action.data));
		const { edit } = await resolve(titled(actions, 'Fix All 2 "Female" in Gender'));
		assert.equal(edited(TEXT, edit?.changes?.[uri] as TextEdit[]), TEXT.replaceAll('Female', 'F'));
	});

	it('name the version that they are for if the client supports it', async () => {
		for (const isResolved of [false, true]) {
			const textDocument = { codeAction: isResolved ? codeAction : literals };
			await start({ capabilities: { textDocument, workspace: versioned } });
			client.change(uri, { text: TEXT });
			const [action] = await client.actions(uri, everything, ['source.fixAll']);
			assert.equal(action?.kind, 'source.fixAll.clever-demographics');
			const { edit } = action?.edit ? action : await resolve(action as CodeAction);
			assert.equal(edit?.changes, undefined);
			const [change, ...more] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
			assert.equal(more.length, 0);
			assert.deepEqual(change?.textDocument, { uri, version: 2 });
			assert.equal(edited(TEXT, change?.edits as TextEdit[]), AFTER);
			if (!isResolved) await client.stop();
		}
	});

	it('change nothing if the text has changed since they were offered', async () => {
		await start({ capabilities: resolves });
		const action = titled(await client.actions(uri, onFemale), 'Use F (Female)');
		client.change(uri, { text: TEXT.replace('1,5', '1,55') });
		await assert.rejects(resolve(action), { code: LSPErrorCodes.ContentModified });
		client.close(uri);
		assert.equal((await resolve(action)).edit, undefined);
	});

	it('change nothing if the text changes while their edits are made, in slices', async () => {
		await start({ capabilities: resolves });
		const rows = Array.from({ length: 20_000 }, (_, id) => `${id},5,Reyes,Ana,Female\n`).join('');
		const opened = client.change(uri, { text: `Student_id,School_id,Last_name,First_name,Gender\n${rows}` });
		await client.published(uri, opened);
		const [action] = await client.actions(uri, everything, ['source.fixAll']);
		const resolved = resolve(action as CodeAction);
		const start0 = { line: 1, character: 0 };
		const version = client.change(uri, { range: { start: start0, end: start0 }, text: '9' });
		await assert.rejects(resolved, { code: LSPErrorCodes.ContentModified });
		await client.published(uri, version);
		const [again] = await client.actions(uri, everything, ['source.fixAll']);
		assert.ok((await resolve(again as CodeAction)).edit);
	});

	it('never do anything but what their title says, even if settings have changed since', async () => {
		await start({ capabilities: resolves });
		const actions = await client.actions(uri, everything);
		const before = titled(actions, 'Use W (White)');
		const rules = { 'field/unknown-code': 'off' };
		client.notify('workspace/didChangeConfiguration', { settings: { cleverDemographics: { rules } } });
		for (const action of [before, ...actions]) {
			const { edit } = await resolve(action).catch(({ code }: ResponseError) => {
				assert.equal(code, LSPErrorCodes.ContentModified);
				return {} as CodeAction;
			});
			const edits = edit?.changes?.[uri] ?? [];
			if (/^Use W/.test(action.title)) assert.ok(edits.every(({ newText }) => /^"?W"?$/.test(newText)));
			if (/Female|Gender/.test(action.title)) assert.deepEqual(edits, [], action.title);
		}
	});

	it('with a command are resolved as they are, and so are actions that are not ours', async () => {
		await start({ capabilities: resolves, initializationOptions: { commands: true } });
		assert.deepEqual(client.result.capabilities.codeActionProvider, {
			codeActionKinds: ['quickfix', 'clever-demographics.decision', 'source.fixAll.clever-demographics'],
			resolveProvider: true,
		});
		const commands = (await client.actions(uri, onFemale)).filter(({ command }) => command);
		assert.ok(commands.length >= 3);
		for (const action of commands) assert.deepEqual(await resolve(action), action);
		for (const data of [undefined, null, {}, 'x', { uri: 'file:///other.csv', version: 1, id: '' }]) {
			const strange = { title: 'x', data } as CodeAction;
			assert.equal((await resolve(strange)).edit, undefined);
		}
		const broken = { title: 'x', data: { uri, version: 1, id: 'none' } } as CodeAction;
		assert.equal((await resolve(broken)).edit, undefined);
	});

	it('remove the finding once they are applied', async () => {
		await start();
		const [first] = await client.actions(uri, onCode);
		const edits = first?.edit?.changes?.[uri] as TextEdit[];
		const changes = edits.map(({ range, newText }) => ({ range, text: newText }));
		const version = client.change(uri, ...changes);
		const remaining = await client.published(uri, version);
		assert.deepEqual(
			remaining.map(({ range }) => range.start.line),
			[1, 2, 2],
		);
	});

	it('agree with completion, which inserts a code', async () => {
		await start();
		const end = { line: 3, character: 0 };
		const version = client.change(uri, { range: { start: end, end }, text: '3,5,Roe,Sam,' });
		const position = { line: 3, character: 12 };
		const { items } = await client.at<{ items: { label: string; textEdit: TextEdit }[] }>(
			'completion',
			uri,
			position,
		);
		const codes = genderCodes.options.map(({ code }) => code);
		assert.deepEqual(
			items.map(({ label }) => label),
			codes,
		);
		assert.equal(
			edited(`${TEXT}3,5,Roe,Sam,`, [items[codes.indexOf('F')]?.textEdit as TextEdit]),
			`${TEXT}3,5,Roe,Sam,F`,
		);
		await client.published(uri, version);
	});
});
