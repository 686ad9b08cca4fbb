import {
	CancellationTokenSource,
	commands,
	type Disposable,
	type TextDocument,
	TextEditorSelectionChangeKind,
	ThemeColor,
	ThemeIcon,
	Uri,
	window,
	workspace,
} from 'vscode';
import type { FileProblems, FolderProblems, ProblemGroup } from '../../../server/src/protocol';
import { inTime } from '../../../server/src/work/inTime';
import { currentView } from '../files/currentView';
import { folderKey, openFiles, openText } from '../files/documents';
import { baseName, kindOf } from '../files/fileKinds';
import type { FolderFinder } from '../files/folderFinder';
import type { LanguageServer } from '../server/languageServer';
import type { FileStatuses } from '../status/fileStatuses';
import { changedError } from '../ui/applyEdits';
import { type ListEntry, ListView } from '../ui/listView';
import {
	actionsOf,
	decisionsLeft,
	groupDescription,
	groupLabel,
	groupTooltip,
	headline,
	type ListedGroup,
	listedGroups,
	spokenGroup,
} from './groupTexts';
import {
	isUnplaced,
	type ListedOfReport,
	listedOfReports,
	reportedDescription,
	reportedId,
	reportedLabel,
	reportedTooltip,
	reportsHeadline,
	spokenReported,
} from './reportedTexts';

/** The id of the view in the manifest. */
const problemsViewId = 'cleverDemographics.problemsByValue';

/** The command that a click on a group and Enter run. */
export const openGroupCommand = 'cleverDemographics.openGroup';

/** How long the files must be unchanged before their problems are asked for again, in milliseconds. */
const QUIET_MS = 400;

/** How long people may wait for a first list before the keyboard stays where it is, in milliseconds. */
const FOCUS_MS = 2000;

const icons: Readonly<Record<ProblemGroup['severity'], ThemeIcon>> = {
	error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
	warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
	information: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
	hint: new ThemeIcon('lightbulb'),
};

const NOTHING: FolderProblems = {
	files: [],
	unplaced: [],
	otherUnplaced: { groups: 0, rows: 0 },
};

function entryOf(listed: ListedGroup | ListedOfReport): ListEntry {
	if (!('group' in listed)) {
		return {
			id: reportedId(listed),
			label: reportedLabel(listed),
			description: reportedDescription(listed),
			tooltip: reportedTooltip(listed),
			spoken: spokenReported(listed),
			icon: isUnplaced(listed) ? new ThemeIcon('question') : icons[listed.reported.severity],
			contextValue: isUnplaced(listed) ? '' : 'show',
		};
	}
	return {
		id: `${listed.file.uri} ${listed.group.id}`,
		label: groupLabel(listed.group),
		description: groupDescription(listed),
		tooltip: groupTooltip(listed),
		spoken: spokenGroup(listed),
		icon: icons[listed.group.severity],
		contextValue: actionsOf(listed.group).join(' '),
	};
}

/** A group, and the document that it is of now. */
export interface CurrentGroup extends ListedGroup {
	readonly document: TextDocument;
}

/** The view of the problems of a folder by value. It asks the server only while it is visible, one request at a time. */
export class ProblemsView implements Disposable {
	readonly #list = new ListView<ListedGroup | ListedOfReport>(problemsViewId, openGroupCommand, entryOf);
	readonly #disposables: readonly Disposable[];
	#files: readonly FileProblems[] = [];
	/** The folder whose problems are listed, or were asked for last. */
	#folder: string | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#request = new CancellationTokenSource();
	#asking: Promise<void> | undefined;
	#isWanted = false;

	constructor(
		private readonly server: LanguageServer,
		private readonly finder: FolderFinder,
		private readonly statuses: FileStatuses,
		private readonly logFailure: (error: unknown) => void,
	) {
		const onFile = (uri: Uri): void => {
			if (folderKey(uri) === this.#folder) this.#askSoon();
		};
		const onDocument = (document: TextDocument): void => {
			if (kindOf(document)) this.#askSoon();
		};
		// The active editor may be in another folder now.
		const onEditor = (): void => {
			const uri = this.#fileAtHand();
			if (uri && folderKey(uri) === this.#folder) return;
			this.#showBadge();
			this.#askSoon();
		};
		this.#disposables = [
			this.#list,
			this.#list.onVisibility(() => void this.#ask()),
			server.onStatus(({ uri }) => onFile(Uri.parse(uri))),
			server.onFileGone((uri) => onFile(Uri.parse(uri))),
			server.onState(() => this.#askSoon()),
			statuses.onChange(() => this.#showBadge()),
			finder.onChange(onEditor),
			workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (contentChanges.length > 0) onFile(document.uri);
			}),
			workspace.onDidOpenTextDocument(onDocument),
			workspace.onDidCloseTextDocument(onDocument),
			window.onDidChangeTextEditorSelection(({ kind }) => {
				if (kind === TextEditorSelectionChangeKind.Keyboard || kind === TextEditorSelectionChangeKind.Mouse)
					this.#list.loseFocus();
			}),
			window.onDidChangeActiveTextEditor(onEditor),
			window.tabGroups.onDidChangeTabs(onEditor),
			window.tabGroups.onDidChangeTabGroups(onEditor),
		];
		void this.#ask();
	}

	/** The files whose problems are listed. */
	get files(): readonly FileProblems[] {
		return this.#files;
	}

	/** Shows the view and gives it the keyboard: VS Code gives it to no list that is still empty. */
	async reveal(): Promise<void> {
		const focus = (): Thenable<unknown> => commands.executeCommand(`${problemsViewId}.focus`);
		const wasEmpty = this.#files.length === 0;
		await focus();
		if (!wasEmpty) return;
		const isListed = this.#ask().then(() => true);
		if (await inTime(isListed, FOCUS_MS, () => false)) await focus();
	}

	/** Does what a key asks of an entry; where its line goes by this, the next one gets the keyboard. */
	whileFocused(listed: ListedGroup | ListedOfReport, run: () => Promise<void>): Promise<void> {
		return this.#list.whileFocused(listed, run);
	}

	/** A group as it is now, in an open document. Throws, in words for the person, where it is gone. */
	async current(listed: ListedGroup): Promise<CurrentGroup> {
		const { file, group } = this.#newest(listed);
		const document = await openText(Uri.parse(file.uri));
		if (file.version === document.version) return { document, file, group };
		const none = new CancellationTokenSource().token;
		const answer = await this.server.problemGroups({ uri: document.uri.toString() }, none);
		const fileNow = answer?.files.find(({ uri }) => Uri.parse(uri).toString() === document.uri.toString());
		if (fileNow?.version !== document.version) throw changedError(document.uri);
		const groupNow = fileNow.groups.find(({ id }) => id === group.id);
		if (!groupNow) throw new Error(`${baseName(document.uri.path)} no longer has this problem.`);
		return { document, file: fileNow, group: groupNow };
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#request.cancel();
		for (const disposable of this.#disposables) disposable.dispose();
	}

	/** A group of the last answer: a line that looks as before keeps that of an earlier one. */
	#newest(listed: ListedGroup): ListedGroup {
		const file = this.#files.find(({ uri }) => uri === listed.file.uri);
		const group = file?.groups.find(({ id }) => id === listed.group.id);
		return file && group ? { file, group } : listed;
	}

	#askSoon(): void {
		this.#request.cancel();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#ask(), QUIET_MS);
	}

	/** Asks until an answer is not out of date. */
	#ask(): Promise<void> {
		clearTimeout(this.#timer);
		this.#isWanted = true;
		this.#asking ??= this.#askUntilCurrent();
		return this.#asking;
	}

	async #askUntilCurrent(): Promise<void> {
		while (this.#isWanted) {
			this.#isWanted = false;
			await this.#askOnce().catch(this.logFailure);
		}
		this.#asking = undefined;
	}

	async #askOnce(): Promise<void> {
		if (!this.#list.isVisible) return;
		if (this.server.isDown)
			return this.#show(NOTHING, 'The server that checks your files has stopped. Use Restart Server.');
		const uri = this.#fileAtHand();
		this.#folder = uri && folderKey(uri);
		if (!uri) return this.#show(NOTHING, undefined);
		this.#request = new CancellationTokenSource();
		const { token } = this.#request;
		await openText(uri);
		const answer = await this.server.problemGroups({ uri: uri.toString() }, token).catch((error) => {
			if (token.isCancellationRequested || this.server.isDown) return null;
			throw error;
		});
		// Null if a file changed in the meantime: that change asks again.
		if (answer && !token.isCancellationRequested)
			this.#show(answer, headline(answer.files) + reportsHeadline(answer));
	}

	#show(problems: FolderProblems, message: string | undefined): void {
		this.#files = problems.files;
		this.#list.show([...listedGroups(problems.files), ...listedOfReports(problems)], message);
	}

	/** The decisions that are left in the folder, whether or not the view is visible. */
	#showBadge(): void {
		const uri = this.#fileAtHand();
		const folder = uri && folderKey(uri);
		const decisions = [...this.statuses.all]
			.filter((status) => folderKey(Uri.parse(status.uri)) === folder)
			.reduce((sum, status) => sum + (status.decisions ?? 0), 0);
		this.#list.setBadge(decisions, decisionsLeft(decisions));
	}

	/** A file of the folder to ask for: that of the active editor, else the last one, else any. */
	#fileAtHand(): Uri | undefined {
		const view = currentView();
		if (view?.as === 'text' || view?.as === 'table') return view.uri;
		const known = [...openFiles().map(({ uri }) => uri), ...this.finder.files];
		return known.find((uri) => folderKey(uri) === this.#folder) ?? known[0];
	}
}
