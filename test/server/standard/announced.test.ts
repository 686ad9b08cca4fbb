/** Source of what is expected: the capabilities of clients in the Language Server Protocol, 3.17 and 3.18. */
import assert from 'node:assert/strict';
import type { ClientCapabilities } from 'vscode-languageserver';
import { Talk } from './talk';

const uri = 'file:///x.csv';
const start = { line: 0, character: 0 };
const range = { start, end: { line: 0, character: 2 } };
const at = { textDocument: { uri }, position: start };
const inDocument = { textDocument: { uri } };
const edit = { range, newText: 'x' };

type Act = (talk: Talk) => unknown;
type TextDocument = NonNullable<ClientCapabilities['textDocument']>;
type Workspace = NonNullable<ClientCapabilities['workspace']>;

function answer(method: string, params: object, result: unknown): Act {
	return (talk) => talk.ask(method, params, result);
}

function offered(capabilities: object): Act {
	return answer('initialize', { processId: null, rootUri: null, capabilities: {} }, { capabilities });
}

function published(members: object): Act {
	const diagnostics = [{ range, message: 'x', ...members }];
	return (talk) => talk.serverTells('textDocument/publishDiagnostics', { uri, diagnostics });
}

function completed(members: object): Act {
	return answer('textDocument/completion', at, [{ label: 'x', ...members }]);
}

const literals = {
	dynamicRegistration: true,
	codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
};

function acted(members: object): Act {
	const params = { ...inDocument, range, context: { diagnostics: [] } };
	return answer('textDocument/codeAction', params, [
		{ title: 'x', command: { title: 'x', command: 'c' }, ...members },
	]);
}

function renamed(result: object): Act {
	return answer('textDocument/rename', { ...at, newName: 'y' }, result);
}

function asked(method: string, params?: object): Act {
	return (talk) => talk.serverAsks(method, params);
}

function registered(method: string): Act {
	return asked('client/registerCapability', { registrations: [{ id: method, method }] });
}

function documents(textDocument: TextDocument, before?: TextDocument): readonly ClientCapabilities[] {
	return [{ textDocument }, before ? { textDocument: before } : {}];
}

function workspace(one: Workspace): readonly ClientCapabilities[] {
	return [{ workspace: one }, {}];
}

const symbol = { name: 'x', kind: 19 as const };
const nested = { hierarchicalDocumentSymbolSupport: true };
const dynamic = { dynamicRegistration: true };
const operations = { documentChanges: [{ kind: 'create', uri }] };

/** What is sent, the capabilities that announce it, and those that do not, or none. */
const rows: Readonly<Record<string, readonly [act: Act, sets: readonly ClientCapabilities[]]>> = {
	'a version of published diagnostics': [
		(talk) => talk.serverTells('textDocument/publishDiagnostics', { uri, version: 1, diagnostics: [] }),
		documents({ publishDiagnostics: { versionSupport: true } }),
	],
	'a page of a code': [
		published({ code: 'c', codeDescription: { href: 'file:///c.md' } }),
		documents({ publishDiagnostics: { codeDescriptionSupport: true } }),
	],
	'related information': [
		published({ relatedInformation: [{ location: { uri, range }, message: 'x' }] }),
		documents({ publishDiagnostics: { relatedInformation: true } }),
	],
	'a tag of a diagnostic': [
		published({ tags: [2] }),
		documents(
			{ publishDiagnostics: { tagSupport: { valueSet: [1, 2] } } },
			{ publishDiagnostics: { tagSupport: { valueSet: [1] } } },
		),
	],
	'data of a diagnostic': [published({ data: 1 }), documents({ publishDiagnostics: { dataSupport: true } })],
	'related documents': [
		answer('textDocument/diagnostic', inDocument, { kind: 'full', items: [], relatedDocuments: {} }),
		documents({ diagnostic: { relatedDocumentSupport: true } }),
	],
	'a tag of a pulled diagnostic': [
		answer(
			'workspace/diagnostic',
			{ previousResultIds: [] },
			{
				items: [{ kind: 'full', uri, version: null, items: [{ range, message: 'x', tags: [1] }] }],
			},
		),
		documents({ diagnostic: { tagSupport: { valueSet: [1] } } }),
	],
	'label details': [
		completed({ labelDetails: { description: 'x' } }),
		documents({ completion: { completionItem: { labelDetailsSupport: true } } }),
	],
	'an item kind that is not one of the first': [
		completed({ kind: 20 }),
		documents({ completion: { completionItemKind: { valueSet: [20] } } }),
	],
	'an item kind that the client leaves out': [
		completed({ kind: 12 }),
		documents({}, { completion: { completionItemKind: { valueSet: [1, 2] } } }),
	],
	'documentation in Markdown': [
		completed({ documentation: { kind: 'markdown', value: 'x' } }),
		documents(
			{ completion: { completionItem: { documentationFormat: ['plaintext', 'markdown'] } } },
			{ completion: { completionItem: { documentationFormat: ['plaintext'] } } },
		),
	],
	'a snippet': [
		completed({ insertText: 'x', insertTextFormat: 2 }),
		documents({ completion: { completionItem: { snippetSupport: true } } }),
	],
	'insert and replace': [
		completed({ textEdit: { newText: 'x', insert: range, replace: range } }),
		documents({ completion: { completionItem: { insertReplaceSupport: true } } }),
	],
	'commit characters': [
		completed({ commitCharacters: [','] }),
		documents({ completion: { completionItem: { commitCharactersSupport: true } } }),
	],
	preselect: [
		completed({ preselect: true }),
		documents({ completion: { completionItem: { preselectSupport: true } } }),
	],
	'defaults of a list of items': [
		answer('textDocument/completion', at, {
			isIncomplete: false,
			items: [],
			itemDefaults: { editRange: range },
		}),
		documents({ completion: { completionList: { itemDefaults: ['editRange'] } } }),
	],
	'a hover in Markdown': [
		answer('textDocument/hover', at, { contents: { kind: 'markdown', value: 'x' } }),
		documents({ hover: { contentFormat: ['markdown'] } }),
	],
	'a marked string': [
		answer('textDocument/hover', at, { contents: 'x' }),
		documents({}, { hover: { contentFormat: ['plaintext'] } }),
	],
	'a code action literal': [
		acted({ command: { title: 'x', command: 'c' } }),
		documents({ codeAction: literals }),
	],
	isPreferred: [
		acted({ isPreferred: true }),
		documents({ codeAction: { ...literals, isPreferredSupport: true } }, { codeAction: literals }),
	],
	'disabled actions': [
		acted({ disabled: { reason: 'x' } }),
		documents({ codeAction: { ...literals, disabledSupport: true } }, { codeAction: literals }),
	],
	'data of an action': [
		acted({ data: 1 }),
		documents({ codeAction: { ...literals, dataSupport: true } }, { codeAction: literals }),
	],
	'actions without an edit': [
		acted({ command: undefined }),
		documents(
			{ codeAction: { ...literals, resolveSupport: { properties: ['edit'] } } },
			{ codeAction: literals },
		),
	],
	'options of code actions': [
		offered({ codeActionProvider: { codeActionKinds: ['quickfix'] } }),
		documents({ codeAction: literals }),
	],
	'options of renames': [
		offered({ renameProvider: { prepareProvider: true } }),
		documents({ rename: { prepareSupport: true } }),
	],
	'pulled diagnostics': [
		offered({ diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
		documents({ diagnostic: {} }),
	],
	'another position encoding': [
		offered({ positionEncoding: 'utf-8' }),
		[{ general: { positionEncodings: ['utf-8'] } }, {}],
	],
	'versioned edits': [
		renamed({ documentChanges: [{ textDocument: { uri, version: null }, edits: [edit] }] }),
		workspace({ workspaceEdit: { documentChanges: true } }),
	],
	'operations on files': [
		renamed(operations),
		[
			{ workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
			{ workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['delete'] } } },
		],
	],
	'annotations of edits': [
		renamed({ changes: {}, changeAnnotations: { a: { label: 'x' } } }),
		workspace({ workspaceEdit: { changeAnnotationSupport: {} } }),
	],
	'the default behavior of a rename': [
		answer('textDocument/prepareRename', at, { defaultBehavior: true }),
		documents({ rename: { prepareSupportDefaultBehavior: 1 } }),
	],
	'a nested outline': [
		answer('textDocument/documentSymbol', inDocument, [{ name: 'x', kind: 5, range, selectionRange: range }]),
		documents({ documentSymbol: nested }),
	],
	'a symbol kind that is not one of the first': [
		answer('textDocument/documentSymbol', inDocument, [{ ...symbol, range, selectionRange: range }]),
		documents({ documentSymbol: { ...nested, symbolKind: { valueSet: [19] } } }, { documentSymbol: nested }),
	],
	'such a kind in all files': [
		answer('workspace/symbol', { query: '' }, [{ ...symbol, location: { uri, range } }]),
		workspace({ symbol: { symbolKind: { valueSet: [19] } } }),
	],
	'symbols without ranges': [
		answer('workspace/symbol', { query: '' }, [{ name: 'x', kind: 1, location: { uri } }]),
		workspace({ symbol: { resolveSupport: { properties: ['location.range'] } } }),
	],
	'location links': [
		answer('textDocument/definition', at, [
			{ targetUri: uri, targetRange: range, targetSelectionRange: range },
		]),
		documents({ definition: { linkSupport: true } }),
	],
	'the text of a fold': [
		answer('textDocument/foldingRange', inDocument, [{ startLine: 0, endLine: 0, collapsedText: 'x' }]),
		documents({ foldingRange: { foldingRange: { collapsedText: true } } }),
	],
	'a registration of settings': [
		registered('workspace/didChangeConfiguration'),
		workspace({ didChangeConfiguration: dynamic }),
	],
	'a registration of hovers': [registered('textDocument/hover'), documents({ hover: dynamic })],
	'a request for settings': [
		asked('workspace/configuration', { items: [{ section: 'x' }] }),
		workspace({ configuration: true }),
	],
	'a request to edit': [asked('workspace/applyEdit', { edit: {} }), workspace({ applyEdit: true })],
	'a request to ask for lenses again': [
		asked('workspace/codeLens/refresh'),
		workspace({ codeLens: { refreshSupport: true } }),
	],
	'a request to ask for hints again': [
		asked('workspace/inlayHint/refresh'),
		workspace({ inlayHint: { refreshSupport: true } }),
	],
	'a request to ask for diagnostics again': [
		asked('workspace/diagnostic/refresh'),
		workspace({ diagnostics: { refreshSupport: true } }),
	],
	'the other spelling of it': [
		asked('workspace/diagnostic/refresh'),
		workspace({ diagnostic: { refreshSupport: true } } as Workspace),
	],
	'a request for the folders': [asked('workspace/workspaceFolders'), workspace({ workspaceFolders: true })],
	'work with progress': [
		asked('window/workDoneProgress/create', { token: 1 }),
		[{ window: { workDoneProgress: true } }, {}],
	],
	'a document to show': [
		asked('window/showDocument', { uri }),
		[{ window: { showDocument: { support: true } } }, {}],
	],
};

describe('the validator of what is announced', () => {
	/** The client answers a request with null, which is right for some of them only. */
	const ofServer = (talk: Talk): string[] => talk.faults.filter((fault) => fault.startsWith('server'));

	for (const [name, [act, [announcing, other]]] of Object.entries(rows)) {
		it(`wants the client to announce ${name}`, () => {
			const accepted = new Talk(announcing);
			act(accepted);
			assert.deepEqual(ofServer(accepted), []);
			const refused = new Talk(other);
			act(refused);
			assert.match(ofServer(refused).join('\n'), /did not announce|an action that does nothing/);
		});
	}

	it('wants semantic tokens of the kind of request that the client sends', () => {
		const tokens = { tokenTypes: [], tokenModifiers: [], formats: ['relative' as const] };
		const legend = { tokenTypes: ['a'], tokenModifiers: [] };
		const client = { textDocument: { semanticTokens: { ...tokens, requests: { range: true } } } };
		assert.deepEqual(new Talk(client, { semanticTokensProvider: { legend, range: true } }).faults, []);
		assert.equal(new Talk(client, { semanticTokensProvider: { legend, full: true } }).faults.length, 1);
	});

	it('wants plain text where the client names no format of the standard', () => {
		const html = { textDocument: { hover: { contentFormat: ['html'] } } };
		const talk = new Talk(html as object, {}, ['initialize']);
		talk.ask('textDocument/hover', at, { contents: { kind: 'plaintext', value: 'x' } });
		assert.deepEqual(talk.faults, []);
		talk.ask('textDocument/hover', at, { contents: { kind: 'markdown', value: 'x' } });
		assert.match(talk.faults.join(), /a hover as markdown/);
	});

	it('wants nothing of what the client itself sent to be resolved', () => {
		const talk = new Talk({ textDocument: { codeAction: literals } });
		const action = { title: 'x', data: 1 };
		talk.ask('codeAction/resolve', action, { ...action, edit: {} });
		assert.deepEqual(talk.faults, []);
		talk.ask('codeAction/resolve', action, { ...action, isPreferred: true });
		assert.match(talk.faults.join(), /isPreferred/);
	});

	it('wants actions of the kinds that were asked for', () => {
		const talk = new Talk({ textDocument: { codeAction: literals } });
		const params = { ...inDocument, range, context: { diagnostics: [], only: ['source'] } };
		const command = { title: 'x', command: 'c' };
		talk.ask('textDocument/codeAction', params, [{ title: 'x', kind: 'source.fixAll.y', command }]);
		assert.deepEqual(talk.faults, []);
		talk.ask('textDocument/codeAction', params, [{ title: 'x', kind: 'sources', command }]);
		assert.match(talk.faults.join(), /only source is wanted/);
	});
});
