import type { Checker } from '../check/live/checker';
import type { Refusal } from '../work/refusal';
import type { Steps } from '../work/steps';
import { earlierValuesIn } from './earlierValues';
import { GridRecord, RECORDS_PER_STEP } from './gridRecord';
import type { GridAction, GridEarlier } from './gridTypes';
import type { RowValues } from './writeCells';

/** Puts the value of the last upload back into a cell, or into all cells of its column that had the same change. */
export function* restoreCells(
	checker: Checker,
	{ record: number, column, all }: Extract<GridAction, { readonly type: 'restore' }>,
): Steps<readonly RowValues[] | Refusal> {
	const earlierOf = earlierValuesIn(checker);
	const record = new GridRecord(checker);
	const inColumn = (): GridEarlier | undefined => earlierOf(record).find((each) => each.column === column);
	const earlier = record.read(number) ? inColumn() : undefined;
	if (!earlier) return { problem: 'This value is the one of the last upload. There is nothing to restore.' };
	const columns = [column];
	const values = [earlier.value];
	if (!all) return [{ record: number, columns, values }];
	const now = record.at(column);
	const rows: RowValues[] = [];
	const { recordCount } = checker.document;
	for (let each = 1; each < recordCount; each++) {
		record.read(each);
		if (record.at(column) === now && inColumn()?.value === earlier.value) {
			rows.push({ record: each, columns, values });
		}
		if (each % RECORDS_PER_STEP === 0) yield each / recordCount;
	}
	return rows;
}
