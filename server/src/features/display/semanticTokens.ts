import type { Range } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { recordsIn } from '../../csv/ranges';
import { codedElements } from '../../spec';

/** Standard token types for the categories, seven for each file, chosen so that most themes color them differently. */
const categoryTypes = [
	'function',
	'keyword',
	'number',
	'class',
	'parameter',
	'string',
	'regexp',
	'enumMember',
	'macro',
	'type',
	'property',
	'method',
	'operator',
	'modifier',
] as const;

/** The names of the types and modifiers that `Token` refers to by number. */
export const tokenLegend = {
	tokenTypes: [...categoryTypes, 'variable'],
	tokenModifiers: ['readonly'],
};

const READONLY = 1;

/** A part of one line. */
export interface Token {
	/** 0-based, UTF-16 units. */
	readonly line: number;
	readonly character: number;
	readonly length: number;
	/** Indexes of the legend, and its modifiers as bits. */
	readonly type: number;
	readonly modifiers: number;
}

/**
 * The fields of a range that are a key or a category, in their order. A field of several lines is a token on each of
 * them, unless the client takes tokens of several lines. Yields undefined between rows, where the walk may pause.
 */
export function* semanticTokens(
	checker: Checker,
	range: Range,
	multiline: boolean,
): Iterable<Token | undefined> {
	const { document, layout } = checker;
	const { first, last } = recordsIn(checker, range);
	const kinds = layout.columns.map(({ index, element }) =>
		kindOf(index === layout.keyIndex, element?.column),
	);
	for (let record = first; record <= last; record++) {
		yield undefined;
		for (const [column, { start, end }] of document.fieldsOf(record).entries()) {
			const kind = kinds[column];
			if (!kind) continue;
			const { line, character } = document.positionAt(start);
			if (multiline) {
				if (end > start) yield { line, character, length: end - start, ...kind };
				continue;
			}
			for (const [lineInField, part] of document
				.slice(start, end)
				.split(/\r\n|\r|\n/)
				.entries()) {
				if (part === '') continue;
				yield {
					line: line + lineInField,
					character: lineInField === 0 ? character : 0,
					length: part.length,
					...kind,
				};
			}
		}
	}
}

/** Tokens as LSP sends them: five numbers each, with the place relative to the token before. */
export function encoded(tokens: readonly Token[]): number[] {
	const data: number[] = [];
	let previous = { line: 0, character: 0 };
	for (const token of tokens) {
		const lines = token.line - previous.line;
		const characters = lines === 0 ? token.character - previous.character : token.character;
		data.push(lines, characters, token.length, token.type, token.modifiers);
		previous = token;
	}
	return data;
}

function kindOf(isKey: boolean, column: string | undefined): Pick<Token, 'type' | 'modifiers'> | undefined {
	if (isKey) return { type: tokenLegend.tokenTypes.indexOf('variable'), modifiers: READONLY };
	const index = column === undefined ? -1 : codedElements.findIndex((element) => element.column === column);
	return index < 0 ? undefined : { type: index % categoryTypes.length, modifiers: 0 };
}
