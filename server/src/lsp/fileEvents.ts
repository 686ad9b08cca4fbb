import { type FoundFilesParams, foundFilesNotification } from '../protocol';
import type { ClosedFiles } from './closedFiles';
import type { DiagnosticDelivery } from './diagnosticDelivery';
import type { DisplayRefresh } from './displayRefresh';
import type { FoundFiles } from './foundFiles';
import type { HandlerContext } from './handlers/context';
import { registerForChanges } from './registrations';
import { anyCaseKey } from './uris';
import type { WorkspaceFolders } from './workspaceFolders';

/** What follows the files of a client. */
export interface FileFollowers {
	readonly context: HandlerContext;
	readonly delivery: DiagnosticDelivery;
	readonly closedFiles: ClosedFiles;
	readonly display: DisplayRefresh;
	readonly folders: WorkspaceFolders;
	readonly found: FoundFiles;
}

/**
 * Tells every part when a file is opened, edited or closed in the client, or changes on the disk.
 *
 * @param initial the URIs of the files that the client has found when it starts.
 */
export function followFiles(
	{ context, delivery, closedFiles, display, folders, found }: FileFollowers,
	initial: readonly string[] = [],
): void {
	const { connection, client, documents, siblings } = context;

	/** Shows again what refers to a file. */
	const siblingChanged = (uri: string): void => {
		delivery.siblingChanged(uri);
		if (siblings.openBeside(uri).length > 0) display.schedule();
	};
	const foundFiles = (uris: readonly string[]): void => {
		for (const uri of found.set(uris)) siblings.disk.fileChanged(uri);
	};
	siblings.onDidChange((uri) => {
		siblingChanged(uri);
		closedFiles.fileChanged(uri);
	});
	documents.onDidOpen(({ document }) => {
		siblings.disk.release(document.uri);
		closedFiles.opened(document);
	});
	documents.onDidChangeContent(({ document }) => {
		void delivery.changed(document);
		closedFiles.fileChanged(document.uri);
		if (siblings.openBeside(document.uri).length > 0) display.schedule();
	});
	documents.onDidClose(({ document }) => {
		context.editorStates.delete(document.uri);
		delivery.closed(document);
		closedFiles.closed(document);
		siblingChanged(document.uri);
	});
	connection.onDidChangeWatchedFiles(({ changes }) => {
		// Two of the watched globs match a file with Clever's name.
		const changed = new Map(changes.map(({ uri }) => [anyCaseKey(uri), uri]));
		for (const uri of changed.values()) siblings.disk.fileChanged(uri);
	});
	folders.listen(connection, () => {
		siblings.disk.watchAgain();
		closedFiles.watchAgain();
	});
	connection.onNotification(foundFilesNotification, ({ uris }: FoundFilesParams) => foundFiles(uris));
	connection.onInitialized(() => {
		registerForChanges(connection, client);
		foundFiles(initial);
	});
}
