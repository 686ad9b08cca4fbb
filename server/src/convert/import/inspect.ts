/** An export looked at before it is imported: its form, its first rows, and what its columns may be. */

import { students, type Table } from '../../spec';
import type { Backlog } from '../csvStream';
import type { CountedValue } from './codeProposals';
import { type ColumnProposal, proposeColumns } from './columnProposals';
import { decode } from './decode';
import type { Delimiter, Encoding, ExportFormat } from './exportFormat';
import { type Head, readExport } from './readExport';

/** A column of an export. */
export interface SourceColumn {
	readonly name: string;
	/** Its distinct values, empty ones apart, in the order in which they first stand; at most `MOST_VALUES`. */
	readonly values: readonly CountedValue[];
	/** Rows whose value is not among `values`, because there are too many. */
	readonly unlisted: number;
}

export interface Inspection {
	readonly encoding: Encoding;
	readonly delimiter: Delimiter;
	readonly header: boolean;
	/** Rows with a value, the header apart. */
	readonly rows: number;
	readonly columns: readonly SourceColumn[];
	/** The first rows, for the eye: passwords are masked. */
	readonly firstRows: readonly (readonly string[])[];
	readonly proposals: readonly ColumnProposal[];
}

export type InspectAnswer = Inspection | { readonly problem: string };

/** The distinct values of a column that are kept. A column with more of them holds no codes. */
export const MOST_VALUES = 200;
const FIRST_ROWS = 5;

/** Looks at the bytes of an export; `roster` as in `codesOf`. */
export async function inspect(
	bytes: Uint8Array,
	layout: ExportFormat,
	roster: Table,
	waiting: Backlog,
): Promise<InspectAnswer> {
	const decoded = decode(bytes, layout.encoding);
	if ('problem' in decoded) return decoded;
	let head: Head | undefined;
	let counts: ValueCounts[] = [];
	const firstRows: (readonly string[])[] = [];
	let rows = 0;
	const problem = await readExport(
		decoded.text,
		layout,
		(begun) => {
			head = begun;
			counts = begun.names.map(() => new ValueCounts());
		},
		(record) => {
			if (rows++ < FIRST_ROWS) firstRows.push(record);
			for (const [index, column] of counts.entries()) column.add(record[index] ?? '');
		},
		waiting,
	);
	if (problem || !head) return { problem: problem ?? 'The file is empty.' };
	const { names, delimiter, header } = head;
	const seen = names.map((name, index) => ({ name, values: [...(counts[index]?.values.keys() ?? [])] }));
	const proposals = proposeColumns(seen, roster);
	const isSecret = secretsAmong(proposals);
	return {
		encoding: decoded.encoding,
		delimiter,
		header,
		rows,
		columns: names.map((name, index) =>
			isSecret(name) ? { name, values: [], unlisted: rows } : sourceColumn(name, counts[index]),
		),
		firstRows: firstRows.map((record) =>
			record.map((value, index) => (isSecret(names[index]) ? '•••' : value)),
		),
		proposals,
	};
}

/** The distinct values of a column, up to a limit. */
class ValueCounts {
	readonly values = new Map<string, number>();
	unlisted = 0;

	add(field: string): void {
		const value = field.trim();
		if (value === '') return;
		const count = this.values.get(value);
		if (count === undefined && this.values.size >= MOST_VALUES) this.unlisted++;
		else this.values.set(value, (count ?? 0) + 1);
	}
}

function sourceColumn(name: string, counts = new ValueCounts()): SourceColumn {
	const values = Array.from(counts.values, ([value, count]) => ({ value, count }));
	return { name, values, unlisted: counts.unlisted };
}

/** A password is never shown, whatever column it may be in. */
function secretsAmong(proposals: readonly ColumnProposal[]): (name: string | undefined) => boolean {
	const secret = new Set(
		students.elements.filter(({ kind }) => kind === 'secret').map(({ column }) => column),
	);
	const sources = new Set(proposals.filter(({ column }) => secret.has(column)).map(({ source }) => source));
	return (name) => name !== undefined && (sources.has(name) || /passw|pwd/i.test(name));
}
