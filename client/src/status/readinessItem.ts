import { type Disposable, Uri, window, workspace } from 'vscode';
import type { Status } from '../../../server/src/protocol';
import { iconText, type LabelText, labelText } from '../../../server/src/safeText';
import type { DiskResult, DiskResults } from '../disk/diskResults';
import { currentDocument, currentView, isUnsaved, type View } from '../files/currentView';
import { folderKey, folderName } from '../files/documents';
import { baseName } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import { StatusItem } from '../ui/statusItem';
import type { FileStatuses } from './fileStatuses';
import { foldersText } from './foldersStatus';
import { countsLine, readinessLines, readinessOnDisk, type StatusBarText, statusBarText } from './readiness';

/** Several events of one action update the item once. */
const DELAY_MS = 50;

const icons: Readonly<Record<StatusBarText['level'], LabelText>> = {
	error: iconText`$(error)`,
	warning: iconText`$(warning)`,
	ready: iconText`$(check)`,
	none: iconText`$(circle-outline)`,
};

/** What the item shows. */
interface StatusText {
	readonly text: LabelText;
	readonly tooltip: string;
}

/** The status bar item that counts the problems of the active file and says whether it is ready; a click opens the menu. */
export class ReadinessItem implements Disposable {
	readonly #item = new StatusItem('verdict', {
		name: 'Clever Demographics: Readiness',
		priority: 100,
	});
	readonly #disposables: Disposable[];
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly server: LanguageServer,
		private readonly statuses: FileStatuses,
		private readonly diskResults: DiskResults,
	) {
		this.#item.command = 'cleverDemographics.showMenu';
		const showSoon = (): void => {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.#show(), DELAY_MS);
		};
		this.#disposables = [
			this.#item,
			statuses.onChange(showSoon),
			diskResults.onChange(showSoon),
			window.onDidChangeActiveTextEditor(showSoon),
			window.tabGroups.onDidChangeTabs(showSoon),
			window.tabGroups.onDidChangeTabGroups(showSoon),
			workspace.onDidOpenTextDocument(showSoon),
			workspace.onDidSaveTextDocument(showSoon),
			// Fires for a change of the dirty flag or of the encoding too.
			workspace.onDidChangeTextDocument(({ document }) => {
				if (document === currentDocument()) showSoon();
			}),
		];
		showSoon();
	}

	dispose(): void {
		clearTimeout(this.#timer);
		for (const disposable of this.#disposables) disposable.dispose();
	}

	#show(): void {
		const view = currentView();
		const shown = view ? this.#textFor(view) : this.#textForFolders();
		if (shown) this.#item.show(shown.text, shown.tooltip);
		else this.#item.hide();
	}

	/** Of the folders whose files have a status, though none is in the active editor. */
	#textForFolders(): StatusText | undefined {
		const folders = new Map<string, { readonly name: string; readonly files: Status[] }>();
		for (const status of this.server.isDown ? [] : this.statuses.all) {
			const uri = Uri.parse(status.uri);
			const key = folderKey(uri);
			const folder = folders.get(key) ?? { name: folderName(uri), files: [] };
			folder.files.push(status);
			folders.set(key, folder);
		}
		const shown = foldersText([...folders.values()]);
		return shown && { text: textWithIcon(shown), tooltip: shown.tooltip };
	}

	#textFor(view: View): StatusText {
		const name = baseName(view.uri.path);
		if (view.as === 'custom') {
			return {
				text: iconText`$(eye-closed) Problems not shown`,
				tooltip: `${name} is open in an editor of another extension, where problems cannot be marked. Click to reopen it as text.`,
			};
		}
		if (view.as === 'too large') {
			const result = this.diskResults.of(view.uri);
			if (result) return diskText(name, result, isUnsaved(view.uri));
			return {
				text: iconText`$(circle-slash) Not checked`,
				tooltip: `${name} is larger than 50 MB, the limit for VS Code extensions. Click to check it on disk.`,
			};
		}
		if (this.server.isDown) {
			return {
				text: iconText`$(warning) Not checking`,
				tooltip: 'The server that checks your files has stopped. Click to restart it.',
			};
		}
		const status = this.statuses.of(view.uri);
		if (status?.version !== view.document.version) {
			const lastText = status ? statusBarText(status).text : 'Checking…';
			return { text: iconText`$(sync~spin) ${labelText(lastText)}`, tooltip: `${name} is being checked.` };
		}
		return checkedText(name, status);
	}
}

function diskText(
	name: string,
	{ status, readiness, checkedAt, isOld }: DiskResult,
	isDirty: boolean,
): StatusText {
	const when = checkedAt.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
	if (isOld) {
		return {
			text: iconText`$(circle-slash) Changed since it was checked`,
			tooltip: `${name} changed after the check on disk at ${when}. Click to check it again.`,
		};
	}
	const onDisk = readiness && readinessOnDisk(readiness, isDirty ? name : undefined);
	const { text, tooltip } = checkedText(name, { ...status, readiness: onDisk });
	return { text, tooltip: `${tooltip}\nChecked on disk at ${when}.` };
}

function checkedText(name: string, status: Status): StatusText {
	const { readiness } = status;
	const lines = [`${name}: ${countsLine(status)}`, ...(readiness ? readinessLines(readiness) : [])];
	return { text: textWithIcon(statusBarText(status)), tooltip: lines.join('\n') };
}

function textWithIcon({ level, text }: StatusBarText): LabelText {
	return iconText`${icons[level]} ${labelText(text)}`;
}
