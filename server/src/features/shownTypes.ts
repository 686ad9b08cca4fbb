/**
 * LSP's types of what an editor draws, with texts that were made for the place where it draws them. Features return
 * these and no others, so that no text of a file is drawn as it is.
 */

import type {
	CodeAction,
	CodeLens,
	Command,
	CompletionItem,
	CompletionList,
	Diagnostic,
	DiagnosticRelatedInformation,
	DocumentSymbol,
	Hover,
	InlayHint,
	WorkspaceSymbol,
} from 'vscode-languageserver-types';
import type { LabelText, MarkdownText, PlainText } from '../safeText';

/** Markdown whose texts of others are escaped. */
interface ShownMarkdown {
	kind: 'markdown';
	value: MarkdownText;
}

/** A problem. */
export interface ShownDiagnostic extends Diagnostic {
	message: PlainText;
	relatedInformation?: (DiagnosticRelatedInformation & { message: PlainText })[];
}

/** A command of an action, whose title is drawn as text, or of a lens, whose title may have icons. */
interface ShownCommand<Title extends PlainText | LabelText> extends Command {
	title: Title;
}

/** An item of the menu of fixes. */
export interface ShownAction extends CodeAction {
	title: PlainText;
	command?: ShownCommand<PlainText>;
	diagnostics?: ShownDiagnostic[];
}

/** A lens over the header. */
export interface ShownLens extends CodeLens {
	command: ShownCommand<LabelText>;
}

/** A hover. */
export interface ShownHover extends Hover {
	contents: ShownMarkdown;
}

/** An item of a list of suggestions. */
export interface ShownCompletion extends CompletionItem {
	label: LabelText;
	labelDetails?: { detail?: LabelText; description?: LabelText } | undefined;
	detail?: LabelText | undefined;
	documentation?: ShownMarkdown;
}

/** A list of suggestions. */
export interface ShownCompletionList extends CompletionList {
	items: ShownCompletion[];
}

/** An entry of the outline. */
export interface ShownSymbol extends DocumentSymbol {
	name: LabelText;
	detail?: LabelText | undefined;
	children?: ShownSymbol[];
}

/** A result of the search for symbols. */
export interface ShownWorkspaceSymbol extends WorkspaceSymbol {
	name: LabelText;
	containerName: LabelText;
}

/** A hint after a value. */
export interface ShownHint extends InlayHint {
	label: PlainText;
}
