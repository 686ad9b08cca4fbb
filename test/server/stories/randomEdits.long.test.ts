/** Random edits of both files with questions in between, some of them overtaken. The validator checks every answer. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LSPErrorCodes, type Position, ResponseError } from 'vscode-languageserver';
import { Client } from '../client';
import { type CapturedClient, capturedClients } from '../clients';
import { madeUpDistrict, studentsExtText, studentsText } from './district';
import { EditedFile } from './editedFile';

const ROUNDS = 60;

/** One client that pulls, one that is pushed to, one that shows little, and one that announces nothing. */
const chosen = ['vscode-languageclient-11', 'eglot-1.9', 'codemirror-6.3', 'none'];

const inserted = [
	'',
	'',
	',',
	'"',
	'""',
	'\r\n',
	'\n',
	'\r',
	'\u{1f600}',
	'\u{10400}',
	' ',
	'Female',
	'x',
	'7,5,A,B\r\n',
];

interface Round {
	readonly file: number;
	/** Where the edit begins, as a part of the text. */
	readonly at: number;
	readonly length: number;
	readonly text: string;
	readonly cursor: number;
	/** Whether the next edit overtakes the questions of this one. */
	readonly overtaken: boolean;
}

const rounds: fc.Arbitrary<Round> = fc.record({
	file: fc.constantFrom(0, 1),
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	length: fc.constantFrom(0, 0, 1, 2, 9, 40),
	text: fc.constantFrom(...inserted),
	cursor: fc.nat(),
	overtaken: fc.boolean(),
});

describe('by the standard, random edits', () => {
	for (const [index, file] of chosen.entries()) {
		const { name, version, capabilities } = capturedClients.get(file) as CapturedClient;
		it(`are answered to ${name} ${version}`, async () => {
			const { folder, students, studentsExt } = madeUpDistrict();
			const client = await Client.start({ capabilities, initialize: { rootUri: folder } });
			const files = [
				new EditedFile(client, students, studentsText),
				new EditedFile(client, studentsExt, studentsExtText),
			];
			for (const round of fc.sample(rounds, { seed: 17 + index, numRuns: ROUNDS })) {
				const edited = files[round.file] as EditedFile;
				const from = Math.floor(round.at * edited.text.length);
				edited.edit(whole(edited, from, from + round.length), round.text);
				const answers = askAbout(
					client,
					edited,
					edited.cursors.at(round.cursor % edited.cursors.length) as Position,
				);
				if (!round.overtaken) await answers;
			}
			await client.stop();
		});
	}
});

/** A range that splits no character and no line break. */
function whole(file: EditedFile, from: number, to: number): ReturnType<EditedFile['range']> {
	const isInside = (at: number): boolean =>
		(file.text.codePointAt(at - 1) ?? 0) > 0xff_ff || file.text.slice(at - 1, at + 1) === '\r\n';
	const end = Math.min(to, file.text.length);
	return file.range(isInside(from) ? from - 1 : from, isInside(end) ? end + 1 : end);
}

async function askAbout(client: Client, file: EditedFile, position: Position): Promise<void> {
	const textDocument = { uri: file.uri };
	const { diagnosticProvider, inlayHintProvider, semanticTokensProvider } = client.result.capabilities;
	const range = file.all;
	await Promise.all(
		[
			client.at('hover', file.uri, position),
			client.at('completion', file.uri, position),
			client.at('definition', file.uri, position),
			client.actions(file.uri, { start: position, end: position }),
			client.actions(file.uri, range, ['source.fixAll']),
			client.request('textDocument/codeLens', { textDocument }),
			client.request('textDocument/selectionRange', { textDocument, positions: [position] }),
			client.request('textDocument/rename', { textDocument, position, newName: '77' }),
			...(inlayHintProvider ? [client.request('textDocument/inlayHint', { textDocument, range })] : []),
			...(semanticTokensProvider?.range
				? [client.request('textDocument/semanticTokens/range', { textDocument, range })]
				: []),
			...(diagnosticProvider ? [client.pull(file.uri)] : []),
		].map((answer) => answer.catch(refused)),
	);
}

/** A request may be overtaken, and a rename may have nothing to rename. */
function refused(error: unknown): void {
	assert.ok(error instanceof ResponseError);
	const expected: number[] = [LSPErrorCodes.ContentModified, LSPErrorCodes.RequestFailed];
	assert.ok(expected.includes(error.code), error.message);
}
