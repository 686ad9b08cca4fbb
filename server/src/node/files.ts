import { watch } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCsvName } from '../fileNames';
import type { FileAccess } from '../lsp/fileAccess';
import { DiskQueue } from './diskQueue';
import { isMissing, readDiskFile } from './readDiskFile';

/** Of the threads that `main.ts` asks for, enough to go on while several networks do not answer. */
const queue = new DiskQueue({ atOnce: 3, inAll: 12, hungAfter: 200 });

// Node would wait for a thread whose disk does not answer; only a signal ends the process then.
process.on('exit', () => {
	if (queue.isHung) process.kill(process.pid, 'SIGKILL');
});

/** The files on the disk of this machine. */
export const files: FileAccess = {
	async spellings(uri) {
		const path = localPath(uri);
		if (path === undefined) return [];
		try {
			const name = basename(path).toLowerCase();
			return (await names(path)).filter((other) => other.toLowerCase() === name).sort();
		} catch (error) {
			// A folder whose files can be opened but not listed.
			return isMissing(error) ? [] : [basename(path)];
		}
	},

	async csvNames(uri) {
		try {
			return (await names(fileURLToPath(uri))).filter(isCsvName);
		} catch {
			return [];
		}
	},

	async read(uri) {
		try {
			const path = fileURLToPath(uri);
			return await queue.run(path, () => readDiskFile(path));
		} catch {
			return { problem: 'unreadable' };
		}
	},

	async modified(uri) {
		try {
			const path = fileURLToPath(uri);
			return (await queue.run(path, () => stat(path))).mtimeMs;
		} catch {
			return undefined;
		}
	},

	watch(uri, onChange, isFolderWatched) {
		const stops: (() => void)[] = [];
		let isStopped = false;
		const start = async (path: string): Promise<void> => {
			const target = await linkTarget(path);
			if (isStopped) return;
			// `watch` blocks the process until the disk answers, so it comes after a call that the disk has just answered.
			if (!isFolderWatched) stops.push(watchName(path, onChange));
			if (target !== undefined) stops.push(watchName(target, onChange));
		};
		const started = (async () => {
			try {
				const path = fileURLToPath(uri);
				await queue.run(path, () => start(path));
			} catch {
				// A folder that is missing or cannot be watched has no changes to report.
			}
		})();
		return {
			started,
			stop: () => {
				isStopped = true;
				for (const stop of stops.splice(0)) stop();
			},
		};
	},
};

/** The names in the folder of a file. */
function names(path: string): Promise<string[]> {
	const folder = dirname(path);
	return queue.run(folder, () => readdir(folder));
}

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
async function linkTarget(path: string): Promise<string | undefined> {
	try {
		const target = await realpath(path);
		const own = join(await realpath(dirname(path)), basename(path));
		// A disk that ignores case answers with the name as it is stored.
		return target.toLowerCase() === own.toLowerCase() ? undefined : target;
	} catch {
		return undefined;
	}
}

/** The path of a file's URI; undefined where this system has none, as for a server's name or an escaped slash. */
function localPath(uri: string): string | undefined {
	try {
		return fileURLToPath(uri);
	} catch {
		return undefined;
	}
}
