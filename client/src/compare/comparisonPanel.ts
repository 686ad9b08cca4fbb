import { Disposable, Uri, type WebviewPanel } from 'vscode';
import {
	type ChangedList,
	type ChangesParams,
	type ChangesShownParams,
	changesRequest,
	changesReviewedRequest,
	changesShownNotification,
	type ShownChanges,
} from '../../../server/src/protocol';
import { fileInFolder } from '../files/fileInFolder';
import { baseName } from '../files/fileKinds';
import { placeForPeople } from '../import/exportFile';
import type { LanguageServer } from '../server/languageServer';
import { createPagePanel } from '../ui/pagePanel';
import { showFailure } from '../ui/showFailure';
import { showRowsOfColumn } from '../ui/showRows';
import type { FromComparePage, ToComparePage } from './messages';

/** Entries of a list that are shown at first, and with each click on *Show More*. */
const FIRST = 200;
const MORE = 1000;

const openPanels = new Map<string, ComparisonPanel>();

/** Shows the last comparison of a folder; each folder has one panel. */
export function openComparisonPanel(folder: Uri, server: LanguageServer, extensionUri: Uri): void {
	const panel = openPanels.get(folder.toString());
	if (panel) panel.reveal();
	else openPanels.set(folder.toString(), new ComparisonPanel(folder, server, extensionUri));
}

/** Says that the person has looked at the alarms of a folder's comparison: they do not hold it back any more. */
export async function markReviewed(server: LanguageServer, folder: Uri): Promise<void> {
	await server.request(changesReviewedRequest, { uri: anyFile(folder) });
}

/** The server knows a folder by a file in it. */
function anyFile(folder: Uri): string {
	return Uri.joinPath(folder, 'students.csv').toString();
}

/** The comparison in a webview, which follows the files. */
class ComparisonPanel {
	readonly #panel: WebviewPanel;
	readonly #most: Record<ChangedList, number> = {
		added: FIRST,
		gone: FIRST,
		zerosChanged: FIRST,
		moved: FIRST,
	};
	readonly #district: string;
	/** The number of the last question to the server: answers to those before are old. */
	#turn = 0;

	constructor(
		private readonly folder: Uri,
		private readonly server: LanguageServer,
		extensionUri: Uri,
	) {
		this.#district = baseName(folder.path);
		const { panel, fill } = createPagePanel(extensionUri, {
			viewType: 'cleverDemographics.comparison',
			title: `Comparison · ${this.#district}`,
			page: { script: 'compare.js', title: 'Comparison' },
		});
		this.#panel = panel;
		const { webview } = this.#panel;
		const subscriptions = Disposable.from(
			webview.onDidReceiveMessage(
				(message: FromComparePage) => void this.#answer(message).catch(showFailure),
			),
			this.#panel.onDidChangeViewState(() => this.#followVisibility()),
			server.onChanges((uri) => {
				if (Uri.joinPath(Uri.parse(uri), '..').toString() === folder.toString()) this.#showSafely();
			}),
			server.onState(() => this.#followVisibility()),
		);
		this.#panel.onDidDispose(() => {
			openPanels.delete(folder.toString());
			this.#turn++;
			this.#tellShown(false);
			subscriptions.dispose();
		});
		fill();
		this.#tellShown(true);
	}

	/** Brings the open panel to the front. */
	reveal(): void {
		this.#panel.reveal();
	}

	#followVisibility(): void {
		this.#tellShown(this.#panel.visible);
		if (this.#panel.visible) this.#showSafely();
	}

	#tellShown(isShown: boolean): void {
		const params: ChangesShownParams = { uri: anyFile(this.folder), by: 'page', isShown };
		void this.server.notify(changesShownNotification, params).catch(showFailure);
	}

	#showSafely(): void {
		if (this.#panel.visible) void this.#show().catch(showFailure);
	}

	async #show(): Promise<void> {
		if (this.server.isDown) return;
		const turn = ++this.#turn;
		const params: ChangesParams = { uri: anyFile(this.folder), most: this.#most };
		const changes = await this.server.request<ShownChanges | null>(changesRequest, params);
		if (turn !== this.#turn) return;
		const district = this.#district;
		if (changes) {
			const comparedWith = changes.comparedWith.map((uri) => placeForPeople(Uri.parse(uri))).join(' and ');
			return this.#post({ type: 'changes', changes, district, comparedWith });
		}
		this.#post({
			type: 'nothing',
			title: 'What Changed',
			district,
			reason: 'There is no comparison any more. Use Compare with the Last Upload… to make one.',
		});
	}

	async #answer(message: FromComparePage): Promise<void> {
		switch (message.type) {
			case 'ready':
				return this.#show();
			case 'more':
				this.#most[message.list] += MORE;
				return this.#show();
			case 'reviewed':
				return markReviewed(this.server, this.folder);
			case 'rows': {
				const { target } = message;
				return showRowsOfColumn(this.server, await fileInFolder(this.folder, target.fileName), target);
			}
		}
	}

	#post(message: ToComparePage): void {
		void this.#panel.webview.postMessage(message);
	}
}
