import { type QuickPickItem, window } from 'vscode';
import {
	type ColumnValues,
	type ReplaceAnswer,
	type ReplaceParams,
	replaceRequest,
} from '../../../../server/src/protocol';
import { countOf, formatNumber } from '../../../../server/src/wording';
import { announce, applyEdits, unreadableRows } from '../../ui/applyEdits';
import type { Command } from '../command';
import { askNewValue } from './askNewValue';
import { ask } from './askServer';
import { chooseColumn } from './chooseColumn';

interface Item extends QuickPickItem {
	readonly value: string;
}

/** Gives all fields of a column that hold one value another. */
export const replaceValue: Command = async ({ server }) => {
	const column = await chooseColumn(server);
	if (!column) return;
	const { file, values } = column;
	if (values.kind === 'secret')
		throw new Error(`The values of ${values.name} are never shown, so none can be picked.`);
	if (values.values.length === 0) throw new Error(`${values.name} holds no values.`);
	const value = await pickValue(values);
	if (value === undefined) return;
	const by = await askNewValue(values, `Replace ${quoted(value)} in ${values.name} with…`, value);
	if (by === undefined) return;
	const params: ReplaceParams = { file, column: values.index, value, by };
	const answer = await ask<ReplaceAnswer>(server, 'Replacing values', replaceRequest, params);
	if (!answer) return;
	await applyEdits(answer.files);
	const left = unreadableRows(answer.unreadable);
	announce(
		`${countOf(answer.changed, 'field')} changed from ${quoted(value)} to ${by}.${left}`,
		answer.files,
	);
};

async function pickValue(values: ColumnValues): Promise<string | undefined> {
	const { name, current, unlisted } = values;
	const labels = new Map(values.codes?.map(({ code, label }) => [code, label]));
	const items = [...values.values]
		// The one under the cursor is what Enter picks; a sort keeps the order of the others.
		.sort((a, b) => Number(b.value === current) - Number(a.value === current))
		.map(({ value, count: fields }): Item => {
			const detail = labels.get(value);
			const isSelf = detail === undefined || detail === value;
			return {
				label: plainLabel(value),
				description: `${countOf(fields, 'field')}${isSelf ? '' : ` · ${detail}`}`,
				value,
			};
		});
	const rest = unlisted > 0 ? `; ${formatNumber(unlisted)} rarer ones are found by the cursor on them` : '';
	const options = { title: `Replace a value in ${name}`, placeHolder: `Which value?${rest}` };
	return (await window.showQuickPick(items, options))?.value;
}

const LONGEST = 60;

/** A value as a sentence shows it. */
function quoted(value: string): string {
	return `“${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}”`;
}

/** A value must not become an icon, and one of blanks only must be seen. */
function plainLabel(value: string): string {
	return value.trim() === '' ? `“${value}”` : value.replaceAll('$(', '\\$(');
}
