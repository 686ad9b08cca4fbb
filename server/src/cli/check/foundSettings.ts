import { lstatSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { CannotCheck, withReason } from '../../disk/cannotCheck';
import { defaultSettings, type Settings } from '../../settings';
import { type FileSettings, readFoundSettings, readSettingsFile } from './settingsFile';
import { ownSettingsName } from './settingsLayers';

/** The settings that files are checked with. Files with the same ones share the object. */
export interface DistrictSettings {
	readonly settings: Settings;
	/** The path of their file; null for the defaults. */
	readonly path: string | null;
	/** Whether something in the file has no meaning: a rule may be on that the district meant to turn off. */
	readonly hasMistake: boolean;
}

/** Where settings are looked for in a folder, first one first. */
const places: readonly (readonly string[])[] = [[ownSettingsName], ['.vscode', 'settings.json']];

/** Finds the settings of files: those of a file that was named, else the nearest ones upward from each file. */
export class SettingsFinder {
	/** By folder: its settings, or why they cannot be read. */
	readonly #byFolder = new Map<string, DistrictSettings | CannotCheck>();
	readonly #named: DistrictSettings | undefined;
	readonly #defaults: DistrictSettings;

	/**
	 * Throws `CannotCheck` where the named file cannot be read.
	 *
	 * @param adjust changes settings as the other arguments say.
	 * @param onProblem is told what has no meaning in a file.
	 */
	constructor(
		named: string | undefined,
		private readonly adjust: (settings: Settings) => Settings,
		private readonly onProblem: (problem: string) => void,
	) {
		this.#defaults = { settings: adjust(defaultSettings), path: null, hasMistake: false };
		if (named === undefined) return;
		this.#named = this.#adjusted(named, (onMistake) => ({ settings: readSettingsFile(named, onMistake) }));
	}

	/** The settings of the files in a folder. Throws `CannotCheck` where their file cannot be read. */
	ofFolder(folder: string): DistrictSettings {
		if (this.#named) return this.#named;
		const found = this.#nearest(resolve(folder));
		if (found instanceof CannotCheck) throw found;
		return found;
	}

	#nearest(folder: string): DistrictSettings | CannotCheck {
		const passed: string[] = [];
		let found: DistrictSettings | CannotCheck | undefined;
		for (let at = folder; ; at = dirname(at)) {
			found = this.#byFolder.get(at) ?? this.#in(at);
			passed.push(at);
			if (found || dirname(at) === at) break;
		}
		found ??= this.#defaults;
		for (const each of passed) this.#byFolder.set(each, found);
		return found;
	}

	/** The settings of a folder itself; undefined if it has none. */
	#in(folder: string): DistrictSettings | CannotCheck | undefined {
		try {
			for (const place of places) {
				const path = shownPath(join(folder, ...place));
				const found = this.#adjusted(path, (onMistake) => this.#read(folder, place, onMistake));
				if (found) return found;
			}
			return undefined;
		} catch (error) {
			if (error instanceof CannotCheck) return error;
			throw error;
		}
	}

	/** What `read` reads, as the other arguments say, and whether it tells of a mistake. */
	#adjusted(
		path: string,
		read: (onMistake: (problem: string) => void) => Pick<FileSettings, 'settings'> | undefined,
	): DistrictSettings | undefined {
		let hasMistake = false;
		const found = read((problem) => {
			hasMistake = true;
			this.onProblem(problem);
		});
		return found && { settings: this.adjust(found.settings), path, hasMistake };
	}

	#read(
		folder: string,
		place: readonly string[],
		onMistake: (problem: string) => void,
	): FileSettings | undefined {
		const path = join(folder, ...place);
		const shown = shownPath(path);
		if (!isThere(folder, place, shown)) return undefined;
		const found = readFoundSettings(shown, onMistake);
		// A settings.json of VS Code without ours says nothing about these files.
		return found.hasAny || place[0] === ownSettingsName ? found : undefined;
	}
}

/** Whether a folder has a file, or anything else, by this name. A folder that nobody may look into has none. */
function isThere(folder: string, place: readonly string[], shown: string): boolean {
	const [first = '', ...rest] = place;
	if (!canSee(join(folder, first))) return false;
	return rest.length === 0 || withReason(shown, () => exists(join(folder, ...place)));
}

function canSee(path: string): boolean {
	try {
		return exists(path);
	} catch {
		return false;
	}
}

/** Throws what the file system throws where it does not say. */
function exists(path: string): boolean {
	try {
		lstatSync(path);
		return true;
	} catch (error) {
		if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
		throw error;
	}
}

/** A path from the current folder where it is below that, else the whole path. */
function shownPath(path: string): string {
	const below = relative(process.cwd(), path);
	return below.startsWith('..') || isAbsolute(below) ? path : below;
}
