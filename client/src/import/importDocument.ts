import {
	CancellationError,
	type CustomDocument,
	type CustomDocumentEditEvent,
	Disposable,
	EventEmitter,
	type Memento,
	Uri,
	workspace,
} from 'vscode';
import type { ImportPlan, ImportPlanAnswer, Mapping, OpenedImport } from '../../../server/src/protocol';
import { openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import type { FileWriter } from '../ui/fileWriter';
import { confirm } from '../ui/messages';
import { showFailure } from '../ui/showFailure';
import type { ImportBackup } from './backup';
import { DecisionSteps } from './decisionSteps';
import { placeForPeople, readAllForImport, rosterIn, versionOf, watchExport } from './exportFile';
import { followReadiness } from './folderVerdict';
import { convertAndWrite } from './importFiles';
import { ImportReading } from './importReading';
import { mappingNotes, resultOf } from './importResult';
import type { LastBackups } from './lastBackups';
import { type FoundMapping, mappingsIn, mappingText, newMappingPlace, writeMapping } from './mappingFile';
import type { ImportDecision, ImportPlaces, ImportResult, ImportState } from './messages';
import { newFilesFolder, rememberFolder } from './newFilesFolder';
import { failedReading, type ReadingState, refusedReading } from './readingState';

/** What an import works with. */
export interface ImportParts {
	readonly server: LanguageServer;
	readonly writer: FileWriter;
	/** Remembers the folders that were chosen. */
	readonly memory: Memento;
	readonly backups: LastBackups;
}

/**
 * An export that is imported: its file, which is never written, and what a person has decided about it. The plan
 * follows from the two, and the server makes it.
 */
export class ImportDocument implements CustomDocument {
	#folder: Uri;
	readonly #decisions: DecisionSteps;
	#reading: ReadingState = { kind: 'reading', progress: 0 };
	/** Whether a mapping file is still to be looked for in the folder. */
	#looksForMapping: boolean;
	/** The mapping file that is used or was written, with its text. */
	#mapping: { readonly uri: Uri; readonly text: string } | undefined;
	#mappingPlace: Uri;
	#notes: readonly string[] = [];
	/** That of the export's file as it was read. */
	#version = '';
	#isStale = false;
	#importing: number | undefined;
	#result: ImportResult | undefined;
	#readiness: Disposable | undefined;
	/** Counts the readings, so that the answer to an older one is dropped. */
	#turn = 0;
	/** The plan that is being made. */
	#planning: Promise<void> | undefined;
	readonly #export: ImportReading;
	readonly #onEdit = new EventEmitter<CustomDocumentEditEvent<ImportDocument>>();
	readonly #onState = new EventEmitter<void>();
	readonly #onPlaces = new EventEmitter<void>();
	readonly #subscriptions: Disposable;

	/** A decision, which VS Code can undo. */
	readonly onEdit = this.#onEdit.event;
	/** The page shall show something else. */
	readonly onState = this.#onState.event;
	readonly onPlaces = this.#onPlaces.event;
	/** Brings the page to the front, once there is one. */
	reveal: () => void = () => {};

	/** @param backup undefined if there is none. */
	constructor(
		readonly uri: Uri,
		private readonly parts: ImportParts,
		backup: ImportBackup | undefined,
	) {
		this.#decisions = new DecisionSteps(backup?.decisions);
		this.#looksForMapping = backup === undefined;
		this.#mapping = backup?.mapping;
		this.#folder = newFilesFolder(parts.memory, uri);
		this.#mappingPlace = this.#folder;
		this.#export = new ImportReading(parts.server, this.name);
		this.#subscriptions = Disposable.from(
			watchExport(uri, () => void this.#lookIfStale()),
			this.#onEdit,
			this.#onState,
			this.#onPlaces,
		);
		void this.read();
	}

	/** The name of the export's file. */
	get name(): string {
		return baseName(this.uri.path);
	}

	get folder(): Uri {
		return this.#folder;
	}

	/** Where the mapping will be saved. */
	get mappingPlace(): Uri {
		return this.#mappingPlace;
	}

	/** What the page shows. */
	get state(): ImportState {
		if (this.#reading.kind !== 'view') return this.#reading;
		return {
			...this.#reading,
			isStale: this.#isStale,
			importing: this.#importing,
			result: this.#result,
		};
	}

	/** What the page's heading says. */
	get places(): ImportPlaces {
		return {
			fileName: this.name,
			folder: placeForPeople(this.#folder),
			mappingPlace: placeForPeople(this.#mappingPlace),
			notes: this.#notes,
		};
	}

	/** What a backup keeps: decisions only, and so no values but those of columns with codes. */
	get backup(): ImportBackup {
		return { decisions: this.#decisions.current ?? {}, mapping: this.#mapping };
	}

	/** Whether there are decisions that are not saved, or saved ones that are undone. */
	get isDirty(): boolean {
		return this.#decisions.isDirty;
	}

	/** Whether a mapping file that is found may still be used: no more once a person has decided something. */
	get #takesMapping(): boolean {
		return this.#looksForMapping && this.#decisions.isOpenToMapping;
	}

	/** The mapping as it is saved: complete, so that the same export is one step next time. */
	async mapping(): Promise<Mapping> {
		await this.#planning;
		// Decisions alone would replace a whole mapping.
		if (this.#reading.kind === 'view') return this.#reading.view.plan.mapping;
		throw new Error(`The mapping was not saved: ${this.name} is not read yet.`);
	}

	/** Makes a decision, as one step to undo. */
	decide(change: ImportDecision, label: string): void {
		// Two decisions may be alike: each step is an object of its own.
		const step = { ...change };
		const redo = (): void => this.#change(() => this.#decisions.add(step));
		redo();
		this.#onEdit.fire({
			document: this,
			label,
			undo: () => this.#change(() => this.#decisions.remove(step)),
			redo,
		});
	}

	/** Reads the export's file, with what was decided. */
	async read(): Promise<void> {
		const turn = ++this.#turn;
		this.#isStale = false;
		this.#forgetResult();
		this.#show({ kind: 'reading', progress: 0 });
		try {
			this.#version = await versionOf(this.uri);
			const files = await readAllForImport(this.uri, this.#folder);
			const found = this.#takesMapping ? await mappingsIn(this.#folder, this.uri) : [];
			if (turn !== this.#turn) return;
			const decided = this.#decisions.current;
			const { format } = this.#decisions;
			const toRead = { decisions: decided ?? {}, format, mappings: found };
			const answer = await this.#export.open(files, toRead, (progress) => this.#showProgress(turn, progress));
			if (turn !== this.#turn) return;
			// Undo and Redo come at any time.
			const isChanged = decided !== this.#decisions.current;
			if (answer && 'view' in answer) await this.#takeOpened(answer, found);
			else this.#show(refusedReading(answer));
			if (isChanged && answer && turn === this.#turn) await this.#plan();
		} catch (error) {
			if (turn === this.#turn) this.#show(failedReading(error));
		}
	}

	/** Takes all decisions back that are not saved, and reads the file again. */
	revert(): Promise<void> {
		this.#decisions.clear();
		this.#dropBackup();
		this.#looksForMapping = true;
		return this.read();
	}

	/** Chooses another folder for the new files, and remembers it. */
	async moveTo(folder: Uri): Promise<void> {
		await rememberFolder(this.parts.memory, this.uri, folder);
		this.#folder = folder;
		this.#mapping = undefined;
		// What was decided here goes before a mapping that is found there.
		this.#looksForMapping = this.#decisions.isOpenToMapping;
		await this.read();
	}

	/** Saves the mapping in the folder of the new files. Throws where it is not saved. */
	async save(): Promise<void> {
		const { position } = this.#decisions;
		const mapping = await this.mapping();
		this.#mappingPlace = await newMappingPlace(this.#folder, this.uri, this.#mapping?.uri);
		const known = this.#mapping?.text;
		if (!(await writeMapping(this.parts.writer, this.#mappingPlace, mapping, known))) {
			throw new CancellationError();
		}
		this.#mapping = { uri: this.#mappingPlace, text: mappingText(mapping) };
		this.#decisions.setSaved(position);
		this.#dropBackup();
		this.#onPlaces.fire();
	}

	/** Makes the new files, asks before it replaces any, and saves the mapping. Throws in words for people. */
	async import(): Promise<void> {
		await this.#planning;
		if (this.#reading.kind !== 'view' || this.#importing !== undefined) return;
		if (this.#isStale && !(await this.#wantsWhatWasRead())) return;
		const { writer, server } = this.parts;
		const { plan } = this.#reading.view;
		const decided = this.#decisions.current;
		this.#forgetResult();
		this.#showImporting(0);
		try {
			const roster = await rosterIn(this.uri, this.#folder);
			const convert = () =>
				this.#export.convert(decided ?? {}, roster, (percentage) => this.#showImporting(percentage));
			const again = async () => {
				await this.read();
				this.#expectSame(plan);
				this.#showImporting(0);
				return convert();
			};
			const made = await convertAndWrite(writer, this.#folder, this.uri, { convert, again });
			if (!made) return;
			if (decided !== this.#decisions.current) {
				throw new Error(`The new files were made before your last choice. Import ${this.name} again.`);
			}
			const mappingPlace = await this.#saveByItself();
			const placeIn = (fileName: string): string => placeForPeople(Uri.joinPath(this.#folder, fileName));
			this.#result = resultOf(plan, made, placeIn, mappingPlace);
			const [first] = made.files;
			if (first) this.#readiness = this.#follow(server, first.fileName);
			this.reveal();
		} finally {
			this.#showImporting(undefined);
		}
	}

	dispose(): void {
		this.#turn++;
		this.#forgetResult();
		this.#export.close();
		this.#subscriptions.dispose();
	}

	/** Plans what follows from other decisions. Where no mapping was looked for yet, the file is read again. */
	#change(change: () => void): void {
		change();
		this.#dropBackup();
		this.#forgetResult();
		void (this.#takesMapping && this.#reading.kind !== 'view' ? this.read() : this.#plan());
	}

	/** Forgets the backup where nothing is left to save. */
	#dropBackup(): void {
		if (!this.isDirty) void this.parts.backups.forget(this.uri);
	}

	/** Makes the plan, again and again until it is that of the last decisions. */
	#plan(): Promise<void> {
		this.#planning ??= this.#planToEnd().finally(() => {
			this.#planning = undefined;
		});
		return this.#planning;
	}

	async #planToEnd(): Promise<void> {
		const turn = this.#turn;
		if (this.#reading.kind !== 'view') this.#show({ kind: 'reading', progress: 0 });
		let answer: ImportPlanAnswer | undefined;
		let planned: Mapping | undefined;
		do {
			planned = this.#decisions.current;
			try {
				answer = await this.#export.plan(planned ?? {}, (progress) => this.#showProgress(turn, progress));
			} catch (error) {
				if (turn === this.#turn) this.#show(failedReading(error));
				return;
			}
			if (turn !== this.#turn) return;
		} while (planned !== this.#decisions.current);
		if (answer && 'unknown' in answer) await this.read();
		else if (answer && 'plan' in answer) this.#show({ kind: 'view', view: answer });
		else this.#show(refusedReading(answer));
	}

	async #takeOpened(
		{ view, mapping, mappings }: OpenedImport,
		found: readonly FoundMapping[],
	): Promise<void> {
		const used = found.find(({ name }) => mappings.some((each) => each.name === name && each.use === 'used'));
		if (this.#looksForMapping) {
			this.#mapping = used && { uri: used.uri, text: used.text };
			this.#notes = mappingNotes(mappings, new Map(found.map(({ name, saved }) => [name, saved])));
			if (mapping) this.#decisions.rebase(mapping);
			this.#looksForMapping = false;
		}
		this.#mappingPlace = await newMappingPlace(this.#folder, this.uri, this.#mapping?.uri);
		this.#onPlaces.fire();
		this.#show({ kind: 'view', view });
	}

	/** Saves the mapping after an import; returns its place for people, undefined if it was not saved. */
	async #saveByItself(): Promise<string | undefined> {
		try {
			// Only VS Code can mark the page as saved. It would also save an editor with the export's text.
			const isDirty = this.#decisions.isDirty && !openDocument(this.uri)?.isDirty;
			if (isDirty && (await workspace.save(this.uri))) return placeForPeople(this.#mappingPlace);
			await this.save();
			return placeForPeople(this.#mappingPlace);
		} catch (error) {
			if (!(error instanceof CancellationError)) showFailure(error, 'The mapping was not saved. ');
			return undefined;
		}
	}

	#follow(server: LanguageServer, fileName: string): Disposable {
		return followReadiness(server, Uri.joinPath(this.#folder, fileName), (readiness) => {
			if (!this.#result) return;
			this.#result = { ...this.#result, readiness };
			this.#onState.fire();
		});
	}

	/** Throws where the export, read again, is another than the person has seen. */
	#expectSame(plan: ImportPlan): void {
		const now = this.#reading.kind === 'view' ? this.#reading.view.plan : undefined;
		if (JSON.stringify(now) === JSON.stringify(plan)) return;
		throw new Error(`${this.name} was read again and has changed. Look at it, then import it.`);
	}

	#wantsWhatWasRead(): Promise<boolean> {
		return confirm(
			`${this.name} has changed since it was read. Import what was read?`,
			'To import its rows as they are now, cancel and read it again first.',
			'Import What Was Read',
		);
	}

	#forgetResult(): void {
		this.#readiness?.dispose();
		this.#readiness = undefined;
		this.#result = undefined;
	}

	/** Events may come late, and not each is of a change. */
	async #lookIfStale(): Promise<void> {
		const turn = this.#turn;
		if (this.#isStale || (await versionOf(this.uri)) === this.#version || turn !== this.#turn) return;
		this.#isStale = true;
		this.#onState.fire();
	}

	#showProgress(turn: number, progress: number): void {
		if (turn === this.#turn && this.#reading.kind === 'reading') this.#show({ kind: 'reading', progress });
	}

	#showImporting(importing: number | undefined): void {
		this.#importing = importing;
		this.#onState.fire();
	}

	#show(reading: ReadingState): void {
		this.#reading = reading;
		this.#onState.fire();
	}
}
