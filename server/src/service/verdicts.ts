import { hashOf } from './textHash';

/** What was said of a value, found again by its text. */
export interface KnownValue<Verdict> {
	readonly value: string;
	readonly hash: number;
	/** Null where it is right. */
	readonly verdict: Verdict | null;
	/** Another value in the same bucket. */
	readonly next: KnownValue<Verdict> | undefined;
}

const BUCKETS = 1024;
/** A column of codes has fewer values than this; where one has more, all are forgotten and it begins anew. */
const MOST_VALUES = 10_000;

/** The values met in one column of codes. A value is found without being cut out of its text. */
export class Verdicts<Verdict> {
	#buckets: (KnownValue<Verdict> | undefined)[] = new Array(BUCKETS).fill(undefined);
	#size = 0;

	/** The value from `start` to before `end` of the text; undefined where it was not met before. */
	find(text: string, start: number, end: number): KnownValue<Verdict> | undefined {
		let known = this.#buckets[bucketOf(text, start, end)];
		while (known && !isAt(known.value, text, start, end)) known = known.next;
		return known;
	}

	add(value: string, verdict: Verdict | null): KnownValue<Verdict> {
		if (this.#size >= MOST_VALUES) {
			this.#buckets = new Array(BUCKETS).fill(undefined);
			this.#size = 0;
		}
		this.#size++;
		const bucket = bucketOf(value, 0, value.length);
		const hash = hashOf(value, 0, value.length);
		const known = { value, hash, verdict, next: this.#buckets[bucket] };
		this.#buckets[bucket] = known;
		return known;
	}
}

function bucketOf(text: string, start: number, end: number): number {
	let hash = end - start;
	for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
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
