import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { type InitializationOptions, settingsSection } from '../protocol';

/** The settings as one client gives them: when it is asked, when they change, or when it starts. */
export class ClientSettings {
	/** From the last workspace/didChangeConfiguration that held any. */
	#pushedSettings: unknown;

	constructor(
		private readonly connection: Connection,
		private readonly client: ClientCapabilities,
		private readonly options: InitializationOptions,
	) {}

	/** The settings for a document, or without a URI those for all, unread. Rejects if the client fails to answer. */
	async read(uri?: string): Promise<unknown> {
		return this.client.workspace?.configuration
			? await this.connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection })
			: (this.#pushedSettings ?? this.options.settings);
	}

	/** Keeps what a workspace/didChangeConfiguration holds; it may hold nothing. */
	push(settings: unknown): void {
		const section = (settings as Record<string, unknown> | null | undefined)?.[settingsSection];
		this.#pushedSettings = section ?? this.#pushedSettings;
	}
}
