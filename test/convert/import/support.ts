import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { type ConvertAnswer, convert, type ImportReport } from '../../../server/src/convert/import/convert';
import type { ExportFormat } from '../../../server/src/convert/import/exportFormat';
import { type Inspection, inspect } from '../../../server/src/convert/import/inspect';
import type { Mapping } from '../../../server/src/convert/import/mapping';
import { students, type Table } from '../../../server/src/spec';

export const waiting = { isCanceled: () => false, onProgress: () => {} };

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function inspected(
	text: string | Uint8Array,
	layout: ExportFormat = {},
	roster: Table = students,
): Promise<Inspection> {
	const answer = await inspect(typeof text === 'string' ? utf8(text) : text, layout, roster, waiting);
	assert.ok(!('problem' in answer), JSON.stringify(answer));
	return answer;
}

export async function inspectProblem(text: string | Uint8Array): Promise<string> {
	const answer = await inspect(typeof text === 'string' ? utf8(text) : text, {}, students, waiting);
	assert.ok('problem' in answer, JSON.stringify(answer));
	return answer.problem;
}

/** The mapping of a person who only presses Enter: every proposal is accepted. */
export function proposedMapping({ header, proposals }: Inspection): Mapping {
	const columns = Object.fromEntries(
		proposals.flatMap(({ column, source }) => (source === undefined ? [] : [[column, source] as const])),
	);
	return { header, columns };
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
	return convert(typeof bytes === 'string' ? utf8(bytes) : bytes, mapping, roster, waiting);
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
