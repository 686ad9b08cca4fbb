import {
	boolean,
	either,
	type Form,
	formOf,
	index,
	isRecord,
	listOf,
	record,
	string,
} from '../../messageForms';
import type { GridAction } from '../../protocol';
import { orMissing } from './forms';

/** Members that name a cell. */
export const ofCell = { record: index, column: index };
/** Blocks of cells. */
export const rangesForm = listOf(record({ first: index, last: index, columns: listOf(index) }));
/** A row of a view, or -1 for the one before the first. */
export const rowOrNoneForm: Form = either(index, (value) => value === -1);

const message = orMissing(string);
const filter = record({
	problems: orMissing(record({ rule: orMissing(string), column: orMissing(index), message })),
	changed: orMissing(either(boolean, record({ column: index, from: string }))),
	values: orMissing(listOf(record({ column: index, values: listOf(string) }))),
	text: orMissing(string),
});
/** The rows of a file in the order in which a table shows them. */
export const viewForm: Form = record({
	id: string,
	filter,
	sort: orMissing(record({ column: index, descending: boolean })),
});

/** Members that say where to paste which block. */
export const ofPaste = { text: string, row: index, columns: listOf(index), selected: rangesForm };

const actions: Readonly<Record<GridAction['type'], Form>> = {
	fill: record({ ranges: rangesForm, value: string }),
	fillDown: record({ ranges: rangesForm }),
	restore: record({ ...ofCell, all: boolean }),
	paste: record({ ...ofPaste, byId: boolean }),
	insertRows: record({ record: index, count: index, below: boolean }),
	deleteRows: record({ ranges: rangesForm }),
};
/** A change that a person makes in the table. */
export const actionForm: Form = (value) => isRecord(value) && formOf(actions, value.type)(value);
