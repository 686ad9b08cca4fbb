/** The rows of a sheet. */

import { type RawRow, UnreadableExport } from '../rawExport';
import { GENERAL, keepsZeros, numberText, unescapedText } from './cellText';
import { mergedCells } from './mergedCells';
import { parseXml, type XmlListener } from './xml';

/** What all sheets of a workbook share. */
export interface SharedParts {
	readonly strings: readonly string[];
	/** The number format of each style. */
	readonly formats: readonly string[];
	/** Whether days count from 1904. */
	readonly is1904: boolean;
}

/** The widest that a sheet of Excel can be. */
const MAX_COLUMNS = 16_384;

/** The most cells that rows may have, with the empty ones before a value: 500,000 rows of 100 columns. */
const MAX_CELLS = 50_000_000;

/** The most UTF-16 units in all cells. A text that many cells share takes its place in the new files for each of them. */
const MAX_TEXT = 200_000_000;

const UNREADABLE_FORMULA =
	'A formula has no saved result. Open the workbook in Excel, save it, and import it again.';
const ERROR_CELL = 'A cell has an error, such as #N/A.';
const TWO_VALUES = 'Two values have the same cell. Open the workbook in Excel, save it, and import it again.';
const HALF_CHARACTER = 'A cell has half of a character, which no file can have. Correct it in your SIS.';

/** Half of a pair of surrogates, without its other half. */
const HALF = /\p{Surrogate}/gu;

/** Collects the cells of a sheet as rows; `take` gets each row with a value when it is complete. */
class RowCollector implements XmlListener {
	/** Whether a filter hides rows. */
	isFiltered = false;
	#row = 0;
	#column = -1;
	#cells: string[] = [];
	#numbers: number[] = [];
	#fault: string | undefined;
	#isHidden = false;
	#type = '';
	#format = GENERAL;
	#value = '';
	#hasValue = false;
	#hasFormula = false;
	/** Whether text belongs to the value: not that of a formula, nor that of how Japanese is pronounced. */
	#isValue = false;
	#isPhonetic = false;

	constructor(
		private readonly shared: SharedParts,
		private readonly take: (row: RawRow) => void,
	) {}

	readonly open = (name: string, attribute: (name: string) => string | undefined): void => {
		if (name === 'row') {
			this.#row = Number(attribute('r') ?? this.#row + 1);
			this.#column = -1;
			[this.#cells, this.#numbers, this.#fault] = [[], [], undefined];
			this.#isHidden = isTrue(attribute('hidden'));
		} else if (name === 'c') {
			this.#column = columnOf(attribute('r')) ?? this.#column + 1;
			if (!(this.#column < MAX_COLUMNS)) throw new RangeError('column');
			this.#type = attribute('t') ?? 'n';
			this.#format = this.shared.formats[Number(attribute('s') ?? 0)] ?? GENERAL;
			[this.#value, this.#hasValue, this.#hasFormula, this.#isPhonetic] = ['', false, false, false];
		} else if (name === 'v' || name === 't') {
			this.#isValue = !this.#isPhonetic;
			this.#hasValue = true;
		} else if (name === 'f') this.#hasFormula = true;
		else if (name === 'rPh') this.#isPhonetic = true;
		else if (name === 'sheetPr') this.isFiltered = isTrue(attribute('filterMode'));
	};

	readonly text = (text: string): void => {
		if (this.#isValue) this.#value += text;
	};

	readonly close = (name: string): void => {
		if (name === 'v' || name === 't') this.#isValue = false;
		else if (name === 'rPh') this.#isPhonetic = false;
		else if (name === 'c') this.#endCell();
		else if (name === 'row' && this.#cells.length > 0) {
			const isHidden = this.#isHidden || undefined;
			this.take({
				record: this.#cells,
				row: this.#row,
				fault: this.#fault,
				numbers: this.#numbers,
				isHidden,
			});
		}
	};

	#endCell(): void {
		// A formula whose result is a text may have an empty one; any other has not been calculated.
		if (this.#hasFormula && this.#value === '' && !(this.#hasValue && this.#type === 'str'))
			this.#fault ??= UNREADABLE_FORMULA;
		if (this.#type === 'e') this.#fault ??= ERROR_CELL;
		const text = this.#whole(this.#value === '' ? '' : this.#text());
		if (text === '') return;
		while (this.#cells.length <= this.#column) this.#cells.push('');
		if (this.#cells[this.#column] !== '') this.#fault ??= TWO_VALUES;
		this.#cells[this.#column] = text;
		if (this.#type === 'n' && !keepsZeros(this.#format)) this.#numbers.push(this.#column);
	}

	/** A text as a file can have it: half of a character stays written as in the workbook, so that two IDs stay two. */
	#whole(text: string): string {
		if (text.search(HALF) < 0) return text;
		this.#fault ??= HALF_CHARACTER;
		return text.replace(HALF, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase()}_`);
	}

	#text(): string {
		const value = this.#value;
		switch (this.#type) {
			case 's': {
				if (value.trim() === '') return '';
				const text = this.shared.strings[Number(value)];
				if (text === undefined) throw new RangeError('string');
				return text;
			}
			case 'n':
				return numberText(value.trim(), this.#format, this.shared.is1904);
			case 'b':
				if (value.trim() === '') return '';
				return isTrue(value.trim()) ? 'TRUE' : 'FALSE';
			case 'd':
				return value.replace(/T00:00:00(?:\.0*)?Z?$/, '');
			default:
				return unescapedText(value);
		}
	}
}

/** Whether an attribute or a cell of true or false is true. */
export function isTrue(text: string | undefined): boolean {
	return text === '1' || text === 'true';
}

const A = 65;

/** The 0-based column of a reference such as "AB12"; undefined without a reference. */
function columnOf(reference: string | undefined): number | undefined {
	if (reference === undefined) return undefined;
	let column = 0;
	for (let at = 0; at < reference.length; at++) {
		const letter = reference.charCodeAt(at) - A;
		if (letter < 0 || letter > 25) break;
		column = column * 26 + letter + 1;
	}
	return column - 1;
}

/** Whether a sheet has a value, and whether a filter hides some of its rows. Reads no further than needed. */
export async function glanceAtSheet(
	parts: AsyncIterable<string>,
	shared: SharedParts,
): Promise<{ readonly hasRows: boolean; readonly isFiltered: boolean }> {
	let hasRows = false;
	const collector = new RowCollector(shared, () => {
		hasRows = true;
	});
	for await (const _ of parseXml(parts, collector)) if (hasRows) break;
	return { hasRows, isFiltered: collector.isFiltered };
}

/** The share of all work that reading a part is, between 0 and 1. */
export interface WorkShare {
	readonly from: number;
	readonly to: number;
}

/** Finding the merged cells takes about a quarter of the time. */
const MERGED_FOUND = 0.25;

/** Reads the rows of a sheet that have a value; `read` gives its XML, and is called twice. */
export async function* sheetRows(
	read: (progress: WorkShare) => AsyncIterable<string>,
	shared: SharedParts,
): AsyncGenerator<readonly RawRow[]> {
	const merged = await mergedCells(read({ from: 0, to: MERGED_FOUND }));
	let rows: RawRow[] = [];
	let cells = 0;
	let units = 0;
	const collector = new RowCollector(shared, (raw) => {
		const row = merged.fill(raw);
		cells += row.record.length;
		if (cells > MAX_CELLS) throw new UnreadableExport(tooManyCells);
		for (const value of row.record) units += value.length;
		if (units > MAX_TEXT) throw new UnreadableExport(tooMuchText);
		rows.push(row);
	});
	for await (const _ of parseXml(read({ from: MERGED_FOUND, to: 1 }), collector)) {
		if (rows.length === 0) continue;
		yield rows;
		rows = [];
	}
}

const tooManyCells =
	'The sheet has more than 50 million cells. Delete the columns that no student needs, and import it again.';
const tooMuchText =
	'The cells of the sheet have more than 200 million characters. Export fewer columns or one school at a time.';
