/** Source of what is expected: Text Documents, TextEdit[], and Semantic Tokens in the Language Server Protocol 3.17. */
import assert from 'node:assert/strict';
import { Talk } from './talk';

const uri = 'file:///x.csv';
const other = 'file:///y.csv';
const text = 'abc\r\n\u{1f600}d\r\nlast';
const client = {
	workspace: { workspaceEdit: { documentChanges: true } },
	textDocument: {
		publishDiagnostics: { versionSupport: true, relatedInformation: true },
		definition: { linkSupport: true },
		documentSymbol: { hierarchicalDocumentSymbolSupport: true },
		semanticTokens: {
			requests: { range: true },
			tokenTypes: [],
			tokenModifiers: [],
			formats: ['relative' as const],
		},
	},
};
const server = {
	semanticTokensProvider: { legend: { tokenTypes: ['a', 'b'], tokenModifiers: ['m'] }, range: true },
};

type Span = readonly [line: number, character: number, endLine: number, endCharacter: number];

function span(...[line, character, endLine, endCharacter]: Span): object {
	return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

const first = span(0, 0, 0, 1);
const inDocument = { textDocument: { uri } };
const at = { textDocument: { uri }, position: { line: 0, character: 2 } };

function talking(): Talk {
	return new Talk(client, server).open(uri, text).open(other, 'x');
}

function publish(talk: Talk, range: object, version = 1, of = uri): Talk {
	return talk.serverTells('textDocument/publishDiagnostics', {
		uri: of,
		version,
		diagnostics: [{ range, message: 'x' }],
	});
}

function change(talk: Talk, version: number, whole: string): Talk {
	return talk.clientTells('textDocument/didChange', {
		textDocument: { uri, version },
		contentChanges: [{ text: whole }],
	});
}

function renamed(talk: Talk, edits: readonly object[], version: number | null = 1, of = uri): Talk {
	const documentChanges = [{ textDocument: { uri: of, version }, edits }];
	return talk.ask('textDocument/rename', { ...at, newName: 'y' }, { documentChanges });
}

function completed(talk: Talk, ...ranges: readonly object[]): Talk {
	const [range, ...others] = ranges;
	const additionalTextEdits = others.map((one) => ({ range: one, newText: '' }));
	return talk.ask('textDocument/completion', at, [
		{ label: 'x', textEdit: { range, newText: 'x' }, additionalTextEdits },
	]);
}

function colored(talk: Talk, ...data: readonly number[]): Talk {
	return talk.ask('textDocument/semanticTokens/range', { ...inDocument, range: span(0, 0, 2, 4) }, { data });
}

const right: Readonly<Record<string, (talk: Talk) => unknown>> = {
	'ranges in the text, and at its ends': (talk) => {
		for (const range of [span(0, 0, 2, 4), span(0, 3, 1, 0), span(1, 0, 1, 2), span(2, 4, 2, 4)])
			publish(talk, range);
	},
	'a place in the text of the version that is named': (talk) => publish(change(talk, 2, ''), first, 1),
	'a place in a text that was there when the request was sent': (talk) =>
		change(talk.client({ id: 50, method: 'textDocument/documentHighlight', params: at }), 2, '').server({
			id: 50,
			result: [{ range: first }],
		}),
	'a place in a document that is not open': (talk) => publish(talk, span(70, 0, 70, 1), 1, 'file:///z.csv'),
	'edits side by side': (talk) =>
		renamed(
			talk,
			[
				{ range: span(0, 2, 0, 3), newText: '' },
				{ range: span(0, 0, 0, 2), newText: '' },
				{ range: span(0, 0, 0, 0), newText: 'x' },
			].toReversed(),
		),
	'edits of a file that is not open': (talk) => renamed(talk, [], null, 'file:///z.csv'),
	'a completion around the cursor': (talk) => completed(talk, span(0, 1, 0, 3), first),
	'a completion at the end of a line, where the cursor is said to be behind it': (talk) =>
		talk.ask('textDocument/completion', { ...inDocument, position: { line: 0, character: 99 } }, [
			{ label: 'x', textEdit: { range: span(0, 3, 0, 3), newText: 'x' } },
		]),
	'places in a text that a malformed change made': (talk) => {
		talk.clientTells('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{}] });
		assert.equal(talk.faults.splice(0).length, 1);
		publish(talk, span(70, 0, 70, 0), 2);
	},
	'tokens one after the other': (talk) => colored(talk, 0, 0, 1, 0, 0, 0, 1, 2, 1, 1, 1, 0, 2, 0, 0),
};

const wrong: Readonly<Record<string, readonly [act: (talk: Talk) => unknown, expected: RegExp]>> = {
	'a line behind the last': [(talk) => publish(talk, span(3, 0, 3, 0)), /line 3 of 3/],
	'a character behind the end of its line': [(talk) => publish(talk, span(0, 0, 0, 4)), /character 4 of 3/],
	'a start behind the end': [(talk) => publish(talk, span(1, 0, 0, 0)), /its start lies behind its end/],
	'half of a character': [(talk) => publish(talk, span(1, 1, 1, 2)), /splits a pair/],
	'an older text under a newer version': [
		(talk) => publish(change(talk, 2, ''), first, 2),
		/character 1 of 0/,
	],
	'an older text in an answer': [
		(talk) => change(talk, 2, '').ask('textDocument/documentHighlight', at, [{ range: first }]),
		/character 1 of 0/,
	],
	'a version that the client never had': [
		(talk) => publish(talk, first, 5),
		/a version that the client does not have/,
	],
	'diagnostics of an older version after a newer one': [
		(talk) => publish(publish(change(talk, 2, 'abc'), first, 2), first, 1),
		/version 1 after 2/,
	],
	'a place in another document': [
		(talk) =>
			talk.ask('textDocument/references', { ...at, context: { includeDeclaration: true } }, [
				{ uri: other, range: span(0, 0, 0, 3) },
			]),
		/character 3 of 1/,
	],
	'the target of a link': [
		(talk) =>
			talk.ask('textDocument/definition', at, [
				{
					targetUri: other,
					targetRange: span(0, 0, 0, 3),
					targetSelectionRange: first,
					originSelectionRange: first,
				},
			]),
		/character 3 of 1/,
	],
	'the origin of a link': [
		(talk) =>
			talk.ask('textDocument/definition', at, [
				{
					targetUri: other,
					targetRange: first,
					targetSelectionRange: first,
					originSelectionRange: span(0, 0, 0, 9),
				},
			]),
		/character 9 of 3/,
	],
	'a place in related information': [
		(talk) =>
			talk.serverTells('textDocument/publishDiagnostics', {
				uri,
				version: 1,
				diagnostics: [
					{
						range: first,
						message: 'x',
						relatedInformation: [{ location: { uri: other, range: span(1, 0, 1, 0) }, message: 'x' }],
					},
				],
			}),
		/line 1 of 1/,
	],
	'edits without versions': [
		(talk) =>
			talk.ask(
				'textDocument/rename',
				{ ...at, newName: 'y' },
				{
					changes: { [other]: [{ range: span(0, 0, 0, 2), newText: '' }] },
				},
			),
		/character 2 of 1/,
	],
	'edits that overlap': [
		(talk) =>
			renamed(talk, [
				{ range: span(0, 1, 0, 3), newText: '' },
				{ range: span(0, 0, 0, 2), newText: '' },
			]),
		/edits overlap/,
	],
	'edits of another version': [
		(talk) => renamed(change(talk, 2, text), [{ range: first, newText: '' }], 1),
		/an edit of version 1, where the client has 2/,
	],
	'edits of a version of a file that is not open': [
		(talk) => renamed(talk, [], 1, 'file:///z.csv'),
		/an edit of version 1, where the client has none/,
	],
	'a hint': [
		(talk) =>
			talk.ask('textDocument/inlayHint', { ...inDocument, range: first }, [
				{ position: { line: 0, character: 4 }, label: 'x' },
			]),
		/character 4 of 3/,
	],
	'an item of several lines': [(talk) => completed(talk, span(0, 1, 1, 0)), /several lines/],
	'an item away from the cursor': [(talk) => completed(talk, first), /not at the cursor/],
	'an item whose edits overlap': [(talk) => completed(talk, span(0, 0, 0, 2), first), /edits overlap/],
	'a selection outside of its symbol': [
		(talk) =>
			talk.ask('textDocument/documentSymbol', inDocument, [
				{ name: 'x', kind: 5, range: first, selectionRange: span(0, 1, 0, 2) },
			]),
		/outside of its range/,
	],
	'a selection outside of its parent': [
		(talk) =>
			talk.ask('textDocument/selectionRange', { ...inDocument, positions: [] }, [
				{ range: span(0, 0, 0, 2), parent: { range: first } },
			]),
		/outside of its parent/,
	],
	'four numbers for a token': [(talk) => colored(talk, 0, 0, 1, 0), /tokens of five/],
	'a token type outside of the legend': [(talk) => colored(talk, 0, 0, 1, 2, 0), /token type 2/],
	'a modifier outside of the legend': [(talk) => colored(talk, 0, 0, 1, 0, 2), /a modifier/],
	'tokens that overlap': [(talk) => colored(talk, 0, 0, 2, 0, 0, 0, 1, 1, 0, 0), /tokens that overlap/],
	'a token over the end of its line': [(talk) => colored(talk, 0, 0, 4, 0, 0), /which has 3/],
	'a token in no line': [(talk) => colored(talk, 3, 0, 1, 0, 0), /in line 3 of 3/],
	'a token of half a character': [(talk) => colored(talk, 1, 0, 1, 0, 0), /splits a pair/],
};

describe('the validator of places', () => {
	for (const [name, act] of Object.entries(right)) {
		it(`accepts ${name}`, () => {
			const talk = talking();
			act(talk);
			assert.deepEqual(talk.faults, []);
		});
	}

	for (const [name, [act, expected]] of Object.entries(wrong)) {
		it(`finds ${name}`, () => {
			const talk = talking();
			act(talk);
			assert.match(talk.faults.join('\n'), expected);
		});
	}
});
