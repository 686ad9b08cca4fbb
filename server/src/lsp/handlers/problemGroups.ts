import type { CancellationToken } from 'vscode-languageserver';
import { fileEdits } from '../../bulk';
import type { Checker } from '../../check/live/checker';
import { groupFixEdits, problemGroups } from '../../features';
import {
	type FileProblems,
	type FixGroupAnswer,
	type FixGroupParams,
	type FolderProblems,
	fixGroupRequest,
	MAX_PROBLEM_GROUPS,
	type ProblemGroupsParams,
	problemGroupsRequest,
} from '../../protocol';
import { inSlices } from '../../work/slices';
import { checkToEnd } from '../checkToEnd';
import { contentModified } from '../requestErrors';
import { checkAllToEnd, staleCheck } from '../staleness';
import { folderOf } from '../uris';
import { bulkRun } from './bulkRun';
import { answerUnchanged, type HandlerContext } from './context';

/** Answers requests for the problems of a folder by value, and for the edits that fix all of one value. */
export function registerProblemGroups(context: HandlerContext): void {
	const { connection, documents, checkers } = context;
	connection.onRequest(problemGroupsRequest, ({ uri }: ProblemGroupsParams, token: CancellationToken) =>
		answerUnchanged(context, 'The list of problems', uri, token, null, () => folderProblems(uri, token)),
	);
	connection.onRequest(
		fixGroupRequest,
		({ file, group, fix, ...progress }: FixGroupParams, token: CancellationToken) =>
			bulkRun<FixGroupAnswer>(context, progress, token, async (open) => {
				const checker = await open(file);
				// A fix may go by the other file, so the run ends where that changes too.
				const sibling = await checkers.siblingOf(checker.document);
				const other = sibling && documents.get(sibling.document.uri);
				if (other) await open(other);
				// Where this stops early, the run is stale and stops as well.
				await checkToEnd(checker, () => token.isCancellationRequested);
				return fixGroup(checker, group, fix);
			}),
	);

	async function folderProblems(uri: string, token: CancellationToken): Promise<FolderProblems | null> {
		const document = documents.get(uri);
		const checker = await checkers.checker(document);
		if (!document || !checker) return null;
		const sibling = await checkers.siblingOf(document);
		const both = sibling ? [checker, sibling] : [checker];
		const isStale = staleCheck(both, token);
		await checkAllToEnd(both, isStale);
		const files: FileProblems[] = [];
		for (const file of both) {
			const problems = await inSlices(problemGroups(file, MAX_PROBLEM_GROUPS), isStale);
			if (!problems) throw contentModified();
			const open = documents.get(file.document.uri);
			files.push({ ...problems, version: open ? open.version : null });
		}
		const apart = context.returned.unplacedIn(folderOf(uri) ?? '');
		const unplaced = apart.slice(0, MAX_PROBLEM_GROUPS);
		const left = apart.slice(MAX_PROBLEM_GROUPS);
		const otherUnplaced = { groups: left.length, rows: left.reduce((sum, { lines }) => sum + lines, 0) };
		if (isStale()) throw contentModified();
		return { files, unplaced, otherUnplaced };
	}
}

function* fixGroup(checker: Checker, group: string, fix: string): Generator<number, FixGroupAnswer> {
	const making = groupFixEdits(checker, group, fix);
	let step = making.next();
	for (; !step.done; step = making.next()) yield 0;
	if (!step.value) return { problem: 'This problem is not there any more, so nothing was done.' };
	const { edits, changed } = step.value;
	return { files: yield* fileEdits(checker.document, edits), changed };
}
