import { TabInputCustom, TabInputText, type TextDocument, Uri, window } from 'vscode';
import { type FileKind, fileKinds } from '../../../server/src/protocol';
import { openDocument } from './documents';
import { baseName, kindOf, kindOfUri, namesOf } from './fileKinds';
import { tabsOf } from './tabs';

/** One of our files in the active editor, and how VS Code shows it. */
export type View =
	| { readonly as: 'text'; readonly uri: Uri; readonly kind: FileKind; readonly document: TextDocument }
	/** In a custom editor of another extension, where no problems are marked. */
	| { readonly as: 'custom'; readonly uri: Uri; readonly kind: FileKind }
	/** As text above 50 MB: VS Code gives extensions no document for it. */
	| { readonly as: 'too large'; readonly uri: Uri; readonly kind: FileKind };

/** What the active editor shows; undefined if that is neither of our files. */
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
		if (kind && !openDocument(input.uri)) return { as: 'too large', uri: input.uri, kind };
	}
	return undefined;
}

/** The error of a command that needs one of some kinds of files where none is open. */
export function noFileError(kinds: readonly Pick<FileKind, 'fileName'>[] = fileKinds): Error {
	return new Error(`Open ${namesOf(kinds)} first.`);
}

/** The file in the active editor; throws, in words for the person, where there is none or it is not open as text. */
export function requireTextFile(): Extract<View, { as: 'text' }> {
	const view = currentView();
	if (view?.as === 'text') return view;
	if (!view) throw noFileError();
	const name = baseName(view.uri.path);
	throw new Error(
		view.as === 'too large'
			? `${name} is larger than 50 MB, the limit for VS Code extensions. Use Check This File on Disk.`
			: `${name} is not open as text. Use Reopen as Text first.`,
	);
}

/** The URI that is passed to a command: a code lens passes a text, a menu a Uri. */
export function uriFromArgument(argument: unknown): Uri | undefined {
	return typeof argument === 'string' ? Uri.parse(argument) : argument instanceof Uri ? argument : undefined;
}

/** Whether a file has unsaved changes. Its tab says so even if extensions get no document. */
export function isUnsaved(uri: Uri): boolean {
	return tabsOf(uri).some(({ isDirty }) => isDirty);
}
