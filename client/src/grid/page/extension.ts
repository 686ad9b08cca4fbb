import type { GridFromPage, GridToPage, PageRequests } from '../messages';

declare function acquireVsCodeApi(): { postMessage(message: GridFromPage): void };

/** A message that the extension sends unasked. */
export type ExtensionEvent = Exclude<GridToPage, { readonly type: 'answer' | 'failed' }>;

/** What the page asks of the extension. A request that fails rejects; the person has been told why. */
export interface Extension {
	/** Sends a request and resolves to its answer. */
	ask<Method extends keyof PageRequests>(
		method: Method,
		params: PageRequests[Method][0],
	): Promise<PageRequests[Method][1]>;
	/** Calls the listener for each event from now on. */
	onEvent(listener: (event: ExtensionEvent) => void): void;
}

interface Waiting {
	readonly resolve: (answer: unknown) => void;
	readonly reject: (error: Error) => void;
}

/** Connects the page with the extension by the messages of its webview. Must be called once. */
export function connect(): Extension {
	const api = acquireVsCodeApi();
	const waiting = new Map<number, Waiting>();
	const listeners: ((event: ExtensionEvent) => void)[] = [];
	let lastId = 0;
	window.addEventListener('message', ({ data }: MessageEvent<GridToPage>) => {
		if (data.type !== 'answer' && data.type !== 'failed') {
			for (const listener of listeners) listener(data);
			return;
		}
		const request = waiting.get(data.id);
		waiting.delete(data.id);
		if (data.type === 'answer') request?.resolve(data.answer);
		else request?.reject(new Error('The request failed.'));
	});
	return {
		ask: (method, params) =>
			new Promise((resolve, reject) => {
				const id = ++lastId;
				waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
				api.postMessage({ id, method, params } as GridFromPage);
			}),
		onEvent: (listener) => listeners.push(listener),
	};
}
