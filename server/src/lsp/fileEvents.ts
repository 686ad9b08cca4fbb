import { type FoundFilesParams, foundFilesNotification } from '../protocol';
import type { ClosedFiles } from './closedFiles';
import type { DiagnosticDelivery } from './diagnosticDelivery';
import type { DisplayRefresh } from './displayRefresh';
import type { FoundFiles } from './foundFiles';
import type { HandlerContext } from './handlers/context';
import { registerForChanges } from './registrations';
import { anyCaseKey, folderOf } from './uris';
import type { WorkspaceFolders } from './workspaceFolders';

/** What follows the files of a client. */
export interface FileFollowers {
	readonly context: HandlerContext;
	readonly delivery: DiagnosticDelivery;
	readonly closedFiles: ClosedFiles;
	readonly display: DisplayRefresh;
	readonly folders: WorkspaceFolders;
	readonly found: FoundFiles;
	/** Opens the documents that are a person's own files since the folders have changed. */
	readonly openOwn: () => void;
}

/**
 * Tells every part when a file is opened, edited or closed in the client, or changes on the disk, and when an error
 * report is opened or closed.
 *
 * @param initial the URIs of the files that the client has found when it starts.
 */
export function followFiles(
	{ context, delivery, closedFiles, display, folders, found, openOwn }: FileFollowers,
	initial: readonly string[] = [],
): void {
	const { connection, client, documents, siblings, returned } = context;

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
	returned.onDidChange(() => {
		delivery.refresh();
		closedFiles.allChanged();
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
	context.comparisons.onDidChangeReview((uri) => {
		const open = documents.all().filter((document) => folderOf(document.uri) === folderOf(uri));
		for (const document of open) delivery.editorStateChanged(document.uri);
		closedFiles.fileChanged(uri);
		display.schedule();
	});
	connection.onDidChangeWatchedFiles(({ changes }) => {
		// Two of the watched globs match a file with Clever's name.
		const changed = new Map(changes.map(({ uri }) => [anyCaseKey(uri), uri]));
		for (const uri of changed.values()) siblings.disk.fileChanged(uri);
	});
	folders.listen(connection, () => {
		siblings.disk.watchAgain();
		closedFiles.watchAgain();
		openOwn();
	});
	connection.onNotification(foundFilesNotification, ({ uris }: FoundFilesParams) => foundFiles(uris));
	connection.onInitialized(() => {
		registerForChanges(connection, client);
		foundFiles(initial);
	});
}
