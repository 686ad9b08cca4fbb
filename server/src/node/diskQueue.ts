/** How many operations may run, and when they count as hung. */
export interface DiskLimits {
	/** Operations that run at the same time, without those that are hung. */
	readonly atOnce: number;
	/** All operations: each may hold a thread of the process's pool, also when it is hung. */
	readonly inAll: number;
	/** Milliseconds after which an operation counts as hung. */
	readonly hungAfter: number;
}

interface Operation {
	/** A file or a folder. */
	readonly path: string;
	readonly run: () => Promise<void>;
	isHung: boolean;
}

/**
 * Runs operations on the disk a few at a time. One on a network that does not answer never ends, and nothing can end
 * it: it keeps its thread, but not its turn, and its file or folder has to wait until it ends.
 */
export class DiskQueue {
	#waiting: Operation[] = [];
	readonly #running = new Set<Operation>();

	constructor(private readonly limits: DiskLimits) {}

	/** Whether some operation hangs, and with it the end of the process, which waits for its threads. */
	get isHung(): boolean {
		return [...this.#running].some(({ isHung }) => isHung);
	}

	/** The result of an operation on a file or a folder, when it has had its turn. */
	run<T>(path: string, operation: () => Promise<T>): Promise<T> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ path, run: () => operation().then(resolve, reject), isHung: false });
			this.#startNext();
		});
	}

	#startNext(): void {
		const running = [...this.#running];
		const hung = running.filter(({ isHung }) => isHung);
		const free = Math.min(
			this.limits.atOnce - (running.length - hung.length),
			this.limits.inAll - running.length,
		);
		const ready = this.#waiting.filter(({ path }) => !hung.some((other) => other.path === path));
		const next = ready.slice(0, Math.max(0, free));
		if (next.length === 0) return;
		this.#waiting = this.#waiting.filter((operation) => !next.includes(operation));
		for (const operation of next) void this.#start(operation);
	}

	async #start(operation: Operation): Promise<void> {
		this.#running.add(operation);
		const timer = setTimeout(() => {
			operation.isHung = true;
			this.#startNext();
		}, this.limits.hungAfter);
		await operation.run();
		clearTimeout(timer);
		this.#running.delete(operation);
		this.#startNext();
	}
}
