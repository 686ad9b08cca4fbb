import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_EXPORT_BYTES } from '../../convert/read/exportPart';
import { CannotCheck, withReason } from '../../disk/cannotCheck';
import { RegularFile, readFully } from '../../disk/regularFile';
import { tableByFileName, tables } from '../../spec';
import { formatNumber } from '../../wording';

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

/**
 * All bytes of a regular file. Throws `CannotCheck` for anything else, and for one with more than `most` bytes.
 *
 * @param tooLarge what is wrong with such a file and what to do, for people.
 */
export function readFileBytes(path: string, most: number, tooLarge = 'the file is too large'): Uint8Array {
	const source = RegularFile.open(path);
	try {
		const { file } = source;
		if (file.size > most) throw new CannotCheck(`${path}: ${tooLarge}`);
		const bytes = new Uint8Array(file.size);
		readFully(file, bytes, 0);
		return bytes;
	} finally {
		source.close();
	}
}

/** All bytes of an export. Throws `CannotCheck` where it is no regular file, or too large. */
export function readExportBytes(path: string): Uint8Array {
	const most = formatNumber(MAX_EXPORT_BYTES / 1024 / 1024);
	return readFileBytes(
		path,
		MAX_EXPORT_BYTES,
		`the file is larger than ${most} MB. Export only the columns that you need`,
	);
}
