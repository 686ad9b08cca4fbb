import { Disposable } from 'vscode';
import { type ChangesShownParams, changesShownNotification } from '../../../server/src/protocol';
import { folderKey } from '../files/documents';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/showFailure';
import { filesOfTables, onDidChangeTables } from './openTables';

/** Tells the server in which folders a table is open: it holds the last upload there, once it was compared with. */
export function tellShownTables(server: LanguageServer): Disposable {
	/** A file of each folder that the server was told of, by the folder. */
	let told: ReadonlyMap<string, string> = new Map();
	const tell = (uri: string, isShown: boolean): void => {
		const params: ChangesShownParams = { uri, by: 'table', isShown };
		void server.notify(changesShownNotification, params).catch(showFailure);
	};
	const tellNews = (): void => {
		// Another server knows nothing yet.
		if (!server.isRunning) {
			told = new Map();
			return;
		}
		const now = new Map(filesOfTables().map((uri) => [folderKey(uri), uri.toString()]));
		for (const [folder, uri] of now) if (!told.has(folder)) tell(uri, true);
		for (const [folder, uri] of told) if (!now.has(folder)) tell(uri, false);
		told = now;
	};
	return Disposable.from(onDidChangeTables(tellNews), server.onState(tellNews));
}
