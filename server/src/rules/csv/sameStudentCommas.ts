import { valueIn } from '../../csv/quote';
import { Fields, type RecordReader } from '../../csv/scan';
import type { Fix } from '../fix';
import type { Layout } from '../layout';
import type { Row } from '../views';
import type { CutRow, CutValue } from './spacedCommas';

/**
 * The fix of a row with more fields than the header whose values with a comma stand, quoted, in another row of the same
 * student. None where no other row explains every field.
 *
 * @param text the row without its line break.
 */
export function sameStudentCommas(
	text: string,
	reader: RecordReader,
	layout: Layout,
	row: Row,
): readonly Fix[] {
	const fields = new Fields();
	reader.read(text, 0, fields);
	const extra = fields.count - layout.columns.length;
	if (layout.keyIndex < 0 || !row.rowsWithKey) return [];
	for (let at = layout.keyIndex; at <= layout.keyIndex + extra; at++) {
		const id = valueIn(text, fields, at);
		for (const other of id === '' ? [] : row.rowsWithKey(id)) {
			const cutRow = cutLike(other, text, fields, reader);
			if (cutRow?.values[layout.keyIndex] !== id) continue;
			const names = cutRow.cut.map(({ column }) => layout.nameOf(column)).join(', ');
			return [
				{
					id: 'quote-as-elsewhere',
					title: `Quote ${names} as in Another Row with This ID`,
					target: { kind: 'record', rows: [cutRow.values] },
					steps: cutRow.cut.map(({ column, start, end }) => ({
						kind: 'text',
						start,
						end,
						text: `"${cutRow.values[column]}"`,
					})),
				},
			];
		}
	}
	return [];
}

/** Reads fields as the values of another row: each of its values with a comma takes the fields that make it up. */
function cutLike(
	other: readonly string[],
	text: string,
	fields: Fields,
	reader: RecordReader,
): CutRow | undefined {
	const parts = new Fields();
	const cut: CutValue[] = [];
	const values: string[] = [];
	let at = 0;
	for (const [column, value] of other.entries()) {
		reader.read(value, 0, parts);
		const last = at + parts.count - 1;
		const start = fields.starts[at] as number;
		const end = fields.ends[last] as number;
		const isCut =
			last > at && last < fields.count && parts.allFlags === 0 && text.slice(start, end) === value;
		if (isCut) cut.push({ column, start, end });
		values.push(isCut ? value : valueIn(text, fields, at));
		at = isCut ? last + 1 : at + 1;
	}
	return at === fields.count && cut.length > 0 ? { cut, values } : undefined;
}
