import type { ClientCapabilities, Connection } from 'vscode-languageserver';

/** How long nothing must change before the client is asked, in milliseconds: names of the other file are no hurry. */
const QUIET = 500;

/** Has the client ask for inlay hints anew where what they say has changed and their own file has not. */
export class HintRefresh {
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly connection: Connection,
		private readonly client: () => ClientCapabilities,
	) {}

	/** Once, after the last of many changes. */
	soon(): void {
		if (this.client().workspace?.inlayHint?.refreshSupport !== true) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			void this.connection.languages.inlayHint.refresh().catch(() => {});
		}, QUIET);
	}
}
