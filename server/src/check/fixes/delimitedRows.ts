import { fieldText, valueIn } from '../../csv/quote';
import { FAULTY, Fields, QUOTED, RecordReader, recordReader } from '../../csv/scan';

/** Records between two yields. */
const RECORDS_PER_STEP = 64;

/** Reads the records of a file whose header is separated by another delimiter than the comma. */
class DelimitedRows {
	/** The fields of the last record, by the delimiter. */
	readonly fields = new Fields();
	readonly #byComma = new Fields();
	readonly #reader: RecordReader;
	/** How many fields the header has. */
	#wanted = 0;

	/** @param delimiter one UTF-16 unit. */
	constructor(delimiter: string) {
		this.#reader = new RecordReader({ delimiter });
	}

	/** Reads the record at an offset into `fields`, the header first. Returns where the next one starts. */
	read(text: string, start: number): number {
		const next = this.#reader.read(text, start, this.fields);
		this.#wanted ||= this.fields.count;
		return next;
	}

	/**
	 * Whether the record that was read has no use for a new delimiter: a row that has the header's number of fields, or
	 * more of them than by the delimiter, as it is; and one in which a faulty quote leaves a comma without quotes.
	 */
	staysAsIs(text: string, start: number, next: number): boolean {
		const { fields } = this;
		if (this.#hasFaultyComma(text)) return true;
		if (fields.count === this.#wanted) return false;
		return recordReader.read(text, start, this.#byComma) === next && this.#byComma.count >= fields.count;
	}

	/** Whether a faulty field reads as more than one by commas. */
	#hasFaultyComma(text: string): boolean {
		const { allFlags, flags, count, starts, ends } = this.fields;
		if (!(allFlags & FAULTY)) return false;
		for (let column = 0; column < count; column++) {
			if (!((flags[column] as number) & FAULTY)) continue;
			recordReader.read(text.slice(starts[column], ends[column]), 0, this.#byComma);
			if (this.#byComma.count > 1) return true;
		}
		return false;
	}
}

/**
 * The records of a text from an offset on, with commas instead of another delimiter. The text of a faulty field stays
 * as it is, so that its fault is found afterwards as well.
 */
export function* withCommas(text: string, from: number, delimiter: string): Generator<void, string> {
	const rows = new DelimitedRows(delimiter);
	const { fields } = rows;
	const parts: string[] = [];
	for (let at = from, record = 0; at < text.length; record++) {
		const next = rows.read(text, at);
		if (rows.staysAsIs(text, at, next)) parts.push(text.slice(at, next));
		else {
			for (let column = 0; column < fields.count; column++) {
				const flags = fields.flags[column] as number;
				const value = valueIn(text, fields, column);
				const isQuoted = (flags & QUOTED) !== 0;
				parts.push(column > 0 ? ',' : '', flags & FAULTY ? value : fieldText(value, isQuoted));
			}
			parts.push(text.slice(fields.end, next));
		}
		at = next;
		if (record % RECORDS_PER_STEP === 0) yield;
	}
	return parts.join('');
}

/**
 * Whether a text with commas has the records of the one with another delimiter, each with the same values and faults,
 * or unchanged where it stays as it is.
 *
 * @param from the UTF-16 offset of the header in both.
 */
export function* hasSameRows(
	before: string,
	after: string,
	from: number,
	delimiter: string,
): Generator<void, boolean> {
	const rows = new DelimitedRows(delimiter);
	const { fields } = rows;
	const now = new Fields();
	let at = from;
	let atNow = from;
	for (let record = 0; at < before.length && atNow < after.length; record++) {
		const start = at;
		const startNow = atNow;
		at = rows.read(before, start);
		if (rows.staysAsIs(before, start, at)) {
			atNow += at - start;
			if (before.slice(start, at) !== after.slice(startNow, atNow)) return false;
		} else {
			atNow = recordReader.read(after, startNow, now);
			if (now.count !== fields.count) return false;
			for (let column = 0; column < now.count; column++) {
				if (valueIn(before, fields, column) !== valueIn(after, now, column)) return false;
				const fault = (fields.flags[column] as number) & FAULTY;
				if (fault !== ((now.flags[column] as number) & FAULTY)) return false;
			}
		}
		if (record % RECORDS_PER_STEP === 0) yield;
	}
	return at >= before.length && atNow >= after.length;
}
