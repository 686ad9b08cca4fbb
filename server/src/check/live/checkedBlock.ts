import type { Block } from '../../csv/block';
import type { BlockFinding, Finding } from '../finding';
import type { RecordRow } from '../record/recordRow';
import type { Group } from '../tally';

/** A record by its block, which an edit elsewhere does not move. */
export interface RecordRef {
	readonly block: CheckedBlock;
	readonly index: number;
}

/** Told of the blocks that come and go as a document is checked and edited. */
export interface BlockWatcher {
	blockAdded(block: CheckedBlock): void;
	blockRemoved(block: CheckedBlock): void;
	/** All are gone: the header is another. */
	reset(): void;
}

/** What a rule on keys says of a record, given by its index in its block. */
export interface KeyFinding extends Omit<BlockFinding, 'start' | 'end'> {
	readonly explainedBy: RecordRef;
}

/** A block with all that is known of it. */
export class CheckedBlock {
	/** Which block of the document it is now, 0-based. */
	position = 0;
	/** The kinds of its findings; perhaps of some that are gone as well. */
	readonly groups = new Set<Group>();
	/** What the rules on keys say of its records, by the hash of the key. */
	readonly keyFindings = new Map<number, KeyFinding[]>();
	/** What the rules on students say of its records, by the record's index. */
	readonly studentFindings = new Map<number, readonly BlockFinding[]>();

	#placed:
		| { readonly record: number; readonly line: number; readonly findings: readonly Finding[] }
		| undefined;

	/**
	 * Its own findings as those of the document, when the block starts at this record and this line: the same objects
	 * for as long as it does, so that what is made of them can be kept.
	 */
	placed(record: number, line: number): readonly Finding[] {
		if (this.#placed?.record !== record || this.#placed.line !== line) {
			const findings = this.findings.map((finding) => ({ ...finding, record: record + finding.record }));
			this.#placed = { record, line, findings };
		}
		return this.#placed.findings;
	}

	/** The records whose key has this hash, by their index. */
	*withKey(hash: number): Iterable<number> {
		const { keys } = this;
		for (let index = keys.indexOf(hash); index >= 0; index = keys.indexOf(hash, index + 1)) yield index;
	}

	/** Reads a record by its index. */
	read(row: RecordRow, index: number): RecordRow {
		this.block.readRecord(index, row.fields);
		return row.onScanned(this.block.text);
	}

	/** Whether it may have findings of a kind that is wanted. */
	hasAny(wanted: (group: Group) => boolean): boolean {
		if (this.findings.length + this.keyFindings.size + this.studentFindings.size === 0) return false;
		for (const group of this.groups) if (wanted(group)) return true;
		return false;
	}

	constructor(
		readonly block: Block,
		/** Ordered by record. */
		readonly findings: readonly BlockFinding[],
		/** The hash of each record's key; `NO_KEY` for one that has none or cannot be read. */
		readonly keys: Int32Array,
		/** By a record's index the hashes of ids that it may hold and that are not its key. */
		readonly possibleIds: ReadonlyMap<number, readonly number[]>,
		/** Whether what is said of it hangs on the rows below as well. */
		readonly looksBelow: boolean,
	) {}
}
