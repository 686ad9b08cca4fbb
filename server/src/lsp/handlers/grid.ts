import type { CancellationToken, Position } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import { toCount } from '../../csv/positions';
import { locate } from '../../features/locate';
import * as grid from '../../grid';
import {
	type GridCellAnswer,
	type GridCellParams,
	type GridCodesAnswer,
	type GridCodesParams,
	type GridFindAnswer,
	type GridFindParams,
	type GridLayoutAnswer,
	type GridMarksAnswer,
	type GridMarksParams,
	type GridPlaceAnswer,
	type GridProblemAnswer,
	type GridProblemParams,
	type GridRangeAnswer,
	type GridRowsAnswer,
	type GridRowsParams,
	gridCellRequest,
	gridCodesRequest,
	gridFindRequest,
	gridLayoutRequest,
	gridMarksRequest,
	gridNextProblemRequest,
	gridPlaceRequest,
	gridRangeRequest,
	gridRowsRequest,
	MAX_GRID_ROWS,
	type PlaceParams,
	type ProgressParams,
} from '../../protocol';
import { inSlices } from '../../work/slices';
import type { Steps } from '../../work/steps';
import { contentModified } from '../requestErrors';
import { beginProgress } from '../workDoneProgress';
import { answerNewest, type HandlerContext } from './context';

/** Answers what the table editor asks to show a file. */
export function registerGrid(context: HandlerContext): void {
	const { connection } = context;
	/** Registers a request that is answered at once, with null where there is no answer. */
	function on<P extends { readonly uri: string }, A>(
		method: string,
		ask: (checker: Checker, params: P) => A,
	) {
		connection.onRequest(method, (params: P, token: CancellationToken) =>
			answerNewest<A | null>(context, params.uri, token, null, (checker) => ask(checker, params)),
		);
	}
	/** Registers a request that is answered in steps; they start again where the file changes in the meantime. */
	function onSteps<P extends ProgressParams & { readonly uri: string }, A>(
		method: string,
		ask: (checker: Checker, params: P) => Steps<A>,
		begin: (params: P) => Promise<void> | undefined = () => undefined,
	) {
		connection.onRequest(method, (params: P, token: CancellationToken) =>
			answerNewest<A | null>(context, params.uri, token, null, async (checker) => {
				await begin(params);
				return toEnd(context, checker, params, token, () => ask(checker, params));
			}),
		);
	}

	on(gridLayoutRequest, (checker): GridLayoutAnswer => grid.gridLayout(checker));
	on(gridCellRequest, (checker, place: GridCellParams): GridCellAnswer => {
		const value = grid.cellValue(checker, place);
		return value === undefined ? null : { version: checker.document.version, value };
	});
	on(gridRangeRequest, (checker, place: GridCellParams): GridRangeAnswer => {
		const range = grid.rangeOfCell(checker, place);
		return range ? { version: checker.document.version, range } : null;
	});
	connection.onRequest(
		gridPlaceRequest,
		({ textDocument, position }: PlaceParams, token: CancellationToken) =>
			answerNewest(context, textDocument.uri, token, null, (checker) => placeOf(checker, position)),
	);
	on(
		gridCodesRequest,
		(checker, { column }: GridCodesParams): GridCodesAnswer => grid.columnCodes(checker, column) ?? null,
	);
	onSteps(
		gridRowsRequest,
		(checker, { view, first, count, columns }: GridRowsParams): Steps<GridRowsAnswer> =>
			grid.gridRows(checker, view, {
				first: toCount(first),
				count: Math.min(toCount(count), MAX_GRID_ROWS),
				columns,
			}),
		// The view of what changed would be empty until the last upload is read.
		({ uri, view }) => (view.filter.changed ? context.comparisons.sideRead(uri) : undefined),
	);
	onSteps(gridFindRequest, function* (checker, { view, record }: GridFindParams): Steps<GridFindAnswer> {
		const shown = yield* grid.viewRows(checker, view);
		while (record >= checker.document.recordCount && checker.document.readMore()) yield 0;
		const row = shown.rowOf(record);
		return row < 0 ? null : { row };
	});
	onSteps(gridNextProblemRequest, function* (checker, params: GridProblemParams): Steps<GridProblemAnswer> {
		return (yield* grid.nextProblem(checker, params.view, params)) ?? null;
	});
	onSteps(gridMarksRequest, function* (checker, { view, parts }: GridMarksParams): Steps<GridMarksAnswer> {
		const marks = yield* grid.gridMarks(checker, view, parts);
		return { version: checker.document.version, marks };
	});
}

/** The cell at a position: the last row where a new one has no text yet, and the last column where a row has more. */
function placeOf(checker: Checker, position: Position): GridPlaceAnswer {
	const { record, column } = locate(checker, position);
	const { document, layout } = checker;
	if (document.recordCount === 0) return null;
	return {
		record: Math.min(record, document.recordCount - 1),
		column: Math.max(0, Math.min(column, layout.columns.length - 1)),
	};
}

/** Runs steps to their end, again from the start where the document changes. Rejects where it is closed. */
async function toEnd<A>(
	{ connection, documents }: HandlerContext,
	{ document }: Checker,
	{ workDoneToken }: ProgressParams,
	token: CancellationToken,
	begin: () => Steps<A>,
): Promise<A> {
	const isCanceled = (): boolean => token.isCancellationRequested || documents.get(document.uri) !== document;
	const progress = beginProgress(connection, workDoneToken, token, '');
	try {
		while (!isCanceled()) {
			const { version } = document;
			const isStale = (): boolean => isCanceled() || document.version !== version;
			const result = await inSlices(begin(), isStale, progress.report);
			if (result !== undefined) return result;
		}
		throw contentModified();
	} finally {
		progress.end();
	}
}
