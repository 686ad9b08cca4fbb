import type { Layout } from '../../rules/layout';
import type { AlternateId } from '../../rules/views';
import type { Table } from '../../spec';
import type { RecordRow } from '../record/recordRow';

const DIGITS = /^\d+$/;

/** The columns by which an id can have moved: a row of a thousand fields must not be kept as a thousand ids. */
const MOST_MOVED = 4;

/** A number without its leading zeros; any other id as it is. */
export function withoutLeadingZeros(id: string): string {
	return DIGITS.test(id) ? id.replace(/^0+(?=\d)/, '') : id;
}

/**
 * Where the id of a row that cannot be read may stand, as 0-based columns: each comma too many in front of it moves it
 * to the right, each one that is missing there to the left.
 */
export function idColumns({ columns, keyIndex }: Layout, fields: number): readonly number[] {
	if (keyIndex < 0) return [];
	const moved = Math.max(-MOST_MOVED, Math.min(fields - columns.length, MOST_MOVED));
	const from = Math.max(0, keyIndex + Math.min(moved, 0));
	const to = Math.min(fields - 1, keyIndex + Math.max(moved, 0));
	return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** The further ids of a row's student, by column. */
export function idsOf(row: RecordRow): [column: string, id: string][] {
	return row.layout.table.otherIds.flatMap((column): [string, string][] => {
		const id = row.value(column)?.trim();
		return id ? [[column, id]] : [];
	});
}

/** Each student once, the likeliest first: by leading zeros, the fewest first, then by the table's columns. */
export function likeliestFirst(others: readonly AlternateId[], { otherIds }: Table): readonly AlternateId[] {
	const rank = ({ column, id }: AlternateId): number =>
		column === undefined ? id.length - Number.MAX_SAFE_INTEGER : otherIds.indexOf(column);
	const inOrder = [...others].sort((a, b) => rank(a) - rank(b));
	return inOrder.filter(({ id }, at) => inOrder.findIndex((other) => other.id === id) === at);
}
