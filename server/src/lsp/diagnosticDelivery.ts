import {
	type CancellationToken,
	type ClientCapabilities,
	type Connection,
	type Diagnostic,
	type DocumentDiagnosticReport,
	DocumentDiagnosticReportKind,
	LSPErrorCodes,
	ResponseError,
	type TextDocuments,
} from 'vscode-languageserver';
import type { Finding } from '../check/finding';
import type { Checker } from '../check/live/checker';
import type { CsvDocument } from '../csv/document';
import { diagnostics, statusOf } from '../features';
import { type Status, statusNotification } from '../protocol';
import { type Checkers, complete, isOurs } from './checkers';
import type { MemoryRelease } from './memoryRelease';
import type { SiblingFiles } from './siblingFiles';

export interface DeliveryOptions {
	readonly ruleUri: (ruleId: string) => string | undefined;
	/** Whether the client wants to be told how a file stands. */
	readonly status: boolean;
	readonly tidy: MemoryRelease;
	readonly datasets: Pick<SiblingFiles, 'referringTo' | 'problemOf'>;
}

/**
 * How diagnostics reach the client: pulled by one that can pull, pushed to all others, never both. The newest
 * version is always answered by a publish that carries it; work for an older one is dropped.
 */
export class DiagnosticDelivery {
	readonly #pulls: boolean;
	/** Counts up when the same version is to be delivered anew: by other settings, or of a file opened again. */
	#generation = 0;
	/** The newest wish of each document to be checked; an older one is stale. */
	readonly #wishes = new Map<string, number>();
	#wish = 0;
	/** The state in which each file was delivered last. */
	readonly #delivered = new WeakMap<Checker, string>();
	/** The status that was sent last, as JSON. */
	readonly #told = new WeakMap<Checker, string>();
	readonly #kept = new WeakMap<Finding, Diagnostic>();

	constructor(
		private readonly connection: Connection,
		private readonly documents: TextDocuments<CsvDocument>,
		private readonly session: Checkers,
		private readonly client: ClientCapabilities,
		private readonly options: DeliveryOptions,
	) {
		this.#pulls = client.textDocument?.diagnostic !== undefined;
		this.refresh = () => {
			this.#generation++;
			this.#askToPull();
			for (const document of documents.all()) void this.changed(document);
		};
	}

	/** Delivers everything anew. */
	readonly refresh: () => void;

	/** A document was opened or has changed; the files that refer to it are looked at again as well. */
	async changed(document: CsvDocument): Promise<void> {
		await this.#try(document);
		this.related(document.uri);
	}

	/** A file has changed, be it open or not: what refers to it is delivered anew where that makes a difference. */
	related(uri: string): void {
		for (const document of this.options.datasets.referringTo(uri)) void this.#try(document, true);
	}

	async #try(document: CsvDocument, onlyNew = false): Promise<void> {
		try {
			await this.#check(document, onlyNew);
		} catch (error) {
			this.connection.console.error(
				`A check failed: ${error instanceof Error ? error.name : 'unknown error'}`,
			);
		}
	}

	async #check(document: CsvDocument, onlyNew: boolean): Promise<void> {
		const isWanted = !this.#pulls || this.options.status || (onlyNew && this.#canAskToPull);
		if (!isOurs(document) || !isWanted) return;
		const wish = ++this.#wish;
		this.#wishes.set(document.uri, wish);
		const isStale = (): boolean => this.#wishes.get(document.uri) !== wish;
		const checker = await this.session.checker(document);
		if (!checker || isStale()) return;
		const done = await complete(checker, isStale, this.#pulls ? undefined : () => this.#push(checker));
		if (!done || isStale()) return;
		this.options.tidy.checked(document);
		const delivered = this.#delivered.get(checker);
		const isNew = delivered !== this.#stateOf(checker);
		if (!this.#pulls && (isNew || !onlyNew)) this.#push(checker);
		// A client that pulls does so after each change of its own, and is told where the other file made for another.
		if (this.#pulls && onlyNew && isNew && delivered !== undefined) this.#askToPull();
		if (!this.options.status) return;
		const beside = await this.options.datasets.problemOf(document);
		if (!isStale()) this.#tell(checker, { ...statusOf(checker), beside }, onlyNew);
	}

	/** Not told by what was delivered: a client may have pulled that before, and what cannot be read is no finding. */
	#tell(checker: Checker, status: Status, onlyNew: boolean): void {
		const said = JSON.stringify(status);
		if (onlyNew && said === this.#told.get(checker)) return;
		this.#told.set(checker, said);
		void this.connection.sendNotification(statusNotification, status);
	}

	get #canAskToPull(): boolean {
		return this.#pulls && this.client.workspace?.diagnostics?.refreshSupport === true;
	}

	#askToPull(): void {
		if (!this.#canAskToPull) return;
		void this.connection.languages.diagnostics.refresh().catch(() => {});
	}

	/** What a diagnostic can hang on. */
	#stateOf({ document: { version }, datasetRevision }: Checker): string {
		return `${version}.${datasetRevision}.${this.#generation}`;
	}

	closed(document: CsvDocument): void {
		const { uri } = document;
		this.#wishes.delete(uri);
		this.#generation++;
		this.session.close(uri);
		this.options.tidy.closed(document);
		if (!this.#pulls && isOurs(document)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
	}

	/** Answers a pull. */
	async pull(
		uri: string,
		previous: string | undefined,
		token: CancellationToken,
	): Promise<DocumentDiagnosticReport> {
		const document = this.documents.get(uri);
		const checker = await this.session.checker(document);
		if (!document || !checker) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
		const isStale = (): boolean => token.isCancellationRequested || this.documents.get(uri) !== document;
		if (!(await complete(checker, isStale))) {
			throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The file changed', { retriggerRequest: true });
		}
		this.options.tidy.checked(document);
		const resultId = this.#stateOf(checker);
		this.#delivered.set(checker, resultId);
		if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
		return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.#diagnostics(checker) };
	}

	#push(checker: Checker): void {
		this.#delivered.set(checker, this.#stateOf(checker));
		const { uri, version } = checker.document;
		void this.connection.sendDiagnostics({ uri, version, diagnostics: this.#diagnostics(checker) });
	}

	#diagnostics(checker: Checker): Diagnostic[] {
		return presentable(this.client, diagnostics(checker, { ...this.options, kept: this.#kept }));
	}
}

/**
 * Leaves out what the client did not say it can show, be it where it is pushed to or where it pulls. It does so in
 * place, and once more in a diagnostic that is kept leaves it as it is.
 */
export function presentable(client: ClientCapabilities, all: Diagnostic[]): Diagnostic[] {
	const { publishDiagnostics, diagnostic: pulled } = client.textDocument ?? {};
	const can = { ...publishDiagnostics, ...pulled };
	for (const diagnostic of all) {
		if (!can.codeDescriptionSupport) delete diagnostic.codeDescription;
		if (!can.relatedInformation) delete diagnostic.relatedInformation;
		if (!can.tagSupport) delete diagnostic.tags;
	}
	return all;
}
