/** An import with a page of the test's own, in a real VS Code. */
import { strict as assert } from 'node:assert';
import { EventEmitter, type Memento, Uri, type WebviewPanel, window } from 'vscode';
import type { ImportDocument } from '../../../client/src/import/importDocument';
import { ImportEditor } from '../../../client/src/import/importEditor';
import type { ImportRequests, ImportState, ImportToPage } from '../../../client/src/import/messages';
import type { LanguageServer } from '../../../client/src/server/languageServer';
import { FileWriter } from '../../../client/src/ui/fileWriter';
import type { TargetPlan } from '../../../server/src/protocol';
import { stageFileWith } from '../../../server/src/writing/stageFile';
import { when } from './support';

/** An import, seen from its page and from VS Code. */
export interface TestImport {
	readonly editor: ImportEditor;
	readonly document: ImportDocument;
	/** All messages that the page has got. */
	readonly messages: readonly ImportToPage[];
	/** The labels of the steps that VS Code can undo, with what undoes and redoes them. */
	readonly edits: readonly { readonly label?: string | undefined; undo(): unknown; redo(): unknown }[];
	/** How often VS Code was told that there is something to save, other than by a step. */
	readonly marks: number;
	/** How often the page was brought to the front. */
	readonly revealed: number;
	/** Asks as the page does; rejects where the request fails. */
	ask<M extends keyof ImportRequests>(method: M, params: ImportRequests[M][0]): Promise<ImportRequests[M][1]>;
	/** Sends any message. */
	send(message: unknown): void;
	/** Waits for a state. */
	state<Kind extends ImportState['kind']>(
		kind: Kind,
		isWanted?: (state: Extract<ImportState, { readonly kind: Kind }>) => boolean,
	): Promise<Extract<ImportState, { readonly kind: Kind }>>;
	dispose(): void;
}

/** A memory that is empty at first. */
export function newMemory(): Memento {
	const kept = new Map<string, unknown>();
	return {
		keys: () => [...kept.keys()],
		get: (key: string, other?: unknown) => kept.get(key) ?? other,
		update: async (key: string, value: unknown) => void kept.set(key, value),
	} as Memento;
}

/** Opens an export as VS Code does, with or without a backup. */
export async function openImport(
	uri: Uri,
	server: LanguageServer,
	{ memory = newMemory(), backup }: { readonly memory?: Memento; readonly backup?: Uri } = {},
): Promise<TestImport> {
	const messages: ImportToPage[] = [];
	const edits: TestImport['edits'][number][] = [];
	const posted = new EventEmitter<void>();
	const received = new EventEmitter<unknown>();
	const disposed = new EventEmitter<void>();
	let revealed = 0;
	let marks = 0;
	const webview = {
		options: {},
		html: '',
		asWebviewUri: (each: Uri) => each,
		onDidReceiveMessage: received.event,
		postMessage: async (message: ImportToPage) => {
			messages.push(structuredClone(message));
			posted.fire();
			return true;
		},
	};
	const panel = { webview, active: true, reveal: () => void revealed++, onDidDispose: disposed.event };
	const context = { extensionUri: Uri.file('/'), workspaceState: memory };
	const editor = new ImportEditor(context, server, new FileWriter(stageFileWith()));
	editor.onDidChangeCustomDocument((edit) => {
		if ('undo' in edit) edits.push(edit);
		else marks++;
	});
	const document = await editor.openCustomDocument(uri, { backupId: backup?.toString() });
	editor.resolveCustomEditor(document, panel as unknown as WebviewPanel);
	let lastId = 0;
	return {
		editor,
		document,
		messages,
		edits,
		get marks() {
			return marks;
		},
		get revealed() {
			return revealed;
		},
		async ask(method, params) {
			const id = ++lastId;
			const isAnswer = (message: ImportToPage): boolean => 'id' in message && message.id === id;
			received.fire({ id, method, params });
			await when(
				() => messages.some(isAnswer),
				(look) => posted.event(look),
				() => `${method} has no answer`,
			);
			const message = messages.find(isAnswer);
			if (message?.type !== 'answer') throw new Error(`${method} failed`);
			return message.answer as ImportRequests[typeof method][1];
		},
		send: (message) => received.fire(message),
		async state<Kind extends ImportState['kind']>(
			kind: Kind,
			isWanted: (state: Extract<ImportState, { readonly kind: Kind }>) => boolean = () => true,
		) {
			type Wanted = Extract<ImportState, { readonly kind: Kind }>;
			const isThere = (): boolean => document.state.kind === kind && isWanted(document.state as Wanted);
			await when(
				isThere,
				(look) => document.onState(look),
				() => `the state is ${JSON.stringify(document.state).slice(0, 500)}`,
			);
			return document.state as Wanted;
		},
		dispose() {
			disposed.fire();
			document.dispose();
		},
	};
}

/** The state of an import that is read. */
export type View = Extract<ImportState, { readonly kind: 'view' }>;

/** An export with one value that has no meaning. */
export const EXPORT =
	'Student ID,School_id,Last Name,First Name,Sex,Migrant,Frl_status\n1,5,Reyes,Ana,F,Y,Free\n2,5,Boone,Lee,M,N,sailor\n';

/** What the plan says about one of our columns. */
function targetOf({ view }: View, element: string): TargetPlan {
	const target = view.plan.targets.find((each) => each.element === element);
	assert.ok(target, element);
	return target;
}

/** The code of a value; undefined while it is open. */
export const codeOf = (state: View, element: string, value: string) =>
	targetOf(state, element).values.find((each) => each.value === value)?.code;

/** Answers each modal question with its button, or cancels it; returns the questions with their details. */
export async function answering(agree: boolean, run: () => Promise<unknown>): Promise<readonly string[]> {
	const questions: string[] = [];
	const { showWarningMessage } = window;
	const answer = async (question: string, { detail }: { readonly detail: string }, button: string) => {
		questions.push(`${question} ${detail}`);
		return agree ? button : undefined;
	};
	Object.assign(window, { showWarningMessage: answer });
	try {
		await run();
		return questions;
	} finally {
		Object.assign(window, { showWarningMessage });
	}
}
