import { type QuickPickItem, window } from 'vscode';
import { isUnseen } from '../../../../server/src/characters';
import {
	type ColumnValues,
	type ReplaceAnswer,
	type ReplaceParams,
	replaceRequest,
} from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';
import { announce, unreadableRows } from '../../ui/announce';
import { applyEdits } from '../../ui/applyEdits';
import type { Command } from '../command';
import { askNewValue } from './askNewValue';
import { askServer } from './askServer';
import { chooseColumn } from './chooseColumn';

interface Item extends QuickPickItem {
	readonly value: string;
}

/** Replaces one value by another in all fields of a column. */
export const replaceValue: Command = async ({ server }) => {
	const column = await chooseColumn(server);
	if (!column) return;
	const { file, values } = column;
	if (values.kind === 'secret')
		throw new Error(`${values.name} is never shown, so there is no value to pick.`);
	if (values.values.length === 0) throw new Error(`${values.name} has no values.`);
	const value = await pickValue(values);
	if (value === undefined) return;
	const by = await askNewValue(values, `Replace ${quoted(value)} in ${values.name}`, value);
	if (by === undefined) return;
	const params: ReplaceParams = { file, column: values.index, value, by };
	const answer = await askServer<ReplaceAnswer>(server, 'Replacing values', replaceRequest, params);
	if (!answer) return;
	await applyEdits(answer.files);
	const unreadable = unreadableRows(answer.unreadable);
	announce(
		`${countOf(answer.changed, 'field')} changed from ${quoted(value)} to ${by}.${unreadable}`,
		answer.files,
	);
};

async function pickValue(values: ColumnValues): Promise<string | undefined> {
	const { name, current, unlisted } = values;
	const labels = new Map(values.codes?.map(({ code, label }) => [code, label]));
	const items = [...values.values]
		// The value at the cursor comes first, so that Enter picks it; the sort is stable.
		.sort((a, b) => Number(b.value === current) - Number(a.value === current))
		.map(({ value, count: fields }): Item => {
			const meaning = labels.get(value);
			const hasMeaning = meaning !== undefined && meaning !== value;
			return {
				label: plainLabel(value),
				description: `${countOf(fields, 'field')}${hasMeaning ? ` · ${meaning}` : ''}`,
				value,
			};
		});
	const rest =
		unlisted > 0
			? ` (${countOf(unlisted, 'rare value is', 'rare values are')} not listed: put the cursor on one first)`
			: '';
	const options = { title: `Replace a Value in ${name}`, placeHolder: `Choose the value to replace${rest}` };
	return (await window.showQuickPick(items, options))?.value;
}

/** The longest value that a title shows whole, in UTF-16 units. */
const MAX_LENGTH = 60;

/** A value in quotes, cut where it is long. */
function quoted(value: string): string {
	return `"${value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}…` : value}"`;
}

/** A label without icons, in which a value of spaces only is visible. */
function plainLabel(value: string): string {
	return isUnseen(value) ? `"${value}"` : value.replaceAll('$(', '\\$(');
}
