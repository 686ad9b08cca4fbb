import type { FieldRule } from '../rules/rule';

const ASCII = 128;
const BLANK = 32;

/** Tells from a field's signs, where they lie in the text, whether any rule of its column may have something to say. */
export class Screen {
	readonly #startsWith = new Uint8Array(ASCII);
	readonly #holds = new Uint8Array(ASCII);
	readonly #looksInside: boolean;
	readonly #longerThan: number;
	readonly #all: boolean;

	constructor(rules: readonly FieldRule[]) {
		const glances = rules.map(({ glance }) => glance);
		this.#all = glances.includes(undefined);
		this.#longerThan = Math.min(...glances.map((glance) => glance?.longerThan ?? Number.POSITIVE_INFINITY));
		for (const glance of glances) {
			for (const sign of glance?.startsWith ?? '') this.#startsWith[sign.charCodeAt(0)] = 1;
			for (const sign of glance?.holds ?? '') this.#holds[sign.charCodeAt(0)] = 1;
		}
		// A tab is a blank as well.
		if (this.#holds[BLANK]) this.#holds.fill(1, 0, BLANK);
		this.#looksInside = this.#holds.includes(1);
	}

	/** Whether to look at the field from `start` to before `end`, which is not empty. */
	wants(text: string, start: number, end: number): boolean {
		if (this.#all || end - start > this.#longerThan) return true;
		const first = text.charCodeAt(start);
		if (first < ASCII && this.#startsWith[first] === 1) return true;
		if (!this.#looksInside) return false;
		for (let at = start; at < end; at++) {
			const code = text.charCodeAt(at);
			// Beyond ASCII are blanks too.
			if (code >= ASCII || this.#holds[code] === 1) return true;
		}
		return false;
	}
}
