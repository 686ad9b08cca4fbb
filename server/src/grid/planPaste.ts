import type { Checker } from '../check/live/checker';
import type { Refusal } from '../work/refusal';
import { type Steps, stepsIn } from '../work/steps';
import { readBlock } from './clipboardBlock';
import type { GridPaste, GridPastePlan } from './gridTypes';
import { landsOnItsIds, matchById } from './matchById';
import { pasteBlock } from './pasteBlock';
import type { ViewRows } from './viewRows';
import { writeCells } from './writeCells';

/** What pasting a block would do, at the active cell and by its IDs. The file must be checked to its end. */
export function* planPaste(
	checker: Checker,
	rows: ViewRows,
	paste: GridPaste,
): Steps<GridPastePlan | Refusal> {
	const block = yield* stepsIn([0, 0.3], readBlock(paste.text));
	if ('problem' in block) return block;
	const size = { rows: block.rows.length, columns: block.width };
	const pasted = yield* stepsIn([0.3, 0.4], pasteBlock(checker, rows, block, paste));
	const written = 'problem' in pasted ? pasted : yield* stepsIn([0.4, 0.8], writeCells(checker, pasted));
	const here = 'problem' in written ? { cells: 0, problem: written.problem } : { cells: written.changed };
	const matched = yield* stepsIn([0.8, 0.9], matchById(checker, rows, block, paste));
	if ('problem' in matched && !matched.hasIds) return { ...size, ...here };
	const isSame = yield* stepsIn([0.9, 1], landsOnItsIds(checker, rows, block, paste));
	if (isSame) return { ...size, ...here };
	if ('problem' in matched) {
		return { ...size, ...here, byId: { matched: 0, unmatched: 0, columns: [], problem: matched.problem } };
	}
	const { unmatched, restored } = matched;
	const columns = matched.columns.map((column) => checker.layout.nameOf(column));
	const byId = { matched: matched.matched, unmatched, columns, ...(restored > 0 && { restored }) };
	return { ...size, ...here, byId };
}
