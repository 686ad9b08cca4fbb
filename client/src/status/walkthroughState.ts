import { commands, type Disposable, Uri, window } from 'vscode';
import { folderKey } from '../files/documents';
import { filesInTabs } from '../files/tabs';
import type { FileStatuses } from './fileStatuses';

/** Tells the walkthrough which last step to show: whether the files of the folders in tabs, else those of all folders, still have errors. */
export class WalkthroughState implements Disposable {
	readonly #disposables: readonly Disposable[];

	constructor(private readonly statuses: FileStatuses) {
		this.#disposables = [
			statuses.onChange(() => this.#update()),
			window.tabGroups.onDidChangeTabs(() => this.#update()),
		];
	}

	#update(): void {
		const folders = new Set(filesInTabs().map(folderKey));
		const all = [...this.statuses.all];
		const inTabs = all.filter(({ uri }) => folders.has(folderKey(Uri.parse(uri))));
		const statuses = inTabs.length > 0 ? inTabs : all;
		const errors = statuses.some(({ counts }) => counts.error > 0);
		const state = errors ? 'errors' : statuses.length > 0 ? 'ready' : 'unknown';
		void commands.executeCommand('setContext', 'cleverDemographics.state', state);
	}

	dispose(): void {
		for (const disposable of this.#disposables) disposable.dispose();
	}
}
