import {
	type CancellationToken,
	CancellationTokenSource,
	type QuickPickItem,
	QuickPickItemKind,
	type QuickPickOptions,
	window,
} from 'vscode';
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

/**
 * Asks the person to pick one of what is found for the text that they type; undefined if they pick none. Where nothing
 * is, the list says so in the words of `none`.
 */
export function pickFound<T extends PickItem>(
	{ title, placeHolder, none }: Readonly<Record<'title' | 'placeHolder' | 'none', string>>,
	find: (text: string, token: CancellationToken) => Promise<readonly T[]>,
): Promise<T | undefined> {
	const picker = window.createQuickPick<T | PickItem>();
	const nothing: PickItem = { label: labelText(none), alwaysShow: true };
	let items: readonly T[] = [];
	picker.title = lineText(title);
	picker.placeholder = lineText(placeHolder);
	let search: CancellationTokenSource | undefined;
	picker.onDidChangeValue(async (text) => {
		search?.cancel();
		search = new CancellationTokenSource();
		const { token } = search;
		picker.busy = true;
		const found = await find(text, token).catch(() => []);
		if (token.isCancellationRequested) return;
		// VS Code would hide those whose label does not hold the text in this order.
		items = found.map((item) => ({ ...item, alwaysShow: true }));
		picker.items = items.length > 0 || text.trim() === '' ? items : [nothing];
		picker.busy = false;
	});
	return new Promise((resolve) => {
		picker.onDidAccept(() => {
			const picked = items.find((item) => item === picker.selectedItems[0]);
			if (!picked) return;
			resolve(picked);
			picker.hide();
		});
		picker.onDidHide(() => {
			search?.cancel();
			picker.dispose();
			resolve(undefined);
		});
		picker.show();
	});
}

/** A line between items, with a heading of ours. */
export function separator(heading = ''): PickItem {
	return { label: labelText(heading), kind: QuickPickItemKind.Separator };
}

/**
 * Asks for a text; undefined if the person cancels. `problemOf` says what is wrong with it in words of ours. `proposed` is
 * in the box at first, with what is hidden in it.
 */
export function askText(
	title: string,
	prompt: string,
	problemOf: (text: string) => string | undefined,
	proposed = '',
): Thenable<string | undefined> {
	return window.showInputBox({
		title: lineText(title),
		prompt: promptText(prompt),
		value: lineText(proposed),
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
