import {
	type CancellationToken,
	DocumentDiagnosticReportKind,
	type PreviousResultId,
	type WorkspaceDiagnosticReport,
	type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { fileGoneNotification, statusNotification } from '../protocol';
import { isOurs } from './checkers';
import type { ClosedFiles, ClosedFilesChange } from './closedFiles';
import type { DiagnosticDelivery } from './diagnosticDelivery';
import type { HandlerContext } from './handlers/context';
import { canceled } from './requestErrors';
import { unlessCanceled } from './runSafely';
import { folderOf, pathOf } from './uris';

/** Milliseconds after which an answer no longer waits for the folders that are still to be checked. */
const MAX_WAIT_MS = 2000;

/** What the client knows, by path. */
type KnownResults = ReadonlyMap<string, PreviousResultId>;

/**
 * How the diagnostics of files that are not open reach the client: pulled for the whole workspace by one that pulls,
 * and pushed to all others. A file that is open is in a report only in a state that the client has not pulled, as of a
 * document without a tab in VS Code; else its document's own diagnostics win.
 */
export class WorkspaceDiagnostics {
	readonly #pulls: boolean;
	/** How many changes there were. */
	#changes = 0;
	/** Requests that wait for a change. */
	readonly #held = new Set<() => void>();
	#isShutDown = false;
	/** The URIs of files that were closed, of which the client keeps the diagnostics until a report replaces them. */
	readonly #lastClosed = new Map<string, string>();

	constructor(
		private readonly context: HandlerContext,
		private readonly files: ClosedFiles,
		private readonly delivery: DiagnosticDelivery,
	) {
		this.#pulls = context.client.diagnostics.arePulled;
	}

	/** Follows the files, and answers the requests of the client. */
	listen(): void {
		const { connection, documents } = this.context;
		if (!this.#pulls || this.context.wantsStatus) this.files.want();
		this.files.onDidChange((change) => this.#deliver(change));
		this.files.onDidRest(() => this.#wake());
		documents.onDidClose(({ document }) => {
			if (isOurs(document)) this.#lastClosed.set(pathOf(document.uri) ?? document.uri, document.uri);
		});
		connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token) =>
			this.#answer(previousResultIds, token),
		);
		connection.onShutdown(() => {
			this.#isShutDown = true;
			this.#wake();
		});
	}

	#deliver({ changed, gone }: ClosedFilesChange): void {
		const { connection, wantsStatus } = this.context;
		const closed = gone.filter((uri) => !this.#isOpen(uri));
		if (!this.#pulls) {
			for (const { uri, items } of changed) void connection.sendDiagnostics({ uri, diagnostics: [...items] });
			for (const uri of closed) void connection.sendDiagnostics({ uri, diagnostics: [] });
		}
		if (wantsStatus) {
			for (const { status } of changed) void connection.sendNotification(statusNotification, status);
			for (const uri of closed) void connection.sendNotification(fileGoneNotification, { uri });
		}
		this.#wake();
	}

	/** Answers once something is new to the client, which would otherwise ask again at once and for ever. */
	async #answer(
		previous: readonly PreviousResultId[],
		token: CancellationToken,
	): Promise<WorkspaceDiagnosticReport> {
		this.files.want();
		const known = new Map(previous.map(({ uri, value }) => [pathOf(uri) ?? uri, { uri, value }]));
		let until: number | undefined;
		for (;;) {
			const changes = this.#changes;
			const unpulled = await unlessCanceled(token, () => this.#unpulled(known));
			const items = [...this.#reports(known), ...unpulled];
			if (token.isCancellationRequested) throw canceled();
			const isNew = items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full);
			if (isNew) until ??= performance.now() + MAX_WAIT_MS;
			const isComplete = !this.files.isWorking || performance.now() >= (until ?? Number.POSITIVE_INFINITY);
			if (this.#isShutDown || (isNew && isComplete)) {
				for (const { uri } of items) this.#lastClosed.delete(pathOf(uri) ?? uri);
				return { items };
			}
			if (this.#changes === changes) await this.#change(token);
		}
	}

	/** Reports the open documents that the client does not pull. */
	async #unpulled(known: KnownResults): Promise<WorkspaceDocumentDiagnosticReport[]> {
		const reports: WorkspaceDocumentDiagnosticReport[] = [];
		for (const document of this.context.documents.all()) {
			const { uri, version } = document;
			if (!isOurs(document) || folderOf(uri) === undefined) continue;
			const report = await this.delivery.unpulled(document, known.get(pathOf(uri) ?? uri)?.value);
			if (report) reports.push({ ...report, uri, version });
		}
		return reports;
	}

	#reports(known: KnownResults): WorkspaceDocumentDiagnosticReport[] {
		const reports = new Map<string, WorkspaceDocumentDiagnosticReport>();
		for (const { uri, resultId, items } of this.files.all()) {
			const path = pathOf(uri) ?? uri;
			const isKnown = known.get(path)?.value === resultId;
			reports.set(
				path,
				isKnown
					? { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId }
					: { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: [...items] },
			);
		}
		const others = new Map([
			...this.#lastClosed,
			...[...known].map(([path, { uri }]) => [path, uri] as const),
		]);
		for (const [path, uri] of others) {
			if (reports.has(path) || this.#isOpen(uri) || this.files.isPending(uri)) continue;
			reports.set(path, { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
		}
		return [...reports.values()];
	}

	#isOpen(uri: string): boolean {
		const path = pathOf(uri);
		return this.context.documents.all().some((document) => pathOf(document.uri) === path);
	}

	/** Resolves at the next change, or when the request is canceled. */
	#change(token: CancellationToken): Promise<void> {
		return new Promise((resolve) => {
			const finish = (): void => {
				this.#held.delete(finish);
				cancellation.dispose();
				resolve();
			};
			const cancellation = token.onCancellationRequested(finish);
			this.#held.add(finish);
		});
	}

	#wake(): void {
		this.#changes++;
		for (const finish of [...this.#held]) finish();
	}
}
