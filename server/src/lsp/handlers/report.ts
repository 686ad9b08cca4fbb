import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import type { StudentCounts } from '../../coverage/counting/counts';
import type { CsvDocument } from '../../csv/document';
import { countStudents, type FilePair, firstProblem, pairOf, reportOf, suppressed } from '../../features';
import {
	type CoverageReport,
	type FirstProblem,
	type FirstProblemParams,
	type FolderState,
	firstProblemRequest,
	folderStateRequest,
	type ReportParams,
	reportRequest,
} from '../../protocol';
import { inSlices } from '../../work/slices';
import { type Checkers, complete } from '../checkers';
import type { SiblingFiles } from '../siblingFiles';
import { staleCheck } from '../staleness';

/** What the answers are made from. */
interface Desk {
	readonly documents: TextDocuments<CsvDocument>;
	readonly session: Checkers;
	readonly datasets: Pick<SiblingFiles, 'otherOf'>;
}

/** Answers requests for the coverage report. */
export function registerReport(connection: Connection, { documents, session, datasets }: Desk): void {
	connection.onRequest(reportRequest, (params: ReportParams, token: CancellationToken) =>
		orNull(() => report(params, token)),
	);
	connection.onRequest(folderStateRequest, ({ uri }: ReportParams, token: CancellationToken) =>
		orNull(() => state(uri, token)),
	);
	connection.onRequest(firstProblemRequest, (params: FirstProblemParams) => orNull(() => goToFirst(params)));

	/** The file that is asked about, and the one of the other name beside it. */
	async function districtOf(uri: string): Promise<FilePair> {
		const document = documents.get(uri);
		const asked = await session.checker(document);
		const other = document && (await datasets.otherOf(document));
		return asked ? pairOf(asked, other) : { roster: undefined, extension: undefined };
	}

	async function report(
		{ uri, suppress }: ReportParams,
		token: CancellationToken,
	): Promise<CoverageReport | null> {
		const read = await readDistrict(uri, token);
		if (!read) return null;
		const made = reportOf(read.counts, read.checkers);
		return suppress ? suppressed(made) : made;
	}

	async function state(uri: string, token: CancellationToken): Promise<FolderState | null> {
		const read = await readDistrict(uri, token);
		if (!read) return null;
		const files = read.checkers.map(({ table: { fileName }, records, tally: { counts } }) => ({
			fileName,
			records,
			errors: counts.error,
			warnings: counts.warning,
		}));
		return { files, students: read.counts.students, covered: read.counts.joined };
	}

	/** Checks and counts what there is; null where it grew old meanwhile. */
	async function readDistrict(
		uri: string,
		token: CancellationToken,
	): Promise<{ readonly counts: StudentCounts; readonly checkers: readonly Checker[] } | null> {
		const district = await districtOf(uri);
		const checkers = Object.values(district).filter((checker) => checker !== undefined);
		if (checkers.length === 0) return null;
		const isStale = staleCheck(checkers, token);
		for (const checker of checkers) if (!(await complete(checker, isStale))) return null;
		const counts = await inSlices(countStudents(district), isStale);
		return counts && !isStale() ? { counts, checkers } : null;
	}

	async function goToFirst({ uri, rule, fileName }: FirstProblemParams): Promise<FirstProblem | null> {
		const checkers = Object.values(await districtOf(uri));
		const checker = checkers.find((one) => one?.table.fileName === fileName);
		return checker ? firstProblem(checker, rule) : null;
	}

	/** Null where something failed, which the log says without a value. */
	async function orNull<T>(ask: () => Promise<T | null>): Promise<T | null> {
		try {
			return await ask();
		} catch (error) {
			connection.console.error(`The report failed: ${error instanceof Error ? error.name : 'unknown error'}`);
			return null;
		}
	}
}
