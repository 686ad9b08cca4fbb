/** Which column of a download has which ID of ours. */

import { trimUnseen } from '../../characters';
import type { ConversionCallbacks } from '../../convert/csvStream';
import type { ExportFormat } from '../../convert/read/exportFormat';
import type { ExportSource } from '../../convert/read/exportPart';
import { readExport } from '../../convert/read/readExport';
import { type IdIndex, NOBODY } from './idIndex';
import type { OurStudents } from './ourStudents';

/** A column of a download, and an ID of ours that it may have. */
export interface DownloadId {
	/** 0-based. */
	readonly column: number;
	readonly ids: IdIndex;
	/** The students of ours whose ID it has, but for leading zeros. */
	readonly students: number;
}

/** Matches columns (0-based) of a download with the IDs of ours: the best match first. */
export async function matchIds(
	source: ExportSource,
	format: ExportFormat,
	columns: readonly number[],
	ours: OurStudents,
	callbacks: ConversionCallbacks,
): Promise<readonly DownloadId[]> {
	if (columns.length === 0) return [];
	const counts = columns.flatMap((column) =>
		ours.idColumns.map((ids) => new FoundStudents(column, ids, ours)),
	);
	for await (const part of readExport(source, format, callbacks)) {
		if (part.kind !== 'row') continue;
		for (const count of counts) count.add(part.record);
	}
	return counts
		.map(({ column, ids, students }) => ({ column, ids, students }))
		.toSorted(
			(a, b) => b.students - a.students || ours.idColumns.indexOf(a.ids) - ours.idColumns.indexOf(b.ids),
		);
}

class FoundStudents {
	students = 0;
	readonly #isFound: Uint8Array;

	constructor(
		readonly column: number,
		readonly ids: IdIndex,
		{ ids: { length } }: OurStudents,
	) {
		this.#isFound = new Uint8Array(length);
	}

	add(record: readonly string[]): void {
		const id = trimUnseen(record[this.column] ?? '');
		if (id === '') return;
		const exact = this.ids.find(id);
		const student = exact === NOBODY ? this.ids.findWithoutZeros(id) : exact;
		if (student === NOBODY || this.#isFound[student] === 1) return;
		this.#isFound[student] = 1;
		this.students++;
	}
}
