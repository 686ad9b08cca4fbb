import { basename, resolve } from 'node:path';
import { ActiveRules } from '../check/activeRules';
import { districtTables } from '../check/districtTables';
import type { FileFacts, FindingFacts } from '../check/fileFacts';
import { findingFacts, lookalikeFacts } from '../check/findingFacts';
import { checkFile, checkHeader, failures, lostLettersFinding } from '../check/record/headerCheck';
import { addCounts, UNREAD, ValueSlots } from '../check/record/valueSlots';
import { allRulesOff } from '../check/ruleSubsets';
import type { Counts } from '../check/tally';
import { MAX_QUOTED_LINES, recordReader } from '../csv/scan';
import { NO_KEY } from '../hash/textHash';
import { Layout } from '../rules/layout';
import type { FileView } from '../rules/views';
import type { Settings } from '../settings';
import type { Table } from '../spec';
import { CannotCheck, skippedRule, withReasonAsync } from './cannotCheck';
import { type CheckJob, partsOf, RangeSource } from './checkJob';
import { compareWithSibling, SiblingLost } from './datasetCheck';
import { FileTotals, MAX_LISTED_FINDINGS } from './fileTotals';
import {
	findingPrinter,
	type ListedFinding,
	type RecordPlace,
	type ReportFinding,
	shiftedBy,
} from './listedFinding';
import { type DiskText, type OpenedFile, openForCheck } from './openFile';
import { type PlacedRange, placeRanges } from './rangeReader';
import { readHeader } from './readHeader';
import type { RegularFile } from './regularFile';
import { checkRepeatedKeys } from './repeatedKeyCheck';
import { countedColumns, studentCountFindings } from './studentCounts';
import { tableOfFile } from './tableOfFile';
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
	/** Rows with a student ID that can be read. */
	readonly rowsWithId: number;
	/** All findings, counted by rule, severity and column. */
	readonly groups: readonly FindingFacts[];
	/** What decides whether the file can be uploaded; undefined for a file that is not about students. */
	readonly facts: FileFacts | undefined;
	/** How many problems were fixed before; undefined where nothing was to be fixed. */
	readonly fixed?: number;
}

/** Checks files on the disk one after the other, with the settings of a district. */
export class DiskCheck {
	readonly #active: ActiveRules;
	readonly #tables: readonly Table[];
	/** Absolute paths of the files so far. */
	readonly #seen = new Set<string>();
	/** Why files could not be checked, by their absolute paths. */
	readonly #failed = new Map<string, CannotCheck['kind']>();
	/** The files that were checked, closed by now, by their absolute paths. */
	readonly #checked = new Map<string, RegularFile>();

	/**
	 * @param onFailure called with a sentence for people where a part of the check cannot be done.
	 * @param onProgress called with how much of a file is done, from 0 to 1.
	 * @param jobs as in `partsOf`.
	 * @param countsValues whether the groups of a report have the values of every rule on fields.
	 */
	constructor(
		private readonly settings: Settings,
		private readonly onFailure: (message: string) => void,
		private readonly onProgress: (path: string, done: number) => void = () => {},
		private readonly jobs?: number,
		private readonly countsValues = false,
	) {
		this.#active = new ActiveRules(settings, (ruleId) => onFailure(skippedRule(ruleId)), countsValues);
		this.#tables = districtTables(settings);
	}

	/** Why files could not be checked, by their absolute paths. The caller was told of each. */
	get failed(): ReadonlyMap<string, CannotCheck['kind']> {
		return this.#failed;
	}

	/** Checks a file and adds its report to `reports`; a file is checked once. Throws `CannotCheck`. */
	async check(path: string, reports: FileReport[]): Promise<void> {
		const absolute = resolve(path);
		if (this.#seen.has(absolute)) return;
		this.#seen.add(absolute);
		try {
			reports.push(await withReasonAsync(path, () => this.#report(path)));
			this.#failed.delete(absolute);
		} catch (error) {
			this.#failed.set(absolute, error instanceof CannotCheck ? error.kind : 'unreadable');
			throw error;
		}
	}

	/**
	 * Removes the reports of files that are not what they were when they were checked, and says so.
	 *
	 * @returns whether there are any.
	 */
	dropChanged(reports: FileReport[]): boolean {
		const before = reports.length;
		for (const report of [...reports]) {
			try {
				this.#checked.get(resolve(report.path))?.assertAtPath();
			} catch (error) {
				if (!(error instanceof CannotCheck)) throw error;
				if (!this.#failed.has(resolve(report.path))) this.onFailure(error.message);
				this.#failed.set(resolve(report.path), error.kind);
				reports.splice(reports.indexOf(report), 1);
			}
		}
		return reports.length < before;
	}

	async #report(path: string): Promise<FileReport> {
		const opened = openForCheck(path);
		const { source } = opened;
		try {
			const report = await this.#withOrWithoutSibling(path, opened);
			source.assertUnchanged();
			this.#checked.set(resolve(path), source);
			return report;
		} catch (error) {
			// Any error may be the result of a change while the file was read: that is then what to report.
			source.assertUnchanged();
			throw error;
		} finally {
			source.close();
		}
	}

	async #withOrWithoutSibling(path: string, opened: OpenedFile): Promise<FileReport> {
		try {
			return await this.checkText(path, opened);
		} catch (error) {
			if (!(error instanceof SiblingLost)) throw error;
			return await this.checkText(path, opened);
		}
	}

	/** Checks a text. The path gives its name and its folder. */
	async checkText(
		path: string,
		{ bytes, start, byteOrderMark, names, source }: DiskText & Partial<Pick<OpenedFile, 'source'>>,
	): Promise<FileReport> {
		const header = readHeader(bytes, start);
		const table = tableOfFile(path, names ?? header.values, this.#tables);
		const layout = new Layout(table, header.values);
		const active = this.#active;
		const { suppressesRest, findings, lostLetters } = checkHeader(layout, active, recordReader, header);
		const keptColumns = suppressesRest ? undefined : countedColumns(layout, active);
		const job: CheckJob = {
			settings: suppressesRest ? allRulesOff : this.settings,
			table: table.fileName,
			headers: header.values,
			start: header.end,
			...partsOf(bytes, header.end, this.jobs),
			maxListed: MAX_LISTED_FINDINGS,
			...(this.countsValues && { countsValues: true }),
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
		const rangeSource = new RangeSource(job, bytes, suppressesRest ? undefined : active);
		for await (const range of placeRanges(checkRanges(job, rangeSource), header.lines)) {
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
			{ path, bytes, layout, active, settings: this.settings, ranges: comparedRanges, source },
			{ onFailure: this.onFailure, failed: this.#failed, checked: this.#checked, jobs: this.jobs },
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
		const headerPlace: RecordPlace = {
			text: bytes.text(start, textEnd),
			start: 0,
			line: 0,
			isHeader: true,
			followsCr: () => false,
			textAfter: () => '',
		};
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
		const groups = findingFacts(totals.groups, layout);
		const facts: FileFacts | undefined = table.role && {
			fileName: table.fileName,
			role: table.role,
			name: basename(path),
			isReadable: !suppressesRest,
			records,
			students,
			unread: valueCounts[UNREAD] ?? 0,
			findings: groups,
			columns: slots.columnFacts(valueCounts),
			lookalikes: lookalikeFacts(layout),
			isCompared: comparison.isDone,
			encoding: names && 'UTF-16',
			isDirty: false,
		};
		return {
			path,
			table: table.fileName,
			records,
			...totals.report(),
			rowsWithId: rowsWithId(ranges),
			groups,
			facts,
		};
	}
}

function rowsWithId(ranges: readonly PlacedRange[]): number {
	let rows = 0;
	for (const { keys } of ranges) for (const key of keys) if (key !== NO_KEY) rows++;
	return rows;
}
