/** The hash of a record without a key; `hashOf` never returns it. */
export const NO_KEY = 0;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Another 32-bit hash of the text from `start` to before `end`: two texts that agree in this and in `hashOf` are the same
 * but for one chance in about 2^64.
 */
export function otherHashOf(text: string, start: number, end: number): number {
	let hash = end - start;
	for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
	return hash;
}

/**
 * A 32-bit hash of the text from `start` to before `end`, never `NO_KEY`: FNV-1a with the finalizer of MurmurHash3,
 * so that ascending IDs spread evenly. Two texts can share one hash, so the caller compares the texts.
 */
export function hashOf(text: string, start: number, end: number): number {
	let hash = FNV_OFFSET;
	for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	hash ^= hash >>> 16;
	return hash === NO_KEY ? 1 : hash;
}
