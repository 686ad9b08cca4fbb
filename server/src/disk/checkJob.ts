import { availableParallelism } from 'node:os';
import { ActiveRules } from '../check/activeRules';
import { districtTables } from '../check/districtTables';
import { Layout } from '../rules/layout';
import type { Settings } from '../settings';
import type { FileBytes } from './fileBytes';
import { RangeCheck } from './rangeCheck';
import type { RangeResult } from './rangeResult';
import type { OpenFile } from './regularFile';

/** The check of one file's rows, as plain data that a worker can be given. */
export interface CheckJob {
	/** Undefined for a text in memory, which no worker can read. */
	readonly file: OpenFile | undefined;
	readonly settings: Settings;
	/** The exact name of the table's file. */
	readonly table: string;
	readonly headers: readonly string[];
	/** Byte offset of the first row below the header. */
	readonly start: number;
	/** How many ranges the rows are cut into. */
	readonly ranges: number;
	/** How many workers help. */
	readonly workers: number;
	/** The most findings of one rule, severity and column to list. */
	readonly maxListed: number;
	/** The columns whose values to keep, 0-based. */
	readonly keptColumns?: readonly number[];
	/** Whether the values with findings are counted one by one. */
	readonly countsValues?: boolean;
}

/** With fewer ranges, the check would be done before a worker has started. */
const MIN_RANGES_FOR_WORKERS = 6;
/** More workers would only wait for the disk. */
const MAX_WORKERS = 7;

/**
 * The file of the bytes, how many ranges to cut those from `start` on into, and how many workers are worth starting.
 *
 * @param jobs how many threads a person wants at most, this one included; undefined for as many as are of use.
 */
export function partsOf(
	bytes: FileBytes,
	start: number,
	jobs: number | undefined,
): Pick<CheckJob, 'file' | 'ranges' | 'workers'> {
	const ranges = Math.ceil(Math.max(0, bytes.size - start) / bytes.portions.range);
	const needsWorkers = bytes.file !== undefined && ranges >= MIN_RANGES_FOR_WORKERS;
	const most = jobs === undefined ? Math.min(availableParallelism() - 1, MAX_WORKERS) : jobs - 1;
	const workers = needsWorkers ? Math.min(most, ranges) : 0;
	return { file: bytes.file, ranges, workers };
}

/** Checks any range of a job's file. */
export class RangeSource {
	readonly #check: RangeCheck;

	constructor(
		private readonly job: CheckJob,
		private readonly bytes: FileBytes,
		active = new ActiveRules(job.settings, undefined, job.countsValues),
	) {
		const table = districtTables(job.settings).find(({ fileName }) => fileName === job.table);
		if (!table) throw new Error(`There is no table ${job.table}`);
		const layout = new Layout(table, job.headers);
		this.#check = new RangeCheck(bytes, layout, active, job.maxListed, job.keptColumns);
	}

	/**
	 * Checks the range with a 0-based index. Without `start`, the byte offset of its first record, the first record is
	 * assumed to start with the first line. That is wrong where a quoted field spans the border of two ranges.
	 */
	check(index: number, start = this.#startOf(index)): RangeResult {
		return this.#check.check(start, this.#startOf(index + 1));
	}

	/** Byte offset of a range's first line. */
	#startOf(index: number): number {
		const { start, ranges } = this.job;
		if (index === 0) return start;
		return index >= ranges
			? this.bytes.size
			: this.bytes.lineStart(start + index * this.bytes.portions.range);
	}
}
