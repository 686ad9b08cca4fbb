import {
	type CancellationToken,
	type Diagnostic,
	type DocumentDiagnosticReport,
	DocumentDiagnosticReportKind,
	LSPErrorCodes,
	ResponseError,
} from 'vscode-languageserver';
import type { Finding } from '../check/finding';
import type { Checker } from '../check/live/checker';
import type { ReportedProblem } from '../check/reportedProblems';
import type { CsvDocument } from '../csv/document';
import { diagnostics, type ShownDiagnostic } from '../features';
import { statusNotification } from '../protocol';
import { schoolsFile } from '../spec/schoolsFile';
import { isOurs } from './checkers';
import { checkToEnd } from './checkToEnd';
import { fileStatus } from './fileStatus';
import type { HandlerContext } from './handlers/context';
import type { MemoryRelease } from './memoryRelease';
import { presentable } from './presentable';
import { canceled } from './requestErrors';
import { runSafely, unlessCanceled } from './runSafely';
import { fileNameOf } from './uris';

/**
 * What a check follows on: the document was opened or edited, only the file that it refers to changed, or only the
 * names of schools. Those change no finding, but a client asks for the report again after each status.
 */
type Cause = 'edit' | 'sibling' | 'names';

/**
 * How diagnostics reach the client: pulled by one that can pull, pushed to all others, never both. The newest
 * version is always answered by a publish that carries it; work for an older one is dropped.
 */
export class DiagnosticDelivery {
	readonly #pulls: boolean;
	/** Counts up when the same version is delivered again: after a change of settings, or of a file opened again. */
	#generation = 0;
	/** The newest request to check each document, by URI; older ones are stale. */
	readonly #requests = new Map<string, number>();
	#request = 0;
	/** The state in which each file was delivered last. */
	readonly #delivered = new WeakMap<Checker, string>();
	/** The status that was sent last, as JSON. */
	readonly #lastStatus = new WeakMap<Checker, string>();
	/** The diagnostics of findings that did not change, so that an edit creates those of its own rows only. */
	readonly #kept = new WeakMap<Finding | ReportedProblem, ShownDiagnostic>();

	constructor(
		private readonly context: HandlerContext,
		private readonly memory: MemoryRelease,
	) {
		this.#pulls = context.client.diagnostics.arePulled;
	}

	/** Delivers everything again. */
	refresh(): void {
		this.#generation++;
		this.#askToPull();
		for (const document of this.context.documents.all()) void this.changed(document);
	}

	/** To be called when a document was opened or has changed; checks the files that refer to it again as well. */
	async changed(document: CsvDocument): Promise<void> {
		await this.#deliver(document, 'edit');
		this.siblingChanged(document.uri);
	}

	/**
	 * To be called when a file has changed, open or not: delivers what refers to it where that makes a difference, and
	 * to a client that wants it the status of the folder's other file, as both speak of the folder.
	 */
	siblingChanged(uri: string): void {
		const { siblings, wantsStatus } = this.context;
		const documents = wantsStatus ? siblings.openBeside(uri) : siblings.referringTo(uri);
		const isOfSchools = fileNameOf(uri)?.toLowerCase() === schoolsFile.fileName;
		for (const document of documents) void this.#deliver(document, isOfSchools ? 'names' : 'sibling');
	}

	/** To be called when the client has said something about a document besides its text. */
	editorStateChanged(uri: string): void {
		const document = this.context.documents.get(uri);
		if (!document || !this.context.wantsStatus) return;
		void this.#deliver(document, 'sibling');
		this.siblingChanged(uri);
	}

	/** To be called when a document is closed. */
	closed(document: CsvDocument): void {
		const { uri } = document;
		this.#requests.delete(uri);
		this.#generation++;
		this.context.checkers.close(uri);
		this.memory.closed(document);
		if (!this.#pulls && isOurs(document))
			void this.context.connection.sendDiagnostics({ uri, diagnostics: [] });
	}

	/** Answers a client that pulls. */
	async answerPull(
		uri: string,
		previousResultId: string | undefined,
		token: CancellationToken,
	): Promise<DocumentDiagnosticReport> {
		const { documents, checkers } = this.context;
		const document = documents.get(uri);
		const checker = await unlessCanceled(token, () => checkers.checker(document));
		if (token.isCancellationRequested) throw canceled();
		if (!document || !checker) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
		const isStale = (): boolean => token.isCancellationRequested || documents.get(uri) !== document;
		if (!(await checkToEnd(checker, isStale))) {
			if (token.isCancellationRequested) throw canceled();
			throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The file changed.', { retriggerRequest: true });
		}
		this.memory.checked(document);
		this.#delivered.set(checker, this.#stateOf(checker));
		return this.#report(checker, previousResultId);
	}

	/**
	 * The diagnostics of an open document in a state that the client has not pulled, as VS Code does not while the
	 * document has no tab. Undefined if it has, and where an edit is about to change them.
	 */
	async unpulled(
		document: CsvDocument,
		previousResultId: string | undefined,
	): Promise<DocumentDiagnosticReport | undefined> {
		const { documents, checkers } = this.context;
		const checker = await checkers.checker(document);
		const isStale = (): boolean => documents.get(document.uri) !== document;
		if (!checker || !(await checkToEnd(checker, isStale)) || isStale()) return undefined;
		const isPulled = this.#delivered.get(checker) === this.#stateOf(checker);
		return isPulled ? undefined : this.#report(checker, previousResultId);
	}

	#report(checker: Checker, previousResultId: string | undefined): DocumentDiagnosticReport {
		const resultId = this.#stateOf(checker);
		if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
		return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.#diagnostics(checker) };
	}

	#deliver(document: CsvDocument, cause: Cause): Promise<void> {
		return runSafely(this.context.connection, 'A check', undefined, () => this.#check(document, cause));
	}

	async #check(document: CsvDocument, cause: Cause): Promise<void> {
		if (!isOurs(document) || !this.#isNeeded(cause)) return;
		const request = ++this.#request;
		this.#requests.set(document.uri, request);
		const isStale = (): boolean => this.#requests.get(document.uri) !== request;
		const checker = await this.context.checkers.checker(document);
		if (!checker || isStale()) return;
		const onFirstRows = this.#pulls ? undefined : () => this.#publish(checker);
		if (!(await checkToEnd(checker, isStale, onFirstRows)) || isStale()) return;
		this.memory.checked(document);
		if (this.#pulls) this.#pull(checker, cause);
		else this.#push(checker, cause);
		if (this.context.wantsStatus) await this.#status(checker, cause, isStale);
	}

	/** Whether the result is sent anywhere: a client that pulls gets the diagnostics of an edit by pulling. */
	#isNeeded(cause: Cause): boolean {
		return !this.#pulls || this.context.wantsStatus || cause !== 'edit';
	}

	/** Publishes each version of a document, and after a change of the other file only what is new. */
	#push(checker: Checker, cause: Cause): void {
		if (cause === 'edit' || this.#isNew(checker)) this.#publish(checker);
	}

	/** The client pulls after each edit by itself; after a change of the other file it has to be asked. */
	#pull(checker: Checker, cause: Cause): void {
		if (cause !== 'edit' && this.#delivered.has(checker) && this.#isNew(checker)) this.#askToPull();
	}

	/**
	 * Sends the status of a file. Whether it is new is not seen from the diagnostics that were delivered: a client may
	 * have pulled those before, and a sibling that cannot be read is no diagnostic. A client asks for the report again
	 * after each status.
	 */
	async #status(checker: Checker, cause: Cause, isStale: () => boolean): Promise<void> {
		const status = await fileStatus(this.context, checker, isStale);
		if (isStale()) return;
		const json = JSON.stringify(status);
		if (cause === 'sibling' && json === this.#lastStatus.get(checker)) return;
		this.#lastStatus.set(checker, json);
		void this.context.connection.sendNotification(statusNotification, status);
	}

	#publish(checker: Checker): void {
		this.#delivered.set(checker, this.#stateOf(checker));
		const { uri, version } = checker.document;
		const { client, connection } = this.context;
		const about = client.diagnostics.areVersioned ? { uri, version } : { uri };
		void connection.sendDiagnostics({ ...about, diagnostics: this.#diagnostics(checker) });
	}

	#askToPull(): void {
		if (!this.#pulls) return;
		void this.context.connection.languages.diagnostics.refresh().catch(() => {});
	}

	#isNew(checker: Checker): boolean {
		return this.#delivered.get(checker) !== this.#stateOf(checker);
	}

	/** Everything that the diagnostics of a file depend on. */
	#stateOf({ document: { version }, datasetRevision, reported }: Checker): string {
		return `${version}.${datasetRevision}.${reported?.revision ?? 0}.${this.#generation}`;
	}

	#diagnostics(checker: Checker): Diagnostic[] {
		const { client, ruleUri } = this.context;
		return presentable(client.diagnostics, diagnostics(checker, { ruleUri, kept: this.#kept }));
	}
}
