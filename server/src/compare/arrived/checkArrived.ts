/** Whether what a district sent is in a download of who received it. */

import type { ConversionCallbacks } from '../../convert/csvStream';
import type { ExportFormat } from '../../convert/read/exportFormat';
import type { ExportSource } from '../../convert/read/exportPart';
import { type ExportSummary, samplesOf, summarize } from '../../convert/understand/summary';
import { alternatives, countOf, shown, wordList } from '../../wording';
import { ArrivedCheck, type ArrivedDistrict } from './arrivedCheck';
import type { ArrivedIdColumn, ArrivedRefusal } from './arrivedTypes';
import { type DownloadId, matchIds } from './matchIds';
import type { OurStudents } from './ourStudents';
import { type TheirColumns, theirColumns } from './theirColumns';
import { readTheirStudents } from './theirStudents';

/** A download to compare, and what a person has chosen for it. */
export interface ArrivedDownload {
	readonly source: ExportSource;
	readonly format: ExportFormat;
	/** The header of the ID; undefined to find it. */
	readonly idColumn: string | undefined;
	/** Headers by the column of ours that they show. */
	readonly columns: Readonly<Record<string, string>>;
}

/** How often a download is read: for its columns, for its IDs, and for its students. */
const READINGS = 3;

/** Compares a download with what a district sends; null if it was canceled. Never throws because of the bytes. */
export async function checkArrived(
	{ source, format, idColumn, columns: chosen }: ArrivedDownload,
	district: ArrivedDistrict,
	callbacks: ConversionCallbacks,
): Promise<ArrivedCheck | ArrivedRefusal | null> {
	const { ours, roster } = district;
	const during = (reading: number): ConversionCallbacks => ({
		...callbacks,
		onProgress: (done) => callbacks.onProgress((reading + done) / READINGS),
	});
	const summary = await summarize(source, format, during(0));
	if (callbacks.isCanceled()) return null;
	if ('problem' in summary) return summary;
	const columns = theirColumns(summary, format, chosen, roster);
	const wanted = idColumn === undefined ? undefined : summary.head.names.indexOf(idColumn);
	if (wanted === -1) return { problem: `The file has no column "${shown(idColumn ?? '')}" any more.` };
	const named = wanted === undefined ? columns.named : [wanted];
	const match = (await matchIds(source, format, named, ours, during(1))).find(
		({ students: found }) => found > 0,
	);
	if (callbacks.isCanceled()) return null;
	if (!match) {
		// Only now the others, which may be many: three look-ups for each field of the file.
		const others = columns.likely.filter((column) => !named.includes(column));
		const offered = await matchIds(source, format, others, ours, during(2));
		return callbacks.isCanceled() ? null : noMatch(offered, columns, ours);
	}
	const hasCategory = columns.plan.targets.some(
		({ kind, from, candidates }) => kind === 'category' && from.length + candidates.length > 0,
	);
	if (!hasCategory) {
		const problem = `${shown(source.name)} has no category of yours. Is it an error report? Use Open an Error Report….`;
		return { problem };
	}
	const theirs = await readTheirStudents(source, format, columns, match, district, during(2));
	return callbacks.isCanceled() ? null : new ArrivedCheck(source.name, columns, match, theirs, district);
}

/** The share of the rows' IDs, or of our students, that a column without a name must match to be offered. */
const MIN_OFFERED = 0.5;

function noMatch(
	matches: readonly DownloadId[],
	{ summary, named }: TheirColumns,
	ours: OurStudents,
): ArrivedRefusal {
	const ids = alternatives(ours.idColumns.map(({ column }) => column));
	const offered = offeredColumns(matches, summary, ours);
	const names = named.map((index) => shown(summary.head.names[index] ?? ''));
	const notOurs = `No ID in ${wordList(names)} is a ${ids} of yours.`;
	if (offered.length > 0) {
		const what = names.length > 0 ? notOurs : 'No column has the name of a student ID.';
		return { problem: `${what} Choose the column that has the ID of each student.`, idColumns: offered };
	}
	if (names.length > 0) {
		return { problem: `${notOurs} The file may be of another year or another district.` };
	}
	const all = summary.head.names.map((name) => shown(name));
	const rest = all.length - MAX_NAMED;
	const list = wordList(rest > 0 ? [...all.slice(0, MAX_NAMED), `${countOf(rest, 'other')}`] : all);
	return {
		problem: `No column of the file has a ${ids} of yours. Its columns are ${list}. Choose a file with the ID of each student.`,
	};
}

/** Columns that are named where none has an ID. */
const MAX_NAMED = 20;
const MAX_OFFERED = 10;

function offeredColumns(
	matches: readonly DownloadId[],
	{ columns, rows }: ExportSummary,
	{ ids }: OurStudents,
): readonly ArrivedIdColumn[] {
	const isPlausible = ({ students: found }: DownloadId): boolean =>
		found > 0 && found >= Math.min(rows, ids.length) * MIN_OFFERED;
	const best = matches.filter(
		(match, at) => isPlausible(match) && matches.findIndex(({ column }) => column === match.column) === at,
	);
	return best.slice(0, MAX_OFFERED).flatMap(({ column, ids: { column: matchedBy }, students: found }) => {
		const summary = columns[column];
		return summary ? [{ name: summary.name, matchedBy, students: found, samples: samplesOf(summary) }] : [];
	});
}
