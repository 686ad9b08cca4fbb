import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import { CannotCheck, withReason } from '../../disk/cannotCheck';
import { isCsvName } from '../../fileNames';
import { tableByFileName, tables } from '../../spec';

/**
 * The paths of the files to check for a path on the command line: a file as it is, and of a folder the files of our
 * tables directly in it, in upper or lower case. Throws `CannotCheck` where there is none.
 */
export function inputFiles(path: string): readonly string[] {
	return withReason(path, () => {
		if (!statSync(path).isDirectory()) return [path];
		const files = filesInFolder(path);
		if (files.length > 0) return files;
		const expected = tables.map(({ fileName }) => fileName).join(' or ');
		throw new CannotCheck(`${path}: this folder has no ${expected} directly in it`);
	});
}

/** The paths of our tables' files directly in a folder. Throws what the file system throws. */
function filesInFolder(folder: string): readonly string[] {
	const names = readdirSync(folder).sort();
	const files = tables.flatMap((table) => names.filter((name) => tableByFileName(name) === table));
	return files.map((name) => join(folder, name));
}

/**
 * The paths that an argument names: itself, or what a glob such as `exports/*` matches where nothing has that name. Of
 * its matches, CSV files and folders with one of our files count. Throws `CannotCheck` where there are none.
 *
 * @param onFailure is told which folder cannot be searched.
 */
export async function pathsNamed(
	argument: string,
	onFailure: (message: string) => void,
): Promise<readonly string[]> {
	if (!/[*?[{(]/.test(argument) || existsSync(argument)) return [argument];
	const { globSync } = await import('tinyglobby');
	// A shell of Windows expands no glob, and people write it with the separator of their system.
	const pattern = sep === '/' ? argument : argument.replaceAll(sep, '/');
	const matches = globSync(pattern, {
		absolute: isAbsolute(argument),
		onlyFiles: false,
		expandDirectories: false,
		fs: { readdirSync: readdirAnd(onFailure) },
	});
	const counted = onceEach(matches.map((path) => path.replace(/(?<=.)\/$/, ''))).filter((path) =>
		withReason(path, () => (statSync(path).isDirectory() ? filesInFolder(path).length > 0 : isCsvName(path))),
	);
	if (counted.length > 0) return counted;
	const names = tables.map(({ fileName }) => fileName).join(' or ');
	throw new CannotCheck(`${argument}: nothing that matches is a CSV file, or a folder with ${names} in it`);
}

/** Paths in their order, of several that links lead to one file or folder the shortest. */
function onceEach(paths: readonly string[]): readonly string[] {
	const byTarget = new Map<string, string>();
	for (const path of [...paths].sort((one, other) => other.length - one.length)) {
		byTarget.set(
			withReason(path, () => realpathSync(path)),
			path,
		);
	}
	return [...byTarget.values()].sort();
}

/** Reads folders as a search does, which passes over those that it cannot read. */
function readdirAnd(onFailure: (message: string) => void): typeof readdirSync {
	const read = (path: string, options: object): unknown => {
		try {
			return readdirSync(path, options);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
			try {
				withReason(path.replace(/(?<=.)\/$/, ''), () => {
					throw error;
				});
			} catch (reason) {
				onFailure((reason as Error).message);
			}
			throw error;
		}
	};
	return read as typeof readdirSync;
}
