import { commands, type Disposable } from 'vscode';
import type { Statuses } from './statuses';

/** Which step the walkthrough shows: whether the files that are open still have errors. */
export class GuideState implements Disposable {
	readonly #listening: Disposable;

	constructor(statuses: Statuses) {
		this.#listening = statuses.onChange(() => {
			const all = [...statuses.all];
			const state = all.some(({ counts }) => counts.error > 0)
				? 'errors'
				: all.length > 0
					? 'ready'
					: 'unknown';
			void commands.executeCommand('setContext', 'cleverDemographics.state', state);
		});
	}

	dispose(): void {
		this.#listening.dispose();
	}
}
