/** A hash is in the part that its first bits tell; each part grows by itself, so that no growth keeps anybody waiting. */
const PARTS = 64;
const PART_SHIFT = 32 - Math.log2(PARTS);
const FIRST_SIZE = 32;

/**
 * Which owners hold which hashes, in typed arrays: a map of half a million keys, with a list for each, would take
 * ten times the memory. Each owner stands once at a hash.
 */
export class HashMultimap<Owner> {
	readonly #parts: (Part | undefined)[] = new Array(PARTS).fill(undefined);
	readonly #ids = new Map<Owner, { readonly id: number; entries: number }>();
	readonly #byId: (Owner | undefined)[] = [];
	readonly #freeIds: number[] = [];
	/** How many different hashes there are. */
	size = 0;

	/** Adds an owner, all of whose hashes come in a row; false where the hash had one already, be it this one. */
	add(hash: number, owner: Owner): boolean {
		const held = this.#hold(owner);
		const part = this.#partOf(hash);
		// Of a hash the owner that was added last comes first, and owners are added one after the other.
		const first = part.find(hash);
		if (first !== undefined && part.ownerOf(first) === held.id) return false;
		held.entries++;
		part.insert(hash, held.id);
		if (first === undefined) this.size++;
		return first === undefined;
	}

	/** Takes an owner from a hash; false where it did not hold it. */
	delete(hash: number, owner: Owner): boolean {
		const held = this.#ids.get(owner);
		const part = this.#partOf(hash);
		if (!held || !part.delete(hash, held.id)) return false;
		if (part.find(hash) === undefined) this.size--;
		if (--held.entries === 0) this.#release(owner, held.id);
		return true;
	}

	has(hash: number): boolean {
		return this.#partOf(hash).find(hash) !== undefined;
	}

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
		const known = this.#parts[index];
		if (known) return known;
		const part = new Part();
		this.#parts[index] = part;
		return part;
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
}

/** Entries of a hash and the number of an owner each; chains of them hang on buckets. Entry 0 is none. */
class Part {
	/** For each bucket its first entry. */
	#buckets: Int32Array = new Int32Array(FIRST_SIZE);
	#hashes: Int32Array = new Int32Array(FIRST_SIZE);
	#owners: Int32Array = new Int32Array(FIRST_SIZE);
	#next: Int32Array = new Int32Array(FIRST_SIZE);
	/** The first entry that is free again, chained as the others are; where there is none, `#end` is free. */
	#free = 0;
	#end = 1;

	/** The first entry of a hash, or the first one behind an entry of it. */
	find(hash: number, behind?: number): number | undefined {
		let entry = behind === undefined ? this.#buckets[this.#bucketOf(hash)] : this.#next[behind];
		while (entry !== 0 && this.#hashes[entry as number] !== hash) entry = this.#next[entry as number];
		return entry === 0 ? undefined : entry;
	}

	ownerOf(entry: number): number {
		return this.#owners[entry] as number;
	}

	/** Puts an entry before all others of its hash. */
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

	/** Doubles the room; only when every entry is in use, so that entries stay in the order in which they came. */
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
		// From the last of each chain to its first: what came before others of its hash does so again.
		for (const first of buckets) {
			const chain: number[] = [];
			for (let entry = first; entry !== 0; entry = next[entry] as number) chain.push(entry);
			for (const entry of chain.reverse()) this.#chain(entry, this.#hashes[entry] as number);
		}
	}
}
