import { commands, Disposable, type TextDocument, window, workspace } from 'vscode';
import { currentDocument } from '../files/currentView';
import { type FileHint, fileHint } from '../files/fileHint';
import { baseName, isOwnFile, kindOf } from '../files/fileKinds';
import { showInformation } from './messages';

/**
 * Says once of a CSV file in the active editor that it is probably one of ours under another name, or an export to
 * import. It reads the name and the first line; for any other CSV file nothing happens.
 */
export class FileHints implements Disposable {
	readonly #seen = new Set<string>();
	readonly #subscription: Disposable;

	/** @param onFailure called with what a hint throws. */
	constructor(private readonly onFailure: (error: unknown) => void) {
		const look = (): void => this.#look(currentDocument());
		this.#subscription = Disposable.from(
			window.onDidChangeActiveTextEditor(look),
			// A table is a tab and no text editor, and its document opens after it.
			window.tabGroups.onDidChangeTabs(look),
			workspace.onDidOpenTextDocument(look),
		);
		look();
	}

	dispose(): void {
		this.#subscription.dispose();
	}

	#look(document: TextDocument | undefined): void {
		if (!document || document.isUntitled || !isOwnFile(document.uri) || kindOf(document)) return;
		const key = document.uri.toString();
		if (this.#seen.has(key)) return;
		const name = baseName(document.uri.path);
		const hint = fileHint(name, document.lineAt(0).text);
		if (!hint) return;
		this.#seen.add(key);
		show(name, hint, document).catch(this.onFailure);
	}
}

async function show(name: string, hint: FileHint, { uri }: TextDocument): Promise<void> {
	if (hint === 'export') {
		const button = 'Import It…';
		const message = `${name} looks like an export of students from an SIS. Clever needs other columns and codes.`;
		const picked = await showInformation(message, button);
		if (picked === button) await commands.executeCommand('cleverDemographics.importExport', uri);
		return;
	}
	const { fileName } = hint.kind;
	const button = `Check It as ${fileName}`;
	const message = `${name} is not checked: only a file named ${fileName} is.`;
	const picked = await showInformation(message, button);
	if (picked !== button) return;
	if (currentDocument()?.uri.toString() !== uri.toString()) await window.showTextDocument(uri);
	await commands.executeCommand('cleverDemographics.checkAs', fileName);
}
