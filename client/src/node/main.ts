import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient } from '../extension';

export { deactivate } from '../extension';

/** In VS Code on a computer: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
	const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
	startClient(context, (id, name, options) => new LanguageClient(id, name, server, options));
}
