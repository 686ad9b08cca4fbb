import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { messageText } from '../safeText';
import { problemsOfSettings } from '../settings';
import { firstSentences } from '../wording';

/** Problems that one message names; the others are seen once these are corrected. */
const MAX_NAMED = 3;

/**
 * Tells the person what in the settings has no meaning, once, whatever number of files the settings are read for: again
 * only where the settings have changed, and had no such problem before.
 */
export class SettingProblems {
	/** Those of the settings as they are now. */
	#current = new Set<string>();
	/** Those of the settings before the last change, as far as they were read. */
	#earlier: ReadonlySet<string> = new Set();
	#isRead = false;

	constructor(private readonly connection: Pick<Connection, 'sendNotification'>) {}

	/** To be called when the settings changed: what is read from now on are others. */
	changed(): void {
		if (!this.#isRead) return;
		this.#earlier = this.#current;
		this.#current = new Set();
		this.#isRead = false;
	}

	/** To be called with settings as a client gives them. */
	read(settings: unknown): void {
		this.#isRead = true;
		const found = problemsOfSettings(settings).filter((problem) => !this.#current.has(problem));
		for (const problem of found) this.#current.add(problem);
		const told = found.filter((problem) => !this.#earlier.has(problem));
		if (told.length === 0) return;
		const message = messageText(firstSentences(told, MAX_NAMED).join(' '));
		void this.connection.sendNotification(ShowMessageNotification.type, {
			type: MessageType.Warning,
			message,
		});
	}
}
