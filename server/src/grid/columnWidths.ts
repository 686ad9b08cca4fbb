import type { Checker } from '../check/live/checker';
import { MULTILINE, QUOTED } from '../csv/scan';
import { GridRecord, secretColumns } from './gridRecord';

/** The most that a width can be, in UTF-16 units. */
const WIDEST = 60;

/** How many rows are measured, and how far they may reach from the start of the file, in UTF-16 units. */
const ROWS = 200;
const UNITS = 200_000;

/** The most UTF-16 units that a value of each column has in the first rows, or its header. Passwords are not measured. */
export function columnWidths(checker: Checker): ArrayLike<number> {
	const { layout } = checker;
	const widths = new Uint8Array(layout.columns.length);
	for (const { index, header } of layout.columns) widths[index] = Math.min(WIDEST, header.length);
	const secret = secretColumns(checker);
	const record = new GridRecord(checker);
	let units = 0;
	for (let at = 1; at <= ROWS && units < UNITS && record.read(at); at++) {
		units += record.length;
		if (record.isReadable) measure(record, widths);
	}
	for (const column of secret) widths[column] = Math.min(WIDEST, layout.columns[column]?.header.length ?? 0);
	return widths;
}

function measure(record: GridRecord, widths: Uint8Array): void {
	const { starts, ends, flags, count } = record.fields;
	for (let column = 0; column < count; column++) {
		let length = (ends[column] as number) - (starts[column] as number);
		// Most fields are narrower than the widest so far.
		if (length <= (widths[column] as number)) continue;
		const ofField = flags[column] as number;
		if (ofField & MULTILINE) length = record.at(column).search(/[\r\n]/);
		else if (ofField & QUOTED) length -= 2;
		widths[column] = Math.min(WIDEST, Math.max(widths[column] as number, length));
	}
}
