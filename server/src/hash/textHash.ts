/** The hash of a record without a key; `hashOf` never returns it. */
export const NO_KEY = 0;

/** The secret of this process, two 32-bit numbers: nobody can make up IDs whose hashes collide without it. */
const secret = crypto.getRandomValues(new Int32Array(2));
/** The result of `hashesOf`. */
const hashes = new Int32Array(2);

/** The secret that the hashes of this thread depend on, as a copy. */
export function hashSecret(): Int32Array {
	return secret.slice();
}

/** Makes this thread's hashes those of another one. Only for a thread that has not kept any hash. */
export function useHashSecret(other: Int32Array): void {
	secret.set(other);
}

/**
 * Two 32-bit hashes of the text from `start` to before `end`: texts that agree in both are the same but for one chance
 * in about 2^64, whoever wrote them. The first is never `NO_KEY`. The list is valid until the next call.
 *
 * The first is HalfSipHash-1-3 of the UTF-16 units, which Linux uses for its hash tables on processors of 32 bits; the
 * second continues it as the variant with an output of 64 bits does (Aumasson and Bernstein, github.com/veorq/SipHash).
 */
export function hashesOf(text: string, start: number, end: number): Int32Array {
	let v0 = secret[0] as number;
	let v1 = secret[1] as number;
	let v2 = v0 ^ 0x6c796765;
	let v3 = v1 ^ 0x74656462;
	let at = start;
	// After the text come its length in bytes and 8 rounds' worth of mixing: 3 for each hash, which take no input.
	for (let rest = ((end - start) >> 1) + 7; rest > 0; rest--) {
		let input = 0;
		if (rest > 7) {
			input = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
			at += 2;
		} else if (rest === 7) {
			input = ((end - start) << 25) | (at < end ? text.charCodeAt(at) : 0);
		} else if (rest === 6) {
			v2 ^= 0xff;
		} else if (rest === 3) {
			hashes[0] = v1 ^ v3;
			v1 ^= 0xdd;
		}
		v3 ^= input;
		v0 = (v0 + v1) | 0;
		v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
		v0 = (v0 << 16) | (v0 >>> 16);
		v2 = (v2 + v3) | 0;
		v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
		v0 = (v0 + v3) | 0;
		v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
		v2 = (v2 + v1) | 0;
		v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
		v2 = (v2 << 16) | (v2 >>> 16);
		v0 ^= input;
	}
	hashes[1] = v1 ^ v3;
	if (hashes[0] === NO_KEY) hashes[0] = 1;
	return hashes;
}

/** The first of the hashes of `hashesOf`. Two texts can share it, so the caller compares the texts. */
export function hashOf(text: string, start: number, end: number): number {
	return hashesOf(text, start, end)[0] as number;
}

/** The second of the hashes of `hashesOf`. */
export function otherHashOf(text: string, start: number, end: number): number {
	return hashesOf(text, start, end)[1] as number;
}
