/** Checks one file after the other with the settings of the district. */

import { basename, resolve } from 'node:path';
import { ActiveRules } from '../check/activeRules';
import { districtTables } from '../check/districtTables';
import type { Finding } from '../check/finding';
import { checkFile, checkHeader, failures } from '../check/record/headerCheck';
import { allRulesOff } from '../check/ruleSubsets';
import { recordReader } from '../csv/scan';
import { Layout } from '../rules/layout';
import type { Severity } from '../rules/rule';
import type { FileView } from '../rules/views';
import type { Settings } from '../settings';
import { type Table, tableByFileName, tableOfHeader } from '../spec';
import { withReasonAsync } from './cannotCheck';
import { type CheckJob, partsOf, RangeSource } from './checkJob';
import { compareWithBeside } from './datasetCheck';
import { FileTotals, MOST_LISTED } from './fileTotals';
import { type ListedFinding, Lister, type RecordPlace } from './listedFinding';
import { type OpenedFile, openText } from './openFile';
import type { PlacedRange } from './rangeReader';
import { readHeader } from './readHeader';
import { checkRepeats } from './repeatedKeyCheck';
import { checkRanges } from './workerPool';

/** What the check of one file came to. */
export interface FileReport {
	/** As it was given. */
	readonly path: string;
	/** The exact name of the table's file. */
	readonly table: string;
	/** Rows below the header. */
	readonly records: number;
	readonly counts: Readonly<Record<Severity, number>>;
	/** In the order of the file; of very many a fair choice. */
	readonly findings: readonly ListedFinding[];
	/** How many findings are counted and not listed. */
	readonly unlisted: number;
}

export class DiskCheck {
	readonly #active: ActiveRules;
	readonly #tables: readonly Table[];
	readonly #seen = new Set<string>();
	/** Files that could not be checked, which the person knows. */
	readonly #failed = new Set<string>();

	constructor(
		private readonly settings: Settings,
		private readonly complain: (message: string) => void,
		/** Told how much of a file is done, from 0 to 1. */
		private readonly onProgress: (path: string, done: number) => void = () => {},
	) {
		this.#active = new ActiveRules(settings, (id) => complain(`the check ${id} failed; the others go on`));
		this.#tables = districtTables(settings);
	}

	/** Adds a file's report to the others; a file that was named twice is checked once. */
	async check(path: string, reports: FileReport[]): Promise<void> {
		if (this.#seen.has(resolve(path))) return;
		this.#seen.add(resolve(path));
		this.#failed.add(resolve(path));
		await withReasonAsync(path, async () => {
			const opened = openText(path);
			try {
				reports.push(await this.checkText(path, opened));
			} finally {
				opened.bytes.close();
			}
		});
		this.#failed.delete(resolve(path));
	}

	/** Checks a text whose file would have this path. */
	async checkText(path: string, { bytes, start, byteOrderMark, names }: OpenedFile): Promise<FileReport> {
		const header = readHeader(bytes, start);
		const table = this.#tableOf(path, names ?? header.values);
		const layout = new Layout(table, header.values);
		const active = this.#active;
		const { alone, findings } = checkHeader(layout, active, recordReader, header);
		const settings = alone ? allRulesOff : this.settings;
		const first = { table: table.fileName, headers: header.values, start: header.end, most: MOST_LISTED };
		const job: CheckJob = { path, settings, ...partsOf(bytes, header.end), ...first };
		const lister = new Lister(layout);
		const total = new FileTotals();
		const lineBreaks = { ...header.lineBreaks };
		const ranges: PlacedRange[] = [];
		let record = 1;
		let line = header.lines;
		for await (const range of checkRanges(job, new RangeSource(job, bytes, alone ? undefined : active))) {
			for (const id of range.failed) active.fail(id);
			total.addRange(range, record, line);
			ranges.push({ ...range, listed: [], firstRecord: record, firstLine: line });
			record += range.records;
			line += range.lines;
			for (const kind of ['crlf', 'lf', 'cr'] as const) lineBreaks[kind] += range.lineBreaks[kind];
			this.onProgress(path, (range.end - start) / Math.max(1, bytes.size - start));
		}
		const found = (finding: Finding, at: RecordPlace): void =>
			total.add(finding, () => lister.list(finding, at));
		const compared = alone ? [] : ranges;
		checkRepeats(compared, bytes, layout, active, found);
		const common = await compareWithBeside(
			{ path, bytes, layout, active, settings: this.settings, ranges: compared },
			{ complain: this.complain, failed: this.#failed },
			found,
		);
		const file: Partial<FileView> = { name: basename(path), byteOrderMark, ...(!names && { lineBreaks }) };
		const place = { text: header.text, start: 0, line: 0, isHeader: true };
		const head = [...checkFile(layout, active, file, alone), ...findings, ...failures(active), ...common];
		for (const finding of head) found(finding, place);
		return { path, table: table.fileName, records: Math.max(0, record - 1), ...total.report() };
	}

	/** By the name; where it is another, by the header, be it with a delimiter that is none. */
	#tableOf(path: string, headers: readonly string[]): Table {
		const names = (): readonly string[] =>
			headers.flatMap((header) => header.replaceAll('"', '').split(/[;\t|]/));
		const { fileName } = tableByFileName(path) ?? tableOfHeader(names());
		return this.#tables.find((table) => table.fileName === fileName) as Table;
	}
}
