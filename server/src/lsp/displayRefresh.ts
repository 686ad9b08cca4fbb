import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures';

/** Milliseconds without a change before the client is asked: what the other file changes is not urgent. */
const QUIET_MS = 500;

/** Asks the client to request inlay hints and code lenses again when the other file changes what they show. */
export class DisplayRefresh {
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly connection: Connection,
		private readonly client: ClientFeatures,
	) {}

	/** Asks once, after the last of many calls. */
	schedule(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const { refreshesHints, refreshesLenses } = this.client;
			if (refreshesHints) void this.connection.languages.inlayHint.refresh().catch(() => {});
			if (refreshesLenses) void this.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
		}, QUIET_MS);
	}
}
