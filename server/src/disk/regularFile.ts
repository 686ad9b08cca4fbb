import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { CannotCheck, withReason } from './cannotCheck';

/** Opening a pipe that has taken the place of a file must not wait for its other end. Windows has no such flag. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** An open file as plain data: every thread of the process can read it by its descriptor. */
export interface OpenFile {
	/** As the caller gave it. */
	readonly path: string;
	/** The descriptor. */
	readonly fd: number;
	/** In bytes, when it was opened. */
	readonly size: number;
}

/**
 * What tells a file from another one at the same path, and from itself after a change. Not the number of its device: on
 * Windows, libuv 1.49 and 1.50 give another one for a path than for a descriptor (github.com/libuv/libuv/pull/4698).
 */
interface FileVersion {
	readonly ino: bigint;
	readonly size: bigint;
	readonly mtimeNs: bigint;
}

/** A regular file that is open for a check, which notices where it changes. */
export class RegularFile {
	private constructor(
		readonly file: OpenFile,
		private readonly version: FileVersion,
	) {}

	/**
	 * Opens a regular file, of a link the one that it leads to. Throws `CannotCheck` for anything else, which may have
	 * no end or may never answer. Looks before it opens: to open a device may do something.
	 */
	static open(path: string): RegularFile {
		return withReason(path, () => {
			assertRegular(path, statSync(path));
			const fd = openSync(path, OPEN_FLAGS);
			try {
				const stats = fstatSync(fd, { bigint: true });
				assertRegular(path, stats);
				const size = Number(stats.size);
				if (size === 0) assertEmpty(path, fd);
				return new RegularFile({ path, fd, size }, stats);
			} catch (error) {
				closeSync(fd);
				throw error;
			}
		});
	}

	/**
	 * Throws `CannotCheck` if the file changed after it was opened, or if another one is at its path by now: what was
	 * read is then no answer about the file that people see.
	 */
	assertUnchanged(): void {
		if (!this.#is(() => fstatSync(this.file.fd, { bigint: true }))) throw changed(this.file.path);
		this.assertAtPath();
	}

	/** Throws `CannotCheck` if the path does not lead to the file as it was opened. The file may be closed. */
	assertAtPath(): void {
		if (!this.#is(() => statSync(this.file.path, { bigint: true }))) throw changed(this.file.path);
	}

	/** Closes the file. */
	close(): void {
		closeSync(this.file.fd);
	}

	#is(stats: () => FileVersion): boolean {
		const { ino, size, mtimeNs } = this.version;
		try {
			const now = stats();
			return now.ino === ino && now.size === size && now.mtimeNs === mtimeNs;
		} catch {
			// The file is gone.
			return false;
		}
	}
}

/**
 * Fills an array with a file's bytes from the offset `start` on. Throws `CannotCheck` where the file ends before: it
 * became shorter after it was opened.
 */
export function readFully({ fd, path }: OpenFile, target: Uint8Array, start: number): void {
	for (let length = 0; length < target.length; ) {
		const at = length;
		const read = withReason(path, () => readSync(fd, target, at, target.length - at, start + at));
		if (read === 0) throw changed(path);
		length += read;
	}
}

function assertRegular(path: string, stats: { isFile(): boolean; isDirectory(): boolean }): void {
	if (stats.isDirectory()) throw new CannotCheck(`${path}: this is a folder, not a file`);
	if (!stats.isFile()) throw notAFile(path);
}

/** Files of the system, as in /proc, call themselves empty and may have no end. */
function assertEmpty(path: string, fd: number): void {
	if (readSync(fd, new Uint8Array(1), 0, 1, 0) === 0) return;
	throw fstatSync(fd).size > 0 ? changed(path) : notAFile(path);
}

function notAFile(path: string): CannotCheck {
	return new CannotCheck(`${path}: this is a pipe or a device, not a file`);
}

function changed(path: string): CannotCheck {
	return new CannotCheck(`${path}: the file changed while it was checked. Check it again.`, 'changed');
}
