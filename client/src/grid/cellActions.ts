import { commands, type TextDocument, workspace } from 'vscode';
import { type CodeAction, CodeActionRequest, CodeActionResolveRequest } from 'vscode-languageclient';
import { type GridPlace, type GridRangeAnswer, gridRangeRequest } from '../../../server/src/protocol';
import { baseName } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import { unlessOvertaken } from '../server/overtaken';
import { MANY_EDITS } from '../ui/applyEdits';
import { whileBusy, withProgress } from '../ui/withProgress';
import type { CellAction, Refused } from './messages';

/** What was listed for a cell. */
interface Listed {
	readonly place: GridPlace;
	readonly version: number;
	/** The line that the cell begins in: it tells whether the row is still the one that the actions were listed for. */
	readonly line: string;
	readonly actions: readonly CodeAction[];
}

const gone: Refused = { problem: 'The file was edited in the meantime, so nothing was changed. Try again.' };

/**
 * The actions of the lightbulb for cells. They are asked of the server itself: VS Code's command would resolve all that
 * stand before the one that is picked, each of which may change a whole column.
 */
export class CellActions {
	#listed: Listed | undefined;

	constructor(
		private readonly document: TextDocument,
		private readonly server: LanguageServer,
	) {}

	/** The actions of a cell, in the server's order; of a header's cell those of its column. */
	async list(place: GridPlace): Promise<readonly CellAction[]> {
		this.#listed = await this.#ask(place);
		return this.#listed.actions.map(({ title, isPreferred, kind }, index) => ({
			index,
			title,
			isPreferred: isPreferred === true,
			isFix: kind?.startsWith('quickfix') === true,
		}));
	}

	/** Does an action of the last list: makes its edit, as one step to undo, then runs its command. */
	async run(index: number): Promise<Refused | null> {
		const listed = this.#listed;
		const picked = listed?.actions[index];
		if (!picked) return gone;
		const action = listed.version === this.document.version ? picked : await this.#sameOf(picked, listed);
		if (!action) return gone;
		const { edit, command } = await this.#resolve(action);
		if (!edit && !command) return gone;
		if (edit && !(await this.#apply(edit))) return gone;
		if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
		return null;
	}

	async #ask(place: GridPlace): Promise<Listed> {
		const uri = this.document.uri.toString();
		const { version } = this.document;
		const cell = await this.server.request<GridRangeAnswer>(gridRangeRequest, { ...place, uri });
		if (!cell || cell.version !== this.document.version) return { place, version, line: '', actions: [] };
		const line = this.document.lineAt(cell.range.start.line).text;
		const client = await this.server.start();
		const asked = { textDocument: { uri }, range: cell.range, context: { diagnostics: [] } };
		const listed = await unlessOvertaken(client.sendRequest(CodeActionRequest.type, asked));
		// A command without an action would have no kind; the server sends none.
		const actions = (listed ?? []).filter(
			(action): action is CodeAction => typeof action.command !== 'string',
		);
		return { place, version, line, actions };
	}

	/** The action with the same title and kind in a new list; undefined if there is none, or another row is in its place. */
	async #sameOf({ title, kind }: CodeAction, { place, line }: Listed): Promise<CodeAction | undefined> {
		const now = await this.#ask(place);
		if (now.line !== line) return undefined;
		return now.actions.find((action) => action.title === title && action.kind === kind);
	}

	/** Adds the edit to an action that has none yet; undefined members where there is nothing to do. */
	async #resolve(action: CodeAction): Promise<Pick<CodeAction, 'edit' | 'command'>> {
		if (action.edit || action.data === undefined) return action;
		const client = await this.server.start();
		const resolved = await withProgress(action.title, ({ token }) =>
			unlessOvertaken(client.sendRequest(CodeActionResolveRequest.type, action, token)),
		);
		return resolved ?? {};
	}

	/** Whether an edit was made; not where the document is no longer the one that it is for. */
	async #apply(made: NonNullable<CodeAction['edit']>): Promise<boolean> {
		const { version, uri } = this.document;
		const client = await this.server.start();
		const edit = await client.protocol2CodeConverter.asWorkspaceEdit(made);
		if (this.document.version !== version) return false;
		const apply = async (): Promise<boolean> => workspace.applyEdit(edit);
		return edit.get(uri).length > MANY_EDITS ? whileBusy(`Changing ${baseName(uri.path)}`, apply) : apply();
	}
}
