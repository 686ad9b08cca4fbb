/** Cleans up when this process ends, however it ends: temporary folders and the servers in them. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WINDOWS } from './process';

const pending = new Set<() => void>();
const SIGNALS: readonly [NodeJS.Signals, number][] = [
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
];

/** Runs `undo` when this process ends, unless the returned function has run it already. It must be synchronous. */
export function atEnd(undo: () => void): () => void {
	if (pending.size === 0) listen();
	const once = () => {
		if (pending.delete(once)) undo();
	};
	pending.add(once);
	return once;
}

/**
 * A fresh temporary folder and the function that removes it. The path is short, since sockets are made below it and
 * their paths are limited to 104 characters (a Mac's own temporary folder takes half of that).
 */
export function temporaryFolder(): { path: string; remove: () => void } {
	const path = realpathSync(mkdtempSync(join(WINDOWS ? tmpdir() : '/tmp', 'clever-')));
	return { path, remove: atEnd(() => removeFolder(path)) };
}

/** A server that was just killed may still be writing, so the first attempt may find the folder not empty. */
function removeFolder(path: string): void {
	for (let attempt = 0; attempt < 30; attempt++) {
		try {
			rmSync(path, { recursive: true, force: true });
			return;
		} catch {
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
		}
	}
	console.error(`${path} could not be removed.`);
}

let listening = false;

function listen(): void {
	if (listening) return;
	listening = true;
	process.once('exit', undoAll);
	for (const [signal, code] of SIGNALS) process.once(signal, () => process.exit(code));
}

/** Newest first: a server must end before its folder is removed. */
function undoAll(): void {
	for (const undo of [...pending].reverse()) undo();
}
