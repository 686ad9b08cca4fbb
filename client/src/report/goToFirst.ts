import { Range, Uri, ViewColumn, window } from 'vscode';
import type { LanguageServer } from '../server/languageServer';

/** Shows the first row with a problem of a rule, in the editor that has the file already. */
export async function goToFirst(
	server: LanguageServer,
	uri: Uri,
	{ rule, fileName }: { readonly rule: string; readonly fileName: string },
): Promise<void> {
	const found = await server.firstProblem({ uri: uri.toString(), rule, fileName });
	if (!found) {
		void window.showInformationMessage(`${fileName} has no such problem any more.`);
		return;
	}
	const { start, end } = found.range;
	const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === found.uri);
	await window.showTextDocument(Uri.parse(found.uri), {
		viewColumn: editor?.viewColumn ?? ViewColumn.Active,
		selection: new Range(start.line, start.character, end.line, end.character),
		preview: false,
	});
}
