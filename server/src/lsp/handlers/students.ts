import {
	type CancellationToken,
	type ClientCapabilities,
	type CompletionList,
	type Connection,
	LSPErrorCodes,
	type Position,
	ResponseError,
	type WorkspaceEdit,
	type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import type { CsvDocument } from '../../csv/document';
import * as service from '../../features';
import type { SiblingProblem } from '../../protocol';
import { collectInSlices, finish, type IsStale, staleCheck } from '../staleness';

/** What the features over two files need. */
export interface StudentHost {
	readonly client: () => ClientCapabilities;
	/** Answers from a document's checker; neutrally where there is none, the client gave up, or something failed. */
	readonly answer: <T>(
		uri: string,
		token: CancellationToken,
		neutral: T,
		ask: (checker: Checker) => T | Promise<T>,
	) => Promise<T>;
	/** The other file of a document's folder, open or not; undefined where there is none. */
	readonly other: (document: CsvDocument) => Promise<Checker | undefined>;
	/** Why `other` has nothing of a file that is there. */
	readonly problemOfOther: (document: CsvDocument) => Promise<SiblingProblem | undefined>;
	readonly open: () => readonly CsvDocument[];
}

/** Registers what leads from a student to its rows, in whichever of the two files they are. */
export function registerStudents(connection: Connection, host: StudentHost): void {
	const { client, answer } = host;
	connection.onDefinition(({ textDocument, position }, token) =>
		answer(textDocument.uri, token, null, async (checker) => {
			if (!service.idAt(checker, position)) return null;
			const links = service.definition(checker, (await bothFiles(host, checker, token)).other, position);
			if (client().textDocument?.definition?.linkSupport) return links;
			return (
				links?.map(({ targetUri, targetSelectionRange }) => ({
					uri: targetUri,
					range: targetSelectionRange,
				})) ?? null
			);
		}),
	);
	connection.onReferences(({ textDocument, position, context }, token) =>
		answer(textDocument.uri, token, null, async (checker) => {
			if (!service.idAt(checker, position)) return null;
			const { other } = await bothFiles(host, checker, token);
			return service.references(checker, other, position, context.includeDeclaration);
		}),
	);
	connection.onDocumentHighlight(({ textDocument, position }, token) =>
		answer(textDocument.uri, token, null, async (checker) => {
			if (!service.idAt(checker, position)) return null;
			await finish([checker], staleCheck([checker], token));
			return service.documentHighlights(checker, position);
		}),
	);
	connection.onPrepareRename(({ textDocument, position }, token) =>
		answer(textDocument.uri, token, null, (checker) => orRefuse(service.prepareRename(checker, position))),
	);
	connection.onRenameRequest(({ textDocument, position, newName }, token) =>
		answer(textDocument.uri, token, null, async (checker): Promise<WorkspaceEdit> => {
			const isId = service.idAt(checker, position) !== undefined;
			const unread = isId ? await host.problemOfOther(checker.document) : undefined;
			if (unread) orRefuse(keepsOld(unread));
			const { other } = await bothFiles(host, checker, token);
			const files = orRefuse(service.rename(checker, other, position, newName));
			const open = host.open();
			const edits = files.map(({ document, edits }) => ({
				// A file from the disk has no version.
				textDocument: { uri: document.uri, version: open.includes(document) ? document.version : null },
				edits: [...edits],
			}));
			return client().workspace?.workspaceEdit?.documentChanges
				? { documentChanges: edits }
				: { changes: Object.fromEntries(edits.map((file) => [file.textDocument.uri, file.edits])) };
		}),
	);
	connection.onWorkspaceSymbol(async ({ query }, token) => {
		const found: WorkspaceSymbol[] = [];
		const seen = new Set<Checker>();
		for (const { uri } of host.open()) {
			const symbols = await answer<WorkspaceSymbol[]>(uri, token, [], async (checker) => {
				const roster = checker.table.person ? checker : await host.other(checker.document);
				if (!roster || seen.has(roster)) return [];
				seen.add(roster);
				const isStale = staleCheck([roster], token);
				await finish([roster], isStale);
				const most = service.MOST_SYMBOLS - found.length;
				return most > 0 ? collectInSlices(service.workspaceSymbols(roster, query), most, isStale) : [];
			});
			found.push(...symbols);
		}
		return found;
	});
}

/** What there is to say of the student at a position, as Markdown; empty where no id stands there. */
export async function studentAt(
	host: StudentHost,
	checker: Checker,
	position: Position,
	token: CancellationToken,
): Promise<string> {
	if (!service.idAt(checker, position)) return '';
	const { other } = await bothFiles(host, checker, token);
	return service.studentHover(checker, other, position);
}

/** The students that can be written at a position; undefined where none is wanted. */
export async function studentsFor(
	host: StudentHost,
	checker: Checker,
	position: Position,
	token: CancellationToken,
): Promise<CompletionList | undefined> {
	if (!service.takesStudent(checker, position)) return undefined;
	const { other, isStale } = await bothFiles(host, checker, token);
	if (!other) return undefined;
	const walk = service.studentCompletion(checker, other, position);
	return { isIncomplete: true, items: await collectInSlices(walk, service.MOST_STUDENTS, isStale) };
}

/** The file beside this one, when both are checked to the end. */
export async function bothFiles(
	host: StudentHost,
	checker: Checker,
	token: CancellationToken,
): Promise<{ readonly other: Checker | undefined; readonly isStale: IsStale }> {
	const isOwnStale = staleCheck([checker], token);
	const other = await host.other(checker.document);
	const isOtherStale = staleCheck(other ? [other] : [], token);
	const isStale = (): boolean => isOwnStale() || isOtherStale();
	await finish(other ? [other, checker] : [checker], isStale);
	return { other, isStale };
}

/** Renamed in one file alone, the id would be nobody's in the other. */
function keepsOld({ fileName, problem }: SiblingProblem): service.RenameRefusal {
	const why = problem === 'too large' ? 'is too large to be read here' : 'cannot be read';
	return { refused: `${fileName} ${why}, and would keep the old id. Change the id in each file by itself.` };
}

/** A refusal is an error to LSP, which an editor shows as it stands. */
function orRefuse<T extends object>(said: T | service.RenameRefusal): T {
	if ('refused' in said) throw new ResponseError(LSPErrorCodes.RequestFailed, said.refused);
	return said;
}
