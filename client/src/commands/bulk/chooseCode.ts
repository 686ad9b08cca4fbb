import { Uri } from 'vscode';
import {
	type ColumnValuesAnswer,
	type ColumnValuesParams,
	columnValuesRequest,
} from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';
import { openDocument } from '../../files/documents';
import { refOf } from '../../files/filePair';
import { quoted } from '../../ui/valueLabel';
import type { Command } from '../command';
import { askNewValue } from './askNewValue';
import { askServer } from './askServer';
import { replaceInColumn } from './replaceInColumn';

/** Asks for a code of a column and writes it in place of a value: in one row, or in all. */
export const chooseCode: Command = async ({ server }, uri, column, value, row) => {
	const document = typeof uri === 'string' ? openDocument(Uri.parse(uri)) : undefined;
	if (!document || typeof column !== 'number' || typeof value !== 'string')
		throw new Error('Name an open file, a column and a value.');
	const file = refOf(document);
	const counting: ColumnValuesParams = { file, at: column };
	const values = await askServer<ColumnValuesAnswer>(
		server,
		'Counting values',
		columnValuesRequest,
		counting,
	);
	if (!values) return;
	const onlyRow = typeof row === 'number' ? row : undefined;
	// A value beyond the ones that are listed has no count.
	const count = values.values.find((one) => one.value === value)?.count;
	const rows = count === undefined ? 'all rows' : countOf(count, 'row');
	const where = onlyRow === undefined ? rows : `row ${onlyRow}`;
	const by = await askNewValue(values, `Replace ${quoted(value)} in ${values.name} (${where})`, value);
	if (by === undefined) return;
	await replaceInColumn(server, { file, column, value, by, row: onlyRow });
};
