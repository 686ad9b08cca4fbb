import { TabInputCustom, TabInputText, type TextDocument, Uri, window } from 'vscode';
import { type FileKind, fileKinds, importViewType, tableViewType } from '../../../server/src/protocol';
import { openDocument } from './documents';
import { baseName, kindOf, kindOfUri, namesOf } from './fileKinds';
import { tabsOf } from './tabs';

/** One of our files in the active editor, and how VS Code shows it. */
export type View =
	| (CurrentFile & { readonly as: 'text' | 'table' })
	/** In a custom editor of another extension, where no problems are marked. */
	| { readonly as: 'custom'; readonly uri: Uri; readonly kind: FileKind }
	/** Above 50 MB: VS Code gives extensions no document for it, and our table stays empty. */
	| { readonly as: 'too large'; readonly uri: Uri; readonly kind: FileKind };

/** One of our files and its document. */
export interface CurrentFile {
	readonly uri: Uri;
	readonly kind: FileKind;
	readonly document: TextDocument;
}

/** What the active editor shows; undefined if that is neither of our files. */
export function currentView(): View | undefined {
	const input = window.tabGroups.activeTabGroup.activeTab?.input;
	if (input instanceof TabInputCustom && input.viewType !== tableViewType) {
		const kind = kindOfUri(input.uri);
		return kind && { as: 'custom', uri: input.uri, kind };
	}
	const document = currentDocument();
	const kind = document && kindOf(document);
	if (kind) {
		const as = input instanceof TabInputCustom ? 'table' : 'text';
		return { as, uri: document.uri, kind, document };
	}
	if (input instanceof TabInputText || input instanceof TabInputCustom) {
		const kindByName = kindOfUri(input.uri);
		if (kindByName && !openDocument(input.uri)) return { as: 'too large', uri: input.uri, kind: kindByName };
	}
	return undefined;
}

/** The document of any file in the active text editor or in our table; VS Code calls only the former active. */
export function currentDocument(): TextDocument | undefined {
	const input = window.tabGroups.activeTabGroup.activeTab?.input;
	if (!(input instanceof TabInputCustom)) return window.activeTextEditor?.document;
	return input.viewType === tableViewType ? openDocument(input.uri) : undefined;
}

/** The error of a command that needs one of some kinds of files where none is open. */
export function noFileError(kinds: readonly Pick<FileKind, 'fileName'>[] = fileKinds): Error {
	return new Error(`Open ${namesOf(kinds)} first.`);
}

/** The file in the active editor; throws, in words for the person, where there is none or it has no document. */
export function requireOpenFile(): CurrentFile {
	const view = currentView();
	if (!view) throw noFileError();
	if (view.as === 'text' || view.as === 'table') return view;
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

/**
 * Whether a file has unsaved changes. Its tab says so even if extensions get no document. The tab of an import has
 * decisions that are not saved, and no change of the file.
 */
export function isUnsaved(uri: Uri): boolean {
	return tabsOf(uri).some(({ isDirty, input }) => {
		const isImport = input instanceof TabInputCustom && input.viewType === importViewType;
		return isDirty && !isImport;
	});
}
