import { commands, type Disposable, Uri, window } from 'vscode';
import { folderUri } from '../files/documents';
import { shownFiles } from '../files/tabs';
import type { Statuses } from './fileStatuses';

/** Which step the walkthrough shows: whether the folders of the tabs still have errors, as far as their files are open. */
export class GuideState implements Disposable {
	readonly #listening: readonly Disposable[];

	constructor(private readonly statuses: Statuses) {
		this.#listening = [
			statuses.onChange(() => this.#tell()),
			window.tabGroups.onDidChangeTabs(() => this.#tell()),
		];
	}

	#tell(): void {
		const folders = new Set(shownFiles().map(folderUri));
		const known = [...this.statuses.all].filter(({ uri }) => folders.has(folderUri(Uri.parse(uri))));
		const errors = known.some(({ counts }) => counts.error > 0);
		const state = errors ? 'errors' : known.length > 0 ? 'ready' : 'unknown';
		void commands.executeCommand('setContext', 'cleverDemographics.state', state);
	}

	dispose(): void {
		for (const one of this.#listening) one.dispose();
	}
}
