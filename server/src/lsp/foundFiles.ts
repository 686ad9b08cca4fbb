import { MAX_FOUND_FOLDERS } from '../protocol';
import { folderOf } from './uris';

/** The files of our tables that the client has found in its folders, by folder as `folderOf` has it. */
export class FoundFiles {
	#folders: ReadonlyMap<string, readonly string[]> = new Map();

	/** All folders, in the form of `folderOf`. */
	get folders(): Iterable<string> {
		return this.#folders.keys();
	}

	/** The URIs of all files. */
	get uris(): readonly string[] {
		return [...this.#folders.values()].flat();
	}

	/** The URIs of the files of a folder; empty if none was found there. */
	in(folder: string): readonly string[] {
		return this.#folders.get(folder) ?? [];
	}

	/** Replaces all files, and returns the URIs of those that were added or removed. */
	set(uris: readonly string[]): readonly string[] {
		const before = new Set(this.uris);
		const folders = new Map<string, string[]>();
		for (const uri of uris) {
			const folder = folderOf(uri);
			if (folder === undefined) continue;
			const known = folders.get(folder);
			if (known) known.push(uri);
			else if (folders.size < MAX_FOUND_FOLDERS) folders.set(folder, [uri]);
		}
		this.#folders = folders;
		const after = new Set(this.uris);
		return [...[...after].filter((uri) => !before.has(uri)), ...[...before].filter((uri) => !after.has(uri))];
	}
}
