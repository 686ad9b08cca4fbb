import type { Connection } from 'vscode-languageserver';
import { settingsSection } from '../protocol';
import type { ClientFeatures } from './clientFeatures';
import { SettingProblems } from './settingProblems';

/** The settings as one client gives them: when it is asked, when they change, or when it starts. */
export class ClientSettings {
	/** What the client gives by itself, when it starts and then with each workspace/didChangeConfiguration. */
	#given: unknown;
	readonly #problems: SettingProblems;

	constructor(
		private readonly connection: Connection,
		private readonly client: ClientFeatures,
	) {
		this.#given = client.options.settings;
		this.#problems = new SettingProblems(connection);
	}

	/** The settings for a document, or without a URI those for all, unread. Rejects if the client fails to answer. */
	async read(uri?: string): Promise<unknown> {
		const settings: unknown = this.client.answersSettings
			? await this.connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection })
			: this.#given;
		this.#problems.read(settings);
		return settings;
	}

	/**
	 * Takes all settings from a workspace/didChangeConfiguration: where it has none of ours, the defaults are back. A
	 * client with workspace/configuration may send nothing in it, as it is asked again.
	 */
	push(settings: unknown): void {
		this.#problems.changed();
		this.#given = (settings as Record<string, unknown> | null | undefined)?.[settingsSection];
	}
}
