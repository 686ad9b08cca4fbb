import { type CustomTextEditorProvider, Disposable, type ExtensionContext } from 'vscode';
import { tableViewType } from '../../../server/src/protocol';
import type { LanguageServer } from '../server/languageServer';
import { pageHtml, pageRoots } from '../ui/pageHtml';
import { registerEditor } from '../ui/registerEditor';
import { followRenamedTables } from './renamedTables';
import { tellShownTables } from './shownTables';
import { TableSession } from './tableSession';

/** Registers the editor that shows a file as a table. The text document stays the model: undo, save and diff are VS Code's. */
export function registerTableEditor(
	{ extensionUri, globalState }: ExtensionContext,
	server: LanguageServer,
): Disposable {
	const provider: CustomTextEditorProvider = {
		resolveCustomTextEditor(document, panel) {
			const { webview } = panel;
			webview.options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
			new TableSession(document, panel, server, globalState);
			webview.html = pageHtml(webview, extensionUri, { script: 'table.js', title: 'Table' });
		},
	};
	return Disposable.from(
		registerEditor(tableViewType, provider, {
			supportsMultipleEditorsPerDocument: true,
		}),
		followRenamedTables(),
		tellShownTables(server),
	);
}
