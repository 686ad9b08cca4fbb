import { watch } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '../lsp/fileAccess';
import { LARGEST_FILE } from '../protocol';

/** The files of this machine. */
export const files: Files = {
	async read(uri) {
		try {
			const path = fileURLToPath(uri);
			const { size } = await stat(path);
			if (size > LARGEST_FILE) return { problem: 'too large' };
			return { text: new TextDecoder().decode(await readFile(path)) };
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { problem: 'unreadable' };
		}
	},

	watch(uri, changed) {
		try {
			const path = fileURLToPath(uri);
			// The folder: a file that is replaced, or is not there yet, cannot be watched.
			const watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
				if (name === basename(path)) changed();
			});
			watcher.on('error', () => watcher.close());
			return () => watcher.close();
		} catch {
			return () => {};
		}
	},
};
