import { CancellationTokenSource, Disposable, Uri } from 'vscode';
import type { Readiness } from '../../../server/src/protocol';
import { folderKey } from '../files/documents';
import type { LanguageServer } from '../server/languageServer';

/** How long the files must be unchanged before the state is requested again, in milliseconds. */
const QUIET_MS = 200;

/** Says whether the folder of a file is ready, now and after each check of its files, until it is disposed. */
export function followReadiness(
	server: LanguageServer,
	file: Uri,
	onReadiness: (readiness: Readiness) => void,
): Disposable {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let request = new CancellationTokenSource();
	const ask = async (): Promise<void> => {
		request.cancel();
		request = new CancellationTokenSource();
		const { token } = request;
		// Null where a file changes meanwhile: after its check there is another status.
		const state = await server.folderState(file.toString(), token).catch(() => null);
		if (state && !token.isCancellationRequested) onReadiness(state.readiness);
	};
	const askSoon = (): void => {
		clearTimeout(timer);
		timer = setTimeout(() => void ask(), QUIET_MS);
	};
	const subscription = server.onStatus(({ uri }) => {
		if (folderKey(Uri.parse(uri)) === folderKey(file)) askSoon();
	});
	askSoon();
	return new Disposable(() => {
		clearTimeout(timer);
		request.cancel();
		subscription.dispose();
	});
}
