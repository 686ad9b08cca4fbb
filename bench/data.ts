/** A students.csv of any size, the same on every machine: each row follows from its number alone. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { type Checker, students } from './core';
import { firstNames, lastNames } from './names';

export interface Contents {
	readonly rows: number;
	/** Wrong codes, spread evenly from the first row on: one finding each. */
	readonly findings: number;
	/** Rows that repeat an earlier row's id and contradict it: one finding each. */
	readonly repeats?: number;
}

const COLUMNS = [
	...['School_id', 'Student_id', 'Student_number', 'State_id', 'Last_name', 'Middle_name', 'First_name'],
	...['Grade', 'Gender', 'DOB', 'Race', 'Hispanic_Latino', 'Home_language', 'Ell_status', 'Frl_status'],
	...['IEP_status', 'Student_email'],
];
const HEADER = COLUMNS.join(',');

/** The columns of codes, and what stands in them: the table is asked, as everywhere. */
export const codeColumns = students.elements.flatMap(({ column, optionSet }) =>
	optionSet && COLUMNS.includes(column)
		? [
				{
					column,
					index: COLUMNS.indexOf(column),
					codes: optionSet.options.map(({ code }) => code),
					// What somebody would mean a code by, so that it has a fix.
					wrong: optionSet.options.at(-1)?.meantBy?.[0] ?? 'Q7',
				},
			]
		: [],
);
export const GENDER = COLUMNS.indexOf('Gender');

/** The row of the nth wrong code, and where in `codeColumns` its column stands. */
export function wrongCode(nth: number, { rows, findings }: Contents): { row: number; code: number } {
	return { row: nth * Math.floor(rows / findings), code: nth % codeColumns.length };
}

/** Writes the file in pieces: the largest is more than one string should hold. */
export function writeStudents(path: string, contents: Contents): void {
	const file = openSync(path, 'w');
	writeSync(file, `${HEADER}\n`);
	for (let from = 0; from < contents.rows; from += 10_000) {
		writeSync(file, rowsOf(contents, from, Math.min(contents.rows, from + 10_000)));
	}
	closeSync(file);
}

/** Rows `from` up to `to`, of which those from `contents.rows` on stand for students of their own. */
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
		// Half the way to the next one after the row that it repeats: near rows would be a lighter task.
		const repeated = row - Math.floor(repeatEvery / 2);
		if (repeatEvery > 0 && repeated % repeatEvery === 3 && repeated < repeats * repeatEvery) {
			contradict(fields, fieldsOf(repeated));
		}
		text += fields.join(',');
		text += '\n';
	}
	return text;
}

/** Another code in one column that the earlier row has a code in: an empty field contradicts nothing. */
function contradict(fields: string[], earlier: readonly string[]): void {
	for (let column = 0; column < fields.length; column++) fields[column] = earlier[column] as string;
	const said = codeColumns.find(({ index }) => earlier[index] !== '');
	if (said) fields[said.index] = said.codes.find((code) => code !== earlier[said.index]) as string;
}

function fieldsOf(row: number): string[] {
	const random = randomFrom(row);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const number = (from: number, to: number): number => from + Math.floor(random() * (to - from));
	// Every id once, in no order: 7,919 and 9,000,000 have no divisor in common.
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
		// As in a district: most speak the first language, have the last of the statuses, and some say nothing.
		const usual = codes.length > 10 ? codes[0] : codes.at(-1);
		const one = random();
		fields[index] = (one < 0.6 ? usual : one < 0.97 ? pick(codes) : '') ?? '';
	}
	return fields;
}

function pad(number: number): string {
	return number < 10 ? `0${number}` : String(number);
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
	let state = Math.imul(seed + 1, 0x9e3779b1);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Throws unless the checker finds what was put in: else the figures would speak of another file. */
export function assertFindings(checker: Checker, { findings, repeats = 0 }: Contents): void {
	const found = checker.findings().length;
	if (found !== findings + repeats) throw new Error(`${found} findings, not ${findings + repeats}`);
}
