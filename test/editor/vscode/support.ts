import { strict as assert } from 'node:assert';
import {
	type Diagnostic,
	type Disposable,
	languages,
	type TextDocument,
	type TextEditor,
	Uri,
	window,
	workspace,
} from 'vscode';
import { PATIENCE } from '../host/wait';

const SOURCE = 'clever-demographics';

/** A file of the folder that the suite runs in. */
export function inFolder(...path: string[]): Uri {
	const [folder] = workspace.workspaceFolders ?? [];
	assert.ok(folder, 'the suite runs in a folder');
	return Uri.joinPath(folder.uri, ...path);
}

/** Writes a file into a subfolder and opens it. */
export async function openNew(folder: string, name: string, text: string): Promise<TextEditor> {
	const uri = inFolder(folder, name);
	await workspace.fs.writeFile(uri, Buffer.from(text));
	return window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
}

/** The diagnostics of ours that the editor shows in a document. */
export function shown({ uri }: TextDocument): Diagnostic[] {
	return languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
}

/** The rule ids of the diagnostics that are shown, sorted. */
export function ruleIds(document: TextDocument): string[] {
	return shown(document)
		.map(({ code }) => String(typeof code === 'object' ? code.value : code))
		.sort();
}

/** Waits until a condition holds, and checks it at each event; `explain` says what is wrong where it never does. */
export function when(
	condition: () => boolean,
	listen: (look: () => void) => Disposable,
	explain: () => string,
	limit = PATIENCE,
): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => finish(() => reject(new Error(explain()))), limit);
		const subscription = listen(look);
		function finish(then: () => void): void {
			clearTimeout(timer);
			subscription.dispose();
			then();
		}
		function look(): void {
			if (condition()) finish(resolve);
		}
		if (condition()) setTimeout(look, 0);
	});
}

/** Waits until the document shows exactly these rules. */
export function rulesShown(document: TextDocument, expected: readonly string[]): Promise<void> {
	const wanted = [...expected].sort().join('\n');
	return when(
		() => ruleIds(document).join('\n') === wanted,
		(look) => languages.onDidChangeDiagnostics(look),
		() => `wanted ${wanted.replaceAll('\n', ', ')}; shown: ${ruleIds(document).join(', ')}`,
	);
}

/** The messages that the extension shows during a run. */
export async function messagesOf(run: () => Thenable<unknown>): Promise<readonly string[]> {
	const messages: string[] = [];
	const { showErrorMessage, showInformationMessage } = window;
	const listen = async (message: string): Promise<undefined> => void messages.push(message);
	Object.assign(window, { showErrorMessage: listen, showInformationMessage: listen });
	try {
		await run();
	} finally {
		Object.assign(window, { showErrorMessage, showInformationMessage });
	}
	return messages;
}
