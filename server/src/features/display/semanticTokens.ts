import type { Range } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { recordsIn } from '../../csv/ranges';
import { codedElements } from '../../spec';

/** Standard types for the categories, seven a file: within one, those that most themes colour differently. */
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

/** The types and modifiers that `semanticTokens` counts by. */
export const tokenLegend = {
	tokenTypes: [...categoryTypes, 'variable'],
	tokenModifiers: ['readonly'],
};

const READONLY = 1;

/** A stretch of one line. */
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
 * The fields of a range that are a student's key or a category, in their order; one of several lines is a token on
 * each, unless the client takes it as one. Undefined between rows, where the walk may rest.
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
			for (const [below, part] of document
				.slice(start, end)
				.split(/\r\n|\r|\n/)
				.entries()) {
				if (part === '') continue;
				yield {
					line: line + below,
					character: below === 0 ? character : 0,
					length: part.length,
					...kind,
				};
			}
		}
	}
}

/** Tokens as LSP sends them: five numbers each, the place counted from the one before. */
export function encoded(tokens: readonly Token[]): number[] {
	const data: number[] = [];
	let before = { line: 0, character: 0 };
	for (const token of tokens) {
		const down = token.line - before.line;
		const right = down === 0 ? token.character - before.character : token.character;
		data.push(down, right, token.length, token.type, token.modifiers);
		before = token;
	}
	return data;
}

function kindOf(isKey: boolean, column: string | undefined): Pick<Token, 'type' | 'modifiers'> | undefined {
	if (isKey) return { type: tokenLegend.tokenTypes.indexOf('variable'), modifiers: READONLY };
	const at = column === undefined ? -1 : codedElements.findIndex((element) => element.column === column);
	return at < 0 ? undefined : { type: at % categoryTypes.length, modifiers: 0 };
}
