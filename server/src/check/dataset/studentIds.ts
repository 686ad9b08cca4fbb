import { trimUnseen } from '../../characters';
import type { Layout } from '../../rules/layout';
import type { AlternateId } from '../../rules/views';
import type { Table } from '../../spec';
import type { RecordRow } from '../record/recordRow';

const DIGITS = /^\d+$/;

/** By how many columns an ID can have moved. Bounds the possible IDs of a row with a thousand fields. */
const MAX_SHIFT = 4;

/** An ID of digits without its leading zeros; any other ID unchanged. */
export function withoutLeadingZeros(id: string): string {
	return DIGITS.test(id) ? id.replace(/^0+(?=\d)/, '') : id;
}

/**
 * The 0-based columns in which the key of a row may be whose number of fields is wrong: each extra comma before the key
 * moves it to the right, each missing one to the left.
 */
export function idColumns({ columns, keyIndex }: Layout, fields: number): readonly number[] {
	if (keyIndex < 0) return [];
	const moved = Math.max(-MAX_SHIFT, Math.min(fields - columns.length, MAX_SHIFT));
	const from = Math.max(0, keyIndex + Math.min(moved, 0));
	const to = Math.min(fields - 1, keyIndex + Math.max(moved, 0));
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** The IDs of a row's student besides the key, by column of the table. */
export function alternateIdsIn(row: RecordRow): [column: string, id: string][] {
	return row.layout.table.otherIds.flatMap((column): [string, string][] => {
		const id = trimUnseen(row.value(column) ?? '');
		return id ? [[column, id]] : [];
	});
}

/**
 * Each student once, the likeliest first: those whose ID differs by leading zeros, the shortest first, then by the order
 * of the table's columns.
 */
export function likeliestFirst(others: readonly AlternateId[], { otherIds }: Table): readonly AlternateId[] {
	const rank = ({ column, id }: AlternateId): number =>
		column === undefined ? id.length - Number.MAX_SAFE_INTEGER : otherIds.indexOf(column);
	const inOrder = [...others].sort((a, b) => rank(a) - rank(b));
	return inOrder.filter(({ id }, at) => inOrder.findIndex((other) => other.id === id) === at);
}
