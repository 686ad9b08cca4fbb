import { ActiveRules } from '../check/activeRules';
import type { LiveStudentLookup } from '../check/dataset/studentLookup';
import { Checker } from '../check/live/checker';
import type { CsvDocument } from '../csv/document';
import { districtTables } from '../features';
import { readSettings, type Settings } from '../settings';
import { SLICE_MS, yieldToEventLoop } from '../work/slices';
import { fileNameOf, tableOf } from './uris';

/** Slices after which the comparison of rows counts as long. */
const SOON = 10;

export interface SessionHost {
	/** The settings for a document, or for none, as the client has them. */
	readonly settingsFor: (uri?: string) => Promise<unknown>;
	/** The students that the rows of a document are compared with. */
	readonly studentsFor: (document: CsvDocument) => Promise<LiveStudentLookup | undefined>;
	/** Told when a rule throws: its id, never a value. */
	readonly onFailure: (ruleId: string) => void;
}

/** The open documents that are one of the two files, each with its checker. */
export class Checkers {
	readonly #checkers = new Map<
		string,
		{ readonly document: CsvDocument; readonly checker: Promise<Checker | undefined> }
	>();
	readonly #failed = new Set<string>();

	constructor(private readonly host: SessionHost) {}

	/** The checker of a document, which follows the file beside it; undefined where it is neither of our files. */
	async checker(document: CsvDocument | undefined): Promise<Checker | undefined> {
		if (!document || !isOurs(document)) return undefined;
		const checker = await this.#own(document);
		const students = await this.host.studentsFor(document);
		// Meanwhile it may have been closed: whoever follows must be told to leave.
		if (this.#checkers.get(document.uri)?.document === document) checker?.compareWith(students);
		return checker;
	}

	#own(document: CsvDocument): Promise<Checker | undefined> {
		const known = this.#checkers.get(document.uri);
		if (known?.document === document) return known.checker;
		const checker = this.#create(document);
		this.#checkers.set(document.uri, { document, checker });
		return checker;
	}

	close(uri: string): void {
		void this.#checkers.get(uri)?.checker.then((checker) => checker?.compareWith(undefined));
		this.#checkers.delete(uri);
	}

	/** Forgets what was found, since settings changed or somebody asked. */
	reset(uri?: string): void {
		for (const known of uri === undefined ? [...this.#checkers.keys()] : [uri]) this.close(known);
	}

	/** The settings for a document; without its URI those for all. The defaults where the client fails to answer. */
	async settings(uri?: string): Promise<Settings> {
		return readSettings(await this.host.settingsFor(uri).catch(() => undefined));
	}

	async #create(document: CsvDocument): Promise<Checker | undefined> {
		const settings = await this.settings(document.uri);
		const name = fileNameOf(document.uri);
		const own = tableOf(document);
		const table = districtTables(settings).find(({ fileName }) => fileName === own?.fileName);
		if (!table) return undefined;
		const active = new ActiveRules(settings, (ruleId) => {
			if (!this.#failed.has(ruleId)) this.host.onFailure(ruleId);
			this.#failed.add(ruleId);
		});
		for (const ruleId of this.#failed) active.failed.add(ruleId);
		const checker = new Checker(document, table, active, { name });
		// Opening a file is work too: others have their turn before it is checked.
		await yieldToEventLoop();
		return checker;
	}
}

/** Whether a document is one of our two files. */
export function isOurs(document: Pick<CsvDocument, 'uri' | 'languageId'>): boolean {
	return tableOf(document) !== undefined;
}

/**
 * Checks all that is not checked yet, in slices with a turn for others after each. `onFirstRows` is called when the
 * first rows are checked and others are not. False where the document changed or went on meanwhile: then somebody else is at it.
 */
export async function complete(
	checker: Checker,
	isStale: () => boolean,
	onFirstRows: () => void = () => {},
): Promise<boolean> {
	const { version } = checker.document;
	const goesOn = async (): Promise<boolean> => {
		await yieldToEventLoop();
		return !isStale() && checker.document.version === version;
	};
	let told = false;
	for (let slice = 0; ; slice++) {
		const until = performance.now() + SLICE_MS;
		const done = checker.run(() => performance.now() >= until);
		// What is found at once is answered at once.
		if (done && slice === 0) return true;
		if (!(await goesOn())) return false;
		if (done) return true;
		// Nobody wants a first answer that the whole one follows at once.
		if (told || !checker.hasRows || (checker.hasAllRows && slice < SOON)) continue;
		told = true;
		onFirstRows();
		if (!(await goesOn())) return false;
	}
}
