import { type Tab, TabInputCustom, TabInputText, type Uri, window } from 'vscode';

/** The file that a tab shows, as text or in the editor of another extension. */
export function fileOf({ input }: Tab): Uri | undefined {
	return input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
}

/** The files that tabs show. A document can be open without any, since somebody has read it. */
export function shownFiles(): readonly Uri[] {
	return allTabs().flatMap((tab) => fileOf(tab) ?? []);
}

/** The tabs that show a file. */
export function tabsOf(uri: Uri): readonly Tab[] {
	return allTabs().filter((tab) => fileOf(tab)?.toString() === uri.toString());
}

function allTabs(): readonly Tab[] {
	return window.tabGroups.all.flatMap(({ tabs }) => tabs);
}
