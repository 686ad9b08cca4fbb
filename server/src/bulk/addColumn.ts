import { wholeFileFixEdits } from '../check/fixes/fixEdits';
import type { OffsetEdit } from '../csv/edits/edit';
import { addColumnsFix } from '../rules/header/missingElement';
import { shown } from '../wording';
import type { Steps } from '../work/steps';
import { headerProblem } from './headerProblems';
import type { Refusal } from './results';
import type { TableFile } from './rowReader';

/** The edits that add a column. */
export interface AddedColumn {
	readonly edits: readonly OffsetEdit[];
}

/** Adds an empty column at the end of every row. Refused where that would change a value, as below an open quote. */
export function* addColumn(file: TableFile, column: string): Steps<AddedColumn | Refusal> {
	const problem = headerProblem(file);
	if (problem) return { problem };
	const { document, layout } = file;
	const { fileName } = layout.table;
	if (layout.indexOf(column) >= 0) return { problem: `${fileName} already has the column ${shown(column)}.` };
	const steps = wholeFileFixEdits(document, addColumnsFix([column]));
	for (let step = steps.next(); ; step = steps.next()) {
		if (!step.done) yield 0;
		else if (step.value.length > 0) return { edits: step.value };
		else return { problem: `${fileName} has rows that cannot be read. Fix them before you add a column.` };
	}
}
