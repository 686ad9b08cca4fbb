import { commands, type Disposable, Uri, window } from 'vscode';
import { folderKey } from '../files/documents';
import { filesInTabs } from '../files/tabs';
import type { FileStatuses } from './fileStatuses';

/**
 * Tells the walkthrough which last step to show: how the folders of the files in tabs stand, else all folders; the worst
 * of them.
 */
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
		const states = statuses.map(({ counts, readiness }) => (counts.error > 0 ? 'errors' : readiness?.state));
		const state = (['errors', 'review', 'ready'] as const).find((one) => states.includes(one)) ?? 'unknown';
		void commands.executeCommand('setContext', 'cleverDemographics.state', state);
	}

	dispose(): void {
		for (const disposable of this.#disposables) disposable.dispose();
	}
}
