/** How long the event loop keeps others waiting: the time between each of its turns and the next. */
export class BlockProbe {
	#gaps: number[] = [];
	#last = 0;
	#on = false;

	start(): void {
		this.#gaps = [];
		this.#last = performance.now();
		this.#on = true;
		setImmediate(this.#turn);
	}

	readonly #turn = (): void => {
		if (!this.#on) return;
		const now = performance.now();
		this.#gaps.push(now - this.#last);
		this.#last = now;
		setImmediate(this.#turn);
	};

	/** The gaps that somebody could notice, in ms; the many idle turns between them say nothing. */
	stop(): number[] {
		this.#on = false;
		this.#gaps.push(performance.now() - this.#last);
		return this.#gaps.filter((gap) => gap >= 0.5);
	}
}
