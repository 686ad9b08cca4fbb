import { hashOf } from '../../hash/textHash';

/** A value with its problem and its hash. */
export interface CachedValue<P> {
	readonly value: string;
	readonly hash: number;
	/** The slot in which its rows are counted. */
	readonly slot: number;
	/** Null if the value has no problem. */
	readonly problem: P | null;
	/** Another value in the same bucket. */
	readonly nextInBucket: CachedValue<P> | undefined;
	/** How many values its bucket holds, up to this one. */
	readonly depth: number;
}

/** The sizes of a cache, powers of 2, and how many values it holds at most. */
interface CacheSize {
	readonly buckets: number;
	readonly slots: number;
	readonly values: number;
}

/** A column of codes has fewer values than this. One that has more is cleared, so that its memory stays bounded. */
const OF_FEW: CacheSize = { buckets: 1024, slots: 256, values: 10_000 };
/** In a file that has thousands of columns of codes, the same two names again and again. */
const OF_MANY: CacheSize = { buckets: 16, slots: 16, values: 100 };
/** More than all columns of codes of both files. */
const FEW_COLUMNS = 64;
/** The packed form of a value that does not fit: of more than three units, or with a unit above 255. */
const NOT_PACKED = -1;
/** Values of one bucket that are searched: three times what a full cache has on average. More are made to collide. */
const MAX_IN_BUCKET = 32;

/** The values met in one column of codes with their problems. A value is found without slicing it out of its text. */
export class ValueCache<P> {
	#buckets: (CachedValue<P> | undefined)[];
	#size = 0;
	readonly #limits: CacheSize;
	/** The packed short values met last, by slot: most codes are short. */
	readonly #packed: Int32Array;
	/** The values of `#packed`. */
	readonly #short: (CachedValue<P> | undefined)[];

	/** @param columns how many columns of the file have such a cache. */
	constructor(columns: number) {
		this.#limits = columns <= FEW_COLUMNS ? OF_FEW : OF_MANY;
		this.#buckets = new Array(this.#limits.buckets).fill(undefined);
		this.#packed = new Int32Array(this.#limits.slots).fill(NOT_PACKED);
		this.#short = new Array(this.#limits.slots).fill(undefined);
	}

	/** The value from `start` to before `end` of a text; undefined if it is not in the cache. */
	find(text: string, start: number, end: number): CachedValue<P> | undefined {
		const packed = packedOf(text, start, end);
		if (packed === NOT_PACKED) return this.#search(text, start, end);
		const slot = slotOf(packed) & (this.#limits.slots - 1);
		if (this.#packed[slot] === packed) return this.#short[slot];
		const entry = this.#search(text, start, end);
		if (entry) {
			this.#packed[slot] = packed;
			this.#short[slot] = entry;
		}
		return entry;
	}

	/** Adds a value that is not in the cache. */
	add(value: string, slot: number, problem: P | null): CachedValue<P> {
		if (this.#size >= this.#limits.values) {
			this.#buckets = new Array(this.#limits.buckets).fill(undefined);
			this.#packed.fill(NOT_PACKED);
			this.#size = 0;
		}
		this.#size++;
		const bucket = bucketOf(value, 0, value.length) & (this.#limits.buckets - 1);
		const hash = hashOf(value, 0, value.length);
		const before = this.#buckets[bucket];
		// A full bucket is emptied: a value that was in it costs as much as one that is met for the first time.
		const nextInBucket = before && before.depth < MAX_IN_BUCKET ? before : undefined;
		const entry = { value, hash, slot, problem, nextInBucket, depth: (nextInBucket?.depth ?? 0) + 1 };
		this.#buckets[bucket] = entry;
		return entry;
	}

	#search(text: string, start: number, end: number): CachedValue<P> | undefined {
		let entry = this.#buckets[bucketOf(text, start, end) & (this.#limits.buckets - 1)];
		while (entry && !isAt(entry.value, text, start, end)) entry = entry.nextInBucket;
		return entry;
	}
}

/** A value of one to three units below 256 as one number. */
function packedOf(text: string, start: number, end: number): number {
	const length = end - start;
	if (length > 3) return NOT_PACKED;
	const first = text.charCodeAt(start);
	const second = length > 1 ? text.charCodeAt(start + 1) : 0;
	const third = length > 2 ? text.charCodeAt(start + 2) : 0;
	return (first | second | third) > 255 ? NOT_PACKED : (length << 24) | (third << 16) | (second << 8) | first;
}

function slotOf(packed: number): number {
	return Math.imul(packed, 0x9e3779b1) >>> 24;
}

/** Cheaper than `hashOf`, as it is asked for most fields; whoever makes values collide finds full buckets. */
function bucketOf(text: string, start: number, end: number): number {
	let hash = end - start;
	for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
	return hash ^ (hash >>> 10) ^ (hash >>> 20);
}

function isAt(value: string, text: string, start: number, end: number): boolean {
	const { length } = value;
	if (length !== end - start) return false;
	for (let at = 0; at < length; at++) {
		if (value.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
	}
	return true;
}
