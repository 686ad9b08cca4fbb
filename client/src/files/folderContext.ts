import { commands, type Disposable, workspace } from 'vscode';
import { openFiles } from './documents';
import { schemesNow } from './fileKinds';
import type { FolderFinder } from './folderFinder';

/**
 * Tells the menus whether there is a file of ours, open or found, that a command can work on, and that the extension
 * runs, and the schemes of people's own files: in a window without such files, its view is not shown.
 */
export class FolderContext implements Disposable {
	readonly #disposables: readonly Disposable[];

	constructor(private readonly finder: FolderFinder) {
		const update = (): void => this.#update();
		this.#disposables = [
			finder.onChange(update),
			workspace.onDidOpenTextDocument(update),
			workspace.onDidCloseTextDocument(update),
			workspace.onDidChangeWorkspaceFolders(update),
		];
		update();
		void commands.executeCommand('setContext', 'cleverDemographics.isActive', true);
	}

	#update(): void {
		const hasFolder = this.finder.files.length > 0 || openFiles().length > 0;
		void commands.executeCommand('setContext', 'cleverDemographics.hasFolder', hasFolder);
		void commands.executeCommand('setContext', 'cleverDemographics.schemes', schemesNow());
	}

	dispose(): void {
		for (const disposable of this.#disposables) disposable.dispose();
	}
}
