import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { type ConvertAnswer, convert } from '../../../server/src/convert/import/convert';
import type { ImportReport } from '../../../server/src/convert/import/importReport';
import type { Mapping } from '../../../server/src/convert/mapping/mapping';
import type { ExportFormat } from '../../../server/src/convert/read/exportFormat';
import type { ExportSource, Head } from '../../../server/src/convert/read/exportPart';
import { planImport } from '../../../server/src/convert/understand/planImport';
import type { ImportPlan } from '../../../server/src/convert/understand/planTypes';
import { type ExportSummary, summarize } from '../../../server/src/convert/understand/summary';
import { students, type Table } from '../../../server/src/spec';

export const waiting = { isCanceled: () => false, onProgress: () => {} };

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An export as a host hands it over. */
export function sourceOf(content: string | Uint8Array): ExportSource {
	return { name: 'export.csv', bytes: typeof content === 'string' ? utf8(content) : content };
}

/** What is found out about an export that can be read, and what is planned without a decision. */
export async function inspected(
	text: string | Uint8Array,
	layout: ExportFormat = {},
	roster: Table = students,
): Promise<Head & ExportSummary & { readonly plan: ImportPlan }> {
	const answer = await summarize(sourceOf(text), layout, waiting);
	assert.ok(!('problem' in answer), JSON.stringify(answer));
	return { ...answer.head, ...answer, plan: planImport(answer, layout, roster) };
}

export async function inspectProblem(text: string | Uint8Array): Promise<string> {
	const answer = await summarize(sourceOf(text), {}, waiting);
	assert.ok('problem' in answer, JSON.stringify(answer));
	return answer.problem;
}

/** The mapping of a person who decides nothing but the student ID, where it is not sure: the first candidate. */
export function proposedMapping({ plan: { mapping, targets } }: { readonly plan: ImportPlan }): Mapping {
	const [key] = targets;
	const id = key?.from[0] ?? key?.candidates[0]?.name;
	return key && id !== undefined
		? { ...mapping, columns: { ...mapping.columns, [key.element]: id } }
		: mapping;
}

export interface Made {
	readonly report: ImportReport;
	/** The text of a file by its name. */
	readonly text: (fileName: string) => string;
	/** Its records, by their columns. */
	readonly records: (fileName: string) => readonly Readonly<Record<string, string>>[];
}

export function converted(
	bytes: string | Uint8Array,
	mapping: Mapping,
	roster: Table = students,
): Promise<ConvertAnswer> {
	return convert(sourceOf(bytes), mapping, roster, waiting, []);
}

export async function importedFiles(
	bytes: string | Uint8Array,
	mapping: Mapping,
	roster: Table = students,
): Promise<Made> {
	const answer = await converted(bytes, mapping, roster);
	assert.ok('files' in answer, JSON.stringify(answer));
	const text = (fileName: string): string => {
		const file = answer.files.find((each) => each.fileName === fileName);
		assert.ok(file, `${fileName} was not made`);
		return file.text;
	};
	return {
		report: answer.report,
		text,
		records: (fileName) => parse(text(fileName), { columns: true, record_delimiter: ['\r\n', '\n', '\r'] }),
	};
}

/** The files of a person who only presses Enter. */
export async function entered(bytes: string | Uint8Array, roster: Table = students): Promise<Made> {
	return importedFiles(bytes, proposedMapping(await inspected(bytes, {}, roster)), roster);
}
