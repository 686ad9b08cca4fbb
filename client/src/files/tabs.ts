import { type Tab, TabInputCustom, TabInputText, type Uri, window } from 'vscode';

/** The file that a tab shows, as text or in a custom editor; undefined for any other tab. */
export function fileOfTab({ input }: Tab): Uri | undefined {
	return input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
}

/** The files that have a tab. A document can be open without one, since an extension may have read it. */
export function filesInTabs(): readonly Uri[] {
	return allTabs().flatMap((tab) => fileOfTab(tab) ?? []);
}

/** The tabs that show a file. */
export function tabsOf(uri: Uri): readonly Tab[] {
	return allTabs().filter((tab) => fileOfTab(tab)?.toString() === uri.toString());
}

function allTabs(): readonly Tab[] {
	return window.tabGroups.all.flatMap(({ tabs }) => tabs);
}
