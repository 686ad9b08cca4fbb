const FIRST_SIZE = 1024;

/**
 * Which owners hold which hashes, in typed arrays: a map of half a million keys, with a list for each, would take
 * ten times the memory. Chains of entries hang on buckets; each owner stands once at a hash.
 */
export class HashTable<Owner> {
	/** For each bucket the number of its first entry, 0 for none. */
	#buckets = new Int32Array(FIRST_SIZE);
	#hashes = new Int32Array(FIRST_SIZE);
	#owners = new Int32Array(FIRST_SIZE);
	#next = new Int32Array(FIRST_SIZE);
	/** The first entry that is free again, chained as the others are; else `#end` is. */
	#free = 0;
	#end = 1;
	readonly #ids = new Map<Owner, { readonly id: number; entries: number }>();
	readonly #byId: (Owner | undefined)[] = [];
	readonly #freeIds: number[] = [];

	/** Adds an owner, all of whose hashes come in a row; false where the hash had one already, be it this one. */
	add(hash: number, owner: Owner): boolean {
		const held = this.#hold(owner);
		const bucket = this.#bucketOf(hash);
		let isFirst = true;
		for (let entry = this.#buckets[bucket] as number; entry !== 0; entry = this.#next[entry] as number) {
			if (this.#hashes[entry] !== hash) continue;
			// Of a hash the owner that was added last comes first, and owners are added one after the other.
			if (this.#owners[entry] === held.id) return false;
			isFirst = false;
			break;
		}
		held.entries++;
		this.#insert(hash, held.id);
		return isFirst;
	}

	/** Takes an owner from a hash; false where it did not hold it. */
	delete(hash: number, owner: Owner): boolean {
		const held = this.#ids.get(owner);
		if (!held) return false;
		const bucket = this.#bucketOf(hash);
		let before = 0;
		for (let entry = this.#buckets[bucket] as number; entry !== 0; entry = this.#next[entry] as number) {
			if (this.#hashes[entry] === hash && this.#owners[entry] === held.id) {
				if (before === 0) this.#buckets[bucket] = this.#next[entry] as number;
				else this.#next[before] = this.#next[entry] as number;
				this.#next[entry] = this.#free;
				this.#free = entry;
				if (--held.entries === 0) this.#release(owner, held.id);
				return true;
			}
			before = entry;
		}
		return false;
	}

	has(hash: number): boolean {
		return this.#ownersOf(hash).next().done !== true;
	}

	get(hash: number): Owner[] {
		return [...this.#ownersOf(hash)];
	}

	*#ownersOf(hash: number): Generator<Owner> {
		const bucket = this.#bucketOf(hash);
		for (let entry = this.#buckets[bucket] as number; entry !== 0; entry = this.#next[entry] as number) {
			if (this.#hashes[entry] === hash) yield this.#byId[this.#owners[entry] as number] as Owner;
		}
	}

	#bucketOf(hash: number): number {
		return hash & (this.#buckets.length - 1);
	}

	#hold(owner: Owner): { readonly id: number; entries: number } {
		const known = this.#ids.get(owner);
		if (known) return known;
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

	#insert(hash: number, id: number): void {
		if (this.#free === 0 && this.#end === this.#hashes.length) this.#grow();
		let entry = this.#end;
		if (this.#free !== 0) {
			entry = this.#free;
			this.#free = this.#next[entry] as number;
		} else this.#end++;
		const bucket = this.#bucketOf(hash);
		this.#hashes[entry] = hash;
		this.#owners[entry] = id;
		this.#next[entry] = this.#buckets[bucket] as number;
		this.#buckets[bucket] = entry;
	}

	/** Doubles the room; only when every entry is in use. */
	#grow(): void {
		const size = this.#hashes.length * 2;
		const hashes = new Int32Array(size);
		hashes.set(this.#hashes);
		const owners = new Int32Array(size);
		owners.set(this.#owners);
		this.#hashes = hashes;
		this.#owners = owners;
		this.#next = new Int32Array(size);
		this.#buckets = new Int32Array(size);
		for (let entry = 1; entry < this.#end; entry++) {
			const bucket = this.#bucketOf(hashes[entry] as number);
			this.#next[entry] = this.#buckets[bucket] as number;
			this.#buckets[bucket] = entry;
		}
	}
}
