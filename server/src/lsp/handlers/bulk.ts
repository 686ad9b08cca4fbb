import type { CancellationToken } from 'vscode-languageserver';
import * as bulk from '../../bulk';
import { fileEdits } from '../../bulk';
import type { Checker } from '../../check/live/checker';
import { spreadsheetCsv } from '../../convert/spreadsheetCsv';
import type { OffsetEdit } from '../../csv/edits/edit';
import { locate } from '../../features/locate';
import {
	type AddColumnParams,
	addColumnRequest,
	addMissingRequest,
	type ColumnValuesParams,
	columnCountsRequest,
	columnValuesRequest,
	moveRequest,
	type OneFile,
	type ProblemListAnswer,
	type ProblemListParams,
	type ProgressParams,
	problemListRequest,
	type Refusal,
	type RemoveRowsParams,
	type ReplaceParams,
	removeRowsRequest,
	replaceRequest,
	type SplitParams,
	splitRequest,
	type TwoFiles,
	unknownRowsRequest,
} from '../../protocol';
import type { Steps } from '../../work/steps';
import { checkToEnd } from '../checkToEnd';
import { bulkRun, type Open } from './bulkRun';
import type { HandlerContext } from './context';

/** Answers the requests that work on whole files. */
export function registerBulk(context: HandlerContext): void {
	const { connection } = context;
	/** Registers a request whose work opens its files and then runs in steps. */
	function on<P extends ProgressParams, A>(
		method: string,
		begin: (params: P, open: Open, token: CancellationToken) => Promise<Steps<A | Refusal>>,
	): void {
		connection.onRequest(method, (params: P, token: CancellationToken) =>
			bulkRun(context, params, token, (open) => begin(params, open, token)),
		);
	}

	on(addMissingRequest, async ({ roster, extension }: TwoFiles, open) =>
		addMissing(await open(roster), await open(extension)),
	);
	on(unknownRowsRequest, async ({ roster, extension }: TwoFiles, open) =>
		bulk.unknownRows(await open(roster), await open(extension)),
	);
	on(removeRowsRequest, async ({ file, rows }: RemoveRowsParams, open) => removeRows(await open(file), rows));
	on(moveRequest, async ({ roster, extension }: TwoFiles, open) =>
		move(await open(roster), await open(extension)),
	);
	on(splitRequest, async ({ roster, extension }: SplitParams, open) =>
		split(await open(roster), extension && (await open(extension))),
	);
	on(columnCountsRequest, async ({ file }: OneFile, open) => columns(await open(file)));
	on(columnValuesRequest, async ({ file, at }: ColumnValuesParams, open) => values(await open(file), at));
	on(replaceRequest, async ({ file, ...params }: ReplaceParams, open) => replace(await open(file), params));
	on(addColumnRequest, async ({ file, column }: AddColumnParams, open) =>
		addColumn(await open(file), column),
	);

	connection.onRequest(
		problemListRequest,
		async (params: ProblemListParams, token: CancellationToken): Promise<ProblemListAnswer> => {
			let total = 0;
			const rows = await bulkRun(context, params, token, async (open) => {
				const checker = await open(params.file);
				// Where this stops early, the run is stale and stops as well.
				await checkToEnd(checker, () => token.isCancellationRequested);
				total = checker.tally.total;
				return bulk.problemList(checker, params.withValues);
			});
			if ('problem' in rows) return rows;
			const count = rows.length - 1;
			return { text: await spreadsheetCsv(rows), count, leftOut: total - count };
		},
	);
}

type Edits = readonly OffsetEdit[];

function* addMissing(roster: Checker, extension: Checker) {
	const answer = yield* bulk.addMissing(roster, extension);
	if ('problem' in answer) return answer;
	const { edits, ...counts } = answer;
	return { ...counts, files: yield* fileEdits(extension.document, edits) };
}

function* removeRows(file: Checker, rows: readonly number[]) {
	return { files: yield* fileEdits(file.document, yield* bulk.removeRows(file, rows)) };
}

function* move(roster: Checker, extension: Checker) {
	const answer = yield* bulk.moveToRoster(roster, extension);
	if ('problem' in answer) return answer;
	const { rosterEdits, extensionEdits, ...counts } = answer;
	return { ...counts, files: yield* editsOfBoth(roster, rosterEdits, extension, extensionEdits) };
}

function* split(roster: Checker, extension: Checker | undefined) {
	const answer = yield* bulk.splitFromRoster(roster, extension);
	if ('problem' in answer) return answer;
	const { rosterEdits, extensionEdits, ...counts } = answer;
	return { ...counts, files: yield* editsOfBoth(roster, rosterEdits, extension, extensionEdits) };
}

function* editsOfBoth(roster: Checker, ofRoster: Edits, extension: Checker | undefined, ofExtension: Edits) {
	const files = yield* fileEdits(roster.document, ofRoster);
	return extension ? [...files, ...(yield* fileEdits(extension.document, ofExtension))] : files;
}

function* columns(file: Checker) {
	const answer = yield* bulk.columnCounts(file);
	return 'problem' in answer ? answer : { columns: answer };
}

/** @param at a column, or a position in one, whose value is then the first choice. */
function* values(file: Checker, at: ColumnValuesParams['at']) {
	if (typeof at === 'number') return yield* bulk.columnValues(file, at);
	const { column, declared, field, record } = locate(file, at);
	if (!declared) return null;
	const current = record > 0 && field.value !== '' ? field.value : undefined;
	const answer = yield* bulk.columnValues(file, column, current);
	if ('problem' in answer) return answer;
	return { ...answer, current: answer.values.some(({ value }) => value === current) ? current : undefined };
}

function* replace(file: Checker, { column, value, by, row }: Omit<ReplaceParams, 'file'>) {
	const answer = yield* bulk.replaceValue(file, column, value, by, row === undefined ? row : row - 1);
	if ('problem' in answer) return answer;
	const { edits, ...counts } = answer;
	return { ...counts, files: yield* fileEdits(file.document, edits) };
}

function* addColumn(file: Checker, column: string) {
	const answer = yield* bulk.addColumn(file, column);
	return 'problem' in answer ? answer : { files: yield* fileEdits(file.document, answer.edits) };
}
