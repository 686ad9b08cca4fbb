import type { ReadSide } from '../../compare/changes/readSide';
import type { ShownBy } from '../../protocol';
import { folderOf } from '../uris';

/** The last upload in memory; or why it cannot be read, for people. */
export type EarlierSide = ReadSide | { readonly problem: string };

/** Milliseconds that a side stays without need: a table that is opened from the page hides the page first. */
const LINGER_MS = 1000;

/** What is needed to hold sides. */
export interface SideSource {
	/** Reads the last upload of the folder of a file; undefined where it was let go meanwhile. */
	read(uri: string, before: readonly string[], isLetGo: () => boolean): Promise<EarlierSide | undefined>;
	/** The files of the last upload that a folder, as `folderOf` has it, was compared with. */
	comparedWith(folder: string): readonly string[] | undefined;
	/** Is called where the side of a folder is read, or let go. */
	onChange(folder: string): void;
}

/** A side that somebody needs until it is released. */
export interface HeldSide {
	/** Undefined where it was let go. */
	readonly side: Promise<EarlierSide | undefined>;
	release(): void;
}

interface Entry {
	readonly folder: string;
	readonly key: string;
	side: Promise<EarlierSide | undefined>;
	read: ReadSide | undefined;
	/** Comparisons that need it now. */
	users: number;
	isLetGo: boolean;
	timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * The last uploads of folders in memory, each read once: while a comparison is made with one, and as long as a page shows
 * what changed, or a table of the folder is open. One that cannot be read is not kept.
 */
export class HeldSides {
	/** By folder and files. */
	readonly #entries = new Map<string, Entry>();
	readonly #shown: Readonly<Record<ShownBy, Set<string>>> = { page: new Set(), table: new Set() };

	constructor(private readonly source: SideSource) {}

	/** Whether a page, or a table, shows the comparison of a folder. */
	isShownBy(by: ShownBy, folder: string): boolean {
		return this.#shown[by].has(folder);
	}

	/** Whether the side that a folder was compared with is to stay in memory. */
	isShown(folder: string): boolean {
		return this.isShownBy('page', folder) || this.isShownBy('table', folder);
	}

	/** The side that a folder was compared with, if it is read by now. */
	read(folder: string): ReadSide | undefined {
		return this.#compared(folder)?.read;
	}

	/** Waits until the side that a folder was compared with is read, where it is being read. */
	async whenRead(folder: string): Promise<void> {
		// Who reads it hears of a failure.
		await this.#compared(folder)?.side.catch(() => {});
	}

	/** Holds the last upload of the folder of a file; it is read where it is not in memory. */
	hold(uri: string, before: readonly string[]): HeldSide {
		const folder = folderOf(uri) ?? '';
		const entry = this.#entries.get(keyOf(folder, before)) ?? this.#begin(uri, folder, before);
		entry.users++;
		let isHeld = true;
		const release = (): void => {
			if (!isHeld) return;
			isHeld = false;
			entry.users--;
			this.#letGoSoon(entry);
		};
		return { side: entry.side, release };
	}

	/** To be called when a page or a table begins or ceases to show the comparison of a folder. */
	setShown(by: ShownBy, folder: string, isShown: boolean): void {
		if (isShown) this.#shown[by].add(folder);
		else this.#shown[by].delete(folder);
		this.comparedWithChanged(folder);
	}

	/** To be called when a folder is compared with other files: nobody may need those from before. */
	comparedWithChanged(folder: string): void {
		for (const entry of [...this.#entries.values()]) if (entry.folder === folder) this.#letGoSoon(entry);
	}

	/** Lets a last upload go, so that it is read again. */
	forget(folder: string, before: readonly string[]): void {
		const entry = this.#entries.get(keyOf(folder, before));
		if (entry) this.#letGo(entry);
	}

	/** Lets all sides go: they are to be read again. */
	clear(): void {
		for (const entry of [...this.#entries.values()]) this.#letGo(entry);
	}

	#compared(folder: string): Entry | undefined {
		const before = this.source.comparedWith(folder);
		return before && this.#entries.get(keyOf(folder, before));
	}

	#begin(uri: string, folder: string, before: readonly string[]): Entry {
		const key = keyOf(folder, before);
		const side = this.source.read(uri, before, () => entry.isLetGo);
		const entry: Entry = { folder, key, side, read: undefined, users: 0, isLetGo: false, timer: undefined };
		this.#entries.set(key, entry);
		const keep = (read: EarlierSide | undefined): void => {
			if (!read || 'problem' in read) this.#letGo(entry);
			else if (!entry.isLetGo) {
				entry.read = read;
				this.source.onChange(folder);
			}
		};
		side.then(keep, () => this.#letGo(entry));
		return entry;
	}

	#isWanted(entry: Entry): boolean {
		if (entry.users > 0) return true;
		return this.isShown(entry.folder) && this.#compared(entry.folder) === entry;
	}

	#letGoSoon(entry: Entry): void {
		clearTimeout(entry.timer);
		if (entry.isLetGo || this.#isWanted(entry)) return;
		entry.timer = setTimeout(() => {
			if (!this.#isWanted(entry)) this.#letGo(entry);
		}, LINGER_MS);
	}

	#letGo(entry: Entry): void {
		if (entry.isLetGo) return;
		entry.isLetGo = true;
		clearTimeout(entry.timer);
		this.#entries.delete(entry.key);
		if (entry.read) this.source.onChange(entry.folder);
	}
}

function keyOf(folder: string, before: readonly string[]): string {
	return [folder, ...before].join('\n');
}
