/** What stands for a record that has no key. */
export const NO_KEY = 0;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Another 32-bit hash: with the first one, two texts that agree in both are the same but for one chance in many. */
export function otherHashOf(text: string, start: number, end: number): number {
	let hash = end - start;
	for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
	return hash;
}

/**
 * A 32-bit hash of the text from `start` to before `end`, never `NO_KEY`: FNV-1a with the finalizer of MurmurHash3,
 * so that ids which count up spread as well. Two texts may share one: whoever finds a pair compares them.
 */
export function hashOf(text: string, start: number, end: number): number {
	let hash = FNV_OFFSET;
	for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	hash ^= hash >>> 16;
	return hash === NO_KEY ? 1 : hash;
}
