/** The first bits of a hash tell its part. Each part grows by itself, so that no single step takes long. */
const PARTS = 64;
const PART_SHIFT = 32 - Math.log2(PARTS);
const FIRST_SIZE = 32;

/**
 * A map from hashes to the owners that hold them, each owner once per hash. In typed arrays: a `Map` of half a million
 * keys with a list for each would take ten times the memory.
 */
export class HashMultimap<Owner> {
	readonly #parts: (Part | undefined)[] = new Array(PARTS).fill(undefined);
	readonly #ids = new Map<Owner, { readonly id: number; entries: number }>();
	readonly #byId: (Owner | undefined)[] = [];
	readonly #freeIds: number[] = [];
	/** The number of different hashes. */
	size = 0;

	/**
	 * Adds an owner to a hash; returns false if the hash had an owner already, this one included. Add all hashes of
	 * one owner before those of the next.
	 */
	add(hash: number, owner: Owner): boolean {
		const held = this.#hold(owner);
		const part = this.#partOf(hash);
		// The owner that was added last is the first of its hash, so this one is nowhere else.
		const first = part.find(hash);
		if (first !== undefined && part.ownerOf(first) === held.id) return false;
		held.entries++;
		part.insert(hash, held.id);
		if (first === undefined) this.size++;
		return first === undefined;
	}

	/** Removes an owner from a hash; returns false if it did not hold the hash. */
	delete(hash: number, owner: Owner): boolean {
		const held = this.#ids.get(owner);
		const part = this.#partOf(hash);
		if (!held || !part.delete(hash, held.id)) return false;
		if (part.find(hash) === undefined) this.size--;
		if (--held.entries === 0) this.#release(owner, held.id);
		return true;
	}

	/** Whether any owner holds the hash. */
	has(hash: number): boolean {
		return this.#partOf(hash).find(hash) !== undefined;
	}

	/** The owners of a hash, the last one added first, as a new list. */
	get(hash: number): Owner[] {
		const part = this.#partOf(hash);
		const owners: Owner[] = [];
		for (let entry = part.find(hash); entry !== undefined; entry = part.find(hash, entry)) {
			owners.push(this.#byId[part.ownerOf(entry)] as Owner);
		}
		return owners;
	}

	#partOf(hash: number): Part {
		const index = hash >>> PART_SHIFT;
		const existing = this.#parts[index];
		if (existing) return existing;
		const part = new Part();
		this.#parts[index] = part;
		return part;
	}

	#hold(owner: Owner): { readonly id: number; entries: number } {
		const existing = this.#ids.get(owner);
		if (existing) return existing;
		const held = { id: this.#freeIds.pop() ?? this.#byId.length, entries: 0 };
		this.#byId[held.id] = owner;
		this.#ids.set(owner, held);
		return held;
	}

	#release(owner: Owner, id: number): void {
		this.#ids.delete(owner);
		this.#byId[id] = undefined;
		this.#freeIds.push(id);
	}
}

/** A hash table with chained entries, each a hash and the id of an owner. Entries count from 1; 0 ends a chain. */
class Part {
	/** The first entry of each bucket. */
	#buckets: Int32Array = new Int32Array(FIRST_SIZE);
	#hashes: Int32Array = new Int32Array(FIRST_SIZE);
	#owners: Int32Array = new Int32Array(FIRST_SIZE);
	#next: Int32Array = new Int32Array(FIRST_SIZE);
	/** The first of the freed entries, chained as the others are; 0 where there is none, and `#end` is the next free one. */
	#free = 0;
	#end = 1;

	/** The first entry of a hash, or the next one after an entry of it. */
	find(hash: number, after?: number): number | undefined {
		let entry = after === undefined ? this.#buckets[this.#bucketOf(hash)] : this.#next[after];
		while (entry !== 0 && this.#hashes[entry as number] !== hash) entry = this.#next[entry as number];
		return entry === 0 ? undefined : entry;
	}

	ownerOf(entry: number): number {
		return this.#owners[entry] as number;
	}

	/** Adds an entry before all others of its hash. */
	insert(hash: number, owner: number): void {
		if (this.#free === 0 && this.#end === this.#hashes.length) this.#grow();
		let entry = this.#end;
		if (this.#free !== 0) {
			entry = this.#free;
			this.#free = this.#next[entry] as number;
		} else this.#end++;
		this.#hashes[entry] = hash;
		this.#owners[entry] = owner;
		this.#chain(entry, hash);
	}

	delete(hash: number, owner: number): boolean {
		const bucket = this.#bucketOf(hash);
		let before = 0;
		for (let entry = this.#buckets[bucket] as number; entry !== 0; entry = this.#next[entry] as number) {
			if (this.#hashes[entry] === hash && this.#owners[entry] === owner) {
				if (before === 0) this.#buckets[bucket] = this.#next[entry] as number;
				else this.#next[before] = this.#next[entry] as number;
				this.#next[entry] = this.#free;
				this.#free = entry;
				return true;
			}
			before = entry;
		}
		return false;
	}

	#bucketOf(hash: number): number {
		return hash & (this.#buckets.length - 1);
	}

	#chain(entry: number, hash: number): void {
		const bucket = this.#bucketOf(hash);
		this.#next[entry] = this.#buckets[bucket] as number;
		this.#buckets[bucket] = entry;
	}

	/** Doubles the arrays. Only while every entry is in use, so that no freed entry must be chained again. */
	#grow(): void {
		const size = this.#hashes.length * 2;
		const longer = (old: Int32Array): Int32Array => {
			const array = new Int32Array(size);
			array.set(old);
			return array;
		};
		this.#hashes = longer(this.#hashes);
		this.#owners = longer(this.#owners);
		const next = this.#next;
		const buckets = this.#buckets;
		this.#next = new Int32Array(size);
		this.#buckets = new Int32Array(size);
		// From the last of each chain to its first, so that the entries of one hash keep their order.
		for (const first of buckets) {
			const chain: number[] = [];
			for (let entry = first; entry !== 0; entry = next[entry] as number) chain.push(entry);
			for (const entry of chain.reverse()) this.#chain(entry, this.#hashes[entry] as number);
		}
	}
}
