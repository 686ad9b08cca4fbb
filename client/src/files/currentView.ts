import { TabInputCustom, TabInputText, type TextDocument, Uri, window } from 'vscode';
import { type FileKind, fileKinds } from '../../../server/src/protocol';
import { openDocument } from './documents';
import { baseName, kindOf, kindOfUri } from './fileKinds';
import { tabsOf } from './tabs';

/** One of our files as a person has it before them, or what keeps it from being checked. */
export type View =
	| { readonly as: 'text'; readonly uri: Uri; readonly kind: FileKind; readonly document: TextDocument }
	/** In the editor of another extension, which draws no problems. */
	| { readonly as: 'custom'; readonly uri: Uri; readonly kind: FileKind }
	/** As text, but VS Code hands it to no extension: it does so up to 50 MB. */
	| { readonly as: 'closed'; readonly uri: Uri; readonly kind: FileKind };

/** What is in view now; undefined where it is none of our files. */
export function currentView(): View | undefined {
	const input = window.tabGroups.activeTabGroup.activeTab?.input;
	if (input instanceof TabInputCustom) {
		const kind = kindOfUri(input.uri);
		return kind && { as: 'custom', uri: input.uri, kind };
	}
	const document = window.activeTextEditor?.document;
	if (document) {
		const kind = kindOf(document);
		if (kind) return { as: 'text', uri: document.uri, kind, document };
	}
	if (input instanceof TabInputText) {
		const kind = kindOfUri(input.uri);
		if (kind && !openDocument(input.uri)) {
			return { as: 'closed', uri: input.uri, kind };
		}
	}
	return undefined;
}

/** The file in view, for a command that needs one. */
export function requireTextFile(): Extract<View, { as: 'text' }> {
	const view = currentView();
	if (view?.as === 'text') return view;
	if (view?.as === 'closed')
		throw new Error(`${baseName(view.uri.path)} is above 50 MB, and VS Code hands it to no extension.`);
	throw new Error(
		view
			? `${baseName(view.uri.path)} is not open as text. Reopen it with the text editor first.`
			: `Open ${fileKinds.map(({ fileName }) => fileName).join(' or ')} first.`,
	);
}

/** The file that a lens names; else the one in view. */
export function fileFromArgument(argument: unknown): { readonly uri: Uri; readonly document: TextDocument } {
	const uri = uriOf(argument);
	const open = uri && openDocument(uri);
	return open ? { uri: open.uri, document: open } : requireTextFile();
}

/** An argument of a command as a URI, be it one already. */
export function uriOf(argument: unknown): Uri | undefined {
	return typeof argument === 'string' ? Uri.parse(argument) : argument instanceof Uri ? argument : undefined;
}

/** Whether there are changes that are not saved, which a tab tells of documents too that no extension is handed. */
export function isUnsaved(uri: Uri): boolean {
	return tabsOf(uri).some(({ isDirty }) => isDirty);
}
