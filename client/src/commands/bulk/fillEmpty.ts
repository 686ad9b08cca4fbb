import { window } from 'vscode';
import { type ReplaceAnswer, type ReplaceParams, replaceRequest } from '../../../../server/src/protocol';
import { countOf, formatNumber } from '../../../../server/src/wording';
import { announce, applyEdits, unreadableRows } from '../../ui/applyEdits';
import type { Command } from '../command';
import { askNewValue } from './askNewValue';
import { ask } from './askServer';
import { chooseColumn } from './chooseColumn';

/** Gives all empty fields of a column one value. */
export const fillEmpty: Command = async ({ server }) => {
	const column = await chooseColumn(server);
	if (!column) return;
	const { file, values } = column;
	const { name, empty, filled } = values;
	if (values.kind !== 'other')
		throw new Error(`No two students have the same ${name}, so it cannot be filled.`);
	if (empty === 0) {
		void window.showInformationMessage(`${name} has no empty fields.`);
		return;
	}
	const title = `Fill ${countOf(empty, 'empty field')} in ${name} (${formatNumber(filled)} are filled)`;
	const by = await askNewValue(values, title);
	if (by === undefined) return;
	const params: ReplaceParams = { file, column: values.index, value: '', by };
	const answer = await ask<ReplaceAnswer>(server, 'Filling empty fields', replaceRequest, params);
	if (!answer) return;
	await applyEdits(answer.files);
	const left = unreadableRows(answer.unreadable);
	announce(`${countOf(answer.changed, 'empty field')} in ${name} filled with ${by}.${left}`, answer.files);
};
