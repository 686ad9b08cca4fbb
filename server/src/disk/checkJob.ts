/** One file's check as plain data, which a worker can be given. */
import { availableParallelism } from 'node:os';
import { ActiveRules } from '../check/activeRules';
import { districtTables } from '../check/districtTables';
import { Layout } from '../rules/layout';
import type { Settings } from '../settings';
import type { FileBytes } from './fileBytes';
import { RangeCheck, type RangeResult } from './rangeCheck';

export interface CheckJob {
	readonly path: string;
	readonly settings: Settings;
	/** The exact name of the table's file. */
	readonly table: string;
	readonly headers: readonly string[];
	/** Where the first row below the header starts, in bytes. */
	readonly start: number;
	readonly ranges: number;
	/** Workers that help. */
	readonly workers: number;
	/** The most findings of a kind to list. */
	readonly most: number;
	/** The columns to keep the values of, 0-based. */
	readonly kept?: readonly number[];
}

/** With fewer ranges the work would be done before a worker has started. */
const WORTH_WORKERS = 6;
/** More would only wait for the disk. */
const MOST_WORKERS = 7;

/** Into how many ranges the text from `start` on is cut, and how many workers are worth their start. */
export function partsOf(bytes: FileBytes, start: number): Pick<CheckJob, 'ranges' | 'workers'> {
	const ranges = Math.ceil(Math.max(0, bytes.size - start) / bytes.portions.range);
	const pays = bytes.isFile && ranges >= WORTH_WORKERS;
	return { ranges, workers: pays ? Math.min(availableParallelism() - 1, MOST_WORKERS) : 0 };
}

/** Checks any range of a job's file. */
export class RangeSource {
	readonly #check: RangeCheck;

	constructor(
		private readonly job: CheckJob,
		private readonly bytes: FileBytes,
		active = new ActiveRules(job.settings),
	) {
		const table = districtTables(job.settings).find(({ fileName }) => fileName === job.table);
		if (!table) throw new Error(`There is no table ${job.table}`);
		this.#check = new RangeCheck(bytes, new Layout(table, job.headers), active, job.most, job.kept);
	}

	/**
	 * Checks a range by its index. Its first record is taken to start with its first line, which is wrong where a
	 * quoted field of several lines lies there: whoever knows better says from where, in bytes.
	 */
	check(index: number, from = this.#limit(index)): RangeResult {
		return this.#check.check(from, this.#limit(index + 1));
	}

	#limit(index: number): number {
		const { start, ranges } = this.job;
		if (index === 0) return start;
		return index >= ranges
			? this.bytes.size
			: this.bytes.lineStart(start + index * this.bytes.portions.range);
	}
}
