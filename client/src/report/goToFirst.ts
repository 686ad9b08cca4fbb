import { Range, Uri } from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import { showInformation } from '../ui/messages';
import { showPlace } from '../ui/showFile';

/** Shows the first row with a problem of a rule, where the file is shown already. */
export async function goToFirst(
	server: LanguageServer,
	uri: Uri,
	{ rule, fileName }: { readonly rule: string; readonly fileName: string },
): Promise<void> {
	const problem = await server.firstProblem({ uri: uri.toString(), rule, fileName });
	if (problem === undefined) throw new Error(`${fileName} was edited in the meantime. Try again.`);
	if (!problem) {
		void showInformation(`${fileName} no longer has this problem.`);
		return;
	}
	const { start, end } = problem.range;
	await showPlace(
		server,
		Uri.parse(problem.uri),
		new Range(start.line, start.character, end.line, end.character),
	);
}
