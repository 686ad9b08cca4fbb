import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { convert, type MadeFile } from '../convert/import/convert';
import type { ImportReport } from '../convert/import/importReport';
import type { ExportProblem } from '../convert/import/problems';
import { fileNames, keyColumn, type Mapping, matchesHeader } from '../convert/mapping/mapping';
import type { ExportSource } from '../convert/read/exportPart';
import { planImport } from '../convert/understand/planImport';
import type { ImportPlan } from '../convert/understand/planTypes';
import { type ExportSummary, summarize } from '../convert/understand/summary';
import { CannotCheck } from '../disk/cannotCheck';
import { students, type Table } from '../spec';
import { findSystem } from '../spec/systems';
import { alternatives } from '../wording';
import { reportWarning } from './failures';
import { readBeside, readMapping, rosterOf, savedMappingIn, systemNamed } from './importInput';
import { assertNoneExists, isSameFile, writeNewFiles } from './newFiles';
import { replacedText } from './replacedText';
import { readExportBytes } from './wholeFile';

/** What a person asked for on the command line. */
export interface ImportOptions {
	/** The folder of the new files. */
	readonly to: string;
	/** A file with a mapping. */
	readonly mapping?: string;
	/** A VS Code settings.json with the district's settings, for the values that it accepts. */
	readonly settings?: string;
	/** The name of a system or of a table of codes. */
	readonly system?: string;
	/** Whether files that exist may be replaced. */
	readonly force?: boolean;
}

/** A file that was written. */
export interface WrittenFile {
	readonly path: string;
	/** Rows below the header. */
	readonly rows: number;
}

const callbacks = { isCanceled: () => false, onProgress: () => {} };

/** The import of an export, from its bytes to the new files. What was found out is kept where it ends early. */
export class ImportRun {
	/** What the export holds; undefined where it cannot be read. */
	summary: ExportSummary | undefined;
	plan: ImportPlan | undefined;
	/** The file of the mapping that is used. */
	mappingPath: string | undefined;
	report: ImportReport | undefined;
	written: readonly WrittenFile[] = [];
	#roster: Table = students;
	#mappingProblems: readonly string[] = [];
	#leftBehind: readonly ExportProblem[] = [];

	constructor(
		readonly path: string,
		private readonly options: ImportOptions,
	) {}

	/** The folder of the new files, as it was given. */
	get folder(): string {
		return this.options.to;
	}

	/** Throws `CannotCheck` where nothing is written, and why. */
	async run(): Promise<void> {
		const { system: name, to, settings } = this.options;
		if (to === '') throw new CannotCheck('--to needs the path of a folder. Write . for this one');
		const system = name === undefined ? undefined : systemNamed(name);
		this.#roster = rosterOf(settings);
		const bytes = readExportBytes(this.path);
		const source = await this.#understand({ name: basename(this.path), bytes }, system);
		const plan = this.plan as ImportPlan;
		this.#assertReady(plan);
		const answer = await convert(source, plan.mapping, this.#roster, callbacks, plan.open);
		if ('problems' in answer) throw new CannotCheck(`${this.path}: ${answer.problems.join(' ')}`);
		this.report = answer.report;
		await this.#write(answer.files);
	}

	/** What a person must look at in the mapping, the export and the folder, as far as it is known. */
	problems(): readonly ExportProblem[] {
		const ofMapping = this.#mappingProblems.map((message) => ({ row: null, message }));
		return [...ofMapping, ...(this.report?.problems ?? []), ...this.#leftBehind];
	}

	/** What may be wrong with the whole export, in sentences for people. */
	warnings(): readonly string[] {
		return [...new Set([...(this.summary?.head.warnings ?? []), ...(this.report?.warnings ?? [])])];
	}

	/** Finds out what the export means. Returns it with the file of its system beside it, where there is one. */
	async #understand(source: ExportSource, system: string | undefined): Promise<ExportSource> {
		const mapping = await this.#findMapping(source);
		const decisions: Mapping = system === undefined ? mapping : { ...mapping, system };
		const plan = await this.#planOf(source, decisions);
		const companion = findSystem(plan.system ?? '')?.companion;
		const users = companion && readBeside(this.path, companion.fileName);
		if (!users) return source;
		const whole = { ...source, users };
		this.summary = undefined;
		await this.#planOf(whole, decisions);
		return whole;
	}

	async #planOf(source: ExportSource, decisions: Mapping): Promise<ImportPlan> {
		this.summary ??= await this.#summarize(source, decisions);
		this.plan = planImport(this.summary, decisions, this.#roster);
		return this.plan;
	}

	async #summarize(source: ExportSource, format: Mapping): Promise<ExportSummary> {
		const summary = await summarize(source, format, callbacks);
		if (!('problem' in summary)) return summary;
		const { problem, sheets = [] } = summary;
		const wayOut =
			sheets.length > 0
				? ` Name one in a mapping: "sheet": ${alternatives(sheets.map((each) => `"${each}"`))}.`
				: '';
		throw new CannotCheck(`${this.path}: ${problem}${wayOut}`);
	}

	/** The mapping that was asked for, else the saved one in the folder of the new files if it is for this export. */
	async #findMapping(source: ExportSource): Promise<Mapping> {
		const { mapping: asked, to } = this.options;
		const path = asked ?? savedMappingIn(to);
		if (path === undefined) return {};
		const { mapping, problems } = readMapping(path, this.#roster);
		const decisions = asked === undefined ? await this.#fitting(source, mapping, path) : mapping;
		if (!decisions) return {};
		this.mappingPath = path;
		this.#mappingProblems = problems;
		return decisions;
	}

	/** A saved mapping, if it is for this export; else says why it is not used. */
	async #fitting(source: ExportSource, mapping: Mapping, path: string): Promise<Mapping | undefined> {
		const { sheet, headerRow, ...anywhere } = mapping;
		const hasPlace = sheet !== undefined || headerRow !== undefined;
		let reason: string | undefined;
		// The sheet of last month may have another name, and its header another row.
		for (const each of hasPlace ? [mapping, anywhere] : [mapping]) {
			const summary = await summarize(source, each, callbacks);
			if ('problem' in summary) reason ??= summary.problem;
			else if (matchesHeader(each, summary.head.names)) {
				this.summary = summary;
				if (each !== mapping) {
					reportWarning(`${path}: its sheet or header row is not in this export, so they were found anew`);
				}
				return each;
			}
		}
		reportWarning(`${path} is not used: ${reason ?? 'it names no column, or those of another export'}`);
		return undefined;
	}

	#assertReady({ open }: ImportPlan): void {
		if (this.summary?.rows === 0)
			throw new CannotCheck(`${this.path}: the export has no rows below its header`);
		if (!open.some(({ element, value }) => element === keyColumn && value === null)) return;
		const candidates = this.plan?.targets.find(({ element }) => element === keyColumn)?.candidates ?? [];
		const names = candidates.slice(0, MAX_LISTED_CANDIDATES).map(({ name }) => `"${name}"`);
		throw new CannotCheck(
			names.length > 0
				? `${this.path}: ${keyColumn} is not settled, so nothing was written. It may be ${alternatives(names)}: name one in a mapping`
				: `${this.path}: no column looks like ${keyColumn}, so nothing was written. Name one in a mapping`,
		);
	}

	async #write(files: readonly MadeFile[]): Promise<void> {
		const { to, force = false } = this.options;
		const names = files.map(({ fileName }) => fileName);
		const itself = names.map((each) => join(to, each)).find((path) => isSameFile(path, this.path));
		if (itself !== undefined) {
			throw new CannotCheck(
				`${itself} is the export itself, which is never changed. Name another folder with --to, or rename the export`,
			);
		}
		if (!force) assertNoneExists(to, names);
		const replaced = await replacedText(join(to, students.fileName), files);
		const { paths, problem } = await writeNewFiles(to, files, force);
		this.written = paths.map((path, index) => ({ path, rows: files[index]?.rows ?? 0 }));
		if (problem !== undefined) throw new CannotCheck(problem);
		if (replaced !== undefined) reportWarning(replaced);
		this.#leftBehind = fileNames
			.filter((fileName) => !names.includes(fileName))
			.map((fileName) => join(to, fileName))
			.filter((path) => existsSync(path) && !isSameFile(path, this.path))
			.map((path) => ({
				row: null,
				message: `${path} was there before, and this export has nothing for it. Remove it if it is an earlier import's.`,
			}));
	}
}

const MAX_LISTED_CANDIDATES = 10;
