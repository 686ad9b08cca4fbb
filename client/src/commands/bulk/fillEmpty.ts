import { type ReplaceAnswer, type ReplaceParams, replaceRequest } from '../../../../server/src/protocol';
import { countOf, formatNumber, shown } from '../../../../server/src/wording';
import { announce, unreadableRows } from '../../ui/announce';
import { applyEdits } from '../../ui/applyEdits';
import { showInformation } from '../../ui/messages';
import type { Command } from '../command';
import { askNewValue } from './askNewValue';
import { askServer } from './askServer';
import { chooseColumn } from './chooseColumn';

/** Fills all empty fields of a column with one value; a way out passes the URI of the file and the 0-based column. */
export const fillEmpty: Command = async (context, passedFile, passedColumn) => {
	const { server } = context;
	const column = await chooseColumn(context, passedFile, passedColumn);
	if (!column) return;
	const { file, values } = column;
	const { name, empty, filled } = values;
	if (values.kind !== 'other')
		throw new Error(`Each student has a different ${name}, so one value cannot fill the column.`);
	if (empty === 0) {
		void showInformation(`${name} has no empty fields.`);
		return;
	}
	const title = `Fill ${countOf(empty, 'empty field')} in ${name} (${formatNumber(filled)} filled)`;
	const by = await askNewValue(values, title);
	if (by === undefined) return;
	const params: ReplaceParams = { file, column: values.index, value: '', by };
	const answer = await askServer<ReplaceAnswer>(server, 'Filling empty fields', replaceRequest, params);
	if (!answer) return;
	await applyEdits(answer.files);
	const unreadable = unreadableRows(answer.unreadable);
	announce(
		`${countOf(answer.changed, 'empty field')} in ${name} filled with ${shown(by)}.${unreadable}`,
		answer.files,
	);
};
