/** Which row of an export names its columns, and what the columns are called. */

import { isUnseen, trimUnseen } from '../../characters';
import { findElement, students, studentsExt } from '../../spec';
import { exportHeaders, headerKey } from '../../spec/exportHeaders';

/** Rows with a value, from the start of an export, among which its header is looked for. */
export const HEADER_SAMPLE = 50;

const knownKeys: ReadonlySet<string> = new Set(
	exportHeaders.flatMap(({ names, perhaps = [] }) => [...names, ...perhaps].map(headerKey)),
);

/** Whether a header is known as the name of a column, of ours or of an export. */
function isKnownHeader(header: string): boolean {
	return (
		findElement(students, header) !== undefined ||
		findElement(studentsExt, header) !== undefined ||
		knownKeys.has(headerKey(header))
	);
}

/** What the values of a row look like. */
interface Look {
	readonly filled: number;
	/** Known names of columns. */
	readonly known: number;
	/** Numbers and dates, except known names like "504". */
	readonly data: number;
}

function lookOf(record: readonly string[]): Look {
	const values = record.filter((value) => !isUnseen(value));
	return {
		filled: values.length,
		known: values.filter(isKnownHeader).length,
		data: values.filter((value) => /^[\d\s./:-]+$/.test(value) && !isKnownHeader(value)).length,
	};
}

/** The row that names the columns, by its index in a sample, and how many of its names are known. */
export interface FoundHeader {
	/** Undefined where no row names columns: the first one is data. */
	readonly index: number | undefined;
	readonly known: number;
}

/** So many values of a student may be names of columns, too, such as ELL and Hispanic; more of them are a header. */
const MOST_KNOWN_VALUES = 3;

/**
 * Finds the header among the first rows, none of them blank. A row whose values are mostly known names is the header,
 * below rows with fewer values, or below any if it has many such names; or else the first row that is at least half as
 * wide as the widest, so that a report's title is none. A row with more numbers and dates than known names is data,
 * unless `isCertain`: a person says that there is a header.
 */
export function findHeader(records: readonly (readonly string[])[], isCertain = false): FoundHeader {
	const looks = records.slice(0, HEADER_SAMPLE).map(lookOf);
	let above = 0;
	const named = looks.findIndex(({ filled, known, data }) => {
		const isBelowTitle = above < filled;
		above = Math.max(above, filled);
		return known * 2 > filled && known >= data && known > (isBelowTitle ? 1 : MOST_KNOWN_VALUES);
	});
	const widest = looks.reduce((most, { filled }) => Math.max(most, filled), 0);
	const index = named >= 0 ? named : looks.findIndex(({ filled }) => filled * 2 >= widest);
	const look = looks[index];
	if (!look || !(isCertain || look.known >= look.data)) return { index: undefined, known: 0 };
	return { index, known: look.known };
}

/**
 * Returns a name for each column, by which a mapping can refer to it: the header without outer spaces. A header that is
 * empty or repeats an earlier one gets the column's 1-based number.
 */
export function columnNames(header: readonly string[]): readonly string[] {
	const headers = new Set(header.map((cell) => trimUnseen(cell)));
	const used = new Set<string>();
	return header.map((cell, index) => {
		let name = trimUnseen(cell);
		if (name === '' || used.has(name)) {
			name = name === '' ? `Column ${index + 1}` : `${name} (column ${index + 1})`;
			while (headers.has(name) || used.has(name)) name += '*';
		}
		used.add(name);
		return name;
	});
}

/** The headers, without outer spaces, that more than one column has. */
export function repeatedNames(header: readonly string[]): readonly string[] {
	const names = header.map((cell) => trimUnseen(cell)).filter((name) => name !== '');
	const seen = new Set<string>();
	return [...new Set(names.filter((name) => seen.size === seen.add(name).size))];
}

const idKeys: ReadonlySet<string> = new Set(
	[...students.elements, ...studentsExt.elements]
		.filter(({ kind }) => kind === 'key' || kind === 'id')
		.flatMap(({ column }) => {
			const headers = exportHeaders.find((each) => each.column === column);
			return [column, ...(headers?.names ?? []), ...(headers?.perhaps ?? [])];
		})
		.map(headerKey),
);

/** Whether a header may name a column of IDs. */
export function mayNameIds(header: string): boolean {
	return idKeys.has(headerKey(header));
}
