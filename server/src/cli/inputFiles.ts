import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CannotCheck, withReason } from '../disk/cannotCheck';
import { regularFileSize } from '../disk/fileBytes';
import { tableByFileName, tables } from '../spec';

/**
 * The paths of the files to check for a path on the command line: a file as it is, and of a folder the files of our
 * tables directly in it, in upper or lower case. Throws `CannotCheck` where there is none.
 */
export function inputFiles(path: string): readonly string[] {
	return withReason(path, () => {
		if (!statSync(path).isDirectory()) return [path];
		const names = readdirSync(path).sort();
		const files = tables.flatMap((table) => names.filter((name) => tableByFileName(name) === table));
		if (files.length === 0) {
			const expected = tables.map(({ fileName }) => fileName).join(' or ');
			throw new CannotCheck(`${path}: this folder has no ${expected} directly in it`);
		}
		return files.map((name) => join(path, name));
	});
}

/** All bytes of a regular file. Throws `CannotCheck` for anything else. */
export function readFileBytes(path: string): Buffer {
	regularFileSize(path);
	return withReason(path, () => readFileSync(path));
}
