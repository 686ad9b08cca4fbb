import { valueIn, valuesIn } from '../../csv/quote';
import { FAULTY, Fields } from '../../csv/scan';
import type { FixStep } from '../fix';
import type { Layout } from '../layout';
import type { RecordView } from '../views';
import { closedRow } from './closedRow';
import { isMisfit } from './unquotedComma';

/** Rows that a quoted value of several lines holds. */
interface RowsInValue {
	/** How many lines the value has. */
	readonly lines: number;
	/** How many of them, from the second on, look like rows. */
	readonly rows: number;
	/** The value in front of them, where it is known where it ends. */
	readonly value: string | undefined;
	/** How to make them rows, where every line is one: what each then reads as. Offsets count from the record's start. */
	readonly repair:
		| { readonly rows: readonly (readonly string[])[]; readonly steps: readonly FixStep[] }
		| undefined;
}

/** With fewer columns, a line of text has as many commas by chance: then every line must look like a row. */
const MIN_COLUMNS_OF_PROOF = 4;

const LINE_BREAK = /\r\n|\n|\r/g;

/**
 * The rows that a quoted field of several lines holds. Undefined for an address or a note: no line of it has as many
 * values as the header, with an ID and codes where they belong.
 *
 * @param column the 0-based column of the field, which has no fault.
 */
export function rowsInValue(view: RecordView, column: number): RowsInValue | undefined {
	const { text, start, fields, layout } = view;
	const open = fields.starts[column] as number;
	const close = (fields.ends[column] as number) - 1;
	const breaks = [...text.slice(open, close).matchAll(LINE_BREAK)];
	const [first] = breaks;
	const wanted = layout.columns.length;
	if (!first || wanted < 2) return undefined;
	const firstEnd = open + first.index;
	const below = text.slice(firstEnd + first[0].length, fields.end);
	const closeBelow = close - firstEnd - first[0].length;
	const looksLikeRow = rowTest(layout, valueIn(text, fields, Math.max(0, layout.keyIndex)));
	// The quote that closes the value belongs to the last row, or is a slip as well.
	const readings = [
		{ text: below, steps: [] },
		{
			text: below.slice(0, closeBelow) + below.slice(closeBelow + 1),
			steps: [{ kind: 'text', start: close - start, end: close + 1 - start, text: '' } as const],
		},
	].map((reading) => ({ ...reading, rows: rowsOf(view, reading.text) }));
	const closed = closedRow(view, column, firstEnd);
	const whole = readings.find(
		({ rows }) => rows.length > 0 && rows.every((row) => row !== undefined && looksLikeRow(row)),
	);
	const lines = breaks.length + 1;
	if (whole && closed && looksLikeRow(closed.values)) {
		const rows = [closed.values, ...whole.rows.filter((row) => row !== undefined)];
		const steps: readonly FixStep[] = [
			{ kind: 'text', start: closed.end, end: closed.end, text: '"' },
			...whole.steps,
		];
		return { lines, rows: rows.length - 1, value: closed.value, repair: { rows, steps } };
	}
	if (wanted < MIN_COLUMNS_OF_PROOF) return undefined;
	const rows = readings[1]?.rows ?? [];
	const count = rows.findIndex((row) => row === undefined || !looksLikeRow(row));
	const found = count < 0 ? rows.length : count;
	return found > 0 ? { lines, rows: found, value: closed?.value, repair: undefined } : undefined;
}

/** The values of each row of a text; undefined for a row with a fault. */
function rowsOf({ reader }: RecordView, text: string): readonly (readonly string[] | undefined)[] {
	const fields = new Fields();
	const rows: (readonly string[] | undefined)[] = [];
	for (let at = 0; at < text.length; ) {
		at = reader.read(text, at, fields);
		const values = valuesIn(text, fields);
		rows.push(fields.allFlags & FAULTY ? undefined : values);
	}
	return rows;
}

/** Whether values have the header's number, an ID of the same look as a given one, and codes where they belong. */
function rowTest({ columns, keyIndex }: Layout, id: string): (values: readonly string[]) => boolean {
	const hasDigit = /\d/.test(id);
	const hasSpace = /\s/.test(id);
	return (values) => {
		if (values.length !== columns.length) return false;
		const otherId = keyIndex < 0 ? '1' : (values[keyIndex] ?? '');
		if (hasDigit && !/\d/.test(otherId)) return false;
		if (!hasSpace && /\s/.test(otherId)) return false;
		return !columns.some((column) => isMisfit(column, values[column.index] ?? ''));
	};
}
