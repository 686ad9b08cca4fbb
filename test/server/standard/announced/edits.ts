import {
	type ApplyWorkspaceEditParams,
	type CodeAction,
	type CodeActionParams,
	Command,
	type PrepareRenameResult,
	type TextDocumentEdit,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import { overlap } from '../places';
import { type Content, needs, needsEach } from './content';
import { repeated } from './diagnostics';

/** The edit of a rename. */
export function* renamed({ value, ...content }: Content<WorkspaceEdit | null>): Iterable<string> {
	if (value) yield* editFaults(value, content);
}

/** An edit that the server asks the client to apply. */
export function* applied({ value, ...content }: Content<ApplyWorkspaceEditParams>): Iterable<string> {
	const { metadataSupport } = content.client.workspace?.workspaceEdit ?? {};
	yield* needs(value.metadata, metadataSupport, 'metadata of an edit');
	yield* editFaults(value.edit, content);
}

/** What a client may rename. */
export function* prepared({ value, client }: Content<PrepareRenameResult | null>): Iterable<string> {
	if (value && 'defaultBehavior' in value)
		yield* needs(value, client.textDocument?.rename?.prepareSupportDefaultBehavior, 'the default behavior');
}

type Actions = readonly (Command | CodeAction)[] | null;

/** The code actions of a range. */
export function* actions({ value, asked, ...content }: Content<Actions, CodeActionParams>): Iterable<string> {
	const { only } = asked.context;
	for (const action of value ?? []) {
		if (Command.is(action)) continue;
		const { codeActionLiteralSupport, resolveSupport } = content.client.textDocument?.codeAction ?? {};
		yield* needs(action, codeActionLiteralSupport, 'a code action literal');
		yield* actionFaults(action, content);
		const isWanted = only?.some((kind) => isKindOf(action.kind ?? '', kind)) ?? true;
		if (!isWanted) yield `a code action of kind ${action.kind}, where only ${only} is wanted`;
		const isLazy = resolveSupport?.properties.includes('edit');
		if (!action.edit && !action.command && !action.disabled && !isLazy) yield `an action that does nothing`;
	}
}

/** A code action with its edit. What the client has sent of it is not the server's. */
export function* resolvedAction({
	value,
	asked,
	...content
}: Content<CodeAction, CodeAction>): Iterable<string> {
	const added = Object.entries(value).filter(([name]) => !(name in asked));
	yield* actionFaults({ title: value.title, ...Object.fromEntries(added) }, content);
}

type Surroundings = Omit<Content, 'value' | 'asked'>;

function* actionFaults(action: CodeAction, content: Surroundings): Iterable<string> {
	const { client } = content;
	const announced = client.textDocument?.codeAction;
	yield* needs(action.isPreferred, announced?.isPreferredSupport, 'isPreferred');
	yield* needs(action.disabled, announced?.disabledSupport, 'disabled');
	yield* needs(action.data, announced?.dataSupport, 'data of a code action');
	yield* needsEach(action.tags, announced?.tagSupport?.valueSet, 'tag');
	yield* repeated(action.diagnostics ?? [], client);
	if (action.edit) yield* editFaults(action.edit, content);
}

/** Kinds are paths: `source.fixAll.x` is a kind of `source`. */
function isKindOf(kind: string, parent: string): boolean {
	return parent === '' || kind === parent || kind.startsWith(`${parent}.`);
}

function* editFaults(edit: WorkspaceEdit, { client, texts }: Surroundings): Iterable<string> {
	const { documentChanges, resourceOperations, changeAnnotationSupport, snippetEditSupport } =
		client.workspace?.workspaceEdit ?? {};
	yield* needs(edit.documentChanges, documentChanges, 'documentChanges');
	yield* needs(edit.changeAnnotations, changeAnnotationSupport, 'change annotations');
	for (const edits of Object.values(edit.changes ?? {})) yield* overlaps(edits);
	for (const change of edit.documentChanges ?? []) {
		if ('kind' in change) {
			yield* needsEach([change.kind], resourceOperations, 'operation');
			continue;
		}
		for (const { snippet } of change.edits.filter((one) => 'snippet' in one))
			yield* needs(snippet, snippetEditSupport, 'a snippet');
		yield* overlaps(change.edits);
		yield* versionFaults(change, texts);
	}
}

/** An edit names the version that the client has open, or none if the file is not open. */
function* versionFaults({ textDocument }: TextDocumentEdit, texts: Content['texts']): Iterable<string> {
	const { uri, version } = textDocument;
	const open = texts(uri)?.snapshots.map((snapshot) => snapshot.version) ?? [];
	if (version !== null && !open.includes(version))
		yield `an edit of version ${version}, where the client has ${open.join(', ') || 'none'}`;
}

function* overlaps(edits: TextDocumentEdit['edits']): Iterable<string> {
	const fault = overlap(edits);
	if (fault) yield fault;
}
