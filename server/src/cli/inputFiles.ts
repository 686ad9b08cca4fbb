import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CannotCheck, withReason } from '../disk/cannotCheck';
import { RegularFile, readFully } from '../disk/regularFile';
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

/** All bytes of a small regular file. Throws `CannotCheck` for anything else, and for one with more than `most` bytes. */
export function readFileBytes(path: string, most: number): Uint8Array {
	const source = RegularFile.open(path);
	try {
		const { file } = source;
		if (file.size > most) throw new CannotCheck(`${path}: the file is too large`);
		const bytes = new Uint8Array(file.size);
		readFully(file, bytes, 0);
		return bytes;
	} finally {
		source.close();
	}
}
