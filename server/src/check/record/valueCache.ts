import { hashOf, otherHashOf } from '../../hash/textHash';

/** What was said of a value, found again by its text. */
export interface CachedValue<P> {
	readonly value: string;
	readonly hash: number;
	/** Null where it is right. */
	readonly problem: P | null;
	/** Another value in the same bucket. */
	readonly next: CachedValue<P> | undefined;
}

const BUCKETS = 1024;
const SLOTS = 256;
/** What stands for a value of more than three units, or of other than Latin ones. */
const LONG = -1;
/** A column of codes has fewer values than this; where one has more, all are forgotten and it begins anew. */
const MOST_VALUES = 10_000;

/** The values met in one column of codes. A value is found without being cut out of its text. */
export class ValueCache<P> {
	#buckets: (CachedValue<P> | undefined)[] = new Array(BUCKETS).fill(undefined);
	#size = 0;
	/** The short values met last, by all their units in one number: most codes are short. */
	readonly #packed = new Int32Array(SLOTS).fill(LONG);
	readonly #short: (CachedValue<P> | undefined)[] = new Array(SLOTS).fill(undefined);

	/** The value from `start` to before `end` of the text; undefined where it was not met before. */
	find(text: string, start: number, end: number): CachedValue<P> | undefined {
		const packed = packedOf(text, start, end);
		if (packed === LONG) return this.#search(text, start, end);
		const slot = slotOf(packed);
		if (this.#packed[slot] === packed) return this.#short[slot];
		const known = this.#search(text, start, end);
		if (known) {
			this.#packed[slot] = packed;
			this.#short[slot] = known;
		}
		return known;
	}

	#search(text: string, start: number, end: number): CachedValue<P> | undefined {
		let known = this.#buckets[bucketOf(text, start, end)];
		while (known && !isAt(known.value, text, start, end)) known = known.next;
		return known;
	}

	add(value: string, problem: P | null): CachedValue<P> {
		if (this.#size >= MOST_VALUES) {
			this.#buckets = new Array(BUCKETS).fill(undefined);
			this.#packed.fill(LONG);
			this.#size = 0;
		}
		this.#size++;
		const bucket = bucketOf(value, 0, value.length);
		const hash = hashOf(value, 0, value.length);
		const known = { value, hash, problem, next: this.#buckets[bucket] };
		this.#buckets[bucket] = known;
		return known;
	}
}

/** A value of one to three units below 256 as one number. */
function packedOf(text: string, start: number, end: number): number {
	const length = end - start;
	if (length > 3) return LONG;
	const first = text.charCodeAt(start);
	const second = length > 1 ? text.charCodeAt(start + 1) : 0;
	const third = length > 2 ? text.charCodeAt(start + 2) : 0;
	return (first | second | third) > 255 ? LONG : (length << 24) | (third << 16) | (second << 8) | first;
}

function slotOf(packed: number): number {
	return (Math.imul(packed, 0x9e3779b1) >>> 24) & (SLOTS - 1);
}

function bucketOf(text: string, start: number, end: number): number {
	const hash = otherHashOf(text, start, end);
	return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (BUCKETS - 1);
}

function isAt(value: string, text: string, start: number, end: number): boolean {
	const { length } = value;
	if (length !== end - start) return false;
	for (let at = 0; at < length; at++) {
		if (value.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
	}
	return true;
}
