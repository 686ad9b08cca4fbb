import type { ClientCapabilities, CodeAction, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import * as service from '../../features';
import { presentable } from '../diagnosticDelivery';

export interface ActionsOptions {
	/** Undefined where the client has none of our commands. */
	readonly commands: service.ClientCommands | undefined;
	readonly ruleUri: (ruleId: string) => string | undefined;
}

/** What a client that resolves actions hands back: enough to work the same list out again. */
interface ActionData {
	readonly uri: string;
	readonly version: number;
	readonly range: Range;
	readonly only: readonly string[] | undefined;
	readonly index: number;
}

/** Code actions in the shape that one client understands: edits at once, or when one is picked. */
export class CodeActionHandler {
	/** Whether the client asks for the edits of the action that was picked. */
	readonly resolves: boolean;
	readonly #versioned: boolean;

	constructor(
		private readonly client: ClientCapabilities,
		private readonly options: ActionsOptions,
	) {
		const action = client.textDocument?.codeAction;
		this.resolves =
			action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true;
		this.#versioned = client.workspace?.workspaceEdit?.documentChanges === true;
	}

	list(checker: Checker, range: Range, only: readonly string[] | undefined): CodeAction[] {
		const { uri, version } = checker.document;
		return this.#lazy(checker, range, only).map(({ action, edits }, index) => {
			if (action.diagnostics) presentable(this.client, action.diagnostics);
			if (!edits) return action;
			if (!this.resolves) return { ...action, edit: this.#edit(checker, edits()) };
			const data: ActionData = { uri, version, range, only, index };
			return { ...action, data };
		});
	}

	/** Fills in the edits of an action of `list`; not where text or settings have changed since. */
	resolve(checker: Checker, action: CodeAction): CodeAction {
		const { version, range, only, index } = action.data as ActionData;
		if (checker.document.version !== version) return action;
		const found = this.#lazy(checker, range, only)[index];
		if (!found?.edits || found.action.title !== action.title) return action;
		return { ...action, edit: this.#edit(checker, found.edits()) };
	}

	/** The document that an action of `list` is about. */
	uriOf(action: CodeAction): string {
		return (action.data as Partial<ActionData> | undefined)?.uri ?? '';
	}

	#lazy(checker: Checker, range: Range, only: readonly string[] | undefined) {
		return service.codeActions(checker, range, { ...this.options, only });
	}

	#edit({ document: { uri, version } }: Checker, edits: TextEdit[]): WorkspaceEdit {
		return this.#versioned
			? { documentChanges: [{ textDocument: { uri, version }, edits }] }
			: { changes: { [uri]: edits } };
	}
}
