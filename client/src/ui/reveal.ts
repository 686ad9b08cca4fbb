import { commands, env, UIKind, type Uri } from 'vscode';

/** Shows a file in the folder of the operating system where it is on this computer, else in VS Code's Explorer. */
export function reveal(uri: Uri): Thenable<unknown> {
	const isLocal = uri.scheme === 'file' && env.uiKind === UIKind.Desktop && !env.remoteName;
	return commands.executeCommand(isLocal ? 'revealFileInOS' : 'revealInExplorer', uri);
}
