import { type QuickPickItem, QuickPickItemKind, type QuickPickOptions, window } from 'vscode';
import { type LabelText, labelText, lineText, promptText } from '../../../server/src/safeText';

/** An item of a list to pick from. Its texts are labels: only icons of ours are drawn. */
export interface PickItem extends QuickPickItem {
	readonly label: LabelText;
	readonly description?: LabelText;
	readonly detail?: LabelText | undefined;
}

/** Asks the person to pick an item; undefined if they pick none. */
export function pickOne<T extends PickItem>(
	items: readonly T[],
	options: QuickPickOptions,
): Thenable<T | undefined> {
	return window.showQuickPick(items, withSafeTexts(options));
}

/** Asks the person to pick any number of items; undefined if they cancel. */
export function pickMany<T extends PickItem>(
	items: readonly T[],
	options: QuickPickOptions,
): Thenable<T[] | undefined> {
	return window.showQuickPick(items, { ...withSafeTexts(options), canPickMany: true });
}

/** A line between items, with a heading of ours. */
export function separator(heading = ''): PickItem {
	return { label: labelText(heading), kind: QuickPickItemKind.Separator };
}

/** Asks for a text; undefined if the person cancels. `problemOf` says what is wrong with it in words of ours. */
export function askText(
	title: string,
	prompt: string,
	problemOf: (text: string) => string | undefined,
): Thenable<string | undefined> {
	return window.showInputBox({
		title: lineText(title),
		prompt: promptText(prompt),
		validateInput: (text) => {
			const problem = problemOf(text);
			return problem === undefined ? undefined : promptText(problem);
		},
	});
}

function withSafeTexts({ title, placeHolder, ...options }: QuickPickOptions): QuickPickOptions {
	return {
		...options,
		...(title !== undefined && { title: lineText(title) }),
		...(placeHolder !== undefined && { placeHolder: lineText(placeHolder) }),
	};
}
