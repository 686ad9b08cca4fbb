import fs from 'node:fs';

/** What a test does at a chosen moment, while a program reads files. */
export interface ReadHook {
	/** Takes the hook off. */
	remove(): void;
}

/** Calls `act` once, before the read of a file with this name that is the `nth` one, counted from 1. */
export function beforeRead(name: string, nth: number, act: (path: string) => void): ReadHook {
	const { openSync, readSync } = fs;
	const paths = new Map<number, string>();
	let reads = 0;
	fs.openSync = (path, ...rest) => {
		const fd = openSync(path, ...rest);
		paths.set(fd, String(path));
		return fd;
	};
	fs.readSync = ((fd: number, ...rest: [Uint8Array]) => {
		const path = paths.get(fd) ?? '';
		if (path.endsWith(name) && ++reads === nth) act(path);
		return readSync(fd, ...rest);
	}) as typeof fs.readSync;
	return { remove: () => Object.assign(fs, { openSync, readSync }) };
}
