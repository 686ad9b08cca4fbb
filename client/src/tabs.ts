import { type Tab, TabInputCustom, TabInputText, type Uri, window } from 'vscode';

/** The file that a tab shows, as text or in the editor of another extension. */
export function fileOf({ input }: Tab): Uri | undefined {
	return input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
}

/** The tabs that show a file. A document can be open without any, since somebody has read it. */
export function tabsOf(uri: Uri): readonly Tab[] {
	return window.tabGroups.all.flatMap(({ tabs }) =>
		tabs.filter((tab) => fileOf(tab)?.toString() === uri.toString()),
	);
}
