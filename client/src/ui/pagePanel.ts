import { type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { labelText } from '../../../server/src/safeText';
import { pageHtml, pageRoots } from './pageHtml';

/** A page of ours in a tab of its own. */
interface PagePanel {
	/** By which VS Code knows panels of this kind. */
	readonly viewType: string;
	/** The title of the tab. */
	readonly title: string;
	/** The page, as `pageHtml` takes it. */
	readonly page: Parameters<typeof pageHtml>[2];
}

/** Opens a panel whose page is still empty: to be called with what listens to it before `fill` loads the script. */
export function createPagePanel(
	extensionUri: Uri,
	{ viewType, title, page }: PagePanel,
): { readonly panel: WebviewPanel; readonly fill: () => void } {
	const panel = window.createWebviewPanel(viewType, labelText(title), ViewColumn.Active, {
		enableScripts: true,
		enableFindWidget: true,
		// Keeps the scroll position and the open tables.
		retainContextWhenHidden: true,
		localResourceRoots: pageRoots(extensionUri),
	});
	return {
		panel,
		fill: () => {
			panel.webview.html = pageHtml(panel.webview, extensionUri, page);
		},
	};
}
