import {
	type ApplyWorkspaceEditResult,
	type CancellationToken,
	ErrorCodes,
	MessageType,
	ResponseError,
	ShowMessageNotification,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import { fileStateText } from '../../features';
import { serverCommands } from '../../protocol';
import { lineText } from '../../safeText';
import { folderReadiness } from '../folderReadiness';
import { refused } from '../refused';
import { answerSafely } from '../runSafely';
import type { IsStale } from '../staleness';
import { fileNameOf } from '../uris';
import { changedProblem } from './bulkRun';
import { type ActionData, actionDataOf, editOf, fixAllEdit, staleness } from './codeActions';
import { answerChecked, type HandlerContext } from './context';

/**
 * Prepares a command on a file that is checked to its end, and returns what to do then: an edit that the client applies
 * changes the file, and would overtake the request.
 */
type Run = (checker: Checker, argument: unknown, isStale: IsStale) => Promise<() => void | Promise<void>>;

/** A command: how it is run, and which file its argument is about. */
interface ServerCommand {
	readonly run: Run;
	/** Undefined for an argument that it does not take. */
	readonly uriOf: (argument: unknown) => string | undefined;
}

/** Runs what lenses and actions name for a client that has no commands of ours. */
export function registerServerCommands(context: HandlerContext): void {
	const { connection, client } = context;
	const commands: ReadonlyMap<string, ServerCommand> = new Map([
		[serverCommands.showReadiness, { run: showReadiness, uriOf: uriItself }],
		[serverCommands.fixAll, { run: fixAll, uriOf: uriItself }],
		[serverCommands.applyAction, { run: applyAction, uriOf: (argument) => actionDataOf(argument)?.uri }],
	]);
	connection.onExecuteCommand(({ command: name, arguments: given }, token) => {
		const command = client.serverCommands.has(name) ? commands.get(name) : undefined;
		if (!command) throw invalid('There is no such command.');
		const [argument, ...others] = Array.isArray(given) ? given : [];
		const uri = others.length === 0 ? command.uriOf(argument) : undefined;
		if (uri === undefined) throw invalid('The arguments are not those of the command.');
		return run(uri, argument, command.run, token);
	});

	async function run(uri: string, argument: unknown, work: Run, token: CancellationToken): Promise<null> {
		const finish = await answerChecked(context, uri, token, undefined, async (checker) =>
			work(checker, argument, await staleness(context, checker, token)),
		);
		if (!finish) throw refused(`${fileNameOf(uri) ?? 'The file'} is not open or is not checked.`);
		await answerSafely(connection, 'A command', token, undefined, finish);
		return null;
	}

	async function showReadiness(checker: Checker, _: unknown, isStale: IsStale): Promise<() => void> {
		const readiness = await folderReadiness(context, checker, isStale);
		if (isStale()) throw refused(changedProblem(checker.document.uri));
		const message = lineText(readiness?.summary ?? fileStateText(checker, undefined));
		const type = readiness?.state === 'ready' ? MessageType.Info : MessageType.Warning;
		// `connection.window` has only the request, which asks for an answer.
		return () => void connection.sendNotification(ShowMessageNotification.type, { type, message });
	}

	async function fixAll(checker: Checker, _: unknown, isStale: IsStale): Promise<() => void | Promise<void>> {
		// A lens may be older than the last fix.
		if (checker.tally.fixable === 0) return () => {};
		const edit = await fixAllEdit(context, checker, isStale);
		return () => apply(checker, edit);
	}

	async function applyAction(
		checker: Checker,
		argument: unknown,
		isStale: IsStale,
	): Promise<() => Promise<void>> {
		const edit = await editOf(context, checker, argument as ActionData, isStale);
		return () => apply(checker, edit);
	}

	/** @param edit undefined where the file has changed since the command was offered. */
	async function apply(checker: Checker, edit: WorkspaceEdit | undefined): Promise<void> {
		if (!edit) throw refused(changedProblem(checker.document.uri));
		// Some clients answer nothing where they have applied it.
		const asked: Promise<Partial<ApplyWorkspaceEditResult> | null> = connection.workspace.applyEdit({ edit });
		// What a client says for itself is no text for the person who ran the command.
		const answer = await asked.catch(() => ({ applied: false }));
		if (answer?.applied === false) throw refused('The editor did not apply the change.');
	}
}

function uriItself(argument: unknown): string | undefined {
	return typeof argument === 'string' ? argument : undefined;
}

function invalid(problem: string): ResponseError<void> {
	return new ResponseError(ErrorCodes.InvalidParams, problem);
}
