import { ActiveRules } from '../check/activeRules';
import { LiveRoster } from '../check/dataset/liveRoster';
import { districtTables } from '../check/districtTables';
import { Checker } from '../check/live/checker';
import { CsvDocument } from '../csv/document';
import type { FileView } from '../rules/views';
import { readSettings, type Settings } from '../settings';
import { SLICE_MS, yieldToEventLoop } from '../work/slices';
import type { ClientSettings } from './clientSettings';
import { ReturnedReports } from './compare/returnedReports';
import type { SiblingFiles } from './siblingFiles';
import { fileNameOf, tableOf } from './uris';

interface Entry {
	readonly document: CsvDocument;
	readonly checker: Promise<Checker | undefined>;
}

/** The documents of our files, each with its checker, be they open or read from the disk. */
export class Checkers {
	/** By URI. */
	readonly #entries = new Map<string, Entry>();
	readonly #rosters = new WeakMap<Checker, LiveRoster>();
	/** The error reports that are open: each checker has the lines that are about its file. */
	readonly returned = new ReturnedReports();
	readonly #failedRules = new Set<string>();

	/** @param onRuleFailure called with the id of a rule that throws, once for each rule. */
	constructor(
		private readonly settingsSource: ClientSettings,
		private readonly siblings: SiblingFiles,
		private readonly onRuleFailure: (ruleId: string) => void,
	) {
		siblings.disk.onDidRelease((uri) => this.close(uri));
	}

	/** The checker of a document, which compares with the file it refers to; undefined if it is none of our files. */
	async checker(document: CsvDocument | undefined): Promise<Checker | undefined> {
		if (!document || !isOurs(document)) return undefined;
		const checker = await this.#checkerOf(document);
		const roster = await this.#rosterOf(document);
		// A document that was closed meanwhile must not start to listen to its roster again.
		if (checker && this.#entries.get(document.uri)?.document === document) {
			checker.compareWith(roster);
			this.returned.attach(checker);
		}
		return checker;
	}

	/** The checker of the other file on the same subject; undefined if there is none that can be read. */
	async siblingOf(document: CsvDocument): Promise<Checker | undefined> {
		const sibling = await this.siblings.siblingOf(document);
		return sibling instanceof CsvDocument ? this.checker(sibling) : undefined;
	}

	/** Drops the checker of a document that is closed or is to be checked again. */
	close(uri: string): void {
		void this.#entries.get(uri)?.checker.then((checker) => checker?.compareWith(undefined));
		this.#entries.delete(uri);
	}

	/** Drops the results of one document, or of all, so that they are checked again from the start. */
	reset(uri?: string): void {
		for (const entry of uri === undefined ? [...this.#entries.keys()] : [uri]) this.close(entry);
	}

	/** The settings for a document, or without its URI those for all; the defaults where the client fails to answer. */
	async settings(uri?: string): Promise<Settings> {
		return readSettings(await this.settingsSource.read(uri).catch(() => undefined));
	}

	#checkerOf(document: CsvDocument): Promise<Checker | undefined> {
		const entry = this.#entries.get(document.uri);
		if (entry?.document === document) return entry.checker;
		const checker = this.#create(document);
		this.#entries.set(document.uri, { document, checker });
		return checker;
	}

	async #rosterOf(document: CsvDocument): Promise<LiveRoster | undefined> {
		const file = await this.siblings.referencedBy(document);
		const checker = file instanceof CsvDocument ? await this.checker(file) : undefined;
		if (!checker) return undefined;
		const roster = this.#rosters.get(checker) ?? new LiveRoster(checker);
		this.#rosters.set(checker, roster);
		return roster;
	}

	async #create(document: CsvDocument): Promise<Checker | undefined> {
		const settings = await this.settings(document.uri);
		const declared = tableOf(document);
		const table = districtTables(settings).find(({ fileName }) => fileName === declared?.fileName);
		if (!table) return undefined;
		const active = new ActiveRules(settings, (ruleId) => {
			if (!this.#failedRules.has(ruleId)) this.onRuleFailure(ruleId);
			this.#failedRules.add(ruleId);
		});
		for (const ruleId of this.#failedRules) active.failed.add(ruleId);
		const file = { name: fileNameOf(document.uri), ...(await this.#bytesOf(document)) };
		const checker = new Checker(document, table, active, file);
		// To open a large file takes a while by itself: other requests run before it is checked.
		await yieldToEventLoop();
		return checker;
	}

	/** What the bytes of a closed file are like. An open document is the editor's, which may have changed them. */
	async #bytesOf(document: CsvDocument): Promise<Partial<FileView>> {
		const { disk } = this.siblings;
		if (!disk.isFromDisk(document)) return {};
		for (let until = performance.now() + SLICE_MS; document.readMore(); ) {
			if (performance.now() < until) continue;
			await yieldToEventLoop();
			until = performance.now() + SLICE_MS;
		}
		return { byteOrderMark: disk.hasByteOrderMark(document), lineBreaks: document.recordEnds };
	}
}

/** Whether a document is one of our files. */
export function isOurs(document: Pick<CsvDocument, 'uri' | 'languageId'>): boolean {
	return tableOf(document) !== undefined;
}
