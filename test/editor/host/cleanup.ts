/** What must not outlive this process, whichever way it ends: temporary folders and the servers in them. */
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

/** Has `undo` run when this process ends, unless the returned function has run it before. It must be synchronous. */
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
 * their paths may have 104 characters only (a Mac's own temporary folder takes half of that).
 */
export function temporaryFolder(): { path: string; remove: () => void } {
	const path = realpathSync(mkdtempSync(join(WINDOWS ? tmpdir() : '/tmp', 'clever-')));
	return { path, remove: atEnd(() => removeFolder(path)) };
}

/** A server that was just killed may still be writing there: then the folder is not empty at the first go. */
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

/** The youngest first: a server ends before its folder goes. */
function undoAll(): void {
	for (const undo of [...pending].reverse()) undo();
}
