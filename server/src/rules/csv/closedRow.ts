import { fieldValue } from '../../csv/quote';
import { FAULTY, Fields, QUOTED, recordReader } from '../../csv/scan';
import type { Fix } from '../fix';
import type { RecordView } from '../views';
import { hasQuotesAroundWords } from './quotedWords';
import { isMisfit } from './unquotedComma';

/** A row in which a quote that opens a value was never closed, as it reads with a quote at the value's end. */
export interface ClosedRow {
	/** Where the value ends, in UTF-16 units from the record's first unit. */
	readonly end: number;
	/** The value, without its quote. */
	readonly value: string;
	/** The row's values with the quote closed. */
	readonly values: readonly string[];
	/** The row's values with the quote removed. */
	readonly valuesWithoutQuote: readonly string[];
	/**
	 * Whether nothing speaks against it: every value fits its column, each comma in the value has a space after it and
	 * none behind the value has, and its quotes and backslashes cannot be read in two ways.
	 */
	readonly fits: boolean;
}

const STARTS_WITH_SPACE = /^\s+\S/;

/**
 * Finds where the quote before a field should have closed: where the row then has as many values as the header, or
 * further right where the text there goes on after a comma and a space: the row then has too few values. Undefined where there is no such place, or where the rest of the row has a fault of its own.
 *
 * @param column the 0-based column of the field.
 * @param end the UTF-16 offset in the text where the row ends.
 */
export function closedRow(
	{ text, start, fields, layout }: RecordView,
	column: number,
	end: number,
): ClosedRow | undefined {
	const record = text.slice(start, end);
	const open = (fields.starts[column] as number) - start;
	const rest = new Fields();
	recordReader.read(record, open + 1, rest);
	let extra = column + rest.count - layout.columns.length;
	if (extra < 0 || extra >= rest.count || rest.end < record.length) return undefined;
	const isSpaced = (index: number): boolean =>
		rest.flags[index] === 0 && STARTS_WITH_SPACE.test(record.slice(rest.starts[index], rest.ends[index]));
	let goesOn = false;
	for (let index = extra + 1; index < rest.count; index++) if (isSpaced(index)) goesOn = true;
	while (extra + 1 < rest.count && isSpaced(extra + 1)) extra++;
	const before: string[] = [];
	for (let index = 0; index < column; index++) {
		const flags = fields.flags[index] as number;
		if (flags & FAULTY) return undefined;
		before.push(fieldValue(text.slice(fields.starts[index], fields.ends[index]), flags));
	}
	const pieces: string[] = [];
	const after: string[] = [];
	for (let index = 0; index < rest.count; index++) {
		const flags = rest.flags[index] as number;
		const raw = record.slice(rest.starts[index], rest.ends[index]);
		if (flags & (index > extra ? FAULTY : QUOTED)) return undefined;
		if (index > extra) after.push(fieldValue(raw, flags));
		else pieces.push(raw);
	}
	// A quote in a quoted value is doubled; a single one would have closed it.
	const body = record.slice(open + 1, rest.ends[extra]);
	if (body.replaceAll('""', '').includes('"')) return undefined;
	const value = body.replaceAll('""', '"');
	const values = [...before, value, ...after];
	const { element } = layout.columns[column] ?? {};
	const mayHaveComma = !element?.optionSet && element?.kind !== 'key' && element?.kind !== 'id';
	return {
		end: rest.ends[extra] as number,
		value,
		values,
		valuesWithoutQuote: [...before, ...pieces, ...after],
		fits:
			!goesOn &&
			hasQuotesAroundWords(value) &&
			!value.includes('\\,') &&
			(extra === 0 || (mayHaveComma && pieces.slice(1).every((piece) => STARTS_WITH_SPACE.test(piece)))) &&
			layout.columns.every((one) => !isMisfit(one, values[one.index] ?? '')),
	};
}

/**
 * The fixes of a quote that is never closed. Offsets are UTF-16 units from the record's first unit.
 *
 * @param open the offset of the quote.
 * @param closed the row as it reads with the quote closed, where that is known.
 * @param fieldEnd where to close the quote where nothing is known: at the next comma.
 * @param isCertain whether the row can be meant in no other way.
 */
export function fixesOfOpenQuote(
	open: number,
	closed: ClosedRow | undefined,
	fieldEnd: number,
	isCertain: boolean,
): readonly Fix[] {
	const end = closed?.end ?? fieldEnd;
	return [
		{
			id: 'close-quote',
			title: 'Close the Quote at the End of the Value',
			preferred: isCertain,
			target: { kind: 'record', ...(closed && { rows: [closed.values] }) },
			steps: [{ kind: 'text', start: end, end, text: '"' }],
		},
		{
			id: 'remove-quote',
			title: 'Remove the Quote',
			target: { kind: 'record', ...(closed && { rows: [closed.valuesWithoutQuote] }) },
			steps: [{ kind: 'text', start: open, end: open + 1, text: '' }],
		},
	];
}
