import { isUnseen } from '../../../../server/src/characters';
import type { ColumnValues } from '../../../../server/src/protocol';
import { labelText } from '../../../../server/src/safeText';
import { distinctLabel } from '../../../../server/src/wording';
import { askText, type PickItem, pickOne, separator } from '../../ui/quickPick';

interface Choice extends PickItem {
	/** The new value; undefined for one that the person enters. */
	readonly value?: string;
}

/**
 * Asks for a code of the column; where a value is replaced, also for no value, or for any other. In a column without
 * codes, any text will do. Undefined if the person cancels.
 *
 * @param old the value to replace: the code that it means comes first, so that Enter picks it.
 */
export async function askNewValue(
	{ codes = [], kind, name, values }: ColumnValues,
	title: string,
	old?: string,
): Promise<string | undefined> {
	const canEmpty = old !== undefined && kind !== 'key';
	if (codes.length === 0 && !canEmpty) return enterValue(name, title);
	const meant = old === undefined ? undefined : values.find(({ value }) => value === old)?.meant;
	const items: Choice[] = codes
		.filter(({ code }) => code !== old)
		// The sort is stable: the others keep their order.
		.sort((a, b) => Number(b.code === meant) - Number(a.code === meant))
		.map((option) => ({
			label: labelText(option.code),
			description: labelText(distinctLabel(option)),
			value: option.code,
		}));
	if (canEmpty) {
		items.push(
			separator(),
			{ label: labelText('Empty'), description: labelText('Leave the field empty'), value: '' },
			{ label: labelText('Other…'), description: labelText('Enter another value') },
		);
	}
	const placeHolder = `New value for ${name}`;
	const picked = await pickOne(items, { title, placeHolder, matchOnDescription: true });
	return picked && (picked.value ?? enterValue(name, title));
}

function enterValue(name: string, title: string): Thenable<string | undefined> {
	return askText(title, `New value for ${name}`, (value) => (isUnseen(value) ? 'Enter a value.' : undefined));
}
