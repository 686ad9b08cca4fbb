import { fromBase64 } from '@exodus/bytes/base64.js';
import type { CancellationToken } from 'vscode-languageserver';
import { placeReport } from '../../compare/returned/placeReport';
import { unplacedGroups } from '../../compare/returned/unplacedGroups';
import { readList } from '../../convert/read/readList';
import { diagnosticSource } from '../../features/diagnostics';
import {
	MAX_RETURNED_BYTES,
	type ReturnedCloseParams,
	type ReturnedOpenAnswer,
	type ReturnedOpenParams,
	returnedCloseRequest,
	returnedOpenRequest,
	type UnplacedGroup,
} from '../../protocol';
import { lineText } from '../../safeText';
import { inSlices } from '../../work/slices';
import { checkToEnd } from '../checkToEnd';
import { answerSafely } from '../runSafely';
import { staleCheck } from '../staleness';
import { folderOf } from '../uris';
import { beginProgress } from '../workDoneProgress';
import type { HandlerContext } from './context';

/** Answers the requests that open and close the error reports of receivers. */
export function registerReturned(context: HandlerContext): void {
	const { connection, documents, checkers, returned, siblings } = context;
	connection.onRequest(returnedOpenRequest, (params: ReturnedOpenParams, token: CancellationToken) => {
		const { report, end } = beginProgress(connection, params.workDoneToken, token, `Reading ${params.name}`);
		const failed = { problem: 'The report could not be read. Save it again as CSV.' };
		return answerSafely<ReturnedOpenAnswer>(connection, 'An error report', token, failed, () =>
			open(params, token, report),
		).finally(end);
	});
	connection.onRequest(returnedCloseRequest, ({ uri, name }: ReturnedCloseParams) => {
		returned.close(folderOf(uri) ?? '', name);
		return null;
	});

	async function open(
		{ uri, name, bytes, sheet, columns }: ReturnedOpenParams,
		token: CancellationToken,
		onProgress: (done: number) => void,
	): Promise<ReturnedOpenAnswer> {
		const folder = folderOf(uri);
		const document = documents.get(uri);
		// The texts at the request count: nothing is said about a later one.
		const asked = (document ? [document, ...siblings.openBeside(uri)] : []).map((file) => ({
			file,
			version: file.version,
		}));
		const hasChanged = (): boolean =>
			asked.some(({ file, version }) => documents.get(file.uri) !== file || file.version !== version);
		const checker = await checkers.checker(document);
		if (!document || !checker?.table.role) return { problem: 'Open students.csv or students_ext.csv first.' };
		if (folder === undefined) return { problem: 'Save the file of students first.' };
		const content = fromBase64(bytes);
		if (content.length > MAX_RETURNED_BYTES)
			return { problem: 'The report is larger than 50 MB. Keep only the columns that you need.' };
		const list = await readList({ name, bytes: content }, sheet, () => token.isCancellationRequested);
		if ('problem' in list) return list;
		const sibling = await checkers.siblingOf(document);
		const files = (sibling ? [checker, sibling] : [checker]).sort(
			(one, other) => Number(other.table.role === 'roster') - Number(one.table.role === 'roster'),
		);
		const isCheckStale = staleCheck(files, token);
		const isStale = (): boolean => hasChanged() || isCheckStale();
		if (isStale()) return changed;
		for (const file of files) if (!(await checkToEnd(file, isStale))) return changed;
		const placed = await inSlices(placeReport(sourceOf(name), list, files, columns), isStale, onProgress);
		if (!placed) return changed;
		if ('question' in placed) return { question: placed.question, names: list.names };
		if ('problem' in placed) return placed;
		const { lines, unplaced, notes } = placed.report;
		const groups = await inSlices(unplacedGroups(placed.report), isStale);
		if (!groups) return changed;
		returned.open(folder, name, { lines, unplaced: groups.map(asShown) });
		return { opened: { placed: lines.length, unplaced: unplaced.length, notes } };
	}
}

const changed = { problem: 'The file changed while the report was opened. Open it again.' };

/** The name of a report as the source of its problems: never that of the check's own. */
function sourceOf(name: string): string {
	const source = lineText(name).trim();
	return source === '' || source.toLowerCase() === diagnosticSource ? 'Error report' : source;
}

/** Lines that are on no field, as lists show them. */
function asShown(group: UnplacedGroup): UnplacedGroup {
	return {
		...group,
		field: lineText(group.field),
		message: lineText(group.message),
		ids: group.ids.map(lineText),
	};
}
