import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from '../extension';

export { deactivate } from '../extension';

/** The only DOM type that is needed. The DOM library would also declare its globals in every other file. */
declare const Worker: new (
	url: string,
) => ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };

/** Activates the extension in VS Code in a browser, where the server is a Web Worker. */
export function activate(context: ExtensionContext): void {
	const url = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
	let worker: InstanceType<typeof Worker> | undefined;
	const server = async () => {
		// A language client stops the server by a message, but leaves its worker running.
		worker?.terminate();
		worker = new Worker(url);
		// Not the worker itself: the client tests `instanceof Worker`, and VS Code replaces the global `Worker` by a
		// class of which no worker is an instance.
		return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
	};
	startClient(context, (id, name, options) => new LanguageClient(id, name, server, options));
	context.subscriptions.push({ dispose: () => worker?.terminate() });
}
