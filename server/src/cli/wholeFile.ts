import { MAX_EXPORT_BYTES } from '../convert/read/exportPart';
import { CannotCheck } from '../disk/cannotCheck';
import { RegularFile, readFully } from '../disk/regularFile';
import { formatNumber } from '../wording';

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
