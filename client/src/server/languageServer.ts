import { type CancellationToken, type Disposable, type Event, EventEmitter } from 'vscode';
import { type BaseLanguageClient, State, WorkDoneProgress } from 'vscode-languageclient';
import {
	type CodesParams,
	type ColumnCodes,
	type ConvertAnswer,
	type ConvertParams,
	type CoverageReport,
	type CursorPlace,
	codesRequest,
	convertRequest,
	type FirstProblem,
	type FirstProblemParams,
	type FolderState,
	firstProblemRequest,
	folderStateRequest,
	type InspectAnswer,
	type InspectParams,
	inspectRequest,
	type PlaceParams,
	placeRequest,
	type ReportParams,
	readFileRequest,
	recheckRequest,
	reportRequest,
	type Status,
	statusNotification,
	type TemplateAnswer,
	type TemplateParams,
	templateRequest,
} from '../../../server/src/protocol';
import { readFile } from './readFile';

/** What somebody who waits for an answer wants. */
export interface QueuedStatus {
	readonly token: CancellationToken;
	readonly onPercentage: (percentage: number) => void;
}

/** The server as the rest of the client sees it: started by the first that needs it, and replaced by a restart. */
export class LanguageServer implements Disposable {
	readonly #make: () => BaseLanguageClient;
	readonly #onStatus = new EventEmitter<Status>();
	readonly #onState = new EventEmitter<void>();
	#client: BaseLanguageClient | undefined;
	#started: Promise<BaseLanguageClient> | undefined;
	#progress = 0;

	constructor(make: () => BaseLanguageClient) {
		this.#make = make;
	}

	/** How a file stands, after each complete check. */
	readonly onStatus: Event<Status> = this.#onStatus.event;
	/** The server came up or went down. */
	readonly onState: Event<void> = this.#onState.event;

	/** In a word, for the log. */
	get state(): string {
		return this.#client ? State[this.#client.state].toLowerCase() : 'stopped';
	}

	/** Whether the server was started and is down again: what is on the screen is old. */
	get isDown(): boolean {
		const state = this.#client?.state;
		return state === State.Stopped || state === State.StartFailed;
	}

	start(): Promise<BaseLanguageClient> {
		if (this.#started && !this.isDown) return this.#started;
		void this.#client?.dispose().catch(() => {});
		const client = this.#make();
		client.onRequest(readFileRequest, readFile);
		client.onNotification(statusNotification, (status: Status) => this.#onStatus.fire(status));
		client.onDidChangeState(() => this.#onState.fire());
		this.#client = client;
		this.#started = client.start().then(() => client);
		return this.#started;
	}

	async restart(): Promise<void> {
		await this.stop();
		await this.start();
	}

	/** A client that failed to start or whose server died may refuse to stop; nothing is left of it then either. */
	async stop(): Promise<void> {
		const client = this.#client;
		this.#client = undefined;
		this.#started = undefined;
		await client?.dispose().catch(() => {});
	}

	dispose(): void {
		void this.stop();
		this.#onStatus.dispose();
		this.#onState.dispose();
	}

	async place(params: PlaceParams, token: CancellationToken): Promise<CursorPlace | null> {
		return (await this.start()).sendRequest<CursorPlace | null>(placeRequest, params, token);
	}

	async recheck(uri: string): Promise<void> {
		await (await this.start()).sendRequest(recheckRequest, { uri });
	}

	async report(params: ReportParams, token: CancellationToken): Promise<CoverageReport | null> {
		return (await this.start()).sendRequest<CoverageReport | null>(reportRequest, params, token);
	}

	async folderState(uri: string, token: CancellationToken): Promise<FolderState | null> {
		return (await this.start()).sendRequest<FolderState | null>(folderStateRequest, { uri }, token);
	}

	async firstProblem(params: FirstProblemParams): Promise<FirstProblem | null> {
		return (await this.start()).sendRequest<FirstProblem | null>(firstProblemRequest, params);
	}

	template(params: TemplateParams, waiting: QueuedStatus): Promise<TemplateAnswer> {
		return this.ask(templateRequest, params, waiting);
	}

	inspectExport(params: InspectParams, waiting: QueuedStatus): Promise<InspectAnswer> {
		return this.ask(inspectRequest, params, waiting);
	}

	convertExport(params: ConvertParams, waiting: QueuedStatus): Promise<ConvertAnswer> {
		return this.ask(convertRequest, params, waiting);
	}

	async exportCodes(params: CodesParams): Promise<ColumnCodes | null> {
		return (await this.start()).sendRequest<ColumnCodes | null>(codesRequest, params);
	}

	/** A request that says how far it is, and can be given up. */
	async ask<T>(method: string, params: object, { token, onPercentage }: QueuedStatus): Promise<T> {
		const client = await this.start();
		const workDoneToken = `${method}-${++this.#progress}`;
		const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
			if (step.kind === 'report' && step.percentage !== undefined) onPercentage(step.percentage);
		});
		try {
			return await client.sendRequest<T>(method, { ...params, workDoneToken }, token);
		} finally {
			listening.dispose();
		}
	}
}
