import {
	type CompletionItem,
	type CompletionList,
	type CompletionParams,
	InsertTextFormat,
	type Position,
	type Range,
	type TextEdit,
} from 'vscode-languageserver';
import { positionFault } from '../documents';
import { overlap, touches } from '../places';
import { type Content, markup, needs, needsEach } from './content';

/** The kinds that every client knows: those of version 1 of the protocol, Text to Reference. */
const FIRST_KINDS = Array.from({ length: 18 }, (_, index) => index + 1);

type Announced = NonNullable<Content['client']['textDocument']>['completion'];
type Answer = CompletionList | readonly CompletionItem[] | null;

/** The items that are offered. */
export function* completions({
	value,
	asked,
	client,
	texts,
}: Content<Answer, CompletionParams>): Iterable<string> {
	const announced = client.textDocument?.completion;
	const list = value && 'items' in value ? value : undefined;
	const defaults = Object.keys(list?.itemDefaults ?? {});
	yield* needsEach(defaults, announced?.completionList?.itemDefaults, 'item default');
	yield* needs(list?.applyKind, announced?.completionList?.applyKindSupport, 'applyKind');
	const { snapshots } = texts(asked.textDocument.uri) ?? { snapshots: [] };
	// A position behind the end of its line counts as the end, and that may be another in each text.
	const isExact = snapshots.every(({ document }) => document && !positionFault(document, asked.position));
	for (const item of list?.items ?? (value as readonly CompletionItem[] | null) ?? []) {
		yield* itemFaults(item, announced);
		yield* editFaults(item, isExact ? asked.position : undefined);
	}
}

function* itemFaults(item: CompletionItem, announced: Announced): Iterable<string> {
	const { documentationFormat, tagSupport, insertTextModeSupport, ...supports } =
		announced?.completionItem ?? {};
	const { textEdit, tags, insertTextMode } = item;
	yield* needs(item.labelDetails, supports.labelDetailsSupport, 'label details');
	yield* needs(item.deprecated, supports.deprecatedSupport, 'deprecated');
	yield* needs(item.preselect, supports.preselectSupport, 'preselect');
	yield* needs(item.commitCharacters, supports.commitCharactersSupport, 'commit characters');
	if (item.insertTextFormat === InsertTextFormat.Snippet)
		yield* needs(item, supports.snippetSupport, 'a snippet');
	if (textEdit && 'insert' in textEdit)
		yield* needs(textEdit, supports.insertReplaceSupport, 'insert and replace');
	yield* needsEach(tags, tagSupport?.valueSet, 'tag');
	yield* needsEach(insertTextMode && [insertTextMode], insertTextModeSupport?.valueSet, 'insert text mode');
	const kinds = announced?.completionItemKind?.valueSet ?? FIRST_KINDS;
	yield* needsEach(item.kind && [item.kind], kinds, 'item kind');
	yield* markup(item.documentation, documentationFormat, 'documentation');
}

/** The standard wants the edit of an item on one line and around the cursor, and the others away from it. */
function* editFaults(
	{ textEdit, additionalTextEdits }: CompletionItem,
	position: Position | undefined,
): Iterable<string> {
	const main: readonly Range[] = !textEdit
		? []
		: 'range' in textEdit
			? [textEdit.range]
			: [textEdit.insert, textEdit.replace];
	for (const range of main) {
		if (range.start.line !== range.end.line) yield 'the edit of an item has several lines';
		if (position && !touches(range, position)) yield 'the edit of an item is not at the cursor';
	}
	const edits = [...main.slice(-1).map((range) => ({ range })), ...(additionalTextEdits ?? [])];
	const fault = overlap(edits satisfies readonly Pick<TextEdit, 'range'>[]);
	if (fault) yield fault;
}
