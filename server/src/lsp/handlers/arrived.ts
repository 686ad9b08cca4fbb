import { fromBase64 } from '@exodus/bytes/base64.js';
import type { CancellationToken } from 'vscode-languageserver';
import { districtTables } from '../../check/districtTables';
import { ArrivedCheck } from '../../compare/arrived/arrivedCheck';
import { checkArrived } from '../../compare/arrived/checkArrived';
import { readOurStudents } from '../../compare/arrived/ourStudents';
import type { ConversionCallbacks } from '../../convert/csvStream';
import { type FilePair, pairOf, personOf } from '../../features';
import {
	type ArrivedAnswer,
	type ArrivedParams,
	type ArrivedStudents,
	type ArrivedStudentsParams,
	arrivedCloseRequest,
	arrivedRequest,
	arrivedStudentsRequest,
} from '../../protocol';
import { students } from '../../spec';
import { inSlices } from '../../work/slices';
import { ArrivedChecks } from '../compare/arrivedChecks';
import { answerSafely } from '../runSafely';
import { schoolNames } from '../schoolNames';
import { staleCheck } from '../staleness';
import { beginProgress } from '../workDoneProgress';
import type { HandlerContext } from './context';

const unreadable: ArrivedAnswer = { problem: 'The file could not be read. Download it again as CSV.' };
const changed: ArrivedAnswer = {
	problem: 'Your files changed while the download was read. Check what arrived again.',
};

/** Answers the requests of a comparison with what a receiver shows. It opens no document, and keeps nothing on the disk. */
export function registerArrived(context: HandlerContext): void {
	const { connection, documents, checkers } = context;
	const checks = new ArrivedChecks();
	connection.onExit(() => checks.clear());

	connection.onRequest(arrivedRequest, async (params: ArrivedParams, token: CancellationToken) => {
		const { report, end } = beginProgress(connection, params.workDoneToken, token, 'Checking what arrived');
		const callbacks = { isCanceled: () => token.isCancellationRequested, onProgress: report };
		return answerSafely<ArrivedAnswer>(connection, 'A comparison', token, unreadable, () =>
			compare(params, token, callbacks),
		).finally(end);
	});
	connection.onRequest(arrivedStudentsRequest, (params: ArrivedStudentsParams, token: CancellationToken) =>
		answerSafely<ArrivedStudents | null>(connection, 'A list of students', token, null, () => list(params)),
	);
	connection.onRequest(arrivedCloseRequest, ({ id }: { readonly id: string }) => {
		checks.close(id);
		return null;
	});

	async function filesOfFolder(uri: string): Promise<FilePair> {
		const document = documents.get(uri);
		const checker = await checkers.checker(document);
		const sibling = document && (await checkers.siblingOf(document));
		return checker ? pairOf(checker, sibling) : { roster: undefined, extension: undefined };
	}

	async function compare(
		{ id, uri, name, bytes, sheet, idColumn, columns = {} }: ArrivedParams,
		token: CancellationToken,
		callbacks: ConversionCallbacks,
	): Promise<ArrivedAnswer> {
		const pair = await filesOfFolder(uri);
		const files = Object.values(pair).filter((file) => file !== undefined);
		if (files.length === 0) return { problem: `Open ${students.fileName} to compare it with a download.` };
		const isStale = staleCheck(files, token);
		const ours = await inSlices(readOurStudents(pair), isStale);
		if (!ours) return changed;
		if (ours.ids.length === 0) {
			const fileNames = files.map(({ table }) => table.fileName).join(' and ');
			return { problem: `${fileNames} has no students that a download could be compared with.` };
		}
		const settings = await checkers.settings(uri);
		const [roster = students] = districtTables(settings, [students]);
		const { byId } = await schoolNames(context, uri);
		const check = await checkArrived(
			{ source: { name, bytes: fromBase64(bytes) }, format: { sheet }, idColumn, columns },
			{ ours, roster, schoolNames: byId, today: new Date() },
			callbacks,
		);
		if (!(check instanceof ArrivedCheck)) return check ?? changed;
		const report = await inSlices(check.compare(), isStale);
		if (!report) return changed;
		checks.keep(id, { check, uri });
		return { report };
	}

	async function list({ id, group, first, count }: ArrivedStudentsParams): Promise<ArrivedStudents | null> {
		const kept = checks.use(id);
		if (!kept) return null;
		const { total, ids, unknown } = kept.check.list(group, first, count);
		const { roster } = await filesOfFolder(kept.uri);
		const { byId } = await schoolNames(context, kept.uri);
		const ours = ids.map(({ id: student, school }) => ({
			id: student,
			name: personOf([roster], student)?.name ?? '',
			school: byId.get(school) ?? school,
		}));
		return { total, students: [...ours, ...unknown] };
	}
}
