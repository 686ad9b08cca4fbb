import {
	type CancellationToken,
	type Disposable,
	type Event,
	EventEmitter,
	type Position,
	type Uri,
} from 'vscode';
import {
	type BaseLanguageClient,
	State,
	type SymbolInformation,
	WorkDoneProgress,
} from 'vscode-languageclient';
import {
	type CoverageReport,
	type CursorPlace,
	changesNotification,
	type DocumentFacts,
	documentFactsNotification,
	earlierValuesNotification,
	type FirstProblem,
	type FirstProblemParams,
	type FolderProblems,
	type FolderState,
	type FoundFilesParams,
	fileGoneNotification,
	firstProblemRequest,
	folderStateRequest,
	foundFilesNotification,
	type GridPlace,
	type GridPlaceAnswer,
	gridPlaceRequest,
	type PlaceParams,
	type ProblemGroupsParams,
	placeRequest,
	problemGroupsRequest,
	type Reencoded,
	type ReencodeParams,
	type ReportParams,
	readFileRequest,
	recheckRequest,
	reencodeRequest,
	reportRequest,
	type SavedReport,
	type Status,
	type StudentsParams,
	statusNotification,
	studentsRequest,
	type TemplateAnswer,
	type TemplateParams,
	templateRequest,
} from '../../../server/src/protocol';
import { unlessOvertaken } from './overtaken';
import { readFile } from './readFile';

/** Cancels a long request, and takes its progress. */
export interface ProgressListener {
	readonly token: CancellationToken;
	/** Takes whole percentages, 0 to 100. */
	readonly onPercentage: (percentage: number) => void;
}

/** A student of a roster, at the ID in the student's first row. The texts are made for lists. */
export type StudentSymbol = Pick<SymbolInformation, 'name' | 'containerName' | 'location'>;

/** The server for the rest of the client: the first request starts it, and a restart replaces it. */
export class LanguageServer implements Disposable {
	readonly #newClient: () => BaseLanguageClient;
	readonly #onStatus = new EventEmitter<Status>();
	readonly #onFileGone = new EventEmitter<string>();
	readonly #onChanges = new EventEmitter<string>();
	readonly #onEarlierValues = new EventEmitter<string>();
	readonly #onState = new EventEmitter<void>();
	#client: BaseLanguageClient | undefined;
	#started: Promise<BaseLanguageClient> | undefined;
	#lastToken = 0;

	constructor(make: () => BaseLanguageClient) {
		this.#newClient = make;
	}

	/** The status of a file after each complete check. */
	readonly onStatus: Event<Status> = this.#onStatus.event;
	/** The URI of a file that is not open and has no status any more. */
	readonly onFileGone: Event<string> = this.#onFileGone.event;
	/** The URI of a file in a folder whose comparison with the last upload is another one, or stale. */
	readonly onChanges: Event<string> = this.#onChanges.event;
	/** The URI of an open file whose table knows other values of the last upload. */
	readonly onEarlierValues: Event<string> = this.#onEarlierValues.event;
	/** The server started or stopped. */
	readonly onState: Event<void> = this.#onState.event;

	/** The state in one word, for the log. */
	get state(): string {
		return this.#client ? State[this.#client.state].toLowerCase() : 'stopped';
	}

	/** Whether the server has stopped after it was started: what is on the screen may be out of date. */
	get isDown(): boolean {
		const state = this.#client?.state;
		return state === State.Stopped || state === State.StartFailed;
	}

	/** Whether it can be sent something without being started. */
	get isRunning(): boolean {
		return this.#client?.state === State.Running;
	}

	/** Starts the server where it is not running; resolves to its client. */
	start(): Promise<BaseLanguageClient> {
		if (this.#started && !this.isDown) return this.#started;
		void this.#client?.dispose().catch(() => {});
		const client = this.#newClient();
		client.onRequest(readFileRequest, readFile);
		client.onNotification(statusNotification, (status: Status) => this.#onStatus.fire(status));
		client.onNotification(fileGoneNotification, ({ uri }: { readonly uri: string }) =>
			this.#onFileGone.fire(uri),
		);
		client.onNotification(changesNotification, ({ uri }: { readonly uri: string }) =>
			this.#onChanges.fire(uri),
		);
		client.onNotification(earlierValuesNotification, ({ uri }: { readonly uri: string }) =>
			this.#onEarlierValues.fire(uri),
		);
		client.onDidChangeState(() => this.#onState.fire());
		this.#client = client;
		this.#started = client.start().then(() => client);
		return this.#started;
	}

	/** Stops the server and starts another. */
	async restart(): Promise<void> {
		await this.stop();
		await this.start();
	}

	/** Stops the server. A client that failed to start, or whose server died, may refuse; its error is ignored. */
	async stop(): Promise<void> {
		const client = this.#client;
		this.#client = undefined;
		this.#started = undefined;
		await client?.dispose().catch(() => {});
	}

	dispose(): void {
		void this.stop();
		this.#onStatus.dispose();
		this.#onFileGone.dispose();
		this.#onChanges.dispose();
		this.#onEarlierValues.dispose();
		this.#onState.dispose();
	}

	/** Says which files were found, where the server is running; one that starts is told by its options. */
	async foundFiles(uris: readonly string[]): Promise<void> {
		if (!this.#started || this.isDown) return;
		const params: FoundFilesParams = { uris };
		await (await this.#started).sendNotification(foundFilesNotification, params);
	}

	/** The column and row of a position; null if there are none. */
	async place(params: PlaceParams, token: CancellationToken): Promise<CursorPlace | null> {
		return this.#askNow<CursorPlace>(placeRequest, params, token);
	}

	/** The cell of a file at a position of its text; undefined if there is none, or the server does not answer. */
	async cellAt(uri: Uri, { line, character }: Position): Promise<GridPlace | undefined> {
		const params: PlaceParams = { textDocument: { uri: uri.toString() }, position: { line, character } };
		try {
			const client = await this.start();
			return (await client.sendRequest<GridPlaceAnswer>(gridPlaceRequest, params)) ?? undefined;
		} catch {
			return undefined;
		}
	}

	/** The students of the folder of an open file whose ID or name begins like a query. */
	async students(params: StudentsParams, token: CancellationToken): Promise<readonly StudentSymbol[]> {
		return (await this.#askNow<StudentSymbol[]>(studentsRequest, params, token)) ?? [];
	}

	/** Says what only the editor knows of an open file. */
	async documentFacts(facts: DocumentFacts): Promise<void> {
		await (await this.start()).sendNotification(documentFactsNotification, facts);
	}

	/** Checks a file from the start. */
	async recheck(uri: string): Promise<void> {
		await (await this.start()).sendRequest(recheckRequest, { uri });
	}

	/** The coverage report of a folder for handing on; null if a file changed before it was ready. */
	async savedReport({ uri }: ReportParams): Promise<SavedReport | null> {
		const params: ReportParams = { uri, suppress: true };
		return this.#askNow<SavedReport>(reportRequest, params);
	}

	/** The coverage report of a folder; null if a file changed before it was ready. */
	async report({ uri }: ReportParams, token: CancellationToken): Promise<CoverageReport | null> {
		return this.#askNow<CoverageReport>(reportRequest, { uri }, token);
	}

	/** The errors of both files of a folder and the students that they cover; null if a file changed in the meantime. */
	async folderState(uri: string, token: CancellationToken): Promise<FolderState | null> {
		return this.#askNow<FolderState>(folderStateRequest, { uri }, token);
	}

	/** The problems of a folder by value; null if a file changed in the meantime. */
	async problemGroups(params: ProblemGroupsParams, token: CancellationToken): Promise<FolderProblems | null> {
		return this.#askNow<FolderProblems>(problemGroupsRequest, params, token);
	}

	/** The first finding of a rule in a file; null if there is none, undefined if a file changed in the meantime. */
	async firstProblem(params: FirstProblemParams): Promise<FirstProblem | null | undefined> {
		const client = await this.start();
		return unlessOvertaken(client.sendRequest<FirstProblem | null>(firstProblemRequest, params));
	}

	/** The text of an extension file for the students of a roster. */
	template(params: TemplateParams, listener: ProgressListener): Promise<TemplateAnswer | undefined> {
		return this.ask(templateRequest, params, listener);
	}

	/** Reads a file that is not UTF-8. */
	reencode(params: ReencodeParams, listener: ProgressListener): Promise<Reencoded | undefined> {
		return this.ask(reencodeRequest, params, listener);
	}

	/** Sends a notification to a server that is running; one that is not has nothing to be told. */
	async notify(method: string, params: object): Promise<void> {
		if (this.isRunning) await (await this.start()).sendNotification(method, params);
	}

	/** Sends a request that is answered soon; null where it was overtaken. */
	async request<T>(method: string, params: object): Promise<T | null> {
		return this.#askNow<T>(method, params);
	}

	/** Sends a request about the files as they are now; null where there is no answer, and where it was overtaken. */
	async #askNow<T>(method: string, params: object, token?: CancellationToken): Promise<T | null> {
		const client = await this.start();
		// A token that is undefined would be taken for a second parameter.
		const answer = token
			? client.sendRequest<T | null>(method, params, token)
			: client.sendRequest<T | null>(method, params);
		return (await unlessOvertaken(answer)) ?? null;
	}

	/** Sends a request that reports its progress; undefined where it was canceled or overtaken. */
	async ask<T>(
		method: string,
		params: object,
		{ token, onPercentage }: ProgressListener,
	): Promise<T | undefined> {
		const client = await this.start();
		const workDoneToken = `${method}-${++this.#lastToken}`;
		const subscription = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
			if (step.kind === 'report' && step.percentage !== undefined) onPercentage(step.percentage);
		});
		try {
			return await unlessOvertaken(client.sendRequest<T>(method, { ...params, workDoneToken }, token));
		} finally {
			subscription.dispose();
		}
	}
}
