import { commands, Disposable, Uri, type WebviewPanel, window } from 'vscode';
import { clientCommands } from '../../../server/src/protocol';
import { baseName } from '../files/fileKinds';
import { showFailure } from '../ui/showFailure';
import { showFile } from '../ui/showFile';
import type { ImportDocument } from './importDocument';
import { isImportRequest } from './importForms';
import type { ImportFromPage, ImportRequests, ImportToPage } from './messages';

/** An answer to each request of the import's page. */
type ImportAnswers = {
	readonly [Method in keyof ImportRequests]: (
		params: ImportRequests[Method][0],
	) => ImportRequests[Method][1] | Promise<ImportRequests[Method][1]>;
};

/** Answers the page of an import, and says to it what has changed. */
export function serveImportPage(
	document: ImportDocument,
	panel: WebviewPanel,
	saveMappingAs: (document: ImportDocument) => Promise<void>,
): void {
	const answers = answersOf(document, saveMappingAs);
	const post = (message: ImportToPage): void => void panel.webview.postMessage(message);
	const answer = async ({ id, method, params }: ImportFromPage): Promise<void> => {
		try {
			const ask = answers[method] as (params: unknown) => unknown;
			post({ type: 'answer', id, answer: await ask(params) });
		} catch (error) {
			post({ type: 'failed', id });
			showFailure(error);
		}
	};
	document.reveal = () => panel.reveal();
	const subscriptions = Disposable.from(
		panel.webview.onDidReceiveMessage((message: unknown) => {
			if (isImportRequest(message)) void answer(message);
		}),
		document.onState(() => post({ type: 'state', state: document.state })),
		document.onPlaces(() => post({ type: 'places', places: document.places })),
	);
	panel.onDidDispose(() => subscriptions.dispose());
}

function answersOf(
	document: ImportDocument,
	saveMappingAs: (document: ImportDocument) => Promise<void>,
): ImportAnswers {
	/** Does what is asked, which has no answer of its own. */
	const done = async (work: Thenable<unknown>): Promise<null> => {
		await work;
		return null;
	};
	return {
		begin: () => ({ places: document.places, state: document.state }),
		decide: ({ change, label }) => {
			document.decide(change, label);
			return null;
		},
		import: () => done(document.import()),
		readAgain: () => done(document.read()),
		saveMappingAs: () => done(saveMappingAs(document)),
		chooseFolder: () => done(chooseFolder(document)),
		openFile: ({ fileName }) => {
			const { state } = document;
			const files = state.kind === 'view' ? (state.result?.files ?? []) : [];
			// Only what the import has written, whatever the page says.
			if (!files.some((file) => file.fileName === fileName)) return null;
			return done(showFile(Uri.joinPath(document.folder, fileName)));
		},
		showProblems: () => done(commands.executeCommand(clientCommands.showProblems)),
	};
}

async function chooseFolder(document: ImportDocument): Promise<void> {
	const chosen = await window.showOpenDialog({
		title: `Choose the Folder for the Files Made from ${baseName(document.uri.path)}`,
		openLabel: 'Choose Folder',
		canSelectFiles: false,
		canSelectFolders: true,
		defaultUri: document.folder,
	});
	const [folder] = chosen ?? [];
	if (folder && folder.toString() !== document.folder.toString()) await document.moveTo(folder);
}
