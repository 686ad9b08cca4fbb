import type { WorkspaceFolder } from 'vscode';
import { baseName } from '../files/fileKinds';
import { showInformation } from '../ui/messages';
import type { LanguageServer } from './languageServer';

/**
 * Restarts the server where folders are added in a scheme that its client does not follow: a client keeps to the schemes
 * with which it was made.
 *
 * @param followed the schemes of the client that was made last; undefined before the first.
 */
export async function restartForFolders(
	server: Pick<LanguageServer, 'isDown' | 'start' | 'restart'>,
	added: readonly WorkspaceFolder[],
	followed: () => ReadonlySet<string> | undefined,
): Promise<void> {
	if (!followed() || server.isDown) return;
	// One that starts right now may have been made before.
	await server.start();
	const unknown = added.find(({ uri }) => !followed()?.has(uri.scheme));
	if (!unknown) return;
	await server.restart();
	void showInformation(
		`The check of your files started again, since the folder ${baseName(unknown.uri.path)} was added. ` +
			'What you were comparing with, and open error reports, are to be opened again.',
	);
}
