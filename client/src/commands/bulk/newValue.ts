import { window } from 'vscode';
import type { ColumnValues } from '../../../../server/src/protocol';

/** A code of the column, or any text where it has no codes. Undefined where the person gave up. */
export async function askNewValue(
	{ codes, name }: ColumnValues,
	title: string,
	except?: string,
): Promise<string | undefined> {
	if (!codes) {
		return window.showInputBox({
			title,
			prompt: `The new value in ${name}`,
			validateInput: (value) => (value.trim() === '' ? 'Type a value.' : undefined),
		});
	}
	const items = codes
		.filter(({ code }) => code !== except)
		.map(({ code, label }) => ({ label: code, description: label === code ? '' : label }));
	const placeHolder = `The new value in ${name}`;
	return (await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.label;
}
