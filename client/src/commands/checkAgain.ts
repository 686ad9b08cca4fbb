import { type Uri, window } from 'vscode';
import { requireTextFile } from '../files/currentView';
import { baseName } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import { countsLine } from '../status/readiness';
import type { Command } from './command';

/** A check takes a second or two; past this nobody waits for its outcome. */
const PATIENCE = 30_000;

/** Checks the file in view from the start, with the settings as they are now. */
export const checkAgain: Command = async ({ server, statuses }) => {
	const { uri } = requireTextFile();
	const name = baseName(uri.path);
	const checked = nextStatus(server, uri);
	await server.recheck(uri.toString());
	window.setStatusBarMessage(`$(sync~spin) Checking ${name} again…`, checked);
	await checked;
	const status = statuses.of(uri);
	if (status) window.setStatusBarMessage(`$(check) ${name} was checked again. ${countsLine(status)}`, 5000);
};

function nextStatus(server: LanguageServer, uri: Uri): Promise<void> {
	return new Promise((resolve) => {
		const done = (): void => {
			clearTimeout(timer);
			listening.dispose();
			resolve();
		};
		const timer = setTimeout(done, PATIENCE);
		const listening = server.onStatus((status) => {
			if (status.uri === uri.toString()) done();
		});
	});
}
