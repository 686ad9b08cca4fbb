import { type RawRow, UnreadableExport } from '../rawExport';

/** The cells of one column that are merged over several rows, both 1-based and included. */
interface MergedRows {
	readonly column: number;
	readonly first: number;
	readonly last: number;
	value: string;
}

/** Fills the value of cells that are merged over several rows into each of these rows. */
export interface MergedCells {
	/** Rows must come in their order. */
	readonly fill: (row: RawRow) => RawRow;
}

const MERGED = /<(?:\w+:)?mergeCell\b[^<>]*?\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g;

/** No element that names merged cells is longer, in UTF-16 units. */
const OVERLAP = 200;

/** The most areas that are kept: half a million rows of students with one each. */
const MAX_MERGED = 500_000;

const A = 65;

/**
 * Finds the merged cells of a sheet, which stand after its rows. A value that is merged over rows belongs to each of
 * them, as the sheet shows it: one school over its thirty students. One that is merged over columns is a title.
 */
export async function mergedCells(parts: AsyncIterable<string>): Promise<MergedCells> {
	const merged: MergedRows[] = [];
	let text = '';
	let end = 0;
	for await (const part of parts) {
		text = text.slice(Math.max(0, end, text.length - OVERLAP)) + part;
		end = 0;
		for (const match of text.matchAll(MERGED)) {
			end = match.index + match[0].length;
			const [, letters = '', first, last] = match;
			const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - A + 1, 0) - 1;
			if (Number(last) > Number(first))
				merged.push({ column, first: Number(first), last: Number(last), value: '' });
			if (merged.length > MAX_MERGED) throw new UnreadableExport(tooMany);
		}
	}
	merged.sort((one, other) => one.first - other.first);
	let next = 0;
	// One area in each column: those of Excel do not overlap.
	const open = new Map<number, MergedRows>();
	return {
		fill: (raw) => {
			const begun: MergedRows[] = [];
			for (let cells = merged[next]; cells && cells.first <= raw.row; cells = merged[++next]) {
				const other = open.get(cells.column);
				if (cells.first !== raw.row || (other && other.last >= raw.row)) continue;
				cells.value = raw.record[cells.column] ?? '';
				if (cells.value !== '') begun.push(cells);
			}
			const record = open.size === 0 ? raw.record : filled(raw, open);
			for (const cells of begun) open.set(cells.column, cells);
			return record === raw.record ? raw : { ...raw, record };
		},
	};
}

/** The record of a row with the values of the areas that go on in it; those that have ended are removed. */
function filled({ record, row }: RawRow, open: Map<number, MergedRows>): readonly string[] {
	const values = [...record];
	for (const { column, last, value } of open.values()) {
		if (last < row) open.delete(column);
		else if ((values[column] ?? '') === '') {
			while (values.length <= column) values.push('');
			values[column] = value;
		}
	}
	return values;
}

const tooMany =
	'The sheet has more than 500,000 merged cells. Save it as "CSV UTF-8" in Excel and import that.';
