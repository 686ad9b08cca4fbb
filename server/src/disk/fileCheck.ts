import { basename, resolve } from 'node:path';
import { ActiveRules } from '../check/activeRules';
import { districtTables } from '../check/districtTables';
import type { FileFacts } from '../check/fileFacts';
import { findingFacts, lookalikeFacts } from '../check/findingFacts';
import { checkFile, checkHeader, failures, lostLettersFinding } from '../check/record/headerCheck';
import { addCounts, UNREAD, ValueSlots } from '../check/record/valueSlots';
import { allRulesOff } from '../check/ruleSubsets';
import type { Counts } from '../check/tally';
import { MAX_QUOTED_LINES, recordReader } from '../csv/scan';
import { Layout } from '../rules/layout';
import type { FileView } from '../rules/views';
import type { Settings } from '../settings';
import { type Table, tableByFileName, tableOfHeader } from '../spec';
import { withReasonAsync } from './cannotCheck';
import { type CheckJob, partsOf, RangeSource } from './checkJob';
import { compareWithSibling } from './datasetCheck';
import { FileTotals, MAX_LISTED_FINDINGS } from './fileTotals';
import { findingPrinter, type ListedFinding, type ReportFinding, shiftedBy } from './listedFinding';
import { type OpenedFile, openForCheck } from './openFile';
import { type PlacedRange, placeRanges } from './rangeReader';
import { readHeader } from './readHeader';
import { checkRepeatedKeys } from './repeatedKeyCheck';
import { countedColumns, studentCountFindings } from './studentCounts';
import { checkRanges } from './workerPool';

/** The result of one file. */
export interface FileReport {
	/** As the caller gave it. */
	readonly path: string;
	/** The exact name of the table's file. */
	readonly table: string;
	/** Rows below the header. */
	readonly records: number;
	/** All findings, by severity. */
	readonly counts: Counts;
	/** In the order of the file; where there are very many, a fair selection. */
	readonly findings: readonly ListedFinding[];
	/** How many findings are counted but not in `findings`. */
	readonly unlisted: number;
	/** What decides whether the file can be uploaded; undefined for a file that is not about students. */
	readonly facts: FileFacts | undefined;
}

/** Checks files on the disk one after the other, with the settings of a district. */
export class DiskCheck {
	readonly #active: ActiveRules;
	readonly #tables: readonly Table[];
	/** Absolute paths of the files so far. */
	readonly #seen = new Set<string>();
	/** Absolute paths of those that could not be checked; the caller knows why. */
	readonly #failed = new Set<string>();

	/**
	 * @param onFailure called with a sentence for people where a part of the check cannot be done.
	 * @param onProgress called with how much of a file is done, from 0 to 1.
	 */
	constructor(
		private readonly settings: Settings,
		private readonly onFailure: (message: string) => void,
		private readonly onProgress: (path: string, done: number) => void = () => {},
	) {
		this.#active = new ActiveRules(settings, (ruleId) =>
			onFailure(`the check ${ruleId} failed and was skipped; all other checks ran`),
		);
		this.#tables = districtTables(settings);
	}

	/** Checks a file and adds its report to `reports`; a file is checked once. Throws `CannotCheck`. */
	async check(path: string, reports: FileReport[]): Promise<void> {
		const absolute = resolve(path);
		if (this.#seen.has(absolute)) return;
		this.#seen.add(absolute);
		this.#failed.add(absolute);
		await withReasonAsync(path, async () => {
			const opened = openForCheck(path);
			try {
				reports.push(await this.checkText(path, opened));
			} finally {
				opened.bytes.close();
			}
		});
		this.#failed.delete(absolute);
	}

	/** Checks an open file. The path gives its name and its folder; workers open it by the path. */
	async checkText(path: string, { bytes, start, byteOrderMark, names }: OpenedFile): Promise<FileReport> {
		const header = readHeader(bytes, start);
		const table = this.#tableOf(path, names ?? header.values);
		const layout = new Layout(table, header.values);
		const active = this.#active;
		const { suppressesRest, findings, lostLetters } = checkHeader(layout, active, recordReader, header);
		const keptColumns = suppressesRest ? undefined : countedColumns(layout, active);
		const job: CheckJob = {
			path,
			settings: suppressesRest ? allRulesOff : this.settings,
			table: table.fileName,
			headers: header.values,
			start: header.end,
			...partsOf(bytes, header.end),
			maxListed: MAX_LISTED_FINDINGS,
			...(keptColumns && { keptColumns }),
		};
		const toListed = findingPrinter(layout, active);
		const totals = new FileTotals();
		const lineBreaks = { ...header.lineBreaks };
		const ranges: PlacedRange[] = [];
		const slots = new ValueSlots(layout);
		const valueCounts = slots.none();
		let records = 0;
		let lostCount = lostLetters?.count ?? 0;
		let firstLost: ListedFinding | undefined;
		const source = new RangeSource(job, bytes, suppressesRest ? undefined : active);
		for await (const range of placeRanges(checkRanges(job, source), header.lines)) {
			for (const ruleId of range.failed) active.fail(ruleId);
			totals.addRange(range);
			if (!suppressesRest) addCounts(valueCounts, range.valueCounts);
			// Its findings are in the totals now: kept here too, they would only take memory.
			ranges.push({ ...range, findings: [] });
			records += range.records;
			lostCount += range.lostLetters;
			const { firstLostLetter: first } = range;
			firstLost ??= first && shiftedBy(first, range.firstRecord, range.firstLine);
			for (const kind of ['crlf', 'lf', 'cr'] as const) lineBreaks[kind] += range.lineBreaks[kind];
			this.onProgress(path, (range.end - start) / Math.max(1, bytes.size - start));
		}
		const report: ReportFinding = (finding, place) =>
			totals.add(finding, false, () => toListed(finding, place));
		const comparedRanges = suppressesRest ? [] : ranges;
		const students = checkRepeatedKeys(comparedRanges, bytes, layout, active, report);
		const comparison = await compareWithSibling(
			{ path, bytes, layout, active, settings: this.settings, ranges: comparedRanges },
			{ onFailure: this.onFailure, failed: this.#failed },
			report,
		);
		if (firstLost && !lostLetters) {
			const listed = firstLost;
			const first = { count: lostCount, record: listed.record, column: listed.field, start: 0 };
			const finding = lostLettersFinding(active, lostCount, first);
			if (finding) totals.add(finding, false, () => ({ ...listed, message: finding.problem.message }));
		}
		const file: Partial<FileView> = { name: basename(path), byteOrderMark, ...(!names && { lineBreaks }) };
		// With the lines below it, which a fix of its quotes may reach.
		const textEnd = bytes.skipLines(header.end, MAX_QUOTED_LINES + 1);
		const headerPlace = { text: bytes.text(start, textEnd), start: 0, line: 0, isHeader: true };
		for (const finding of [
			...checkFile(layout, active, file, suppressesRest),
			...findings,
			...[lostLettersFinding(active, lostCount, lostLetters && { ...lostLetters, record: 0 }) ?? []].flat(),
			...failures(active),
		]) {
			report(finding, headerPlace);
		}
		const ofStudents = studentCountFindings({ layout, active, ranges: comparedRanges });
		for (const note of [...comparison.sharedFindings, ...ofStudents])
			totals.add(note, true, () => toListed(note, headerPlace));
		const facts: FileFacts | undefined = table.role && {
			fileName: table.fileName,
			role: table.role,
			name: basename(path),
			isReadable: !suppressesRest,
			records,
			students,
			unread: valueCounts[UNREAD] ?? 0,
			findings: findingFacts(totals.groups, layout),
			columns: slots.columnFacts(valueCounts),
			lookalikes: lookalikeFacts(layout),
			isCompared: comparison.isDone,
			encoding: names && 'UTF-16',
			isDirty: false,
		};
		return { path, table: table.fileName, records, ...totals.report(), facts };
	}

	/** The table by the file's name, else by its header, whatever separates the names there. */
	#tableOf(path: string, headers: readonly string[]): Table {
		const names = (): readonly string[] =>
			headers.flatMap((header) => header.replaceAll('"', '').split(/[;\t|]/));
		const { fileName } = tableByFileName(path) ?? tableOfHeader(names());
		return this.#tables.find((table) => table.fileName === fileName) as Table;
	}
}
