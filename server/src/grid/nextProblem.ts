import { aboutOf } from '../check/findingAbout';
import type { Checker } from '../check/live/checker';
import type { Steps } from '../work/steps';
import { checkedToEnd } from './checkedToEnd';
import { GridRecord } from './gridRecord';
import type { GridPlace, GridView } from './gridTypes';
import { followReports, reportedIn, visitReported } from './reportedRows';
import { type ViewRows, viewRows } from './viewRows';

/** A cell of a view, with its row there. */
export interface ViewPlace extends GridPlace {
	/** 0-based, in the view. */
	readonly row: number;
}

/** Where to look from. */
export interface SearchStart {
	/** 0-based, in the view. */
	readonly row: number;
	/** 0-based, in the file. */
	readonly column: number;
	readonly backward: boolean;
}

/**
 * The next cell of a view with a finding, going round at its end; undefined if the view has none. Of a row, a finding
 * about the row is in its first column, and a row that cannot be read is one cell. The file must not change before the
 * last step.
 */
export function* nextProblem(
	checker: Checker,
	view: GridView,
	{ row: startRow, column, backward }: SearchStart,
): Steps<ViewPlace | undefined> {
	const shown = yield* viewRows(checker, view);
	yield* followReports(checker);
	if (!shown.isWholeFile) yield* checkedToEnd(checker);
	while (shown.isWholeFile && shown.length <= startRow && checker.document.readMore()) yield 0;
	const start = Math.min(Math.max(startRow, -1), shown.length);
	const placeIn = (row: number, stop: number): ViewPlace => ({
		row,
		record: shown.recordAt(row),
		column: stop,
	});
	if (start >= 0 && start < shown.length) {
		const { columns, isReadable } = stopsIn(checker, shown.recordAt(start));
		const rest = isReadable ? columns.filter((stop) => (backward ? stop < column : stop > column)) : [];
		const [stop] = backward ? rest.reverse() : rest;
		if (stop !== undefined) return placeIn(start, stop);
	}
	const step = backward ? -1 : 1;
	let found = yield* nextRow(checker, shown, start + step, backward);
	if (found === undefined) {
		if (backward) while (checker.document.readMore()) yield 0;
		found = yield* nextRow(checker, shown, backward ? shown.length - 1 : 0, backward);
	}
	if (found === undefined) return undefined;
	const { columns } = stopsIn(checker, shown.recordAt(found));
	const stop = columns.at(backward ? -1 : 0);
	return stop === undefined ? undefined : placeIn(found, stop);
}

/** The columns of a record at which its findings are shown, ascending. */
function stopsIn(
	checker: Checker,
	number: number,
): { readonly columns: readonly number[]; readonly isReadable: boolean } {
	const record = new GridRecord(checker);
	record.read(number);
	const findings = checker.findingsInBlock(checker.document.blockOfRecord(number));
	const { length } = checker.layout.columns;
	const columns = findings
		.filter((finding) => finding.record === number)
		.map((finding) =>
			aboutOf(finding, length, record.length) === 'field' ? Math.min(finding.column, length - 1) : 0,
		);
	const reported = reportedIn(checker, checker.document.blockOfRecord(number));
	columns.push(...reported.filter((one) => one.record === number).map(({ column }) => column));
	const sorted = [...new Set(columns)].sort((one, other) => one - other);
	return { columns: record.isReadable ? sorted : sorted.slice(0, 1), isReadable: record.isReadable };
}

/** The first row with a finding at or after a row, or at or before it; undefined if there is none. */
function nextRow(
	checker: Checker,
	shown: ViewRows,
	from: number,
	backward: boolean,
): Steps<number | undefined> {
	if (!shown.isWholeFile) return nextOfSome(checker, shown, from, backward);
	return backward ? lastOfFile(checker, shown, from) : firstOfFile(checker, shown, from);
}

function* firstOfFile(checker: Checker, shown: ViewRows, from: number): Steps<number | undefined> {
	const { document } = checker;
	const first = shown.recordAt(from);
	while (document.recordCount <= first && document.readMore()) yield 0;
	if (document.recordCount <= first) return undefined;
	for (let at = document.blockOfRecord(first); at < document.blocks.length || document.readMore(); at++) {
		const isAfter = ({ record }: { readonly record: number }): boolean => record >= first;
		const finding = checker.findingsInBlock(at).find(isAfter);
		yield* followReports(checker);
		const reported = reportedIn(checker, at).find(isAfter);
		const found = [finding, reported].flatMap((one) => one?.record ?? []);
		if (found.length > 0) return shown.rowOf(Math.min(...found));
		yield 0;
	}
	return undefined;
}

function* lastOfFile(checker: Checker, shown: ViewRows, from: number): Steps<number | undefined> {
	if (from < 0) return undefined;
	const last = shown.recordAt(from);
	for (let at = checker.document.blockOfRecord(last); at >= 0; at--) {
		const isBefore = ({ record }: { readonly record: number }): boolean => record <= last;
		const finding = checker.findingsInBlock(at).findLast(isBefore);
		yield* followReports(checker);
		const reported = reportedIn(checker, at).findLast(isBefore);
		const found = [finding, reported].flatMap((one) => one?.record ?? []);
		if (found.length > 0) return shown.rowOf(Math.max(...found));
		yield 0;
	}
	return undefined;
}

/** Looks at every finding and at no row: a view can be in any order. */
function* nextOfSome(
	checker: Checker,
	shown: ViewRows,
	from: number,
	backward: boolean,
): Steps<number | undefined> {
	let best: number | undefined;
	const look = (record: number): void => {
		const row = shown.rowOf(record);
		if (row < 0 || (backward ? row > from : row < from)) return;
		if (best === undefined || (backward ? row > best : row < best)) best = row;
	};
	for (const _ of checker.visitFindings(look)) yield 0;
	yield* visitReported(checker, ({ record }) => look(record));
	return best;
}
