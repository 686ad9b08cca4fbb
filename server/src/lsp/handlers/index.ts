import type { CancellationToken, CodeAction, Connection } from 'vscode-languageserver';
import * as service from '../../features';
import { type PlaceParams, placeRequest } from '../../protocol';
import { completionIn, hoverIn } from '../markupFormat';
import type { CodeActionHandler } from './codeActions';
import { coverageAt } from './columnHover';
import { registerDisplay } from './display';
import { registerStudents, type StudentHost, studentAt, studentsFor } from './students';

/** What the handlers need; each is a line between LSP and a service. */
export interface FeatureHost extends StudentHost {
	/** Undefined where the client has none of our commands. */
	readonly commands: () => service.ClientCommands | undefined;
	readonly actions: () => CodeActionHandler;
	/** As `answer`, once the whole file is checked. */
	readonly answerChecked: StudentHost['answer'];
}

/** Registers what an editor can ask about a place or a file. */
export function registerFeatures(connection: Connection, host: FeatureHost): void {
	const { client, commands, actions, answer, answerChecked } = host;
	registerStudents(connection, host);
	registerDisplay(connection, host);
	connection.onHover(({ textDocument, position }, token) =>
		answer(textDocument.uri, token, null, async (checker) => {
			const about =
				(await studentAt(host, checker, position, token)) ||
				(await coverageAt(host, checker, position, token));
			return hoverIn(client().textDocument?.hover?.contentFormat, service.hover(checker, position, about));
		}),
	);
	connection.onCompletion(({ textDocument, position }, token) =>
		answer(textDocument.uri, token, null, async (checker) => {
			const formats = client().textDocument?.completion?.completionItem?.documentationFormat;
			const students = await studentsFor(host, checker, position, token);
			return completionIn(formats, students ?? service.completion(checker, position));
		}),
	);
	connection.onDocumentSymbol(({ textDocument }, token) =>
		answer(textDocument.uri, token, [], (checker) => service.documentSymbols(checker)),
	);
	connection.onCodeLens(({ textDocument }, token) =>
		answerChecked(textDocument.uri, token, [], (checker) => service.codeLenses(checker, commands())),
	);
	connection.onSelectionRanges(({ textDocument, positions }, token) =>
		answer(textDocument.uri, token, [], (checker) => service.selectionRanges(checker, positions)),
	);
	connection.onCodeAction(({ textDocument, range, context }, token) =>
		answerChecked<CodeAction[]>(textDocument.uri, token, [], (checker) =>
			actions().list(checker, range, context.only),
		),
	);
	connection.onCodeActionResolve((action, token) =>
		answerChecked<CodeAction>(actions().uriOf(action), token, action, (checker) =>
			actions().resolve(checker, action),
		),
	);
	connection.onRequest(placeRequest, ({ textDocument, position }: PlaceParams, token: CancellationToken) =>
		answer(textDocument.uri, token, null, (checker) => service.placeOf(checker, position)),
	);
}
