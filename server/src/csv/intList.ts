/** A list of 32-bit integers that grows. */
export class IntList {
	/** Good to its `length`, and until the next is added. */
	values = new Int32Array(1024);
	length = 0;

	push(value: number): void {
		if (this.length === this.values.length) {
			const longer = new Int32Array(this.length * 2);
			longer.set(this.values);
			this.values = longer;
		}
		this.values[this.length++] = value;
	}

	clear(): void {
		this.length = 0;
	}

	/** All of them, in an array of their own. */
	take(): Int32Array {
		return this.values.slice(0, this.length);
	}

	/** Those from `first` to before `end`, in an array of their own, each less by `less`. */
	part(first: number, end: number, less: number): Int32Array {
		const part = this.values.slice(first, end);
		if (less !== 0)
			for (let index = 0; index < part.length; index++) part[index] = (part[index] as number) - less;
		return part;
	}
}
