import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from '../extension';

export { deactivate } from '../extension';

/** The one thing of the browser that is needed here; its types would stand in for Node's everywhere. */
declare const Worker: new (
	url: string,
) => ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };

/** In VS Code in a browser: the server is a Web Worker. */
export function activate(context: ExtensionContext): void {
	const url = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
	let worker: InstanceType<typeof Worker> | undefined;
	const server = async () => {
		// A client stops the server by a message, and never its worker.
		worker?.terminate();
		worker = new Worker(url);
		// Not the worker itself: a client asks whether it is `instanceof Worker`, and VS Code puts a `Worker` of its
		// own there, of which no worker is an instance.
		return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
	};
	startClient(context, (id, name, options) => new LanguageClient(id, name, server, options));
	context.subscriptions.push({ dispose: () => worker?.terminate() });
}
