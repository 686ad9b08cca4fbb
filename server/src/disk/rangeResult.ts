import type { BlockFinding } from '../check/finding';
import type { RecordResult } from '../check/record/recordCheck';
import type { ValueSlots } from '../check/record/valueSlots';
import { addToCount, groupId } from '../check/tally';
import { detached } from '../csv/detachedText';
import { IntList } from '../csv/intList';
import { countLineBreaksIn } from '../csv/lineBreaks';
import { valueIn } from '../csv/quote';
import { QUOTED } from '../csv/scan';
import type { Severity } from '../rules/rule';
import type { FileView } from '../rules/views';
import { bucketKeys, type KeyBuckets } from './keyBuckets';
import type { ListedFinding } from './listedFinding';

/** How many findings of one rule and severity one column has. */
export interface GroupCount {
	readonly rule: string;
	readonly severity: Severity;
	/** 0-based. */
	readonly column: number;
	readonly count: number;
	/** How many of them each value has, of a rule whose values are counted one by one. */
	readonly values: ReadonlyMap<string, number>;
}

/** The values of some columns, for each record of a range. */
export interface KeptValues {
	/** The second hash of each record's key. */
	readonly otherKeys: Int32Array;
	/** Each different value once. */
	readonly values: readonly string[];
	/** Indexes into `values`: for each record one per kept column. */
	readonly indexes: Int32Array;
}

/**
 * What is known of the records that start in a range of a file, as plain data that a worker can send. Records and
 * lines count from the first of the range, 0-based.
 */
export interface RangeResult {
	/** Byte offset of the range's first record. */
	readonly start: number;
	/** Byte offset of the first record after the range. */
	readonly end: number;
	readonly records: number;
	readonly lines: number;
	readonly lineBreaks: FileView['lineBreaks'];
	/** All findings, counted. */
	readonly counts: readonly GroupCount[];
	/** The first findings of each rule, severity and column, up to a limit. */
	readonly findings: readonly ListedFinding[];
	/** The hash of each record's key. */
	readonly keys: Int32Array;
	readonly buckets: KeyBuckets;
	/**
	 * Where reading can begin again to get at a record, ascending. `SEEK_POINT` numbers each: a byte offset from
	 * `start`, and the record and the line that begin there.
	 */
	readonly seekPoints: Int32Array;
	/** The values of the columns of codes, counted: see `ValueSlots`. */
	readonly valueCounts: Int32Array;
	/** By record: hashes of IDs that it may have besides its key. */
	readonly possibleIds: ReadonlyMap<number, readonly number[]>;
	/** The records with a finding in the key column. */
	readonly keyFindings: ReadonlySet<number>;
	/** How many letters cannot be read. */
	readonly lostLetters: number;
	/** The first of them, with a message that lacks the count; undefined if there are none. */
	readonly firstLostLetter: ListedFinding | undefined;
	/** Undefined if the job keeps no columns. */
	readonly kept: KeptValues | undefined;
	/** The ids of the rules that have failed up to now. */
	readonly failed: readonly string[];
}

/** Different values that are counted of one rule in one column, where only people read the counts. */
const MAX_COUNTED_VALUES = 1000;

/** Numbers per seek point. */
export const SEEK_POINT = 3;

/** Collects the result of one range after the other. Its lists are reused, since growing new ones is slow. */
export class RangeBuilder {
	readonly #keys = new IntList();
	readonly #otherKeys = new IntList();
	readonly #codes = new IntList();
	readonly #seekPoints = new IntList();
	readonly #valueIndexes = new IntList();
	#start = 0;
	#records = 0;
	#lines = 0;
	#lineBreaks = { crlf: 0, lf: 0, cr: 0 };
	#counts = new Map<string, GroupCount & { count: number; readonly values: Map<string, number> }>();
	#valueCounts: Int32Array = new Int32Array();
	#findings: ListedFinding[] = [];
	#possibleIds = new Map<number, readonly number[]>();
	#keyFindings = new Set<number>();
	#lostLetters = 0;
	#firstLostLetter: ListedFinding | undefined;
	/** The kept values with their indexes. */
	#values = new Map<string, number>();

	constructor(
		private readonly slots: ValueSlots,
		/** The columns whose values are kept, 0-based; undefined to keep none. */
		private readonly keptColumns: readonly number[] | undefined,
	) {}

	/** Where to count the values of the next record. */
	get valueCounts(): Int32Array {
		return this.#valueCounts;
	}

	/** Records so far, which is also the number of the next one. */
	get records(): number {
		return this.#records;
	}

	/** Lines before the next record. */
	get lines(): number {
		return this.#lines;
	}

	/** Begins the range whose first record is at this byte offset. */
	begin(start: number): void {
		for (const list of [this.#keys, this.#otherKeys, this.#codes, this.#seekPoints, this.#valueIndexes]) {
			list.clear();
		}
		this.#start = start;
		this.#records = 0;
		this.#lines = 0;
		this.#lineBreaks = { crlf: 0, lf: 0, cr: 0 };
		this.#counts = new Map();
		this.#valueCounts = this.slots.none();
		this.#findings = [];
		this.#possibleIds = new Map();
		this.#keyFindings = new Set();
		this.#lostLetters = 0;
		this.#firstLostLetter = undefined;
		this.#values = new Map();
	}

	/** Notes that the next record starts at this byte of the file. */
	addSeekPoint(byte: number): void {
		this.#seekPoints.push(byte - this.#start);
		this.#seekPoints.push(this.#records);
		this.#seekPoints.push(this.#lines);
	}

	/** Counts a finding of the next record. `isOnKey`: whether it is in the key column. */
	count({ rule, severity, column, problem }: BlockFinding, isOnKey: boolean): void {
		const id = groupId(rule.id, severity, column);
		const group = this.#counts.get(id) ?? {
			rule: rule.id,
			severity,
			column,
			count: 0,
			values: new Map<string, number>(),
		};
		group.count++;
		this.#counts.set(id, group);
		const { value } = problem;
		const hasRoom = rule.reason !== undefined || group.values.size < MAX_COUNTED_VALUES;
		if (value !== undefined && (hasRoom || group.values.has(value))) addToCount(group.values, value, 1);
		if (isOnKey) this.#keyFindings.add(this.#records);
	}

	/** Adds a finding to those that can be listed. */
	list(finding: ListedFinding): void {
		this.#findings.push(finding);
	}

	/** Counts letters of the next record that cannot be read. `toListed` makes a finding of the first one. */
	addLostLetters(count: number, toListed: () => ListedFinding | undefined): void {
		this.#lostLetters += count;
		this.#firstLostLetter ??= toListed();
	}

	/** Adds the next record, which was just checked and starts at UTF-16 offset `start` of `text`. */
	addRecord(result: RecordResult, text: string, start: number): void {
		const { fields, next, possibleIds } = result;
		const { end } = fields;
		this.#keys.push(result.keyHash);
		this.#otherKeys.push(result.secondKeyHash);
		this.#codes.push(result.codesHash);
		if (possibleIds.length > 0) this.#possibleIds.set(this.#records, possibleIds);
		if (this.keptColumns) this.#keepValues(result, text, this.keptColumns);
		this.#records++;
		if (fields.allFlags & QUOTED) this.#lines += countLineBreaksIn(text, start, end);
		if (next === end) return;
		this.#lines++;
		if (next - end === 2) this.#lineBreaks.crlf++;
		else if (text.charCodeAt(end) === 10) this.#lineBreaks.lf++;
		else this.#lineBreaks.cr++;
	}

	#keepValues({ fields }: RecordResult, text: string, columns: readonly number[]): void {
		for (const column of columns) {
			const value = column < fields.count ? valueIn(text, fields, column) : '';
			let index = this.#values.get(value);
			if (index === undefined) {
				index = this.#values.size;
				this.#values.set(detached(value), index);
			}
			this.#valueIndexes.push(index);
		}
	}

	/** The result of the range that ends before byte `end`. */
	result(end: number, failed: Iterable<string>): RangeResult {
		const keys = this.#keys.take();
		return {
			start: this.#start,
			end,
			records: this.#records,
			lines: this.#lines,
			lineBreaks: this.#lineBreaks,
			counts: [...this.#counts.values()],
			valueCounts: this.#valueCounts,
			findings: this.#findings,
			keys,
			buckets: bucketKeys(keys, this.#otherKeys.values, this.#codes.values),
			seekPoints: this.#seekPoints.take(),
			possibleIds: this.#possibleIds,
			keyFindings: this.#keyFindings,
			lostLetters: this.#lostLetters,
			firstLostLetter: this.#firstLostLetter,
			kept: this.keptColumns && {
				otherKeys: this.#otherKeys.take(),
				values: [...this.#values.keys()],
				indexes: this.#valueIndexes.take(),
			},
			failed: [...failed],
		};
	}
}
