import { type ClientCapabilities, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';

/** How long nothing must change before the client is asked, in milliseconds: what the other file says is no hurry. */
const QUIET = 500;

/** Has the client ask for inlay hints and code lenses anew where what they say has changed and their own file has not. */
export class DisplayRefresh {
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly connection: Connection,
		private readonly client: () => ClientCapabilities,
	) {}

	/** Once, after the last of many changes. */
	soon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const { inlayHint, codeLens } = this.client().workspace ?? {};
			if (inlayHint?.refreshSupport) void this.connection.languages.inlayHint.refresh().catch(() => {});
			if (codeLens?.refreshSupport)
				void this.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
		}, QUIET);
	}
}
