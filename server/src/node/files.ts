import { realpathSync, watch } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCsvName } from '../fileNames';
import type { FileAccess } from '../lsp/fileAccess';
import { LARGEST_FILE } from '../protocol';

/** The files on the disk of this machine. */
export const files: FileAccess = {
	async spellings(uri) {
		const path = fileURLToPath(uri);
		try {
			const name = basename(path).toLowerCase();
			return (await readdir(dirname(path))).filter((other) => other.toLowerCase() === name).sort();
		} catch (error) {
			// A folder whose files can be opened but not listed.
			return isMissing(error) ? [] : [basename(path)];
		}
	},

	async csvNames(uri) {
		try {
			return (await readdir(dirname(fileURLToPath(uri)))).filter(isCsvName);
		} catch {
			return [];
		}
	},

	async read(uri) {
		try {
			const path = fileURLToPath(uri);
			const status = await stat(path);
			// Opening a pipe waits for its other end, and a device may have no end.
			if (!status.isFile()) return { problem: 'unreadable' };
			if (status.size > LARGEST_FILE) return { problem: 'too large' };
			return {
				text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await firstBytes(path, status.size)),
			};
		} catch (error) {
			return isMissing(error) ? undefined : { problem: 'unreadable' };
		}
	},

	watch(uri, onChange, isFolderWatched) {
		const stops: (() => void)[] = [];
		try {
			const path = fileURLToPath(uri);
			if (!isFolderWatched) stops.push(watchName(path, onChange));
			const target = linkTarget(path);
			if (target !== undefined) stops.push(watchName(target, onChange));
		} catch {
			// A folder that is missing or cannot be watched has no changes to report.
		}
		return () => {
			for (const stop of stops) stop();
		};
	},
};

/**
 * Calls `onChange` when a file of this name changes, in any case of its letters. It watches the folder, since a watch
 * on a file ends when the file is replaced, and cannot begin before it exists.
 */
function watchName(path: string, onChange: () => void): () => void {
	const name = basename(path).toLowerCase();
	const watcher = watch(dirname(path), { persistent: false }, (_event, changed) => {
		// Some systems do not say which file changed.
		if (changed === null || changed.toLowerCase() === name) onChange();
	});
	watcher.on('error', () => watcher.close());
	return () => watcher.close();
}

/** The file that a link leads to; undefined for a file that is no link, or is missing. */
function linkTarget(path: string): string | undefined {
	try {
		const target = realpathSync.native(path);
		const own = join(realpathSync.native(dirname(path)), basename(path));
		// A disk that ignores case answers with the name as it is stored.
		return target.toLowerCase() === own.toLowerCase() ? undefined : target;
	} catch {
		return undefined;
	}
}

/** At most the first `size` bytes, however much the file grows while it is read. */
async function firstBytes(path: string, size: number): Promise<Uint8Array> {
	const bytes = new Uint8Array(size);
	const file = await open(path);
	try {
		for (let length = 0; ; ) {
			const { bytesRead } = await file.read(bytes, length, size - length, length);
			length += bytesRead;
			if (bytesRead === 0 || length === size) return bytes.subarray(0, length);
		}
	} finally {
		await file.close();
	}
}

function isMissing(error: unknown): boolean {
	const { code } = error as NodeJS.ErrnoException;
	return code === 'ENOENT' || code === 'ENOTDIR';
}
