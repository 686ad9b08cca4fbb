import { CompletionItem, CompletionItemKind, CompletionList, Range, type TextDocument } from 'vscode';
import { idBeginsWith } from '../../../server/src/characters';
import { labelText } from '../../../server/src/safeText';
import { shown } from '../../../server/src/wording';

type Completions = CompletionItem[] | CompletionList | null | undefined;

/**
 * VS Code highlights the first item of a list, and Tab takes it. Where what is typed matches no code, the server lists all
 * of them, and where it begins an ID, all that begin so but for zeros: Tab would put another value in the place of the one
 * that was typed. So what is typed stands first.
 */
export function keepTyped(document: TextDocument, completions: Completions): Completions {
	const items = completions instanceof CompletionList ? completions.items : (completions ?? []);
	const [first] = items;
	const range = first?.range instanceof Range ? first.range : undefined;
	const typed = first?.filterText;
	if (!first || !range || !typed || nameOf(first) === typed) return completions;
	if (!items.every((item) => isListedAnyway(item, typed))) return completions;
	const text = document.getText(range);
	const kept = new CompletionItem(
		{ label: labelText(shown(text)), description: 'as typed' },
		CompletionItemKind.Text,
	);
	kept.range = range;
	kept.insertText = text;
	kept.filterText = typed;
	// Before the items of the server, which are numbered.
	kept.sortText = '';
	kept.preselect = true;
	return new CompletionList([kept, ...items], true);
}

function isListedAnyway(item: CompletionItem, typed: string): boolean {
	if (item.filterText !== typed) return false;
	if (item.kind === CompletionItemKind.EnumMember || item.kind === CompletionItemKind.Field) return true;
	return item.kind === CompletionItemKind.Reference && idBeginsWith(nameOf(item), typed.replaceAll('"', ''));
}

function nameOf({ label }: CompletionItem): string {
	return typeof label === 'string' ? label : label.label;
}
