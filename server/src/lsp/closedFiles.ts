import { type Diagnostic, Emitter, type Event } from 'vscode-languageserver';
import type { Checker } from '../check/live/checker';
import { CsvDocument } from '../csv/document';
import { diagnostics } from '../features';
import type { SiblingProblem } from '../features/status';
import type { Status } from '../protocol';
import { tables } from '../spec';
import { inTime } from '../work/inTime';
import { isOurs } from './checkers';
import { checkToEnd } from './checkToEnd';
import type { FileAccess } from './fileAccess';
import { fileStatus } from './fileStatus';
import { unreadReadiness } from './folderReadiness';
import type { FoundFiles } from './foundFiles';
import type { HandlerContext } from './handlers/context';
import { presentable } from './presentable';
import { runSafely } from './runSafely';
import { anyCaseKey, folderOf, pathOf, uriInSameFolder } from './uris';

/** Milliseconds without a change before a folder is looked at: an open file goes first, and a writer finishes. */
const QUIET_MS = 200;
/** Milliseconds after which one is looked at all the same: some file may be written all the time. */
const MAX_QUIET_MS = 1000;

/** Milliseconds to wait for the files of a folder while others wait for their check. */
const POSTPONE_MS = 100;

/** The result of the check of a file that is not open. */
export interface ClosedFile {
	readonly uri: string;
	/** Another one for other diagnostics. */
	readonly resultId: string;
	readonly items: readonly Diagnostic[];
	readonly status: Status;
}

/** What the check of a folder has changed. */
export interface ClosedFilesChange {
	/** The files with other diagnostics or another status than before. */
	readonly changed: readonly ClosedFile[];
	/** The URIs of files that are open, missing or of no interest now. */
	readonly gone: readonly string[];
}

interface Made {
	readonly state: string;
	readonly items: readonly Diagnostic[];
}

/**
 * Checks the files that are not open, in folders where the client has found some or where a file is open. One folder is
 * checked after the other, in slices; of a folder without an open file only the results are kept.
 */
export class ClosedFiles {
	/** By folder, then by path. */
	readonly #results = new Map<string, Map<string, ClosedFile>>();
	readonly #watches = new Map<string, () => void>();
	/** The folders to check, the longest waiting first. */
	readonly #waiting = new Set<string>();
	/** Those of them whose files were not there at once. */
	readonly #postponed = new Set<string>();
	#checking: string | undefined;
	#isWorking = false;
	#lastChange = 0;
	/** When a folder was looked at last, or the first one began to wait. */
	#waitingSince = 0;
	#lastId = 0;
	/** Counts up when the same text has other findings: after a change of settings. */
	#generation = 0;
	readonly #made = new WeakMap<Checker, Made>();
	readonly #changed = new Emitter<ClosedFilesChange>();
	readonly #rested = new Emitter<void>();

	/** Whether anything is sent of these files. */
	#isWanted = false;

	constructor(
		private readonly context: HandlerContext,
		private readonly access: FileAccess,
		private readonly found: FoundFiles,
	) {}

	/** Fires after each check of a folder that makes a difference. */
	get onDidChange(): Event<ClosedFilesChange> {
		return this.#changed.event;
	}

	/** Fires when no folder is left to check. */
	get onDidRest(): Event<void> {
		return this.#rested.event;
	}

	/** Whether folders are left to check. */
	get isWorking(): boolean {
		return this.#isWorking;
	}

	/** Whether the folder of a file is left to check. */
	isPending(uri: string): boolean {
		const folder = folderOf(uri) ?? '';
		return this.#waiting.has(folder) || this.#checking === folder;
	}

	/** The results of all files so far. */
	*all(): Iterable<ClosedFile> {
		for (const files of this.#results.values()) yield* files.values();
	}

	/** To be called when the results are sent to the client. */
	want(): void {
		if (this.#isWanted) return;
		this.#isWanted = true;
		this.allChanged();
	}

	/** To be called when a file has changed, open or not. */
	fileChanged(uri: string): void {
		const folder = folderOf(uri);
		if (folder === undefined) return;
		// A folder that is watched has left the client's folders meanwhile.
		if (this.#isKnown(folder) || this.#results.has(folder) || this.#watches.has(folder)) this.#check(folder);
	}

	/** To be called when a document was opened. */
	opened(document: CsvDocument): void {
		const folder = folderOf(document.uri);
		if (folder === undefined || !isOurs(document)) return;
		// The result gets another id when the file is closed again, as the client has other diagnostics by then.
		this.#results.get(folder)?.delete(pathOf(document.uri) ?? '');
		this.#check(folder);
	}

	/** To be called when a document was closed. */
	closed(document: CsvDocument): void {
		this.opened(document);
		this.#releaseUnused();
	}

	/** Checks all folders again, as after a change of settings. */
	allChanged(): void {
		this.#generation++;
		const { openFolders } = this.context.siblings;
		for (const folder of [...this.found.folders, ...openFolders]) this.#check(folder);
	}

	/** To be called when the client has begun or ceased to report the changes of some folders. */
	watchAgain(): void {
		for (const folder of [...this.#watches.keys()]) {
			this.#watch(folder);
			this.#check(folder);
		}
	}

	/** Drops what was read of folders that have no open file and are not being checked. */
	#releaseUnused(): void {
		const { disk, openFolders } = this.context.siblings;
		disk.releaseFolders(
			(folder) => openFolders.has(folder) || folder === this.#checking || this.#postponed.has(folder),
		);
	}

	#isKnown(folder: string): boolean {
		return this.found.in(folder).length > 0 || this.context.siblings.openFolders.has(folder);
	}

	#check(folder: string): void {
		if (!this.#isWanted) return;
		this.#lastChange = performance.now();
		if (this.#waiting.size === 0) this.#waitingSince = this.#lastChange;
		this.#waiting.add(folder);
		if (!this.#isWorking) void this.#work();
	}

	async #work(): Promise<void> {
		const { connection } = this.context;
		this.#isWorking = true;
		for (;;) {
			const wait =
				Math.min(this.#lastChange + QUIET_MS, this.#waitingSince + MAX_QUIET_MS) - performance.now();
			if (wait > 0) {
				await new Promise((resolve) => setTimeout(resolve, wait));
				continue;
			}
			const [folder] = this.#waiting;
			if (folder === undefined) break;
			this.#checking = folder;
			const isPostponed = (): Promise<boolean> => this.#isPostponed(folder);
			if (await runSafely(connection, 'The reading of a folder', false, isPostponed)) continue;
			this.#waiting.delete(folder);
			this.#postponed.delete(folder);
			await runSafely(connection, 'The check of a folder', undefined, () => this.#checkFolder(folder));
			this.#checking = undefined;
			this.#waitingSince = performance.now();
			this.#releaseUnused();
		}
		this.#isWorking = false;
		this.#rested.fire();
	}

	/** Lets the folders go first whose files are there, where the disk of this one is slow. It is read meanwhile. */
	async #isPostponed(folder: string): Promise<boolean> {
		const anchor = this.found.in(folder)[0];
		if (anchor === undefined || this.#waiting.size === 1 || this.#postponed.has(folder)) return false;
		const files = tables.map((table) => this.context.siblings.closedFileOf(anchor, table));
		const isRead = await inTime(
			Promise.all(files).then(() => true),
			POSTPONE_MS,
			() => false,
		);
		if (isRead) return false;
		this.#postponed.add(folder);
		this.#waiting.delete(folder);
		this.#waiting.add(folder);
		return true;
	}

	async #checkFolder(folder: string): Promise<void> {
		this.#watch(folder);
		const { checkers, siblings, documents } = this.context;
		const isStale = (): boolean => this.#waiting.has(folder);
		const open = documents.all().filter(({ uri }) => folderOf(uri) === folder);
		const anchor = this.found.in(folder)[0] ?? open[0]?.uri;
		if (anchor === undefined) return this.#keep(folder, []);
		const closed: Checker[] = [];
		const problems: SiblingProblem[] = [];
		for (const document of open) {
			const checker = await checkers.checker(document);
			if (checker && !(await checkToEnd(checker, isStale))) return;
		}
		for (const table of tables) {
			const file = await siblings.closedFileOf(anchor, table);
			if (typeof file === 'string') problems.push({ fileName: table.fileName, problem: file });
			const checker = file instanceof CsvDocument ? await checkers.checker(file) : undefined;
			if (!checker) continue;
			if (!(await checkToEnd(checker, isStale))) return;
			closed.push(checker);
		}
		const files = await Promise.all(closed.map((checker) => this.#resultOf(folder, checker, isStale)));
		const hasChecked = files.length > 0 || open.some(isOurs);
		const unread = hasChecked ? [] : await this.#unreadFiles(anchor, problems);
		if (!isStale()) this.#keep(folder, [...files, ...unread]);
	}

	/** The files of a folder in which no file can be read: their status says why. */
	async #unreadFiles(anchor: string, problems: readonly SiblingProblem[]): Promise<readonly ClosedFile[]> {
		if (problems.length === 0) return [];
		const readiness = await unreadReadiness(this.context, anchor, problems);
		return problems.map(({ fileName, problem }) => {
			const uri = uriInSameFolder(anchor, fileName) ?? anchor;
			const counts = { error: 0, warning: 0, information: 0, hint: 0 };
			const empty = { uri, version: 0, fileName, records: 0, counts, fixable: 0 };
			const status: Status = { ...empty, problem, readiness };
			return { uri, resultId: `unread.${uri}`, items: [], status };
		});
	}

	async #resultOf(folder: string, checker: Checker, isStale: () => boolean): Promise<ClosedFile> {
		const { uri } = checker.document;
		const items = this.#diagnostics(checker);
		const before = this.#results.get(folder)?.get(pathOf(uri) ?? '');
		const isSame = before && (before.items === items || isEqual(before.items, items));
		const resultId = isSame ? before.resultId : `closed.${++this.#lastId}`;
		return { uri, resultId, items, status: await fileStatus(this.context, checker, isStale) };
	}

	#diagnostics(checker: Checker): readonly Diagnostic[] {
		const { datasetRevision, reported } = checker;
		const state = `${datasetRevision}.${reported?.revision ?? 0}.${this.#generation}`;
		const made = this.#made.get(checker);
		if (made?.state === state) return made.items;
		const { client, ruleUri } = this.context;
		const items = presentable(client.diagnostics, diagnostics(checker, { ruleUri }));
		this.#made.set(checker, { state, items });
		return items;
	}

	#keep(folder: string, files: readonly ClosedFile[]): void {
		const before = this.#results.get(folder) ?? new Map<string, ClosedFile>();
		const after = new Map(files.map((file) => [pathOf(file.uri) ?? '', file]));
		const gone = [...before].flatMap(([path, { uri }]) => (after.has(path) ? [] : [uri]));
		const changed = [...after].flatMap(([path, file]) => {
			const old = before.get(path);
			return old?.resultId === file.resultId && isEqual(old.status, file.status) ? [] : [file];
		});
		if (after.size > 0) this.#results.set(folder, after);
		else this.#results.delete(folder);
		if (gone.length > 0 || changed.length > 0) this.#changed.fire({ changed, gone });
	}

	/** Watches the files that were found in a folder, and no others: those of an open file's folder are watched anyway. */
	#watch(folder: string): void {
		this.#watches.get(folder)?.();
		this.#watches.delete(folder);
		const uris = this.found.in(folder);
		const [anchor] = uris;
		if (anchor === undefined) return;
		const exact = tables.flatMap(({ fileName }) => uriInSameFolder(anchor, fileName) ?? []);
		const watched = new Map([...exact, ...uris].map((uri) => [anyCaseKey(uri), uri]));
		const { disk } = this.context.siblings;
		const stops = [...watched.values()].map(
			(uri) => this.access.watch(uri, () => disk.fileChanged(uri)).stop,
		);
		this.#watches.set(folder, () => {
			for (const stop of stops) stop();
		});
	}
}

function isEqual(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
