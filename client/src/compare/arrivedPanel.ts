import { commands, Disposable, Uri, type WebviewPanel } from 'vscode';
import {
	type ArrivedGroup,
	type ArrivedStudents,
	type ArrivedStudentsParams,
	arrivedCloseRequest,
	arrivedStudentsRequest,
} from '../../../server/src/protocol';
import { fileInFolder } from '../files/fileInFolder';
import { baseName } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import { createPagePanel } from '../ui/pagePanel';
import { showFailure } from '../ui/showFailure';
import { showRowsOfColumn } from '../ui/showRows';
import type { ArrivedList, FromComparePage, ToComparePage } from './messages';
import { type ReadArrival, readArrived } from './readArrived';

/** Students of a list that are shown at first, and with each click on *Show More*. */
const FIRST = 200;
const MORE = 1000;

/** What a panel is about. */
interface Arrival {
	/** The comparison's id. */
	readonly id: string;
	/** One of the two files of the folder. */
	readonly file: Uri;
	readonly download: Uri;
}

/** Shows what arrived, in a panel of its own. */
export function openArrivedPanel(
	arrival: Arrival,
	read: ReadArrival,
	server: LanguageServer,
	guide: string,
	extensionUri: Uri,
): void {
	new ArrivedPanel(arrival, read, server, guide, extensionUri);
}

/** What arrived in a webview: as it was when it was read, until the person reads it again. */
class ArrivedPanel {
	readonly #panel: WebviewPanel;
	readonly #folder: Uri;
	/** The lists that are open, with the number of students that they show. */
	#open: readonly { readonly group: ArrivedGroup; readonly most: number }[] = [];

	constructor(
		private readonly arrival: Arrival,
		private read: ReadArrival,
		private readonly server: LanguageServer,
		private readonly guide: string,
		extensionUri: Uri,
	) {
		this.#folder = Uri.joinPath(arrival.file, '..');
		const { panel, fill } = createPagePanel(extensionUri, {
			viewType: 'cleverDemographics.arrived',
			title: `What Arrived · ${baseName(arrival.download.path)}`,
			page: { script: 'compare.js', title: 'Comparison' },
		});
		this.#panel = panel;
		const { webview } = this.#panel;
		const subscription = Disposable.from(
			webview.onDidReceiveMessage(
				(message: FromComparePage) => void this.#answer(message).catch(showFailure),
			),
		);
		this.#panel.onDidDispose(() => {
			subscription.dispose();
			if (server.isRunning) void server.request(arrivedCloseRequest, { id: arrival.id }).catch(showFailure);
		});
		fill();
	}

	async #answer(message: FromComparePage): Promise<void> {
		switch (message.type) {
			case 'ready':
				return this.#show();
			case 'list':
				return this.#list(message.group);
			case 'hide':
				this.#open = this.#open.filter(({ group }) => !isSame(group, message.group));
				return this.#show();
			case 'again':
				return this.#readAgain({});
			case 'choose':
				return this.#readAgain({ [message.element]: message.header });
			case 'guide':
				// The steps on sharing are those of the guide. VS Code puts the id of the guide before that of the step.
				return void (await commands.executeCommand('workbench.action.openWalkthrough', {
					category: this.guide,
					step: 'share',
				}));
			case 'rows': {
				const { target } = message;
				return showRowsOfColumn(this.server, await fileInFolder(this.#folder, target.fileName), target);
			}
			default:
				return undefined;
		}
	}

	async #list(group: ArrivedGroup): Promise<void> {
		const known = this.#open.find((list) => isSame(list.group, group));
		const list = { group, most: known ? known.most + MORE : FIRST };
		this.#open = known ? this.#open.map((one) => (one === known ? list : one)) : [...this.#open, list];
		await this.#show(known ? undefined : group);
	}

	async #readAgain(columns: Readonly<Record<string, string>>): Promise<void> {
		const { id, file, download } = this.arrival;
		const { choices } = this.read;
		const chosen = { ...choices, columns: { ...choices.columns, ...columns } };
		const read = await readArrived(this.server, id, file, download, chosen);
		if (!read) return;
		this.read = read;
		await this.#show();
	}

	/** @param opened the list that the person has just opened. */
	async #show(opened?: ArrivedGroup): Promise<void> {
		const lists: ArrivedList[] = [];
		for (const { group, most } of this.#open) {
			const params: ArrivedStudentsParams = { id: this.arrival.id, group, first: 0, count: most };
			const found = await this.server.request<ArrivedStudents | null>(arrivedStudentsRequest, params);
			// Null after a restart of the server, or where too many comparisons are open.
			if (!found) {
				this.#open = [];
				return this.#readAgain({});
			}
			lists.push({ group, isNew: group === opened, ...found });
		}
		const { report } = this.read;
		this.#post({ type: 'arrived', report, lists, district: baseName(this.#folder.path) });
	}

	#post(message: ToComparePage): void {
		void this.#panel.webview.postMessage(message);
	}
}

function isSame(one: ArrivedGroup, other: ArrivedGroup): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
