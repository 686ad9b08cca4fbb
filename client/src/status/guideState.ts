import { commands, type Disposable, Uri, window } from 'vscode';
import { tabsOf } from '../tabs';
import type { Statuses } from './statuses';

/** Which step the walkthrough shows: whether the files in the tabs still have errors. */
export class GuideState implements Disposable {
	readonly #listening: readonly Disposable[];

	constructor(private readonly statuses: Statuses) {
		this.#listening = [
			statuses.onChange(() => this.#tell()),
			window.tabGroups.onDidChangeTabs(() => this.#tell()),
		];
	}

	#tell(): void {
		const shown = [...this.statuses.all].filter(({ uri }) => tabsOf(Uri.parse(uri)).length > 0);
		const errors = shown.some(({ counts }) => counts.error > 0);
		const state = errors ? 'errors' : shown.length > 0 ? 'ready' : 'unknown';
		void commands.executeCommand('setContext', 'cleverDemographics.state', state);
	}

	dispose(): void {
		for (const one of this.#listening) one.dispose();
	}
}
