import type { Checker } from '../check/live/checker';
import type { Steps } from '../work/steps';
import { isCheckedToEnd } from './checkedToEnd';
import { cutText, cutValue } from './cutText';
import { earlierValuesIn } from './earlierValues';
import { FindingsOfRows } from './findingsOfRows';
import { GridRecord, secretColumns } from './gridRecord';
import type { GridRow, GridRows, GridView } from './gridTypes';
import { isCount } from './isCount';
import { followReports } from './reportedRows';
import { unreadableText } from './unreadableText';
import { viewRows } from './viewRows';

/** A window of a view. */
export interface GridWindow {
	/** The first row, 0-based in the view. */
	readonly first: number;
	readonly count: number;
	/** The wanted columns, 0-based in the file. */
	readonly columns: readonly number[];
}

/** Rows of a window that are read in one step. */
const ROWS_PER_STEP = 16;

/**
 * Reads a window of a view, with the findings of its rows, which are checked first where they must. It costs what its
 * blocks cost, wherever it is in the file. The file must not change before the last step.
 */
export function* gridRows(checker: Checker, view: GridView, window: GridWindow): Steps<GridRows> {
	const { document } = checker;
	const shown = yield* viewRows(checker, view);
	const { first, count } = window;
	while (shown.length < first + count && document.readMore()) yield 0;
	yield* followReports(checker);
	const read = rowReader(checker, window.columns);
	const rows: GridRow[] = [];
	for (let row = first; row < Math.min(first + count, shown.length); row++) {
		rows.push(read(shown.recordAt(row)));
		if (rows.length % ROWS_PER_STEP === 0) yield 1;
	}
	return {
		version: document.version,
		order: shown.order,
		isComplete: isCheckedToEnd(checker),
		total: checker.records,
		shown: shown.length,
		first,
		rows,
	};
}

function rowReader(checker: Checker, columns: readonly number[]): (record: number) => GridRow {
	const findings = new FindingsOfRows(checker);
	const record = new GridRecord(checker);
	const secret = secretColumns(checker);
	const earlierOf = earlierValuesIn(checker);
	return (number) => {
		record.read(number);
		const marked = findings.marksOf(number, record);
		if (!record.isReadable) {
			const { text } = cutText(unreadableText(checker, record));
			return { record: number, text, findings: marked };
		}
		const cut: number[] = [];
		const values = columns.map((column, at) => {
			// `secret` has numbers: "5" would get past it.
			if (!isCount(column) || secret.has(column)) return '';
			const { text, isCut } = cutValue(record, column);
			if (isCut) cut.push(at);
			return text;
		});
		const earlier = earlierOf(record);
		return {
			record: number,
			values,
			...(cut.length > 0 && { cut }),
			...(earlier.length > 0 && { earlier }),
			findings: marked,
		};
	};
}
