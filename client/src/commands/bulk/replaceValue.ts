import { ThemeIcon } from 'vscode';
import type { ColumnValues, ValueCount } from '../../../../server/src/protocol';
import { labelText } from '../../../../server/src/safeText';
import { countOf } from '../../../../server/src/wording';
import { type PickItem, pickOne, separator } from '../../ui/quickPick';
import { quoted, valueLabel } from '../../ui/valueLabel';
import type { Command } from '../command';
import { askNewValue } from './askNewValue';
import { chooseColumn } from './chooseColumn';
import { replaceInColumn } from './replaceInColumn';

interface Item extends PickItem {
	/** Undefined for a heading. */
	readonly value?: string;
}

/** Replaces one value by another in all fields of a column. */
export const replaceValue: Command = async (context) => {
	const { server } = context;
	const column = await chooseColumn(context);
	if (!column) return;
	const { file, values } = column;
	if (values.kind === 'secret')
		throw new Error(`${values.name} is never shown, so there is no value to pick.`);
	if (values.values.length === 0) throw new Error(`${values.name} has no values.`);
	const value = await pickValue(values);
	if (value === undefined) return;
	const by = await askNewValue(values, `Replace ${quoted(value)} in ${values.name}`, value);
	if (by === undefined) return;
	await replaceInColumn(server, { file, column: values.index, value, by });
};

async function pickValue(values: ColumnValues): Promise<string | undefined> {
	const { name, current, unlisted } = values;
	const labels = new Map(values.codes?.map((option) => [option.code, option.label]));
	const items = (wanted: (one: ValueCount) => boolean): Item[] =>
		[...values.values]
			.filter(wanted)
			// The value at the cursor comes first among its kind; the sort is stable.
			.sort((a, b) => Number(b.value === current) - Number(a.value === current))
			.map((one) => itemFor(one, labels.get(one.value)));
	const wrong = items(({ problem }) => problem !== undefined);
	const right = items(({ problem }) => problem === undefined);
	const all: readonly Item[] =
		wrong.length === 0
			? right
			: [
					separator('Values with a Problem'),
					...wrong,
					...(right.length > 0 ? [separator(values.codes ? 'Codes' : 'Other Values'), ...right] : []),
				];
	const rest =
		unlisted > 0
			? ` (${countOf(unlisted, 'rare value is', 'rare values are')} not listed: put the cursor on one first)`
			: '';
	const options = { title: `Replace a Value in ${name}`, placeHolder: `Choose the value to replace${rest}` };
	return (await pickOne(all, options))?.value;
}

function itemFor({ value, count, problem }: ValueCount, meaning: string | undefined): Item {
	const hasMeaning = meaning !== undefined && meaning !== value;
	const description = labelText(`${countOf(count, 'field')}${hasMeaning ? ` · ${meaning}` : ''}`);
	if (!problem) return { label: valueLabel(value), description, value };
	const icon = problem.severity === 'error' || problem.severity === 'warning' ? problem.severity : 'info';
	return {
		label: valueLabel(value),
		description,
		detail: labelText(problem.message),
		iconPath: new ThemeIcon(icon),
		value,
	};
}
