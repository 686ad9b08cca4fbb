import type { Block } from '../../csv/block';
import type { CheckedBlock } from './checkedBlock';

const NO_BLOCKS: readonly CheckedBlock[] = [];

/** The blocks of a document by position, each with its check or without one yet. Follows the document's edits. */
export class BlockList {
	/** The array that the document had at the last `follow`: another one after an edit. */
	#blocks: readonly Block[] = [];
	/** The length of `#blocks` at the last `follow`. */
	#checked: (CheckedBlock | undefined)[] = [];
	/** Every block before this position is checked. */
	#firstUnchecked = 0;
	readonly #replaced = new Map<Block, CheckedBlock>();

	/** How many blocks there are, checked or not. */
	get length(): number {
		return this.#checked.length;
	}

	/** The position of the first block that is not checked; `length` where all are. */
	get firstUnchecked(): number {
		while (this.#checked[this.#firstUnchecked]) this.#firstUnchecked++;
		return this.#firstUnchecked;
	}

	/** The checked blocks, in the order of the file. */
	get checked(): readonly CheckedBlock[] {
		return this.#checked.filter((checked) => checked !== undefined);
	}

	/** The block at a position below `length`. */
	blockAt(position: number): Block {
		return this.#blocks[position] as Block;
	}

	/** The checked block at a position; undefined if it is not checked yet. */
	checkedAt(position: number): CheckedBlock | undefined {
		return this.#checked[position];
	}

	/** Puts the check of the block at a position into the list. */
	set(position: number, checked: CheckedBlock): void {
		checked.position = position;
		this.#checked[position] = checked;
	}

	/** The check of a block that an edit has replaced since the last `forgetReplaced`. */
	replaced(block: Block): CheckedBlock | undefined {
		return this.#replaced.get(block);
	}

	/** Frees the blocks that edits have replaced, once the blocks in their place are checked. */
	forgetReplaced(): void {
		this.#replaced.clear();
	}

	/**
	 * Takes the current blocks of the document: blocks that are still part of it keep their check. Returns the checked
	 * blocks that are not.
	 */
	follow(blocks: readonly Block[]): readonly CheckedBlock[] {
		if (blocks === this.#blocks) {
			// The document has read on, and has changed nothing.
			while (this.#checked.length < blocks.length) this.#checked.push(undefined);
			return NO_BLOCKS;
		}
		const before = this.#checked;
		// An edit replaces a few blocks in a row; the ones before and after keep their order.
		const shorter = Math.min(blocks.length, before.length);
		let head = 0;
		while (head < shorter && before[head]?.block === blocks[head]) head++;
		let tail = 0;
		while (tail < shorter - head && before.at(-1 - tail)?.block === blocks.at(-1 - tail)) tail++;
		const changed = new Map<Block, CheckedBlock>();
		for (const checked of before.slice(head, before.length - tail)) {
			if (checked) changed.set(checked.block, checked);
		}
		this.#blocks = blocks;
		this.#checked = blocks.map((block, position) => {
			if (position < head) return before[position];
			if (position >= blocks.length - tail) return before[position - blocks.length + before.length];
			const checked = changed.get(block);
			changed.delete(block);
			return checked;
		});
		for (let position = head; position < blocks.length; position++) {
			const checked = this.#checked[position];
			if (checked) checked.position = position;
		}
		this.#firstUnchecked = Math.min(this.#firstUnchecked, head);
		for (const [block, checked] of changed) this.#replaced.set(block, checked);
		return [...changed.values()];
	}
}
