/** A growing list of 32-bit integers in a typed array. */
export class IntList {
	/** Valid up to `length`, and until the next `push`, which may replace the array. */
	values = new Int32Array(1024);
	length = 0;

	/** Appends a value. */
	push(value: number): void {
		if (this.length === this.values.length) {
			const longer = new Int32Array(this.length * 2);
			longer.set(this.values);
			this.values = longer;
		}
		this.values[this.length++] = value;
	}

	/** Empties the list and keeps its memory. */
	clear(): void {
		this.length = 0;
	}

	/** A copy of all values. */
	take(): Int32Array {
		return this.values.slice(0, this.length);
	}

	/** A copy of the values from index `first` to before `end`, with `offset` subtracted from each. */
	copyRange(first: number, end: number, offset: number): Int32Array {
		const copy = this.values.slice(first, end);
		if (offset === 0) return copy;
		for (let index = 0; index < copy.length; index++) copy[index] = (copy[index] as number) - offset;
		return copy;
	}
}
