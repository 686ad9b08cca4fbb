import type { CancellationToken } from 'vscode-languageserver';
import { fileEdits } from '../../bulk';
import type { Checker } from '../../check/live/checker';
import { checkedToEnd } from '../../grid/checkedToEnd';
import { copyCells } from '../../grid/copyCells';
import { gridEdit } from '../../grid/gridEdit';
import { planPaste } from '../../grid/planPaste';
import { rowNames } from '../../grid/rowNames';
import { isView } from '../../grid/selection';
import { type ViewRows, viewRows } from '../../grid/viewRows';
import {
	type FileRef,
	type GridEditAnswer,
	type GridEditParams,
	type GridPlanParams,
	type GridRangesParams,
	type GridView,
	gridCopyRequest,
	gridEditRequest,
	gridPlanPasteRequest,
	gridRowNamesRequest,
	type ProgressParams,
	type Refusal,
} from '../../protocol';
import { type Steps, stepsIn } from '../../work/steps';
import { bulkRun } from './bulkRun';
import type { HandlerContext } from './context';

const MOVED = 'The rows of the table have changed in the meantime, so nothing was changed. Try again.';

/** What every request on the cells of a table has. */
interface CellParams extends ProgressParams {
	readonly file: FileRef;
	readonly view: GridView;
}

/** Answers the requests that read or change many cells of a table. */
export function registerGridEdits(context: HandlerContext): void {
	/** Registers a request whose work needs the rows of a view. */
	function on<P extends CellParams, A>(
		method: string,
		work: (checker: Checker, rows: ViewRows, params: P) => Steps<A | Refusal>,
		needsCheck: (params: P) => boolean = () => false,
	): void {
		context.connection.onRequest(method, (params: P, token: CancellationToken) =>
			bulkRun(context, params, token, async (open) => {
				const checker = await open(params.file);
				return inView(checker, params.view, needsCheck(params), (rows) => work(checker, rows, params));
			}),
		);
	}

	on(gridRowNamesRequest, (checker, rows, { ranges }: GridRangesParams) => rowNames(checker, rows, ranges));
	on(gridCopyRequest, (checker, rows, { ranges }: GridRangesParams) => copyCells(checker, rows, ranges));
	on(
		gridPlanPasteRequest,
		(checker, rows, params: GridPlanParams) => planPaste(checker, rows, params),
		// A block of one column has no IDs to match.
		({ text }) => typeof text === 'string' && text.includes('\t'),
	);
	on(
		gridEditRequest,
		(checker, rows, params: GridEditParams) => edit(checker, rows, params),
		({ action }) => action?.type === 'paste' && action.byId,
	);
}

/** Reads the whole file, so that the number of its rows is known, and checks it where its IDs are wanted. */
function* inView<A>(
	checker: Checker,
	view: GridView,
	isChecked: boolean,
	work: (rows: ViewRows) => Steps<A | Refusal>,
): Steps<A | Refusal> {
	if (!isView(view)) return { problem: 'The table has no such view.' };
	const { document } = checker;
	if (isChecked) yield* checkedToEnd(checker);
	while (document.readMore()) yield 0;
	const { columnsProblem } = checker;
	if (columnsProblem) return { problem: columnsProblem };
	const rows = yield* stepsIn([0, 0.3], viewRows(checker, view));
	return yield* stepsIn([0.3, 1], work(rows));
}

function* edit(
	checker: Checker,
	rows: ViewRows,
	{ order = rows.order, action }: GridEditParams,
): Steps<GridEditAnswer> {
	if (order !== rows.order) return { problem: MOVED };
	const answer = yield* stepsIn([0, 0.8], gridEdit(checker, rows, action));
	if ('problem' in answer) return answer;
	const { edits, ...counts } = answer;
	return { ...counts, files: yield* stepsIn([0.8, 1], fileEdits(checker.document, edits)) };
}
