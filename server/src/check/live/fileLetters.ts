import type { CsvDocument } from '../../csv/document';
import type { LostLetters } from '../record/lostLetters';
import type { CheckedBlock } from './checkedBlock';

/** Counts the letters of a document that cannot be read, as its blocks are checked and edited. */
export class FileLetters {
	/** How many there are in all. */
	count: number;
	readonly #blocks = new Set<CheckedBlock>();

	constructor(
		private readonly document: CsvDocument,
		private readonly inHeader: LostLetters | undefined,
	) {
		this.count = inHeader?.count ?? 0;
	}

	/** Adds a checked block. */
	add(block: CheckedBlock): void {
		if (block.lostLetters.size === 0) return;
		this.#blocks.add(block);
		this.count += countIn(block);
	}

	/** Removes a block that was added. */
	remove(block: CheckedBlock): void {
		if (this.#blocks.delete(block)) this.count -= countIn(block);
	}

	/** The first of them, with its 0-based record in the document; undefined if there are none. */
	get first(): (LostLetters & { readonly record: number }) | undefined {
		if (this.inHeader) return { ...this.inHeader, record: 0 };
		let first: CheckedBlock | undefined;
		for (const block of this.#blocks) if (!first || block.position < first.position) first = block;
		const [entry] = first?.lostLetters ?? [];
		if (!first || !entry) return undefined;
		const [index, letters] = entry;
		return { ...letters, record: this.document.firstRecordOf(first.position) + index };
	}
}

function countIn({ lostLetters }: CheckedBlock): number {
	let count = 0;
	for (const letters of lostLetters.values()) count += letters.count;
	return count;
}
