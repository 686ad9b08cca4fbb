import {
	type CompletionItem,
	CompletionItemKind,
	type CompletionList,
	type DocumentSymbol,
	type Hover,
	MarkupContent,
	MarkupKind,
	SymbolKind,
	type WorkspaceSymbol,
} from 'vscode-languageserver';
import { plainText } from '../features';
import type { CompletionFeatures } from './clientFeatures';

/**
 * A hover in a format that the client shows. LSP has `MarkupContent` for clients that name the formats they show; for
 * all others it has the older `MarkedString`, which is Markdown.
 */
export function hoverIn(format: MarkupKind | undefined, hover: Hover | null): Hover | null {
	if (!hover || !MarkupContent.is(hover.contents)) return hover;
	const { contents } = hover;
	return { ...hover, contents: format === undefined ? contents.value : contentIn(format, contents) };
}

/** A completion list with the parts that the client shows. The meaning of an item is in its detail in any case. */
export function completionIn(shows: CompletionFeatures, list: CompletionList | null): CompletionList | null {
	return list && { ...list, items: list.items.map((item) => itemIn(shows, item)) };
}

function itemIn(
	{ labelDetails, kinds, documentationFormat: format }: CompletionFeatures,
	item: CompletionItem,
) {
	const { documentation } = item;
	const shown = { ...item, kind: item.kind && completionKind(kinds, item.kind) };
	if (!labelDetails) delete shown.labelDetails;
	if (MarkupContent.is(documentation)) {
		shown.documentation =
			format === undefined ? plainText(documentation.value) : contentIn(format, documentation);
	}
	return shown;
}

function contentIn(format: MarkupKind, content: MarkupContent): MarkupContent {
	return format === content.kind ? content : { kind: MarkupKind.PlainText, value: plainText(content.value) };
}

/** The kinds that LSP 1.0 has for newer ones. */
const olderCompletionKinds: ReadonlyMap<CompletionItemKind, CompletionItemKind> = new Map([
	[CompletionItemKind.EnumMember, CompletionItemKind.Value],
]);
const olderSymbolKinds: ReadonlyMap<SymbolKind, SymbolKind> = new Map([
	[SymbolKind.Object, SymbolKind.Variable],
]);

/** A kind that the client lists, for one that it may not; undefined, and so left out, where it lists neither. */
function completionKind(
	listed: ReadonlySet<CompletionItemKind>,
	kind: CompletionItemKind,
): CompletionItemKind | undefined {
	return [kind, olderCompletionKinds.get(kind) ?? kind].find((one) => listed.has(one));
}

/** Symbols of kinds that the client lists. Where it lists none that fits, LSP has it show an unknown one somehow. */
export function symbolsIn<S extends DocumentSymbol | WorkspaceSymbol>(
	listed: ReadonlySet<SymbolKind>,
	symbols: readonly S[],
): S[] {
	return symbols.map((symbol) => {
		const older = olderSymbolKinds.get(symbol.kind);
		const isOlder = older !== undefined && !listed.has(symbol.kind) && listed.has(older);
		return isOlder ? { ...symbol, kind: older } : symbol;
	});
}
