/** Generates a students.csv of any size. It is the same on every machine: each row depends only on its number. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { type Checker, students } from './core';
import { firstNames, lastNames } from './names';

export interface Contents {
	readonly rows: number;
	/** How many wrong codes there are, spread evenly from the first row; each gives one finding. */
	readonly findings: number;
	/** How many rows repeat the ID of an earlier row with another code; each gives one finding. */
	readonly repeats?: number;
}

const COLUMNS = [
	...['School_id', 'Student_id', 'Student_number', 'State_id', 'Last_name', 'Middle_name', 'First_name'],
	...['Grade', 'Gender', 'DOB', 'Race', 'Hispanic_Latino', 'Home_language', 'Ell_status', 'Frl_status'],
	...['IEP_status', 'Student_email'],
];
const HEADER = COLUMNS.join(',');

/** The columns of codes with their codes, taken from the declared table. */
export const codeColumns = students.elements.flatMap(({ column, optionSet }) =>
	optionSet && COLUMNS.includes(column)
		? [
				{
					column,
					index: COLUMNS.indexOf(column),
					codes: optionSet.options.map(({ code }) => code),
					// Another spelling of a code, so that the finding has a fix.
					wrong: optionSet.options.at(-1)?.meantBy?.[0] ?? 'Q7',
				},
			]
		: [],
);
export const GENDER = COLUMNS.indexOf('Gender');

/** The 0-based row of the nth wrong code, and the index of its column in `codeColumns`. */
export function wrongCode(nth: number, { rows, findings }: Contents): { row: number; code: number } {
	return { row: nth * Math.floor(rows / findings), code: nth % codeColumns.length };
}

/** Writes the file in pieces, since the largest file is too long for one string. */
export function writeStudents(path: string, contents: Contents): void {
	const file = openSync(path, 'w');
	writeSync(file, `${HEADER}\n`);
	for (let from = 0; from < contents.rows; from += 10_000) {
		writeSync(file, rowsOf(contents, from, Math.min(contents.rows, from + 10_000)));
	}
	closeSync(file);
}

/** The text of the rows from `from` to before `to`. Rows from `contents.rows` on are additional students. */
export function rowsOf(contents: Contents, from: number, to: number): string {
	const { rows, findings, repeats = 0 } = contents;
	const findingEvery = findings > 0 ? Math.floor(rows / findings) : 0;
	const repeatEvery = repeats > 0 ? Math.floor(rows / repeats) : 0;
	let text = '';
	for (let row = from; row < to; row++) {
		const fields = fieldsOf(row);
		const nth = findingEvery > 0 ? row / findingEvery : -1;
		const wrong = Number.isInteger(nth) && nth < findings ? codeColumns[nth % codeColumns.length] : undefined;
		if (wrong) fields[wrong.index] = wrong.wrong;
		// Repeats a row far above, since nearby rows would be easier to compare.
		const repeated = row - Math.floor(repeatEvery / 2);
		if (repeatEvery > 0 && repeated % repeatEvery === 3 && repeated < repeats * repeatEvery) {
			contradict(fields, fieldsOf(repeated));
		}
		text += fields.join(',');
		text += '\n';
	}
	return text;
}

/** Makes `fields` a copy of an earlier row with another code in one filled column; empty fields contradict nothing. */
function contradict(fields: string[], earlier: readonly string[]): void {
	for (let column = 0; column < fields.length; column++) fields[column] = earlier[column] as string;
	const codeColumn = codeColumns.find(({ index }) => earlier[index] !== '');
	if (codeColumn)
		fields[codeColumn.index] = codeColumn.codes.find((code) => code !== earlier[codeColumn.index]) as string;
}

function fieldsOf(row: number): string[] {
	const random = randomFrom(row);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const number = (from: number, to: number): number => from + Math.floor(random() * (to - from));
	// Each ID occurs once, in no order: 7,919 and 9,000,000 have no common divisor.
	const id = 1_000_000 + ((row * 7919) % 9_000_000);
	const first = pick(firstNames);
	const last = pick(lastNames);
	const surname = random() < 0.0002 ? `${last}é` : random() < 0.03 ? `"${last}, Jr."` : last;
	const date = `${pad(number(1, 13))}/${pad(number(1, 29))}/${number(2006, 2020)}`;
	const fields = [
		...[String(number(100, 400)), String(id), String(20_000_000 + row), String(7_700_000_000 + id)],
		...[surname, random() < 0.4 ? first.charAt(0) : '', first, pad(number(1, 13)), '', date],
		...['', '', '', '', '', ''],
		`${first}.${last}${id % 1000}@example.org`.toLowerCase(),
	];
	for (const { index, codes } of codeColumns) {
		// As in a real district: most students have the first language and the last code of each status; some have none.
		const usual = codes.length > 10 ? codes[0] : codes.at(-1);
		const chance = random();
		fields[index] = (chance < 0.6 ? usual : chance < 0.97 ? pick(codes) : '') ?? '';
	}
	return fields;
}

function pad(number: number): string {
	return number < 10 ? `0${number}` : String(number);
}

/** Returns a generator of pseudorandom numbers from 0 to below 1 (Mulberry32). */
function randomFrom(seed: number): () => number {
	let state = Math.imul(seed + 1, 0x9e3779b1);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Throws unless the checker finds exactly what was put in: otherwise the figures would be of another file. */
export function assertFindings(checker: Checker, { findings, repeats = 0 }: Contents): void {
	const count = checker.findings().length;
	if (count !== findings + repeats) throw new Error(`${count} findings, not ${findings + repeats}`);
}
