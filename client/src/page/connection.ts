/** What a page and the extension say to each other: requests of the page with their answers, and events. */

/** A page's requests, by method: parameters and answer. */
type Requests<Methods> = { readonly [Method in keyof Methods]: [params: unknown, answer: unknown] };

/** The answer to a request of the page, by its number. */
type Answer =
	| { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
	/** The request failed; the person has been told. */
	| { readonly type: 'failed'; readonly id: number };

declare function acquireVsCodeApi(): { postMessage(message: object): void };

/** What a page asks of the extension. A request that fails rejects; the person has been told why. */
export interface Connection<Methods extends Requests<Methods>, Event extends { readonly type: string }> {
	/** Sends a request and resolves to its answer. */
	ask<Method extends keyof Methods>(method: Method, params: Methods[Method][0]): Promise<Methods[Method][1]>;
	/** Calls the listener for each event from now on. */
	onEvent(listener: (event: Event) => void): void;
}

interface Waiting {
	readonly resolve: (answer: unknown) => void;
	readonly reject: (error: Error) => void;
}

/** Connects the page with the extension by the messages of its webview. Must be called once. */
export function connect<
	Methods extends Requests<Methods>,
	Event extends { readonly type: string },
>(): Connection<Methods, Event> {
	const api = acquireVsCodeApi();
	const waiting = new Map<number, Waiting>();
	const listeners: ((event: Event) => void)[] = [];
	let lastId = 0;
	window.addEventListener('message', ({ data }: MessageEvent<Answer | Event>) => {
		if (!isAnswer(data)) {
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
				api.postMessage({ id, method, params });
			}),
		onEvent: (listener) => listeners.push(listener),
	};
}

function isAnswer(message: { readonly type: string }): message is Answer {
	return message.type === 'answer' || message.type === 'failed';
}
