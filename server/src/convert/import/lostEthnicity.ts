/** Finds students whose race says Hispanic in the export, and who would not be Hispanic in the new files. */

import { trimUnseen } from '../../characters';
import type { Table } from '../../spec';
import { hispanicLatino, race } from '../../spec/demographics';
import { findCodeTable } from '../../spec/systems';
import { type Mapping, sourcesIn } from '../mapping/mapping';
import { HISPANIC, saysHispanic } from '../understand/ethnicity';
import { ValueCodes } from '../understand/valueCodes';

/** The values of races that a person translated though they say Hispanic. */
export interface LostEthnicity {
	/** The column of the new files that does not say it. */
	readonly element: string;
	/**
	 * The value of a record of the export that says Hispanic; undefined where none does, or the new row says it too.
	 *
	 * @param values of the new row, in the order of the targets.
	 */
	readonly in: (record: readonly string[], values: readonly (string | undefined)[]) => string | undefined;
}

/**
 * Undefined where no value can be lost.
 *
 * @param place of Hispanic_Latino among the targets; -1 where nothing feeds it.
 * @param places of the columns of the export, by their names.
 */
export function lostEthnicity(
	mapping: Mapping,
	place: number,
	places: ReadonlyMap<string, number>,
	roster: Table,
): LostEthnicity | undefined {
	const shared = sourcesIn(mapping, hispanicLatino.column) ?? [];
	const isFlags = mapping.flags?.[race.column] !== undefined;
	const from = isFlags
		? []
		: (sourcesIn(mapping, race.column) ?? []).filter((name) => !shared.includes(name));
	const indexes = from.flatMap((name) => places.get(name) ?? []);
	if (indexes.length === 0 || !mapping.codes?.[race.column]) return undefined;
	const tableName = mapping.codeTables?.[race.column];
	const table = tableName === undefined ? undefined : findCodeTable(tableName, race.column);
	const codes = new ValueCodes(roster, mapping, race.column);
	const known = new Map<string, boolean>();
	const isLost = (value: string): boolean => {
		const lost = known.get(value) ?? (typeof codes.of(value).code === 'string' && saysHispanic(value, table));
		known.set(value, lost);
		return lost;
	};
	return {
		element: hispanicLatino.column,
		in: (record, values) => {
			if (values[place] === HISPANIC) return undefined;
			return indexes.map((index) => trimUnseen(record[index] ?? '')).find(isLost);
		},
	};
}
