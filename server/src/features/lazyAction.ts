import type { TextEdit } from 'vscode-languageserver-types';
import type { CsvDocument } from '../csv/document';
import type { OffsetEdit } from '../csv/edits/edit';
import { mergeEdits } from '../csv/edits/mergeEdits';
import { toTextEdits } from '../csv/ranges';
import type { ClientCommands } from './clientCommands';
import type { DiagnosticOptions } from './diagnostics';
import type { ShownAction } from './shownTypes';

/** Which code actions are wanted, and what the client can do. */
export interface CodeActionOptions extends DiagnosticOptions {
	/** The kinds asked for; all where it is missing. */
	readonly only?: readonly string[];
	/** The client's commands; undefined for a client that has none. */
	readonly commands: ClientCommands | undefined;
}

/** An action whose edits are computed when a person picks it, or at once for a client that cannot ask for them. */
export interface LazyAction {
	/**
	 * Identifies the action in its list. A later list of the same document version has the same id only for an action
	 * that does the same: it holds the fix, its place, and how many findings it fixes.
	 */
	readonly id: string;
	readonly action: ShownAction;
	/** The work that makes the edits, in steps: it may read the whole file. */
	readonly edits?: () => Generator<void, TextEdit[]>;
}

/** Joins edits that are many and close to each other: an editor takes minutes over thousands of single ones. */
export function* mergedTextEdits(
	document: CsvDocument,
	edits: readonly OffsetEdit[],
): Generator<void, TextEdit[]> {
	return toTextEdits(document, yield* mergeEdits(document, edits));
}
