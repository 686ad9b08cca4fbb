import type { Block } from '../../csv/block';
import type { CsvDocument } from '../../csv/document';
import type { BlockFinding, Finding } from '../finding';
import type { LostLetters } from '../record/lostLetters';
import type { RecordRow } from '../record/recordRow';
import type { Group } from '../tally';

/** A record by its block, so that an edit elsewhere in the file does not change it. */
export interface RecordRef {
	readonly block: CheckedBlock;
	/** 0-based, from the block's first record. */
	readonly index: number;
}

/** Follows the checked blocks of a document. */
export interface BlockWatcher {
	blockAdded(block: CheckedBlock): void;
	blockRemoved(block: CheckedBlock): void;
	/** The header has changed: no block is checked any more. */
	reset(): void;
}

/** A finding that another record explains; `record` counts from the first of its block. */
export interface KeyFinding extends Omit<BlockFinding, 'start' | 'end'> {
	readonly explainedBy: RecordRef;
}

/** A finding on a record of a block, without its place in the record; `record` counts from the block's first. */
export type FindingOfBlock = Omit<BlockFinding, 'start' | 'end'>;

/** Follows the findings of blocks that come from comparing their rows with others. */
export interface FindingListener {
	gained(block: CheckedBlock, finding: FindingOfBlock): void;
	lost(block: CheckedBlock, finding: FindingOfBlock): void;
}

/** The findings of a block at one place in its document. */
interface PlacedFindings {
	/** The number of the block's first record. */
	readonly record: number;
	/** The number of the block's first line. */
	readonly line: number;
	readonly findings: readonly Finding[];
}

/** A block with its findings and the hashes of its keys. */
export class CheckedBlock {
	/** The block's 0-based position in its document. */
	position = 0;
	/** The groups of its findings. Groups whose findings are gone may remain in it. */
	readonly groups = new Set<Group>();
	/** The findings of the rules on keys, by the hash of the key. */
	readonly keyFindings = new Map<number, KeyFinding[]>();
	/** The findings of the rules on students, by the record's index. */
	readonly studentFindings = new Map<number, readonly BlockFinding[]>();
	#placed: PlacedFindings | undefined;

	constructor(
		readonly block: Block,
		/** The findings of the rules that look at one record, by ascending record. */
		readonly findings: readonly BlockFinding[],
		/** The hash of each record's key; `NO_KEY` for one that has none or cannot be read. */
		readonly keys: Int32Array,
		/** By a record's index the hashes of IDs that it may have besides its key. */
		readonly possibleIds: ReadonlyMap<number, readonly number[]>,
		/** By a record's index its letters that cannot be read. */
		readonly lostLetters: ReadonlyMap<number, LostLetters>,
		/** Whether a finding depends on the records that follow. */
		readonly looksBelow: boolean,
		/** The values of its columns of codes, counted: see `ValueSlots`. */
		readonly valueCounts: Int32Array,
	) {}

	/** Whether it may have findings of a wanted group. */
	hasAny(isWanted: (group: Group) => boolean): boolean {
		if (this.findings.length + this.keyFindings.size + this.studentFindings.size === 0) return false;
		for (const group of this.groups) if (isWanted(group)) return true;
		return false;
	}

	/** Calls `visit` for each of its findings, in no order. */
	visitFindings(visit: (finding: FindingOfBlock) => void): void {
		for (const finding of this.findings) visit(finding);
		for (const ofKey of this.keyFindings.values()) for (const finding of ofKey) visit(finding);
		for (const ofStudent of this.studentFindings.values()) for (const finding of ofStudent) visit(finding);
	}

	/**
	 * Its findings as findings of its document, in the order of the file. Those of single records are the same
	 * objects for as long as the block does not move, so that what is made of them can be kept.
	 */
	findingsIn(document: CsvDocument): readonly Finding[] {
		const first = document.firstRecordOf(this.position);
		const placed = this.#placedAt(first, document.firstLineOf(this.position));
		if (this.keyFindings.size + this.studentFindings.size === 0) return placed;
		const all = [...placed];
		for (const finding of [...this.studentFindings.values()].flat()) {
			all.push({ ...finding, record: first + finding.record });
		}
		const keyFindings = [...this.keyFindings.values()].flat().sort(byRecord);
		for (const { explainedBy, record, ...finding } of keyFindings) {
			const explaining = document.firstRecordOf(explainedBy.block.position) + explainedBy.index;
			all.push({ ...finding, record: first + record, explainedBy: explaining });
		}
		// The sort is stable: of one record the findings of single records stay first.
		return all.sort((a, b) => a.record - b.record);
	}

	/** The indexes of the records whose key has this hash, ascending. */
	*withKey(hash: number): Iterable<number> {
		const { keys } = this;
		for (let index = keys.indexOf(hash); index >= 0; index = keys.indexOf(hash, index + 1)) yield index;
	}

	/** Reads a record into a row, by its index. */
	read(row: RecordRow, index: number): RecordRow {
		this.block.readRecord(index, row.fields);
		return row.onScanned(this.block.text);
	}

	#placedAt(record: number, line: number): readonly Finding[] {
		if (this.#placed?.record !== record || this.#placed.line !== line) {
			const findings = this.findings.map((finding) => ({ ...finding, record: record + finding.record }));
			this.#placed = { record, line, findings };
		}
		return this.#placed.findings;
	}
}

function byRecord(one: KeyFinding, other: KeyFinding): number {
	return one.record - other.record || one.column - other.column;
}
