/** What an export holds, found out once: everything that a plan needs to know about its rows. */

import { isUnseen, trimUnseen } from '../../characters';
import { students } from '../../spec';
import { exportHeaders, headerKey } from '../../spec/exportHeaders';
import { MASK } from '../../wording';
import type { ConversionCallbacks } from '../csvStream';
import type { ExportFormat } from '../read/exportFormat';
import type { ExportSource, Head } from '../read/exportPart';
import { readExport } from '../read/readExport';
import type { CountedValue } from './chosenCodes';

/** A column of an export, and what it holds. */
export interface SummaryColumn {
	readonly name: string;
	/** Its distinct values but the empty one, without outer spaces, in the order of their first rows; not all of very many. */
	readonly values: readonly CountedValue[];
	/** Rows with a value that is not listed, because there are too many distinct ones, or because it is secret. */
	readonly unlisted: number;
	/** Rows with a value. */
	readonly filled: number;
	/**
	 * The same for two columns that have the same `values` in the same rows; undefined where not all values are listed.
	 */
	readonly rowsKey: string | undefined;
	/** Whether it may hold passwords, which are never shown. */
	readonly isSecret: boolean;
}

/** A record of an export as it was read. */
export interface NumberedRecord {
	readonly record: readonly string[];
	/** 1-based, as a spreadsheet counts. */
	readonly row: number;
}

/** A row of an export that is not read as it should be. */
export interface FaultyRow {
	/** 1-based, as a spreadsheet counts. */
	readonly row: number;
	/** A sentence for people, without any value. */
	readonly fault: string;
}

/** What was found out about an export. */
export interface ExportSummary {
	readonly head: Head;
	/** Rows that have a value; the header does not count. */
	readonly rows: number;
	readonly columns: readonly SummaryColumn[];
	/** The first rows, for people: what is secret is masked. */
	readonly firstRows: readonly (readonly string[])[];
	/** The first records as they are, to be converted for a preview. */
	readonly sampleRecords: readonly NumberedRecord[];
	readonly faultCount: number;
	/** The first of them. */
	readonly faults: readonly FaultyRow[];
}

/** A summary, or why there is none, in sentences for people; with `sheets` where one of them must be chosen. */
export type SummaryAnswer =
	| ExportSummary
	| { readonly problem: string; readonly sheets?: readonly string[] | undefined };

/** The most distinct values of a column that are listed. A column with more of them holds no codes. */
const MAX_LISTED_VALUES = 1000;
/** The most values of all columns together that are listed, so that thousands of columns cannot fill the memory. */
const MAX_LISTED_OF_ALL = 2_000_000;
const FIRST_ROWS = 20;
const SAMPLE_RECORDS = 100;
const MAX_FAULTS = 1000;

const SAMPLES = 4;

/** Some values of a column, for people; none of a secret column. */
export function samplesOf({ values }: SummaryColumn): readonly string[] {
	return values.slice(0, SAMPLES).map(({ value }) => value);
}

/** Reads an export to its end. Never throws because of its bytes. */
export async function summarize(
	source: ExportSource,
	format: ExportFormat,
	callbacks: ConversionCallbacks,
): Promise<SummaryAnswer> {
	let seen: SeenRows | undefined;
	for await (const part of readExport(source, format, callbacks)) {
		if (part.kind === 'problem') return { problem: part.problem, sheets: part.sheets };
		if (part.kind === 'head') seen = new SeenRows(part.head);
		else if (part.kind === 'row') seen?.add(part.record, part.row, part.fault);
		else if (part.kind === 'told' && !part.isProblem) seen?.warn(part.message);
	}
	return seen ? seen.summary() : { problem: 'The file is empty.' };
}

/** What is seen of an export while its rows are read. */
class SeenRows {
	readonly #counts: readonly ValueCounts[];
	readonly #samples: NumberedRecord[] = [];
	readonly #faults: FaultyRow[] = [];
	readonly #warnings: string[] = [];
	#faultCount = 0;
	#rows = 0;

	constructor(private readonly head: Head) {
		const most = Math.min(MAX_LISTED_VALUES, Math.ceil(MAX_LISTED_OF_ALL / head.names.length));
		this.#counts = head.names.map((name) => new ValueCounts(isSecretHeader(name) ? 0 : most));
	}

	add(record: readonly string[], row: number, fault: string | undefined): void {
		this.#rows++;
		if (this.#samples.length < SAMPLE_RECORDS) this.#samples.push({ record, row });
		if (fault !== undefined && this.#faultCount++ < MAX_FAULTS) this.#faults.push({ row, fault });
		for (const [index, counts] of this.#counts.entries()) {
			counts.add(record[index] ?? '');
		}
	}

	warn(message: string): void {
		this.#warnings.push(message);
	}

	summary(): ExportSummary {
		const columns = this.head.names.map((name, index): SummaryColumn => {
			const counts = this.#counts[index] ?? new ValueCounts(0);
			const { unlisted, filled } = counts;
			return {
				name,
				values: Array.from(counts.values, ([value, { count }]) => ({ value, count })),
				unlisted,
				filled,
				rowsKey: unlisted > 0 ? undefined : counts.rowsKey,
				isSecret: counts.most === 0,
			};
		});
		return {
			head: { ...this.head, warnings: [...this.head.warnings, ...this.#warnings] },
			rows: this.#rows,
			columns,
			firstRows: this.#samples
				.slice(0, FIRST_ROWS)
				.map(({ record }) =>
					record.map((value, index) => (columns[index]?.isSecret && !isUnseen(value) ? MASK : value)),
				),
			sampleRecords: this.#samples,
			faultCount: this.#faultCount,
			faults: this.#faults,
		};
	}
}

/** The distinct values of a column, up to a limit. */
class ValueCounts {
	readonly values = new Map<string, { count: number; readonly place: number }>();
	unlisted = 0;
	filled = 0;
	/** Two hashes of the places of all values, 32 bits each. */
	#first = 0;
	#second = 0;

	/** @param most how many are listed; 0 for a secret column. */
	constructor(readonly most: number) {}

	get rowsKey(): string {
		return `${this.#first} ${this.#second}`;
	}

	add(field: string): void {
		const value = field === '' ? '' : trimUnseen(field);
		if (value !== '') this.filled++;
		const listed = this.values.get(value);
		if (value === '') this.#hash(-1);
		else if (listed) {
			listed.count++;
			this.#hash(listed.place);
		} else if (this.values.size < this.most) {
			this.#hash(this.values.size);
			this.values.set(value, { count: 1, place: this.values.size });
		} else this.unlisted++;
	}

	#hash(place: number): void {
		this.#first = (Math.imul(this.#first, 31) + place) | 0;
		this.#second = Math.imul(this.#second, 0x01000193) ^ (place + 7);
	}
}

const secretColumns = students.elements.filter(({ kind }) => kind === 'secret').map(({ column }) => column);
const secretKeys: ReadonlySet<string> = new Set(
	secretColumns
		.flatMap((column) => [column, ...(exportHeaders.find((each) => each.column === column)?.names ?? [])])
		.map(headerKey),
);

/** Whether a header is one of passwords or of other secrets. */
function isSecretHeader(name: string): boolean {
	return secretKeys.has(headerKey(name)) || /passw|passcode|pwd|\bssn\b|social.?security/i.test(name);
}
