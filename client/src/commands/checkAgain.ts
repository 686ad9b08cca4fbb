import type { Uri } from 'vscode';
import { iconText, labelText } from '../../../server/src/safeText';
import { baseName } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import { countsLine } from '../status/readiness';
import { chooseOpenFile } from '../ui/chooseFile';
import { showBriefly } from '../ui/statusItem';
import type { Command } from './command';

/** A check takes a second or two; after this long the command stops waiting for its status. */
const MAX_WAIT_MS = 30_000;

/** Checks the file in the active editor from the start, with the current settings. */
export const checkAgain: Command = async ({ server, statuses, finder }) => {
	const chosen = await chooseOpenFile(finder);
	if (!chosen) return;
	const { uri } = chosen;
	const name = baseName(uri.path);
	const checked = nextStatus(server, uri);
	await server.recheck(uri.toString());
	showBriefly(iconText`$(sync~spin) Checking ${labelText(name)} again…`, checked);
	await checked;
	const status = statuses.of(uri);
	if (status)
		showBriefly(iconText`$(check) ${labelText(`${name} checked again. ${countsLine(status)}`)}`, 5000);
};

/** Resolves at the next status of a file, or after `MAX_WAIT_MS`. */
function nextStatus(server: LanguageServer, uri: Uri): Promise<void> {
	return new Promise((resolve) => {
		const finish = (): void => {
			clearTimeout(timer);
			listener.dispose();
			resolve();
		};
		const timer = setTimeout(finish, MAX_WAIT_MS);
		const listener = server.onStatus((status) => {
			if (status.uri === uri.toString()) finish();
		});
	});
}
