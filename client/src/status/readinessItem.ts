import { type Disposable, StatusBarAlignment, window, workspace } from 'vscode';
import type { Status } from '../../../server/src/protocol';
import type { DiskResult, DiskResults } from '../disk/diskResults';
import { currentView, isUnsaved, type View } from '../files/currentView';
import { baseName } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import type { Statuses } from './fileStatuses';
import { besideLine, countsLine, type FileFacts, type Readiness, verdict } from './readiness';

const DELAY = 50;

const icons: Readonly<Record<Readiness['level'], string>> = {
	error: '$(error)',
	warning: '$(warning)',
	ready: '$(check)',
	none: '$(circle-outline)',
};

interface Said {
	readonly text: string;
	readonly tooltip: string;
}

/** The counts of the file in view, and whether it can be uploaded; a click opens the menu. */
export class VerdictItem implements Disposable {
	readonly #item = window.createStatusBarItem('verdict', StatusBarAlignment.Right, 100);
	readonly #parts: Disposable[];
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly server: LanguageServer,
		private readonly statuses: Statuses,
		private readonly diskResults: DiskResults,
	) {
		this.#item.name = 'Clever Demographics: verdict';
		this.#item.command = 'cleverDemographics.showMenu';
		const soon = (): void => {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.#show(), DELAY);
		};
		this.#parts = [
			this.#item,
			statuses.onChange(soon),
			diskResults.onChange(soon),
			window.onDidChangeActiveTextEditor(soon),
			window.tabGroups.onDidChangeTabs(soon),
			window.tabGroups.onDidChangeTabGroups(soon),
			workspace.onDidOpenTextDocument(soon),
			workspace.onDidSaveTextDocument(soon),
			// Also told of a change between saved and unsaved, and of another encoding.
			workspace.onDidChangeTextDocument(({ document }) => {
				if (document === window.activeTextEditor?.document) soon();
			}),
		];
		soon();
	}

	dispose(): void {
		clearTimeout(this.#timer);
		for (const part of this.#parts) part.dispose();
	}

	#show(): void {
		const view = currentView();
		if (view) {
			const { text, tooltip } = this.#say(view);
			this.#item.text = text;
			this.#item.tooltip = tooltip;
			this.#item.show();
		} else this.#item.hide();
	}

	#say(view: View): Said {
		const name = baseName(view.uri.path);
		if (view.as === 'custom') {
			return {
				text: '$(eye-closed) Problems not shown',
				tooltip: `Another extension shows ${name} in an editor of its own, where no problem can be marked. Click to reopen it as text.`,
			};
		}
		if (view.as === 'closed') {
			const result = this.diskResults.of(view.uri);
			if (result) return sayOnDisk(name, result, isUnsaved(view.uri));
			return {
				text: '$(circle-slash) Not checked',
				tooltip: `VS Code hands no file above 50 MB to an extension, so ${name} is not checked while it is open. Click to check it on disk.`,
			};
		}
		if (this.server.isDown) {
			return {
				text: '$(warning) Not checking',
				tooltip: 'The server that checks the files has stopped. Click to restart it.',
			};
		}
		const status = this.statuses.of(view.uri);
		if (status?.version !== view.document.version) {
			const before = status ? verdict(status, factsOf(view)).text : 'Checking…';
			return { text: `$(sync~spin) ${before}`, tooltip: `${name} is being checked.` };
		}
		const said = verdict(status, factsOf(view));
		return { text: `${icons[said.level]} ${said.text}`, tooltip: tooltipOf(name, status, said) };
	}
}

function sayOnDisk(name: string, { status, at, isOld }: DiskResult, isDirty: boolean): Said {
	const when = at.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
	if (isOld) {
		return {
			text: '$(circle-slash) Changed since it was checked',
			tooltip: `${name} has changed since it was checked on disk at ${when}. Click to check it again.`,
		};
	}
	const said = verdict(status, { name, isDirty, encoding: 'utf8' });
	const text = `${icons[said.level]} ${said.text}`;
	return { text, tooltip: `${tooltipOf(name, status, said)}\nChecked on disk at ${when}.` };
}

function factsOf({ uri, document }: Extract<View, { as: 'text' }>): FileFacts {
	const { isDirty, encoding } = document;
	return { name: document.isUntitled ? undefined : baseName(uri.path), isDirty, encoding };
}

function tooltipOf(name: string, status: Status, { reasons }: Readiness): string {
	const heading = [`${name}: ${countsLine(status)}`, besideLine(status) ?? []].flat().join('\n');
	return reasons.length === 0
		? `${heading}\nReady to upload: saved, in UTF-8, rightly named, and without an error.`
		: `${heading}\nNot ready to upload:\n${reasons.map((reason) => `• ${reason}`).join('\n')}`;
}
