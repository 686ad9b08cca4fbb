import { fromBase64 } from '@exodus/bytes/base64.js';
import type { CancellationToken } from 'vscode-languageserver';
import * as bulk from '../../bulk';
import type { Checker } from '../../check/live/checker';
import { readList } from '../../convert/read/readList';
import {
	closeListRequest,
	type FilesToFill,
	type FillByRuleParams,
	type FillFromListParams,
	fillByRuleRequest,
	fillColumnsRequest,
	fillFromListRequest,
	type ListValuesParams,
	listValuesRequest,
	MAX_LIST_BYTES,
	type OpenListParams,
	openListRequest,
	type Refusal,
} from '../../protocol';
import type { Steps } from '../../work/steps';
import { refused } from '../refused';
import { bulkRun, type Open } from './bulkRun';
import type { HandlerContext } from './context';

type List = Parameters<typeof bulk.describeList>[0];

/** Answers the requests that fill columns. The list that was opened last is kept until the client closes it. */
export function registerFill(context: HandlerContext): void {
	const { connection, checkers } = context;
	let opened: { readonly id: number; readonly list: List } | undefined;

	/** Registers a request whose work opens the files of the folder and then runs in steps. */
	function on<P extends FilesToFill, A>(
		method: string,
		begin: (params: P, files: readonly Checker[], token: CancellationToken) => Promise<Steps<A | Refusal>>,
	): void {
		connection.onRequest(method, (params: P, token: CancellationToken) =>
			bulkRun(context, params, token, async (open) => begin(params, await openAll(open, params), token)),
		);
	}

	function listOf(id: number): List {
		if (opened?.id !== id) throw refused('The list is not open any more. Choose it again.');
		return opened.list;
	}

	on(fillColumnsRequest, async ({ roster, extension }: FilesToFill, files) => {
		const { fillRules } = await checkers.settings((roster ?? extension)?.uri);
		return columns(files, fillRules);
	});
	on(fillByRuleRequest, async (params: FillByRuleParams, files) => byRule(files, params));
	on(openListRequest, async ({ list, name, bytes, sheet }: OpenListParams, files, token) => {
		const content = fromBase64(bytes);
		if (content.length > MAX_LIST_BYTES)
			throw refused('The list is larger than 50 MB. Keep only the columns that you need.');
		const read = await readList({ name, bytes: content }, sheet, () => token.isCancellationRequested);
		if ('problem' in read) return refuse(read);
		opened = { id: list, list: read };
		return bulk.describeList(read, identityOf(files), tablesOf(files));
	});
	on(listValuesRequest, async ({ list, target }: ListValuesParams, files) =>
		bulk.listValues(listOf(list), files, target),
	);
	on(fillFromListRequest, async (params: FillFromListParams, files) =>
		fromList(listOf(params.list), files, params),
	);
	connection.onRequest(closeListRequest, ({ list }: { readonly list: number }) => {
		if (opened?.id === list) opened = undefined;
		return null;
	});
}

/** Opens the files that a request names, the roster first. */
async function openAll(open: Open, { roster, extension }: FilesToFill): Promise<readonly Checker[]> {
	const files: Checker[] = [];
	for (const file of [roster, extension]) if (file) files.push(await open(file));
	return files;
}

/** The file that says which students there are: the roster, where there is one. */
function identityOf([first]: readonly Checker[]): Checker {
	if (!first) throw refused('Open students.csv first.');
	return first;
}

/** The tables of the files, with the values that the district accepts. */
function tablesOf(files: readonly Checker[]) {
	return files.map(({ layout }) => layout.table);
}

// biome-ignore lint/correctness/useYield: an answer that is there at once
function* refuse<T>(refusal: T): Steps<T> {
	return refusal;
}

function* columns(files: readonly Checker[], saved: Parameters<typeof bulk.checkedRules>[1]) {
	const answer = yield* bulk.fillableColumns(files);
	return 'problem' in answer ? answer : { columns: answer, saved: bulk.checkedRules(files, saved) };
}

function* byRule(files: readonly Checker[], { rule, preview }: FillByRuleParams) {
	const answer = yield* bulk.applyFillRule(files, rule);
	if ('problem' in answer) return answer;
	const { edits, counts, conflicts, file, lookedAt, disagreeing } = answer;
	return {
		files: preview ? [] : yield* bulk.fileEdits(file.document, edits.edits),
		counts: counts[0],
		conflicts,
		lookedAt,
		disagreeing,
	};
}

function* fromList(list: List, files: readonly Checker[], { choice, preview }: FillFromListParams) {
	const answer = yield* bulk.fillFromList(list, files, identityOf(files), choice);
	if ('problem' in answer) return answer;
	const { files: filled, ...counts } = answer;
	const edits = [];
	for (const { file, filled: rows } of preview ? [] : filled) {
		edits.push(...(yield* bulk.fileEdits(file.document, rows.edits.edits)));
	}
	return { ...counts, files: edits };
}
