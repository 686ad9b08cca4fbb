import type { Block } from './block';
import type { OffsetEdit } from './edits/edit';

/** What a block was before it was edited. */
export interface BlockOrigin {
	readonly block: Block;
	/** What was changed in its text: ascending, with offsets into it. */
	readonly edits: readonly OffsetEdit[];
}

/** Remembers what each edited block was before, until the origin is taken. */
export class BlockOrigins {
	readonly #origins = new Map<Block, BlockOrigin>();

	/** Adds the origins of new blocks. A block that is edited twice before anyone asks has no origin. */
	add(origins: ReadonlyMap<Block, BlockOrigin>): void {
		for (const [block, origin] of origins)
			if (!this.#origins.has(origin.block)) this.#origins.set(block, origin);
	}

	/** Forgets the origin of a block. */
	delete(block: Block): void {
		this.#origins.delete(block);
	}

	/** Returns the origin of a block, where it has one, and forgets it. */
	take(block: Block): BlockOrigin | undefined {
		const origin = this.#origins.get(block);
		this.#origins.delete(block);
		return origin;
	}

	/** Forgets all. */
	clear(): void {
		this.#origins.clear();
	}
}
