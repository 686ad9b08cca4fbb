import type { ActiveRules } from '../check/activeRules';
import type { BlockFinding } from '../check/finding';
import { RecordCheck, type RecordResult } from '../check/record/recordCheck';
import { groupId } from '../check/tally';
import { detached } from '../csv/detachedText';
import { IntList } from '../csv/intList';
import { countLineBreaksIn } from '../csv/lineBreaks';
import { hasLostLetters } from '../csv/probes';
import { valueIn } from '../csv/quote';
import { Fields, MAX_QUOTED_LINES, QUOTED, recordReader } from '../csv/scan';
import type { Layout } from '../rules/layout';
import type { Severity } from '../rules/rule';
import type { FileView } from '../rules/views';
import type { FileBytes } from './fileBytes';
import { type KeyBuckets, sharedKeys } from './keyBuckets';
import { type ListedFinding, Lister, type RecordPlace } from './listedFinding';
import { TextPiece } from './textPiece';

/** The findings of one rule in one column. */
export interface GroupCount {
	readonly rule: string;
	readonly severity: Severity;
	readonly column: number;
	readonly count: number;
}

/** The values of some columns, of each record. */
export interface KeptValues {
	/** Another hash of each record's key. */
	readonly otherKeys: Int32Array;
	/** Each value once. */
	readonly values: readonly string[];
	/** Into `values`: for each record one a column. */
	readonly ids: Int32Array;
}

/** What is known of the records that start in a range of a file. Records and lines count from its first. */
export interface RangeResult {
	/** Byte offsets: where its first record starts, and where the first one behind it does. */
	readonly start: number;
	readonly end: number;
	readonly records: number;
	readonly lines: number;
	readonly lineBreaks: FileView['lineBreaks'];
	readonly counts: readonly GroupCount[];
	/** The first findings of each rule and column, up to the cap. */
	readonly listed: readonly ListedFinding[];
	/** The hash of each record's key. */
	readonly keys: Int32Array;
	readonly shared: KeyBuckets;
	/**
	 * Where to begin when a record is to be read again, `MARK` numbers each: the byte offset from `start`, the
	 * record and the line that start there.
	 */
	readonly marks: Int32Array;
	/** By a record's index the hashes of ids that it may hold and that are not its key. */
	readonly doubtful: ReadonlyMap<number, readonly number[]>;
	/** The records whose key has a finding. */
	readonly keyFaults: ReadonlySet<number>;
	/** Undefined where no columns were to be kept. */
	readonly kept: KeptValues | undefined;
	/** The rules that have failed by now. */
	readonly failed: readonly string[];
}

/** The numbers of a mark. */
export const MARK = 3;
/** Bytes from a mark to the next: little enough to read for the sake of one record. */
const MARK_EVERY = 4096;

/** Checks ranges of one file, each in pieces, and holds no more of it than a piece. */
export class RangeCheck {
	readonly #check: RecordCheck;
	readonly #lister: Lister;
	/** Kept from range to range, as new memory is slow. */
	readonly #keys = new IntList();
	readonly #others = new IntList();
	readonly #codes = new IntList();
	readonly #marks = new IntList();
	/** How many findings of each kind were listed, in this range and in those before it. */
	readonly #listed = new Map<string, number>();
	#total = 0;

	constructor(
		private readonly bytes: FileBytes,
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		/** The most findings of a kind to list. */
		private readonly most: number,
		/** The columns to keep the values of, 0-based. */
		private readonly kept?: readonly number[],
	) {
		this.#check = new RecordCheck(layout, active, recordReader);
		this.#lister = new Lister(layout);
	}

	/** The records that start from `start` on, where one does, to before `limit`, where a line does. Both in bytes. */
	check(start: number, limit: number): RangeResult {
		const range = new Range(this.#keys, this.#others, this.#codes, this.#marks, start);
		let at = start;
		while (at < limit) at = this.#checkPiece(new TextPiece(this.bytes, at, limit), range, limit);
		return range.result(at, [...this.active.failed], this.kept !== undefined);
	}

	/** Returns where the next piece starts, in bytes. */
	#checkPiece(piece: TextPiece, range: Range, limit: number): number {
		const isBytes = piece.text.length === piece.end - piece.start;
		let marked = Number.NEGATIVE_INFINITY;
		const check = this.#check;
		const findings: BlockFinding[] = [];
		let at = 0;
		const recordsLeft = (): number => countRecords(piece, at);
		// What starts behind the limit belongs to another range; the piece can have grown beyond it.
		while (at < piece.text.length && at < piece.own) {
			const { text } = piece;
			const source = { text, hasLostLetters: hasLostLetters(text), recordsLeft };
			for (let next = at; at < text.length && at < piece.own; at = next) {
				const result = check.check(source, at, range.records, findings);
				const { fields } = result;
				next = result.next;
				// A rule that counted the rows below may have made it longer already.
				if (fields.sawEnd && (piece.text.length > text.length || piece.grow())) break;
				if (findings.length > 0)
					this.#take(findings, range, { text, start: at, line: range.lines, isHeader: false });
				// Where each unit is one byte, any record can be found by itself; else the piece must be read from its start.
				if (at === 0 || (isBytes && at - marked >= MARK_EVERY)) {
					range.mark(piece.start + at);
					marked = at;
				}
				range.add(result, text, at);
				if (this.kept) range.keep(text, fields, this.kept);
			}
			findings.length = 0;
		}
		if (at >= piece.text.length) return piece.end;
		// The text goes on behind the last record, which ends with a line behind the limit.
		return this.bytes.skipLines(limit, countLineBreaksIn(piece.text, piece.own, at));
	}

	#take(findings: BlockFinding[], range: Range, place: RecordPlace): void {
		for (const finding of findings) {
			const id = groupId(finding.rule.id, finding.severity, finding.column);
			range.count(id, finding);
			if (finding.column === this.layout.keyIndex) range.keyFaults.add(finding.record);
			const listed = this.#listed.get(id) ?? 0;
			// Of a file with thousands of kinds, that many of each would be more than memory holds.
			if (listed >= this.most || (listed > 0 && this.#total >= this.most * 4)) continue;
			this.#listed.set(id, listed + 1);
			this.#total++;
			range.listed.push(this.#lister.list(finding, place));
		}
		findings.length = 0;
	}
}

/** What a range comes to, while it is read. */
class Range {
	records = 0;
	lines = 0;
	readonly listed: ListedFinding[] = [];
	readonly keyFaults = new Set<number>();
	readonly #doubtful = new Map<number, readonly number[]>();
	readonly #values = new Map<string, number>();
	readonly #valueIds = new IntList();
	readonly #lineBreaks = { crlf: 0, lf: 0, cr: 0 };
	readonly #counts = new Map<string, { rule: string; severity: Severity; column: number; count: number }>();

	constructor(
		private readonly keys: IntList,
		private readonly others: IntList,
		private readonly codes: IntList,
		private readonly marks: IntList,
		private readonly start: number,
	) {
		keys.clear();
		others.clear();
		codes.clear();
		marks.clear();
	}

	/** The next record starts at this byte of the file. */
	mark(byte: number): void {
		this.marks.push(byte - this.start);
		this.marks.push(this.records);
		this.marks.push(this.lines);
	}

	count(id: string, { rule, severity, column }: BlockFinding): void {
		const known = this.#counts.get(id);
		if (known) known.count++;
		else this.#counts.set(id, { rule: rule.id, severity, column, count: 1 });
	}

	/** A record that was just checked and starts at `start`. */
	add({ key, possibleIds, otherKey, codes, fields, next }: RecordResult, text: string, start: number): void {
		const { end, allFlags } = fields;
		this.keys.push(key);
		this.others.push(otherKey);
		this.codes.push(codes);
		if (possibleIds.length > 0) this.#doubtful.set(this.records, possibleIds);
		this.records++;
		if (allFlags & QUOTED) this.lines += countLineBreaksIn(text, start, end);
		if (next === end) return;
		this.lines++;
		if (next - end === 2) this.#lineBreaks.crlf++;
		else if (text.charCodeAt(end) === 10) this.#lineBreaks.lf++;
		else this.#lineBreaks.cr++;
	}

	/** Keeps what a record holds in some columns. */
	keep(text: string, fields: Fields, columns: readonly number[]): void {
		for (const column of columns) {
			const value = column < fields.count ? valueIn(text, fields, column) : '';
			const known = this.#values.get(value);
			if (known === undefined) this.#values.set(detached(value), this.#values.size);
			this.#valueIds.push(known ?? this.#values.size - 1);
		}
	}

	result(end: number, failed: readonly string[], keeps: boolean): RangeResult {
		const keys = this.keys.take();
		return {
			start: this.start,
			end,
			records: this.records,
			lines: this.lines,
			lineBreaks: this.#lineBreaks,
			counts: [...this.#counts.values()],
			listed: this.listed,
			keys,
			shared: sharedKeys(keys, this.others.values, this.codes.values),
			marks: this.marks.take(),
			doubtful: this.#doubtful,
			keyFaults: this.keyFaults,
			kept: keeps
				? {
						otherKeys: this.others.take(),
						values: [...this.#values.keys()],
						ids: this.#valueIds.take(),
					}
				: undefined,
			failed,
		};
	}
}

/** Records from the one at an offset on, counted up to one more than a quoted field may have lines. */
export function countRecords(piece: TextPiece, start: number): number {
	const fields = new Fields();
	let records = 0;
	for (let at = start; records <= MAX_QUOTED_LINES; records++) {
		if (at >= piece.text.length && !piece.grow()) break;
		at = piece.scan(at, fields);
	}
	return records;
}
