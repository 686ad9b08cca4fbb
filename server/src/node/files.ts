import { watch } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '../lsp/fileAccess';
import { LARGEST_FILE } from '../protocol';

/** The files on the disk of this machine. */
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

	watch(uri, onChange) {
		try {
			const path = fileURLToPath(uri);
			// It watches the folder, since a watch on a file ends when the file is replaced, and cannot begin before it exists.
			const watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
				if (name === basename(path)) onChange();
			});
			watcher.on('error', () => watcher.close());
			return () => watcher.close();
		} catch {
			return () => {};
		}
	},
};
