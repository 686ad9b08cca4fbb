/** What an export holds, before it is imported: its format, its first rows, and what its columns may be. */

import { trimUnseen } from '../../characters';
import { students, type Table } from '../../spec';
import type { ConversionCallbacks } from '../csvStream';
import type { CountedValue } from './codeProposals';
import { type ColumnProposal, proposeColumns } from './columnProposals';
import { decode } from './decode';
import type { Delimiter, Encoding, ExportFormat } from './exportFormat';
import { type Head, readExport } from './readExport';

/** A column of an export, and what it holds. */
export interface SourceColumn {
	readonly name: string;
	/** Its distinct values but the empty one, without outer spaces, in the order of their first rows; at most `MAX_LISTED_VALUES`. */
	readonly values: readonly CountedValue[];
	/** Rows with a value that is not listed, because there are too many distinct ones. */
	readonly unlisted: number;
}

/** What was found out about an export. */
export interface Inspection {
	readonly encoding: Encoding;
	readonly delimiter: Delimiter;
	/** Whether the first row names the columns. */
	readonly header: boolean;
	/** Rows that have a value; the header does not count. */
	readonly rows: number;
	readonly columns: readonly SourceColumn[];
	/** The first rows, for people: passwords are masked. */
	readonly firstRows: readonly (readonly string[])[];
	/** For each column of ours, which column of the export may hold it. */
	readonly proposals: readonly ColumnProposal[];
}

/** An inspection, or why there is none, in sentences for people. */
export type InspectAnswer = Inspection | { readonly problem: string };

/** The most distinct values of a column that are listed. A column with more of them holds no codes. */
const MAX_LISTED_VALUES = 200;
const FIRST_ROWS = 5;

/** Inspects the bytes of an export; `roster` as in `codesOf`. Never throws because of the bytes. */
export async function inspect(
	bytes: Uint8Array,
	format: ExportFormat,
	roster: Table,
	callbacks: ConversionCallbacks,
): Promise<InspectAnswer> {
	const decoded = decode(bytes, format.encoding);
	if ('problem' in decoded) return decoded;
	let seen: SeenExport | undefined;
	for await (const part of readExport(decoded.text, format, callbacks)) {
		if (part.kind === 'problem') return { problem: part.problem };
		if (part.kind === 'head') seen = new SeenExport(part.head);
		else seen?.add(part.record);
	}
	return seen ? seen.inspection(decoded.encoding, roster) : { problem: 'The file is empty.' };
}

/** What is seen of an export while its rows are read. */
class SeenExport {
	readonly #counts: readonly ValueCounts[];
	readonly #firstRows: (readonly string[])[] = [];
	#rows = 0;

	constructor(private readonly head: Head) {
		this.#counts = head.names.map(() => new ValueCounts());
	}

	add(record: readonly string[]): void {
		if (this.#rows++ < FIRST_ROWS) this.#firstRows.push(record);
		for (const [index, counts] of this.#counts.entries()) counts.add(record[index] ?? '');
	}

	inspection(encoding: Encoding, roster: Table): Inspection {
		const { names } = this.head;
		const proposals = proposeColumns(
			names.map((name, index) => ({ name, values: [...(this.#counts[index]?.values.keys() ?? [])] })),
			roster,
		);
		const isSecret = secretColumns(proposals);
		return {
			encoding,
			delimiter: this.head.delimiter,
			header: this.head.header,
			rows: this.#rows,
			columns: names.map((name, index) =>
				isSecret(name) ? { name, values: [], unlisted: this.#rows } : sourceColumn(name, this.#counts[index]),
			),
			firstRows: this.#firstRows.map((record) =>
				record.map((value, index) => (isSecret(names[index]) ? '•••' : value)),
			),
			proposals,
		};
	}
}

/** The distinct values of a column, up to a limit. */
class ValueCounts {
	readonly values = new Map<string, number>();
	unlisted = 0;

	add(field: string): void {
		const value = trimUnseen(field);
		if (value === '') return;
		const count = this.values.get(value);
		if (count === undefined && this.values.size >= MAX_LISTED_VALUES) this.unlisted++;
		else this.values.set(value, (count ?? 0) + 1);
	}
}

function sourceColumn(name: string, counts = new ValueCounts()): SourceColumn {
	const values = Array.from(counts.values, ([value, count]) => ({ value, count }));
	return { name, values, unlisted: counts.unlisted };
}

/** Tells which columns may hold passwords, which are never shown: the proposed one, and any that is named like one. */
function secretColumns(proposals: readonly ColumnProposal[]): (name: string | undefined) => boolean {
	const secret = new Set(
		students.elements.filter(({ kind }) => kind === 'secret').map(({ column }) => column),
	);
	const sources = new Set(proposals.filter(({ column }) => secret.has(column)).map(({ source }) => source));
	return (name) => name !== undefined && (sources.has(name) || /passw|pwd/i.test(name));
}
