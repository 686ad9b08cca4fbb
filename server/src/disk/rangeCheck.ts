import type { ActiveRules } from '../check/activeRules';
import type { BlockFinding } from '../check/finding';
import { lostLettersFinding } from '../check/record/headerCheck';
import type { LostLetters } from '../check/record/lostLetters';
import { RecordCheck, type RecordSource } from '../check/record/recordCheck';
import { groupId } from '../check/tally';
import { countLineBreaksIn } from '../csv/lineBreaks';
import { hasLostLetters } from '../csv/probes';
import { recordReader } from '../csv/scan';
import { NO_KEY } from '../hash/textHash';
import type { Layout } from '../rules/layout';
import type { FileBytes } from './fileBytes';
import { findingPrinter, type PrintFinding, type RecordPlace } from './listedFinding';
import { RangeBuilder, type RangeResult } from './rangeResult';
import { TextPiece, textAhead } from './textPiece';

/** Bytes from one seek point to the next: cheap enough to read for one record. */
const SEEK_DISTANCE = 4096;

/** Once this many times the limit of one group are listed, every further group lists one finding only. */
const FULL_GROUPS = 4;

/** Checks ranges of one file, piece by piece, and holds one piece of text at a time. */
export class RangeCheck {
	readonly #check: RecordCheck;
	readonly #range: RangeBuilder;
	readonly #toListed: PrintFinding;
	/** By group: the findings that are listed, in all ranges so far. */
	readonly #listed = new Map<string, number>();
	#totalListed = 0;

	constructor(
		private readonly bytes: FileBytes,
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		/** The most findings of one group to list. */
		private readonly maxListed: number,
		/** The columns whose values to keep, 0-based. */
		keptColumns?: readonly number[],
	) {
		this.#check = new RecordCheck(layout, active, recordReader);
		this.#range = new RangeBuilder(this.#check.slots, keptColumns);
		this.#toListed = findingPrinter(layout, active);
	}

	/**
	 * Checks the records that start between two byte offsets: `start`, where a record starts, and before `limit`, where
	 * a line does.
	 */
	check(start: number, limit: number): RangeResult {
		this.#range.begin(start);
		let at = start;
		while (at < limit) at = this.#checkPiece(new TextPiece(this.bytes, at, limit), limit);
		return this.#range.result(at, this.active.failed);
	}

	/** Checks the records that start in a piece before `limit`, and returns the byte offset of the record after them. */
	#checkPiece(piece: TextPiece, limit: number): number {
		const range = this.#range;
		const findings: BlockFinding[] = [];
		let at = 0;
		let source = sourceOf(piece, () => at);
		let lastSeekPoint = 0;
		while (at < piece.ownLength) {
			const result = this.#check.check(source, at, range.records, findings, range.valueCounts);
			if (result.fields.sawEnd && piece.grow()) {
				// With more text the record may be longer: it is checked again.
				findings.length = 0;
				const hasKey = result.keyHash !== NO_KEY;
				this.#check.countAgain(source.text, at, hasKey, range.valueCounts, -1);
				source = sourceOf(piece, () => at);
				continue;
			}
			if (findings.length > 0) {
				this.#addFindings(findings, piece.rowAt(at, range.lines));
				findings.length = 0;
			}
			if (result.lostLetters) {
				this.#addLostLetters(result.lostLetters, piece.rowAt(at, range.lines));
			}
			// Inside a piece, a UTF-16 offset is a byte offset only while all characters are single bytes.
			if (at === 0 || (at - lastSeekPoint >= SEEK_DISTANCE && piece.isSingleByte)) {
				range.addSeekPoint(piece.start + at);
				lastSeekPoint = at;
			}
			range.addRecord(result, piece.text, at);
			at = result.next;
		}
		if (at >= piece.text.length) return piece.end;
		// The piece grew past the limit for its last record, which ends at a line end after the limit.
		return this.bytes.skipLines(limit, countLineBreaksIn(piece.text, piece.ownLength, at));
	}

	#addLostLetters(letters: LostLetters, place: RecordPlace): void {
		const range = this.#range;
		range.addLostLetters(letters.count, () => {
			const first = { ...letters, record: range.records };
			const finding = lostLettersFinding(this.active, letters.count, first);
			return finding && this.#toListed(finding, place);
		});
	}

	#addFindings(findings: readonly BlockFinding[], place: RecordPlace): void {
		for (const finding of findings) {
			this.#range.count(finding, finding.column === this.layout.keyIndex);
			if (this.#isListed(finding)) this.#range.list(this.#toListed(finding, place));
		}
	}

	/** Whether to list a finding; counts it if so. In a file with thousands of groups, the limit of each would not do. */
	#isListed({ rule, severity, column }: BlockFinding): boolean {
		const id = groupId(rule.id, severity, column);
		const listed = this.#listed.get(id) ?? 0;
		const isFull = this.#totalListed >= this.maxListed * FULL_GROUPS;
		if (listed >= this.maxListed || (listed > 0 && isFull)) return false;
		this.#listed.set(id, listed + 1);
		this.#totalListed++;
		return true;
	}
}

/**
 * The text of a piece for the record check. To look ahead it reads on in a copy, since the piece must stay as it is
 * while a record of it is checked. `at` gives the UTF-16 offset of that record.
 */
function sourceOf(piece: TextPiece, at: () => number): RecordSource {
	const { text } = piece;
	let copy: TextPiece | undefined;
	const ahead = (): string => {
		copy ??= piece.copy();
		return textAhead(copy, at());
	};
	return { text, hasLostLetters: hasLostLetters(text), ahead };
}
