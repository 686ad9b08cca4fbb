import assert from 'node:assert/strict';
import type { ExportFormat } from '../../../server/src/convert/read/exportFormat';
import type { Head } from '../../../server/src/convert/read/exportPart';
import { readExport } from '../../../server/src/convert/read/readExport';
import { sourceOf, waiting } from '../import/support';

/** All parts of an export that can be read. */
export interface ReadParts {
	readonly head: Head;
	readonly records: readonly (readonly string[])[];
	/** The 1-based row of each record. */
	readonly rows: readonly number[];
	/** "row: what is wrong", of rows that are read and that are left out. */
	readonly faults: readonly string[];
}

/** Reads an export to its end, or to its problem. */
async function read(
	content: string | Uint8Array,
	format: ExportFormat,
): Promise<ReadParts | { readonly problem: string; readonly sheets: readonly string[] | undefined }> {
	let head: Head | undefined;
	const records: (readonly string[])[] = [];
	const rows: number[] = [];
	const faults: string[] = [];
	for await (const part of readExport(sourceOf(content), format, waiting)) {
		if (part.kind === 'problem') return { problem: part.problem, sheets: part.sheets };
		if (part.kind === 'head') {
			head = part.head;
			continue;
		}
		if (part.kind === 'leftOut' || part.kind === 'told') continue;
		if (part.fault) faults.push(`${part.row}: ${part.fault}`);
		if (part.kind === 'skipped') continue;
		records.push(part.record);
		rows.push(part.row);
	}
	assert.ok(head, 'there is a head before the end');
	return { head, records, rows, faults };
}

/** Reads an export that has no problem. */
export async function partsOf(content: string | Uint8Array, format: ExportFormat = {}): Promise<ReadParts> {
	const answer = await read(content, format);
	assert.ok('head' in answer, JSON.stringify(answer));
	return answer;
}

/** The problem that ends the reading of an export, and the sheets to choose from. */
export async function problemOf(
	content: string | Uint8Array,
	format: ExportFormat = {},
): Promise<{ readonly problem: string; readonly sheets: readonly string[] | undefined }> {
	const answer = await read(content, format);
	assert.ok('problem' in answer, JSON.stringify(answer).slice(0, 500));
	return answer;
}
