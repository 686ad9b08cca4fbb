import { window } from 'vscode';
import type { ColumnValues } from '../../../../server/src/protocol';
import { distinctLabel } from '../../../../server/src/wording';

/**
 * A code of the column, or any text where it has no codes. Undefined where the person gave up.
 *
 * @param old the value that is replaced: what it means is what Enter picks.
 */
export async function askNewValue(
	{ codes, name, values }: ColumnValues,
	title: string,
	old?: string,
): Promise<string | undefined> {
	if (!codes) {
		return window.showInputBox({
			title,
			prompt: `The new value in ${name}`,
			validateInput: (value) => (value.trim() === '' ? 'Type a value.' : undefined),
		});
	}
	const meant = old === undefined ? undefined : values.find(({ value }) => value === old)?.meant;
	const items = codes
		.filter(({ code }) => code !== old)
		// A sort keeps the order of the others.
		.sort((a, b) => Number(b.code === meant) - Number(a.code === meant))
		.map((option) => ({ label: option.code, description: distinctLabel(option) }));
	const placeHolder = `The new value in ${name}`;
	return (await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.label;
}
