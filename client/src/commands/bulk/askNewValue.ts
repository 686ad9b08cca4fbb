import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { isUnseen } from '../../../../server/src/characters';
import type { ColumnValues } from '../../../../server/src/protocol';
import { distinctLabel } from '../../../../server/src/wording';

interface Choice extends QuickPickItem {
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
		.map((option) => ({ label: option.code, description: distinctLabel(option), value: option.code }));
	if (canEmpty) {
		items.push(
			{ label: '', kind: QuickPickItemKind.Separator },
			{ label: 'Empty', description: 'Leave the field empty', value: '' },
			{ label: 'Other…', description: 'Enter another value' },
		);
	}
	const placeHolder = `New value for ${name}`;
	const picked = await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
	return picked && (picked.value ?? enterValue(name, title));
}

function enterValue(name: string, title: string): Thenable<string | undefined> {
	return window.showInputBox({
		title,
		prompt: `New value for ${name}`,
		validateInput: (value) => (isUnseen(value) ? 'Enter a value.' : undefined),
	});
}
