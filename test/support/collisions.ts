/**
 * IDs that somebody makes who knows how texts were hashed before the hash had a secret: by FNV-1a (whose finalizer
 * changes nothing, as it gives equal hashes for equal states), and by multiplications with 31.
 */

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function fnv(text: string, state: number): number {
	let hash = state;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
	return hash;
}

/** Texts of the length 2 · `pairs` that agree in the hash that multiplies by 31, since `Aa` and `BB` do. */
export function* sameBy31(pairs: number): Generator<string> {
	for (let bits = 0; bits < 2 ** pairs; bits++) {
		let text = '';
		for (let pair = 0; pair < pairs; pair++) text += (bits >>> pair) & 1 ? 'Aa' : 'BB';
		yield text;
	}
}

/** Two texts among the candidates that lead from one state of FNV-1a to the same state. */
function colliding(candidates: Iterable<string>, state: number): readonly [string, string] {
	const byState = new Map<number, string>();
	for (const text of candidates) {
		const end = fnv(text, state);
		const other = byState.get(end);
		if (other !== undefined) return [other, text];
		byState.set(end, text);
	}
	throw new Error('too few candidates');
}

/** Two different IDs of the same two hashes. */
export function twins(): readonly [string, string] {
	return colliding(sameBy31(19), FNV_OFFSET | 0);
}

/** 2 ** `stages` different IDs that agree in FNV-1a: each stage has two texts that lead to the same state. */
export function collidingIds(stages: number): readonly string[] {
	let ids = [''];
	for (let stage = 0; stage < stages; stage++) {
		const candidates = function* (): Generator<string> {
			for (let number = 1; ; number++)
				yield (Math.imul(number, 0x9e3779b1) >>> 0).toString(36).padStart(7, '0');
		};
		const ends = colliding(candidates(), fnv(ids[0] as string, FNV_OFFSET | 0));
		ids = ids.flatMap((id) => ends.map((end) => id + end));
	}
	return ids;
}
