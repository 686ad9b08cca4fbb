import {
	type DocumentSymbol,
	LocationLink,
	type SelectionRange,
	type SymbolInformation,
	type SymbolKind,
	type SymbolTag,
	type WorkspaceSymbol,
} from 'vscode-languageserver';
import { liesIn } from '../places';
import { type Content, needs, needsEach } from './content';

/** The kinds that every client knows: those of version 1 of the protocol, File to Array. */
const FIRST_KINDS = Array.from({ length: 18 }, (_, index) => (index + 1) as SymbolKind);

interface Announced {
	readonly symbolKind?: { readonly valueSet?: readonly SymbolKind[] };
	readonly tagSupport?: { readonly valueSet: readonly SymbolTag[] };
}

type AnySymbol = DocumentSymbol | SymbolInformation | WorkspaceSymbol;

/** The outline of a document. */
export function* outline({ value, client }: Content<readonly AnySymbol[] | null>): Iterable<string> {
	const announced = client.textDocument?.documentSymbol;
	for (const symbol of value ?? []) {
		if ('location' in symbol) yield* symbolFaults(symbol, announced);
		else {
			yield* needs(symbol, announced?.hierarchicalDocumentSymbolSupport, 'nested symbols');
			yield* nested(symbol, announced);
		}
	}
}

function* nested(symbol: DocumentSymbol, announced: Announced | undefined): Iterable<string> {
	yield* symbolFaults(symbol, announced);
	if (!liesIn(symbol.selectionRange, symbol.range))
		yield `the selection of a symbol lies outside of its range`;
	for (const child of symbol.children ?? []) yield* nested(child, announced);
}

/** The symbols of all files. */
export function* workspaceSymbols({ value, client }: Content<readonly AnySymbol[] | null>): Iterable<string> {
	const announced = client.workspace?.symbol;
	for (const symbol of value ?? []) {
		yield* symbolFaults(symbol, announced);
		if ('location' in symbol && !('range' in symbol.location))
			yield* needs(symbol, announced?.resolveSupport, 'a symbol without a range');
	}
}

function* symbolFaults(symbol: AnySymbol, announced: Announced | undefined): Iterable<string> {
	yield* needsEach([symbol.kind], announced?.symbolKind?.valueSet ?? FIRST_KINDS, 'symbol kind');
	yield* needsEach(symbol.tags, announced?.tagSupport?.valueSet, 'tag');
}

/** Places that a request leads to, some with the place that they were found from. */
export function locations(of: 'declaration' | 'definition' | 'implementation' | 'typeDefinition') {
	return function* ({ value, client }: Content): Iterable<string> {
		for (const location of [value].flat())
			if (LocationLink.is(location))
				yield* needs(location, client.textDocument?.[of]?.linkSupport, 'a location link');
	};
}

/** Selections that grow. */
export function* selections({ value }: Content<readonly SelectionRange[] | null>): Iterable<string> {
	for (let selection of value ?? [])
		for (; selection.parent; selection = selection.parent)
			if (!liesIn(selection.range, selection.parent.range)) yield 'a selection lies outside of its parent';
}
