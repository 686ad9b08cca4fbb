import { EditList } from '../bulk/editList';
import { headerLineBreak } from '../bulk/newRows';
import type { Checker } from '../check/live/checker';
import type { CsvDocument } from '../csv/document';
import type { OffsetEdit } from '../csv/edits/edit';
import { contentEnd, joinsLineBreaks, removalOfRecords } from '../csv/edits/removeRecords';
import { formatNumber } from '../wording';
import type { Refusal } from '../work/refusal';
import { type Steps, stepsIn } from '../work/steps';
import type { GridAction } from './gridTypes';
import { growthProblem } from './growth';
import { isCount } from './isCount';
import { openQuoteProblem } from './openQuotes';
import { EMPTY_ROW_OF_ONE } from './writeCells';

/** Edits that add or remove whole rows. */
export interface ChangedRows {
	readonly edits: readonly OffsetEdit[];
	/** Rows that are added or removed. */
	readonly changed: number;
}

/** The most rows that are inserted at once. */
const MAX_INSERTED = 100_000;

/** Rows between two yields. */
const STEP = 64;

/** Inserts empty rows above or below a row, with as many fields as the header and the line break of that row. */
export function* insertRows(
	checker: Checker,
	{ record, count, below }: Extract<GridAction, { readonly type: 'insertRows' }>,
): Steps<ChangedRows | Refusal> {
	const { document, layout } = checker;
	if (!isCount(record) || record >= document.recordCount) {
		return { problem: 'The row is not in the file any more. Select a row again.' };
	}
	if (record === 0 && !below) return { problem: 'No row can be above the header. Insert rows below it.' };
	if (!isCount(count) || count === 0 || count > MAX_INSERTED) {
		return { problem: `Between 1 and ${formatNumber(MAX_INSERTED)} rows can be inserted at once.` };
	}
	const columns = layout.columns.length;
	const row = columns === 1 ? EMPTY_ROW_OF_ONE : ','.repeat(columns - 1);
	const grows = growthProblem(checker, count * (row.length + 2));
	if (grows) return { problem: grows };
	const above = below ? record : record - 1;
	const at = document.recordSpan(above).end;
	const own = lineBreakOf(document, above);
	const lineBreak = own ?? lineBreakNear(document, above);
	const rows = (row + lineBreak).repeat(count);
	// The file ends as before: with a line break, or without.
	const text = own === undefined ? lineBreak + rows.slice(0, -lineBreak.length) : rows;
	const edits = [{ start: at, end: at, text }];
	return (yield* openQuoteProblem(checker, [above + 1], edits)) ?? { edits, changed: count };
}

/**
 * Deletes rows with their line breaks. Where the last row has none, the one before it is deleted instead, so that the
 * file still ends without.
 *
 * @param records ascending, each once.
 */
export function* deleteRows(checker: Checker, records: ArrayLike<number>): Steps<ChangedRows | Refusal> {
	const { document } = checker;
	const deletions = new EditList();
	const firsts: number[] = [];
	for (let at = 0, step = 0; at < records.length; step++) {
		const first = records[at] as number;
		let last = first;
		while (records[++at] === last + 1) last++;
		deletions.push(removalOfRecords(document, first, last));
		firsts.push(first);
		if (step % STEP === 0) yield (at / records.length) * 0.5;
	}
	const { edits } = deletions;
	if (edits.some((edit) => joinsLineBreaks(document, edit))) {
		return { problem: 'A blank line next to a deleted row would be lost. Delete the blank line too.' };
	}
	const problem = yield* stepsIn([0.5, 1], openQuoteProblem(checker, firsts, edits));
	return problem ?? { edits, changed: records.length };
}

/** The line break that ends a record; undefined for the last one of a file that ends without. */
function lineBreakOf(document: CsvDocument, record: number): string | undefined {
	return document.slice(contentEnd(document, record), document.recordSpan(record).end) || undefined;
}

/** The line break of the row above a row, else that of the header. */
function lineBreakNear(document: CsvDocument, record: number): string {
	const near = record > 0 ? lineBreakOf(document, record - 1) : undefined;
	return near ?? headerLineBreak(document) ?? '\n';
}
