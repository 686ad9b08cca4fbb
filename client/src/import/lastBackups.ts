import type { Memento, Uri } from 'vscode';
import { deleteBackup, type ImportBackup, readBackup } from './backup';

/** The key of what is remembered: the URI of the last backup by the URI of an export. */
const KEY = 'cleverDemographics.importBackups';

type Places = Readonly<Record<string, string>>;

/**
 * Remembers where the last backup of each import is. VS Code names it only if it has saved the state of the window
 * after the backup, and so not where a browser or VS Code ends at once.
 */
export class LastBackups {
	constructor(private readonly memory: Memento) {}

	/** The last backup of an export; undefined if there is none that can be read. */
	async read(exported: Uri): Promise<ImportBackup | undefined> {
		const place = this.#places[exported.toString()];
		return place === undefined ? undefined : readBackup(place);
	}

	/** Remembers the backup at a place, and deletes the one before it. */
	async remember(exported: Uri, place: Uri): Promise<void> {
		const last = this.#places[exported.toString()];
		await this.memory.update(KEY, { ...this.#places, [exported.toString()]: place.toString() });
		if (last !== undefined && last !== place.toString()) await deleteBackup(last);
	}

	/** Deletes the backup of an export that has nothing left to save. */
	async forget(exported: Uri): Promise<void> {
		const { [exported.toString()]: last, ...others } = this.#places;
		if (last === undefined) return;
		await this.memory.update(KEY, others);
		await deleteBackup(last);
	}

	get #places(): Places {
		return this.memory.get<Places>(KEY, {});
	}
}
