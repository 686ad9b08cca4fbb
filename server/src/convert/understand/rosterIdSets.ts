import { trimUnseen } from '../../characters';
import { findElement, students } from '../../spec';
import type { ConversionCallbacks } from '../csvStream';
import type { ExportSource } from '../read/exportPart';
import { readExport } from '../read/readExport';

/** The IDs in a students.csv, by their columns: the primary key, and the other IDs that people mistake for it. */
export type RosterIdSets = Readonly<Record<string, ReadonlySet<string>>>;

const idColumns: readonly string[] = [students.primaryKey, ...students.otherIds];

/** Reads the IDs of a students.csv; empty where there are none, or where it cannot be read. */
export async function rosterIdSets(
	source: ExportSource,
	callbacks: ConversionCallbacks,
): Promise<RosterIdSets> {
	const sets = new Map<number, { readonly column: string; readonly ids: Set<string> }>();
	for await (const part of readExport(source, { header: true }, callbacks)) {
		if (part.kind === 'problem') return {};
		if (part.kind === 'head') {
			for (const [index, name] of part.head.names.entries()) {
				const column = findElement(students, name)?.column;
				if (column !== undefined && idColumns.includes(column)) sets.set(index, { column, ids: new Set() });
			}
		} else if (part.kind === 'row') {
			for (const [index, { ids }] of sets) {
				const id = trimUnseen(part.record[index] ?? '');
				if (id !== '') ids.add(id);
			}
		}
	}
	return Object.fromEntries(Array.from(sets.values(), ({ column, ids }) => [column, ids]));
}
