import type { CancellationToken } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import { countStudents } from '../../coverage/counting/count';
import type { StudentCounts } from '../../coverage/counting/counts';
import { reportOf } from '../../coverage/report';
import { savedReportOf } from '../../coverage/suppression/savedReport';
import { schoolTexts, studentTexts } from '../../coverage/suppression/studentTexts';
import { type FilePair, firstProblem, pairOf } from '../../features';
import {
	type CoverageReport,
	type FirstProblem,
	type FirstProblemParams,
	type FolderState,
	firstProblemRequest,
	folderStateRequest,
	type Readiness,
	type ReportParams,
	reportRequest,
	type SavedReport,
} from '../../protocol';
import { inSlices } from '../../work/slices';
import { folderReadiness } from '../folderReadiness';
import { contentModified } from '../requestErrors';
import { schoolNames } from '../schoolNames';
import { checkAllToEnd, type IsStale, staleCheck } from '../staleness';
import { answerUnchanged, type HandlerContext } from './context';

/** The files of a folder that are there, checked and counted. */
interface District {
	readonly pair: FilePair;
	readonly counts: StudentCounts;
	readonly files: readonly Checker[];
	readonly readiness: Readiness;
	readonly isStale: IsStale;
}

/** Answers requests for the coverage report and for the state of a folder. */
export function registerReport(context: HandlerContext): void {
	const { connection, documents, checkers } = context;
	connection.onRequest(reportRequest, (params: ReportParams, token: CancellationToken) =>
		orNull(params, token, () => report(params, token)),
	);
	connection.onRequest(folderStateRequest, (params: ReportParams, token: CancellationToken) =>
		orNull(params, token, () => folderState(params.uri, token)),
	);
	connection.onRequest(firstProblemRequest, (params: FirstProblemParams, token: CancellationToken) =>
		orNull(params, token, () => findFirst(params, token)),
	);

	/** The file of a URI and the other one of its folder. */
	async function filesOfFolder(uri: string): Promise<FilePair> {
		const document = documents.get(uri);
		const checker = await checkers.checker(document);
		const sibling = document && (await checkers.siblingOf(document));
		return checker ? pairOf(checker, sibling) : { roster: undefined, extension: undefined };
	}

	async function report(
		{ uri, suppress }: ReportParams,
		token: CancellationToken,
	): Promise<CoverageReport | SavedReport | null> {
		const district = await readDistrict(uri, token);
		if (!district) return null;
		const { pair, counts, files, readiness, isStale } = district;
		const names = await schoolNames(context, uri);
		if (isStale()) throw contentModified();
		if (!suppress) return reportOf(counts, files, { readiness, names });
		const { smallCounts } = await checkers.settings(uri);
		const ofStudents = await inSlices(studentTexts(pair, schoolTexts(counts, names)), isStale);
		if (!ofStudents || isStale()) throw contentModified();
		return savedReportOf(
			counts,
			files.map(({ table }) => table.fileName),
			readiness,
			smallCounts,
			{ names, ofStudents },
		);
	}

	async function folderState(uri: string, token: CancellationToken): Promise<FolderState | null> {
		const district = await readDistrict(uri, token);
		if (!district) return null;
		const files = district.files.map(({ table: { fileName }, records, tally: { counts } }) => ({
			fileName,
			records,
			errors: counts.error,
			warnings: counts.warning,
		}));
		const { students, inBothFiles } = district.counts;
		return { files, students, covered: inBothFiles, readiness: district.readiness };
	}

	/** Checks and counts the files that are there; null if there is none. Rejects if that became stale. */
	async function readDistrict(uri: string, token: CancellationToken): Promise<District | null> {
		const pair = await filesOfFolder(uri);
		const files = Object.values(pair).filter((file) => file !== undefined);
		if (files.length === 0) return null;
		const isStale = staleCheck(files, token);
		await checkAllToEnd(files, isStale);
		const counts = await inSlices(countStudents(pair), isStale);
		const [first] = files;
		const readiness = first && (await folderReadiness(context, first, isStale));
		if (!counts || isStale()) throw contentModified();
		return readiness ? { pair, counts, files, readiness, isStale } : null;
	}

	async function findFirst(
		{ uri, rule, fileName }: FirstProblemParams,
		token: CancellationToken,
	): Promise<FirstProblem | null> {
		const files = Object.values(await filesOfFolder(uri));
		const file = files.find((one) => one?.table.fileName === fileName);
		if (!file) return null;
		await checkAllToEnd([file], staleCheck([file], token));
		return firstProblem(file, rule);
	}

	function orNull<T>(
		{ uri }: { readonly uri: string },
		token: CancellationToken,
		work: () => Promise<T | null>,
	): Promise<T | null> {
		return answerUnchanged(context, 'The report', uri, token, null, work);
	}
}
