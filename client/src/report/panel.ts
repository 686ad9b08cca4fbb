import {
	CancellationTokenSource,
	Disposable,
	Uri,
	ViewColumn,
	type WebviewPanel,
	window,
	workspace,
} from 'vscode';
import { fileKinds } from '../../../server/src/protocol';
import { folderKey } from '../files/documents';
import { baseName, kindOf } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/showFailure';
import { goToFirst } from './goToFirst';
import type { FromPage, ToPage } from './messages';
import { pageHtml } from './pageHtml';
import { saveReport } from './saveReport';

/** How long nothing may have changed before the report is made again, in milliseconds. */
const QUIET_MS = 500;

const panels = new Map<string, ReportPanel>();

/** Shows the report on the files of a folder, in the one panel that the folder has. */
export function openReportPanel(file: Uri, server: LanguageServer, extensionUri: Uri): void {
	const folder = folderKey(file);
	const known = panels.get(folder);
	if (known) known.reveal();
	else panels.set(folder, new ReportPanel(folder, file, server, extensionUri));
}

/** The report in a webview: asked for anew when its files were changed and left alone for a moment. */
class ReportPanel {
	readonly #panel: WebviewPanel;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#request: CancellationTokenSource | undefined;

	constructor(
		private readonly folder: string,
		file: Uri,
		private readonly server: LanguageServer,
		extensionUri: Uri,
	) {
		const name = file.scheme === 'untitled' ? '' : ` · ${baseName(Uri.joinPath(file, '..').path)}`;
		this.#panel = window.createWebviewPanel(
			'cleverDemographics.report',
			`Coverage report${name}`,
			ViewColumn.Active,
			{
				enableScripts: true,
				enableFindWidget: true,
				// Where one has scrolled to, and which tables are open.
				retainContextWhenHidden: true,
				localResourceRoots: [Uri.joinPath(extensionUri, 'dist')],
			},
		);
		const { webview } = this.#panel;
		const soon = (uri: Uri): void => {
			if (folderKey(uri) === folder) this.#showSoon();
		};
		const listening = Disposable.from(
			webview.onDidReceiveMessage((message: FromPage) => void this.#answer(message).catch(showFailure)),
			this.#panel.onDidChangeViewState(() => this.#showSoon()),
			workspace.onDidChangeTextDocument(({ document }) => soon(document.uri)),
			workspace.onDidOpenTextDocument(({ uri }) => soon(uri)),
			workspace.onDidCloseTextDocument(({ uri }) => soon(uri)),
			server.onStatus(({ uri }) => soon(Uri.parse(uri))),
			server.onState(() => this.#showSoon()),
		);
		this.#panel.onDidDispose(() => {
			panels.delete(folder);
			clearTimeout(this.#timer);
			this.#request?.cancel();
			listening.dispose();
		});
		webview.html = pageHtml(webview, extensionUri);
	}

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
			const names = fileKinds.map(({ fileName }) => fileName).join(' or ');
			return this.#post({ type: 'nothing', reason: `Open ${names} of this folder to see how it stands.` });
		}
		if (this.server.isDown) return;
		const asking = new CancellationTokenSource();
		this.#request = asking;
		const report = await this.server.report({ uri: uri.toString() }, asking.token);
		// Null where a file has changed meanwhile: then it is asked for again.
		if (report && !asking.token.isCancellationRequested) this.#post({ type: 'report', report });
	}

	async #answer(message: FromPage): Promise<void> {
		const uri = this.#openFile();
		if (message.type === 'ready') return this.#show();
		if (message.type === 'file') return saveReport(message.html, Uri.parse(this.folder));
		if (!uri) return;
		if (message.type === 'go') return goToFirst(this.server, uri, message);
		const { token } = new CancellationTokenSource();
		const report = await this.server.report({ uri: uri.toString(), suppress: true }, token);
		if (!report) throw new Error('The files are still being checked. Save the report in a moment.');
		this.#post({ type: 'save', report });
	}

	#openFile(): Uri | undefined {
		return workspace.textDocuments.find(
			(document) => folderKey(document.uri) === this.folder && kindOf(document),
		)?.uri;
	}

	#post(message: ToPage): void {
		void this.#panel.webview.postMessage(message);
	}
}
