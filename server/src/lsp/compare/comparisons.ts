import { type CancellationToken, Emitter, type Event, type TextDocuments } from 'vscode-languageserver';
import type { DistrictChanges } from '../../compare/changes/changesTypes';
import type { SideFiles } from '../../compare/changes/comparedFile';
import { districtChanges } from '../../compare/changes/districtChanges';
import { type ReadSide, readSide } from '../../compare/changes/readSide';
import { staleAlarms } from '../../compare/changes/staleAlarms';
import type { ChangeToReview } from '../../coverage/categoryFacts';
import type { CsvDocument } from '../../csv/document';
import type { ShownBy } from '../../protocol';
import type { Settings } from '../../settings';
import { type Table, tableByFileName } from '../../spec';
import { shown } from '../../wording';
import { inSlices } from '../../work/slices';
import { type Steps, stepsIn } from '../../work/steps';
import type { Checkers } from '../checkers';
import type { FileAccess } from '../fileAccess';
import type { SiblingFiles } from '../siblingFiles';
import { anyCaseKey, fileNameOf, folderOf, tableOf } from '../uris';
import { currentFiles } from './currentFiles';
import { readEarlierFiles } from './earlierFiles';
import { type EarlierSide, HeldSides } from './heldSides';
import { notReviewed, type ReviewedAlarms, withReviewed } from './reviewedAlarms';
import { sideOf } from './sideOf';

/** Milliseconds without a change before a folder is compared again: while a page shows it, and while only its alarms count. */
const QUIET_MS = 700;
const QUIET_UNSEEN_MS = 4000;

const CHANGED_MEANWHILE = 'A file changed while it was compared. Compare again.';
const FAILED = 'The files could not be compared.';

/** The last comparison of a folder. It lives as long as the server, and nothing of it is written. */
interface FolderComparison {
	/** A file of the folder. */
	readonly uri: string;
	/** The URIs of the files of the last upload. */
	readonly before: readonly string[];
	readonly changes: DistrictChanges;
	readonly reviewed: ReviewedAlarms;
	/** Whether a file or a setting has changed since. */
	readonly isStale: boolean;
	/** Why a stale one cannot be made again, in a sentence for people; undefined where it is about to be. */
	readonly obstacle?: string | undefined;
}

/** What came of a comparison, for the person who asked for it. */
export type ComparisonResult = FolderComparison | { readonly problem: string } | undefined;

/** What is needed to read the two sides. */
export interface ComparisonParts {
	readonly documents: Pick<TextDocuments<CsvDocument>, 'onDidOpen' | 'onDidChangeContent' | 'onDidClose'>;
	readonly siblings: SiblingFiles;
	readonly checkers: Pick<Checkers, 'settings'>;
	readonly files: FileAccess;
	/** Is told that a comparison failed, and nothing of the files. */
	readonly log: { error(message: string): void };
}

/** Why a run ends before its time: a file changed, another run began, or the person has canceled it. */
type EarlyEnd = 'changed' | 'superseded' | 'canceled';

/**
 * The comparisons of folders with their last uploads. One is made when a person asks, and again a quiet moment after
 * a file changed: its alarms are part of whether the folder is ready. The last upload is held while a page or a table
 * shows what changed, and read again where none does.
 */
export class Comparisons {
	/** By folder, as `folderOf` has it. */
	readonly #comparisons = new Map<string, FolderComparison>();
	readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
	/** The runs that are under way; they are aborted with an `EarlyEnd`. */
	readonly #runs = new Map<string, AbortController>();
	readonly #changed = new Emitter<string>();
	readonly #reviewChanged = new Emitter<string>();
	readonly #sideChanged = new Emitter<string>();
	readonly #sides = new HeldSides({
		read: (uri, before, isLetGo) => this.#readEarlier(uri, before, isLetGo),
		comparedWith: (folder) => this.#comparisons.get(folder)?.before,
		onChange: (folder) => this.#sideChanged.fire(folder),
	});

	constructor(private readonly parts: ComparisonParts) {
		const changed = ({ document }: { readonly document: CsvDocument }): void =>
			this.#fileChanged(document.uri, tableOf(document));
		parts.documents.onDidOpen(changed);
		parts.documents.onDidChangeContent(changed);
		parts.documents.onDidClose(changed);
		parts.siblings.onDidChange((uri) => this.#fileChanged(uri, tableByFileName(fileNameOf(uri) ?? '')));
	}

	/** Fires with the URI of a file in a folder whose comparison is another one, stale or reviewed. */
	get onDidChange(): Event<string> {
		return this.#changed.event;
	}

	/** Fires with such a URI where other alarms are to be reviewed than before. */
	get onDidChangeReview(): Event<string> {
		return this.#reviewChanged.event;
	}

	/** Fires with a folder, as `folderOf` has it, whose last upload is held from now on, or not any more. */
	get onDidChangeSide(): Event<string> {
		return this.#sideChanged.event;
	}

	/** The last comparison of the folder of a file; undefined if none was made. */
	of(uri: string): FolderComparison | undefined {
		return this.#comparisons.get(folderOf(uri) ?? '');
	}

	/** The last upload of a folder, as `folderOf` has it, while a page or a table shows what changed; undefined else. */
	heldSide(folder: string): ReadSide | undefined {
		return this.#sides.read(folder);
	}

	/** Waits until the last upload of a file's folder is read, where it is being read. */
	sideRead(uri: string): Promise<void> {
		return this.#sides.whenRead(folderOf(uri) ?? '');
	}

	/** The alarms that nobody has reviewed yet; where they may not hold any more, also why nobody knows. */
	toReview(uri: string): readonly ChangeToReview[] {
		const comparison = this.of(uri);
		if (!comparison) return [];
		const { changes, reviewed, obstacle } = comparison;
		const alarms = notReviewed(changes.alarms, reviewed);
		return obstacle === undefined ? alarms : staleAlarms(alarms, obstacle);
	}

	/**
	 * Compares the files of a folder with those of the last upload; undefined if the client cancels, or asks for another
	 * comparison of the folder meanwhile.
	 *
	 * @param uri either of the files, open or not.
	 */
	async compare(
		uri: string,
		before: readonly string[],
		token: CancellationToken,
		onProgress: (done: number) => void,
	): Promise<ComparisonResult> {
		const folder = folderOf(uri);
		if (folder === undefined)
			return { problem: 'Save the file first: the comparison is of the files in a folder.' };
		const run = this.#begin(folder);
		// A file of the last upload may be another one by now: nobody watches it.
		this.#sides.forget(folder, before);
		const canceling = token.onCancellationRequested(() => run.abort('canceled' satisfies EarlyEnd));
		try {
			const result = await this.#run({ uri, before, signal: run.signal, onProgress });
			const { aborted, reason } = run.signal;
			if (aborted && reason !== ('changed' satisfies EarlyEnd)) return undefined;
			return result ?? { problem: CHANGED_MEANWHILE };
		} finally {
			canceling.dispose();
			this.#end(folder, run);
		}
	}

	/** Marks the alarms of a folder's comparison as reviewed: they are no reason any more, but others are. */
	review(uri: string): void {
		const comparison = this.of(uri);
		if (!comparison) return;
		this.#keep({ ...comparison, reviewed: withReviewed(comparison.reviewed, comparison.changes.alarms) });
	}

	/** To be called when a page, or any table of a folder, begins or ceases to show what changed. */
	setShown(uri: string, by: ShownBy, isShown: boolean): void {
		const folder = folderOf(uri) ?? '';
		this.#sides.setShown(by, folder, isShown);
		const comparison = this.#comparisons.get(folder);
		if (!isShown || !comparison) return;
		if (by === 'page' && comparison.isStale && !this.#runs.has(folder)) this.#schedule(folder);
		// It stays, as it is shown.
		this.#sides.hold(comparison.uri, comparison.before).release();
	}

	/** To be called when the settings changed: they say which values are right, and what an alarm is. */
	settingsChanged(): void {
		for (const run of this.#runs.values()) run.abort('changed' satisfies EarlyEnd);
		this.#sides.clear();
		for (const folder of [...this.#comparisons.keys()]) this.#makeStale(folder);
	}

	#fileChanged(uri: string, table: Table | undefined): void {
		if (!table?.role) return;
		const folder = folderOf(uri) ?? '';
		this.#runs.get(folder)?.abort('changed' satisfies EarlyEnd);
		this.#makeStale(folder);
	}

	#makeStale(folder: string): void {
		const comparison = this.#comparisons.get(folder);
		if (!comparison) return;
		const { isStale, obstacle } = comparison;
		if (!isStale || obstacle !== undefined) this.#keep({ ...comparison, isStale: true, obstacle: undefined });
		this.#schedule(folder);
	}

	#schedule(folder: string): void {
		clearTimeout(this.#timers.get(folder));
		const wait = this.#sides.isShownBy('page', folder) ? QUIET_MS : QUIET_UNSEEN_MS;
		this.#timers.set(
			folder,
			setTimeout(() => void this.#compareAgain(folder), wait),
		);
	}

	/** Never rejects. */
	async #compareAgain(folder: string): Promise<void> {
		const comparison = this.#comparisons.get(folder);
		if (!comparison) return;
		const { uri, before } = comparison;
		const run = this.#begin(folder);
		let result: ComparisonResult;
		try {
			result = await this.#run({ uri, before, signal: run.signal, onProgress: () => {} });
		} catch {
			this.parts.log.error('A comparison failed.');
			result = { problem: FAILED };
		}
		const last = this.#comparisons.get(folder);
		if (last && result && 'problem' in result && !run.signal.aborted) {
			this.#keep({ ...last, obstacle: result.problem });
		}
		this.#end(folder, run);
	}

	#begin(folder: string): AbortController {
		this.#runs.get(folder)?.abort('superseded' satisfies EarlyEnd);
		clearTimeout(this.#timers.get(folder));
		this.#timers.delete(folder);
		const run = new AbortController();
		this.#runs.set(folder, run);
		return run;
	}

	/** A run that came to nothing leaves a stale comparison as it was, which is then made again. */
	#end(folder: string, run: AbortController): void {
		if (this.#runs.get(folder) !== run) return;
		this.#runs.delete(folder);
		const { isStale, obstacle } = this.#comparisons.get(folder) ?? {};
		if (isStale && obstacle === undefined && !this.#timers.has(folder)) this.#schedule(folder);
	}

	/** Undefined where it ended early. */
	async #run({ uri, before, signal, onProgress }: Run): Promise<ComparisonResult> {
		const settings = await this.parts.checkers.settings(uri);
		const after = await currentFiles(this.parts, uri);
		if (signal.aborted) return undefined;
		if ('problem' in after) return after;
		const versions = after.map(({ document }) => document.version);
		const isStale = (): boolean =>
			signal.aborted || after.some(({ document }, at) => document.version !== versions[at]);
		const own = before.find((old) =>
			after.some(({ document }) => anyCaseKey(document.uri) === anyCaseKey(old)),
		);
		if (own !== undefined) {
			const name = shown(fileNameOf(own) ?? '');
			return { problem: `${name} is the file that is compared. Choose the one that you uploaded last.` };
		}
		const held = this.#sides.hold(uri, before);
		try {
			const earlier = await Promise.race([held.side, whenAborted(signal)]);
			if (!earlier || isStale()) return undefined;
			if ('problem' in earlier) return earlier;
			const changes = await inSlices(
				compare(earlier, sideOf(after, settings), settings),
				isStale,
				onProgress,
			);
			if (!changes || isStale()) return undefined;
			const last = this.of(uri);
			// Reviewed is what was seen in a comparison with the same files.
			const isSame = last?.before.join('\n') === before.join('\n');
			const reviewed: ReviewedAlarms = isSame ? last.reviewed : new Map();
			const comparison = { uri, before, changes, reviewed, isStale: false };
			this.#keep(comparison);
			return comparison;
		} finally {
			held.release();
		}
	}

	async #readEarlier(
		uri: string,
		before: readonly string[],
		isLetGo: () => boolean,
	): Promise<EarlierSide | undefined> {
		const settings = await this.parts.checkers.settings(uri);
		const files = await readEarlierFiles(this.parts.files, before);
		if (isLetGo()) return undefined;
		if ('problem' in files) return files;
		return inSlices(readSide(sideOf(files, settings), settings), isLetGo);
	}

	#keep(comparison: FolderComparison): void {
		const { uri } = comparison;
		const folder = folderOf(uri) ?? '';
		const messages = (): string =>
			this.toReview(uri)
				.map(({ message }) => message)
				.join('\n');
		const before = messages();
		this.#comparisons.set(folder, comparison);
		this.#sides.comparedWithChanged(folder);
		this.#changed.fire(uri);
		if (messages() !== before) this.#reviewChanged.fire(uri);
	}
}

function* compare(earlier: ReadSide, files: SideFiles, settings: Settings): Steps<DistrictChanges> {
	const after = yield* stepsIn([0, 1 / 2], readSide(files, settings));
	return yield* stepsIn([1 / 2, 1], districtChanges(earlier, after, settings));
}

/** Resolves when a run ends early. */
function whenAborted(signal: AbortSignal): Promise<undefined> {
	return new Promise((resolve) => {
		signal.addEventListener('abort', () => resolve(undefined), { once: true });
		if (signal.aborted) resolve(undefined);
	});
}

/** One comparison that is under way. */
interface Run {
	/** A file of the folder. */
	readonly uri: string;
	readonly before: readonly string[];
	/** Ends it early. */
	readonly signal: AbortSignal;
	readonly onProgress: (done: number) => void;
}
