import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { stageFileWith } from '../../../server/src/writing/stageFile';
import { startClient } from '../extension';
import { diskCheckWith } from './diskCheck';
import { serverFlags } from './serverFlags';

export { deactivate } from '../extension';

/** Activates the extension in VS Code on a computer, where the server is a separate process. */
export function activate(context: ExtensionContext): void {
	const server = {
		module: context.asAbsolutePath('dist/server.js'),
		transport: TransportKind.ipc,
		// By default it runs in the opened folder, where a system may look for libraries and keeps the folder from being moved.
		options: {
			execArgv: [...serverFlags],
			// As the server sets it for itself, which has no effect on Windows (github.com/libuv/libuv/issues/4887).
			env: { UV_THREADPOOL_SIZE: '16' },
			cwd: context.asAbsolutePath('dist'),
		},
	};
	startClient(context, (id, name, options) => new LanguageClient(id, name, server, options), {
		check: diskCheckWith(context.asAbsolutePath('dist/cli.js'), context.subscriptions),
		stageFile: stageFileWith(),
	});
}
