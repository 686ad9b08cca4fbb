import { Range, Uri, ViewColumn, window } from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import { showInformation } from '../ui/messages';

/** Shows the first row with a problem of a rule, in an editor that already shows the file where there is one. */
export async function goToFirst(
	server: LanguageServer,
	uri: Uri,
	{ rule, fileName }: { readonly rule: string; readonly fileName: string },
): Promise<void> {
	const problem = await server.firstProblem({ uri: uri.toString(), rule, fileName });
	if (!problem) {
		void showInformation(`${fileName} no longer has this problem.`);
		return;
	}
	const { start, end } = problem.range;
	const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === problem.uri);
	await window.showTextDocument(Uri.parse(problem.uri), {
		viewColumn: editor?.viewColumn ?? ViewColumn.Active,
		selection: new Range(start.line, start.character, end.line, end.character),
		preview: false,
	});
}
