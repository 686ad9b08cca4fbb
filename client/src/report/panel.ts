import { CancellationTokenSource, Disposable, Uri, type WebviewPanel, workspace } from 'vscode';
import { studentFileKinds } from '../../../server/src/protocol';
import { folderKey, openStudentFiles } from '../files/documents';
import { fileInFolder } from '../files/fileInFolder';
import { baseName, namesOf } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import type { FileWriter } from '../ui/fileWriter';
import { createPagePanel } from '../ui/pagePanel';
import { showFailure } from '../ui/showFailure';
import { showRowsOfColumn } from '../ui/showRows';
import { goToFirst } from './goToFirst';
import type { FromPage, ToPage } from './messages';
import { askDistrict, saveReport } from './saveReport';

/** How long the files must be unchanged before the report is requested again, in milliseconds. */
const QUIET_MS = 500;

const panels = new Map<string, ReportPanel>();

/** Shows the report of a file's folder; each folder has one panel. */
export function openReportPanel(
	file: Uri,
	server: LanguageServer,
	writer: FileWriter,
	extensionUri: Uri,
): void {
	const folder = folderKey(file);
	const panel = panels.get(folder);
	if (panel) panel.reveal();
	else panels.set(folder, new ReportPanel(folder, file, server, writer, extensionUri));
}

/** The report in a webview, requested again a moment after its files change. */
class ReportPanel {
	readonly #panel: WebviewPanel;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#request: CancellationTokenSource | undefined;
	/** The name of the folder; empty for a file that was never saved. */
	readonly #district: string;

	constructor(
		private readonly folder: string,
		file: Uri,
		private readonly server: LanguageServer,
		private readonly writer: FileWriter,
		extensionUri: Uri,
	) {
		this.#district = file.scheme === 'untitled' ? '' : baseName(Uri.joinPath(file, '..').path);
		const name = this.#district === '' ? '' : ` · ${this.#district}`;
		const { panel, fill } = createPagePanel(extensionUri, {
			viewType: 'cleverDemographics.report',
			title: `Coverage Report${name}`,
			page: { script: 'report.js', title: 'Coverage Report' },
		});
		this.#panel = panel;
		const { webview } = this.#panel;
		const onFileEvent = (uri: Uri): void => {
			if (folderKey(uri) === folder) this.#showSoon();
		};
		const subscriptions = Disposable.from(
			webview.onDidReceiveMessage((message: FromPage) => void this.#answer(message).catch(showFailure)),
			this.#panel.onDidChangeViewState(() => this.#showSoon()),
			workspace.onDidChangeTextDocument(({ document }) => onFileEvent(document.uri)),
			workspace.onDidOpenTextDocument(({ uri }) => onFileEvent(uri)),
			workspace.onDidCloseTextDocument(({ uri }) => onFileEvent(uri)),
			server.onStatus(({ uri }) => onFileEvent(Uri.parse(uri))),
			server.onState(() => this.#showSoon()),
		);
		this.#panel.onDidDispose(() => {
			panels.delete(folder);
			clearTimeout(this.#timer);
			this.#request?.cancel();
			subscriptions.dispose();
		});
		fill();
	}

	/** Brings the open panel to the front. */
	reveal(): void {
		this.#panel.reveal();
	}

	#showSoon(): void {
		clearTimeout(this.#timer);
		if (this.#panel.visible) this.#timer = setTimeout(() => void this.#show().catch(showFailure), QUIET_MS);
	}

	async #show(): Promise<void> {
		this.#request?.cancel();
		const uri = this.#openFile();
		if (!uri) {
			return this.#post({
				type: 'nothing',
				district: this.#district,
				reason: `Open ${namesOf(studentFileKinds)} in this folder to see its report.`,
			});
		}
		if (this.server.isDown) return;
		const request = new CancellationTokenSource();
		this.#request = request;
		const report = await this.server.report({ uri: uri.toString() }, request.token);
		// Null if a file changed in the meantime: that change requests another report.
		if (report && !request.token.isCancellationRequested) {
			this.#post({ type: 'report', report, district: this.#district });
		}
	}

	async #answer(message: FromPage): Promise<void> {
		const uri = this.#openFile();
		if (message.type === 'ready') return this.#show();
		if (message.type === 'file') return saveReport(this.writer, message.html, Uri.parse(this.folder));
		if (!uri) return;
		if (message.type === 'go') return goToFirst(this.server, uri, message);
		if (message.type === 'rows') {
			const { target } = message;
			return showRowsOfColumn(
				this.server,
				await fileInFolder(Uri.joinPath(uri, '..'), target.fileName),
				target,
			);
		}
		const district = await askDistrict(this.#district);
		if (district === undefined) return;
		const report = await this.server.savedReport({ uri: uri.toString() });
		if (!report) throw new Error('The files are still being checked. Try again in a moment.');
		this.#post({ type: 'save', report, district });
	}

	#openFile(): Uri | undefined {
		return openStudentFiles().find(({ uri }) => folderKey(uri) === this.folder)?.uri;
	}

	#post(message: ToPage): void {
		void this.#panel.webview.postMessage(message);
	}
}
