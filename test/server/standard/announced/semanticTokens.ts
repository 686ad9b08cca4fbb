import type { SemanticTokens, SemanticTokensParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { lineOf, splitsPair } from '../documents';
import type { Content } from './content';

/** A token at its place: the standard sends each relative to the one before. */
interface Token {
	readonly line: number;
	readonly start: number;
	readonly end: number;
	readonly type: number;
	readonly modifiers: number;
}

/** The tokens of a document or a range. */
export function* semanticTokens(
	content: Content<SemanticTokens | null, SemanticTokensParams>,
): Iterable<string> {
	const { value, asked, client, server, texts } = content;
	if (!value) return;
	if (value.data.length % 5 !== 0) {
		yield `${value.data.length} numbers, which do not make tokens of five`;
		return;
	}
	const { multilineTokenSupport, overlappingTokenSupport } = client.textDocument?.semanticTokens ?? {};
	const { tokenTypes, tokenModifiers } = server.semanticTokensProvider?.legend ?? {
		tokenTypes: [],
		tokenModifiers: [],
	};
	const tokens = decode(value.data);
	for (const [index, token] of tokens.entries()) {
		const next = tokens[index + 1];
		if (token.type >= tokenTypes.length) yield `token type ${token.type}, which the legend does not have`;
		if (token.modifiers >= 2 ** tokenModifiers.length) yield `a modifier that the legend does not have`;
		if (!overlappingTokenSupport && next?.line === token.line && next.start < token.end)
			yield 'tokens that overlap';
	}
	const documents = texts(asked.textDocument.uri)?.snapshots.map(({ document }) => document) ?? [];
	const faults = documents.map((document) => document && placeFault(document, tokens, multilineTokenSupport));
	if (faults.length > 0 && faults.every((fault) => fault !== undefined)) yield faults.at(-1) as string;
}

function decode(data: readonly number[]): readonly Token[] {
	const tokens: Token[] = [];
	let line = 0;
	let start = 0;
	for (let at = 0; at < data.length; at += 5) {
		const [lines, characters, length, type, modifiers] = data.slice(at, at + 5) as [
			number,
			number,
			number,
			number,
			number,
		];
		line += lines;
		start = lines === 0 ? start + characters : characters;
		tokens.push({ line, start, end: start + length, type, modifiers });
	}
	return tokens;
}

function placeFault(
	document: TextDocument,
	tokens: readonly Token[],
	crossLines: boolean | undefined,
): string | undefined {
	for (const { line, start, end } of tokens) {
		if (line >= document.lineCount) return `a token in line ${line} of ${document.lineCount}`;
		const text = lineOf(document, line);
		const isOut = start > text.length || (!crossLines && end > text.length);
		if (isOut) return `a token from ${start} to ${end} in line ${line}, which has ${text.length}`;
		if (splitsPair(text, start) || splitsPair(text, end)) return `a token in line ${line} splits a pair`;
	}
	return undefined;
}
