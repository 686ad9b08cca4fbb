import { window } from 'vscode';
import { isUnseen } from '../../../../server/src/characters';
import type { ColumnValues } from '../../../../server/src/protocol';
import { distinctLabel } from '../../../../server/src/wording';

/**
 * Asks for a code of the column, or for any text where it has no codes. Undefined if the person cancels.
 *
 * @param old the value to replace: the code that it means comes first, so that Enter picks it.
 */
export async function askNewValue(
	{ codes, name, values }: ColumnValues,
	title: string,
	old?: string,
): Promise<string | undefined> {
	if (!codes) {
		return window.showInputBox({
			title,
			prompt: `New value for ${name}`,
			validateInput: (value) => (isUnseen(value) ? 'Enter a value.' : undefined),
		});
	}
	const meant = old === undefined ? undefined : values.find(({ value }) => value === old)?.meant;
	const items = codes
		.filter(({ code }) => code !== old)
		// The sort is stable: the others keep their order.
		.sort((a, b) => Number(b.code === meant) - Number(a.code === meant))
		.map((option) => ({ label: option.code, description: distinctLabel(option) }));
	const placeHolder = `New value for ${name}`;
	return (await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.label;
}
