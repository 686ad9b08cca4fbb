import type { Block } from './block';
import type { OffsetEdit } from './edits/edit';

/** What a block was before it was edited. */
export interface Origin {
	readonly block: Block;
	/** What was changed in its text: ascending, with offsets into it. */
	readonly edits: readonly OffsetEdit[];
}

/** Remembers what each edited block was before, until somebody asks. */
export class Origins {
	readonly #origins = new Map<Block, Origin>();

	/** Adds the origins of new blocks. One that replaces a block nobody asked about is not traced back over two edits. */
	add(origins: ReadonlyMap<Block, Origin>): void {
		for (const [block, origin] of origins)
			if (!this.#origins.has(origin.block)) this.#origins.set(block, origin);
	}

	/** Forgets the origin of a block. */
	delete(block: Block): void {
		this.#origins.delete(block);
	}

	/** Returns the origin of a block, where it has one, and forgets it. */
	take(block: Block): Origin | undefined {
		const origin = this.#origins.get(block);
		this.#origins.delete(block);
		return origin;
	}

	/** Forgets all. */
	clear(): void {
		this.#origins.clear();
	}
}
