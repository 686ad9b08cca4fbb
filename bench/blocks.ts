/** Measures how long the event loop is blocked: the time from each turn to the next. */
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

	/** Stops, and returns the gaps of at least 0.5 ms, in ms. Shorter ones are idle turns. */
	stop(): number[] {
		this.#on = false;
		this.#gaps.push(performance.now() - this.#last);
		return this.#gaps.filter((gap) => gap >= 0.5);
	}
}
