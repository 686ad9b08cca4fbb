import type { ConversionCallbacks } from '../../convert/csvStream';
import { convert } from '../../convert/import/convert';
import { replacedStudents } from '../../convert/import/replacedStudents';
import { type Mapping, matchesHeader } from '../../convert/mapping/mapping';
import { parseMapping } from '../../convert/mapping/parseMapping';
import type { ExportFormat } from '../../convert/read/exportFormat';
import type { ExportSource } from '../../convert/read/exportPart';
import { readExport } from '../../convert/read/readExport';
import { planImport } from '../../convert/understand/planImport';
import { type RosterIdSets, rosterIdSets } from '../../convert/understand/rosterIdSets';
import {
	type ExportSummary,
	type SummaryAnswer,
	samplesOf,
	summarize,
} from '../../convert/understand/summary';
import type {
	ExportColumnView,
	ImportConvertAnswer,
	ImportOpenAnswer,
	ImportPlanAnswer,
	ImportRefusal,
	ImportView,
	MappingText,
	MappingUse,
	OpenedImport,
} from '../../protocol';
import type { Settings } from '../../settings';
import { students, type Table } from '../../spec';
import { previewFiles } from './importPreview';

/** Exports that are kept at once, each with all of its bytes. A client opens one again that was dropped. */
const MAX_OPEN = 4;

/** An export that a client has open. */
interface Session {
	readonly source: ExportSource;
	/** The IDs of the students.csv where the new files will be. */
	readonly beside: RosterIdSets | undefined;
	/** What was read last, and how; undefined where the export could not be read. */
	summary?: { readonly of: ExportSummary; readonly format: string } | undefined;
}

/** An export to open. */
interface ToOpen {
	readonly source: ExportSource;
	/** The students.csv where the new files will be. */
	readonly roster: Uint8Array | undefined;
	readonly decisions: Mapping;
	/** Goes before that of a mapping. */
	readonly format: ExportFormat;
	readonly mappings: readonly MappingText[];
}

/** What an import depends on besides the export. */
export interface ImportSettings {
	readonly settings: Settings;
	/** The table of students.csv as the district uses it. */
	readonly roster: Table;
}

/** The exports that a client imports, by the ids that it has given them. */
export class ImportSessions {
	/** The one that was used last is the last. */
	readonly #open = new Map<string, Session>();

	/** Reads an export and keeps it. */
	async open(
		id: string,
		{ source, roster, decisions, format, mappings }: ToOpen,
		settings: ImportSettings,
		callbacks: ConversionCallbacks,
	): Promise<ImportOpenAnswer> {
		const beside =
			roster &&
			(await rosterIdSets({ name: students.fileName, bytes: roster }, { ...callbacks, onProgress }));
		const session: Session = { source, beside };
		this.#open.delete(id);
		this.#open.set(id, session);
		for (const oldest of [...this.#open.keys()].slice(0, -MAX_OPEN)) this.#open.delete(oldest);
		const fitting = await fittingMapping(source, format, mappings, settings.roster, callbacks);
		const { mapping } = fitting;
		const view = await viewOf(session, mapping ? { ...mapping, ...format } : decisions, settings, callbacks);
		return 'plan' in view ? { view, ...fitting } : view;
	}

	/** What an export becomes by these decisions. Reads it again only where its format is another. */
	async plan(
		id: string,
		decisions: Mapping,
		settings: ImportSettings,
		callbacks: ConversionCallbacks,
	): Promise<ImportPlanAnswer> {
		const session = this.#used(id);
		return session ? viewOf(session, decisions, settings, callbacks) : { unknown: true };
	}

	/**
	 * The files that these decisions make.
	 *
	 * @param old the students.csv that would be replaced.
	 */
	async convert(
		id: string,
		decisions: Mapping,
		old: Uint8Array | undefined,
		{ roster }: ImportSettings,
		callbacks: ConversionCallbacks,
	): Promise<ImportConvertAnswer> {
		const session = this.#used(id);
		if (!session) return { unknown: true };
		const summary = await summaryOf(session, decisions, callbacks);
		if ('problem' in summary) return { problems: [summary.problem] };
		const { mapping, open } = planImport(summary, decisions, roster, session.beside);
		const answer = await convert(session.source, mapping, roster, callbacks, open);
		if (!old || !('files' in answer)) return answer;
		return { ...answer, replaced: await replacedStudents(old, answer.files, callbacks) };
	}

	/** Forgets an export. */
	close(id: string): void {
		this.#open.delete(id);
	}

	/** Forgets all exports. */
	clear(): void {
		this.#open.clear();
	}

	#used(id: string): Session | undefined {
		const session = this.#open.get(id);
		if (!session) return undefined;
		this.#open.delete(id);
		this.#open.set(id, session);
		return session;
	}
}

const onProgress = (): void => {};

/** The first mapping that is for an export with these columns, and what becomes of each. */
async function fittingMapping(
	source: ExportSource,
	format: ExportFormat,
	mappings: readonly MappingText[],
	roster: Table,
	callbacks: ConversionCallbacks,
): Promise<Pick<OpenedImport, 'mapping' | 'mappings'>> {
	const uses: MappingUse[] = [];
	for (const { name, text } of mappings) {
		const parsed = parseMapping(text, roster);
		if ('problems' in parsed) {
			uses.push({ name, use: 'broken', problems: parsed.problems });
			continue;
		}
		const asSaved = await namesOf(source, { ...parsed.mapping, ...format }, callbacks);
		// The sheet of another month has another name.
		const { sheet: _, headerRow: __, ...mapping } = parsed.mapping;
		const names = asSaved ?? (await namesOf(source, { ...mapping, ...format }, callbacks));
		// Where it cannot be read like this, nothing is known about the mapping.
		if (!names) continue;
		const isUsed = matchesHeader(parsed.mapping, names);
		uses.push({ name, use: isUsed ? 'used' : 'other', problems: [] });
		if (isUsed) return { mapping: asSaved ? parsed.mapping : mapping, mappings: uses };
	}
	return { mappings: uses };
}

/** The names of an export's columns, without reading its rows; undefined where it cannot be read. */
async function namesOf(
	source: ExportSource,
	mapping: Mapping,
	{ isCanceled }: ConversionCallbacks,
): Promise<readonly string[] | undefined> {
	for await (const part of readExport(source, formatOf(mapping), { isCanceled, onProgress })) {
		if (part.kind === 'head') return part.head.names;
		if (part.kind === 'problem') return undefined;
	}
	return undefined;
}

function formatOf({ encoding, delimiter, header, headerRow, sheet }: Mapping): ExportFormat {
	return { encoding, delimiter, header, headerRow, sheet };
}

async function summaryOf(
	session: Session,
	decisions: Mapping,
	callbacks: ConversionCallbacks,
): Promise<SummaryAnswer> {
	const format = JSON.stringify(formatOf(decisions));
	if (session.summary?.format === format) return session.summary.of;
	const summary = await summarize(session.source, formatOf(decisions), callbacks);
	if ('problem' in summary || callbacks.isCanceled()) return summary;
	session.summary = { of: summary, format };
	return summary;
}

async function viewOf(
	session: Session,
	decisions: Mapping,
	{ settings, roster }: ImportSettings,
	callbacks: ConversionCallbacks,
): Promise<ImportView | ImportRefusal> {
	const summary = await summaryOf(session, decisions, callbacks);
	if ('problem' in summary) return summary;
	const plan = planImport(summary, decisions, roster, session.beside);
	const { names: _, ...format } = summary.head;
	return {
		plan,
		columns: summary.columns.map((column): ExportColumnView => {
			const { name, values, filled, isSecret } = column;
			return { name, filled, isSecret, distinct: values.length, samples: isSecret ? [] : samplesOf(column) };
		}),
		rows: summary.rows,
		format,
		preview: await previewFiles(summary, plan, settings, roster),
	};
}
