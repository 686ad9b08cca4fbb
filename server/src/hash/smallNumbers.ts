/** How many numbers there is room for at first. */
const FIRST_LENGTH = 1024;

/** A growing list of whole numbers from 0 on, in one, two or four bytes each: as many as its largest number takes. */
export class SmallNumbers {
	#numbers: Uint8Array | Uint16Array | Uint32Array = new Uint8Array(FIRST_LENGTH);

	/** The number at a place; 0 where none was set. */
	get(index: number): number {
		return this.#numbers[index] ?? 0;
	}

	/** Sets the number at a place. */
	set(index: number, value: number): void {
		const numbers = this.#numbers;
		const bytes = Math.max(numbers.BYTES_PER_ELEMENT, bytesFor(value));
		if (index >= numbers.length || bytes > numbers.BYTES_PER_ELEMENT) {
			const longer = arrayOf(bytes, Math.max(numbers.length, lengthFor(index)));
			longer.set(numbers);
			this.#numbers = longer;
		}
		this.#numbers[index] = value;
	}
}

function bytesFor(value: number): number {
	if (value < 2 ** 8) return 1;
	return value < 2 ** 16 ? 2 : 4;
}

function lengthFor(index: number): number {
	return 2 ** Math.ceil(Math.log2(index + 1));
}

function arrayOf(bytes: number, length: number): Uint8Array | Uint16Array | Uint32Array {
	if (bytes === 1) return new Uint8Array(length);
	return bytes === 2 ? new Uint16Array(length) : new Uint32Array(length);
}
