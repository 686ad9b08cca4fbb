import {
	type CustomDocumentContentChangeEvent,
	type CustomDocumentEditEvent,
	type CustomEditorProvider,
	Disposable,
	EventEmitter,
	type ExtensionContext,
	type Uri,
	window,
} from 'vscode';
import { importViewType } from '../../../server/src/protocol';
import { baseName } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import type { FileWriter } from '../ui/fileWriter';
import { pageHtml, pageRoots } from '../ui/pageHtml';
import { registerEditor } from '../ui/registerEditor';
import { readBackup, writeBackup } from './backup';
import { ImportDocument, type ImportParts } from './importDocument';
import { serveImportPage } from './importSession';
import { LastBackups } from './lastBackups';
import { mappingText } from './mappingFile';

/** The editor in which an export is imported. Its document is what a person decides; Save writes it as a mapping file. */
export class ImportEditor implements CustomEditorProvider<ImportDocument> {
	readonly #onEdit = new EventEmitter<
		CustomDocumentEditEvent<ImportDocument> | CustomDocumentContentChangeEvent<ImportDocument>
	>();
	readonly #parts: ImportParts;
	readonly #backups: LastBackups;
	readonly #open = new Map<ImportDocument, () => boolean>();

	readonly onDidChangeCustomDocument = this.#onEdit.event;

	constructor(
		private readonly context: Pick<ExtensionContext, 'extensionUri' | 'workspaceState'>,
		server: LanguageServer,
		private readonly writer: FileWriter,
	) {
		this.#backups = new LastBackups(context.workspaceState);
		this.#parts = { server, writer, memory: context.workspaceState, backups: this.#backups };
	}

	/** Lets VS Code open exports in it, until this is disposed. */
	register(): Disposable {
		return Disposable.from(
			this.#onEdit,
			registerEditor(importViewType, this, {
				supportsMultipleEditorsPerDocument: false,
				// What is unfolded and where it is scrolled to stays as it is.
				webviewOptions: { retainContextWhenHidden: true },
			}),
		);
	}

	/** The import in the active editor; undefined if there is none. */
	get active(): ImportDocument | undefined {
		return [...this.#open].find(([, isActive]) => isActive())?.[0];
	}

	async openCustomDocument(
		uri: Uri,
		{ backupId }: { readonly backupId: string | undefined },
	): Promise<ImportDocument> {
		// VS Code may name none, or one that was replaced.
		const last = await this.#backups.read(uri);
		const backup = last ?? (backupId === undefined ? undefined : await readBackup(backupId));
		const document = new ImportDocument(uri, this.#parts, backup);
		document.onEdit((edit) => this.#onEdit.fire(edit));
		return document;
	}

	resolveCustomEditor(
		document: ImportDocument,
		panel: Parameters<CustomEditorProvider['resolveCustomEditor']>[1],
	): void {
		const { webview } = panel;
		const { extensionUri } = this.context;
		webview.options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
		serveImportPage(document, panel, (each) => this.saveMappingAs(each));
		this.#open.set(document, () => panel.active);
		panel.onDidDispose(() => this.#open.delete(document));
		// Without a backup of its own, VS Code takes the import for saved.
		if (document.isDirty) this.#onEdit.fire({ document });
		webview.html = pageHtml(webview, extensionUri, { script: 'import.js', title: 'Import' });
	}

	saveCustomDocument(document: ImportDocument): Promise<void> {
		return document.save();
	}

	async saveCustomDocumentAs(document: ImportDocument, destination: Uri): Promise<void> {
		await this.#writeMapping(document, destination);
	}

	revertCustomDocument(document: ImportDocument): Promise<void> {
		return document.revert();
	}

	async backupCustomDocument(
		document: ImportDocument,
		{ destination }: { readonly destination: Uri },
	): ReturnType<typeof writeBackup> {
		const backup = await writeBackup(document.backup, destination);
		if (document.isDirty) await this.#backups.remember(document.uri, destination);
		return backup;
	}

	/** Asks where to save the mapping of an import, and saves it there. */
	async saveMappingAs(document: ImportDocument): Promise<void> {
		const destination = await window.showSaveDialog({
			title: 'Save the Mapping',
			defaultUri: document.mappingPlace,
			filters: { JSON: ['json'] },
		});
		if (destination) await this.#writeMapping(document, destination);
	}

	/** Writes a mapping where a person wants it, who has agreed to replace what is there. */
	async #writeMapping(document: ImportDocument, uri: Uri): Promise<void> {
		if (!uri.path.toLowerCase().endsWith('.json')) {
			throw new Error(
				`A mapping is a JSON file. Save it under a name that ends with .json, not as ${baseName(uri.path)}.`,
			);
		}
		await this.writer.write({ uri, text: mappingText(await document.mapping()), mayReplace: true });
	}
}
