import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { TableFile } from '../../server/src/bulk/rowReader';
import { CsvDocument } from '../../server/src/csv/document';
import type { OffsetEdit } from '../../server/src/csv/edits/edit';
import { Layout } from '../../server/src/rules/layout';
import { type Table, tableByFileName } from '../../server/src/spec';
import type { Steps } from '../../server/src/work/steps';

/** A file in blocks so small that each scan crosses many of them. */
function fileOf(name: string, text: string): TableFile {
	const table = tableByFileName(name) as Table;
	const document = new CsvDocument(`file:///${name}`, table.languageId, 1, text, { blockSize: 64 });
	return {
		document,
		layout: new Layout(
			table,
			document.fieldsOf(0).map(({ value }) => value),
		),
	};
}

export const roster = (text: string): TableFile => fileOf('students.csv', text);
export const extension = (text: string): TableFile => fileOf('students_ext.csv', text);

/** Runs steps to their end and returns the answer, which must not be a refusal. The progress must never fall. */
export function done<T>(steps: Steps<T>): Exclude<T, { problem: string }> {
	const answer = outcome(steps);
	assert.ok(!isProblem(answer), JSON.stringify(answer));
	return answer as Exclude<T, { problem: string }>;
}

function outcome<T>(steps: Steps<T>): T {
	let last = 0;
	for (;;) {
		const { value, done: isDone } = steps.next();
		if (isDone) return value;
		assert.ok(value >= last && value <= 1, `${value} after ${last}`);
		last = value;
	}
}

export function problemOf(steps: Steps<unknown>): string {
	const answer = outcome(steps);
	assert.ok(isProblem(answer), 'there is a problem');
	return answer.problem;
}

function isProblem(answer: unknown): answer is { readonly problem: string } {
	return typeof answer === 'object' && answer !== null && 'problem' in answer;
}

/** A file's text after edits, which must be ascending and must not touch each other. */
export function editedText({ document }: TableFile, edits: readonly OffsetEdit[]): string {
	const text = document.getText();
	let now = '';
	let at = 0;
	edits.forEach(({ start, end, text: put }, index) => {
		assert.ok(start >= at && end >= start, 'ascending and apart');
		assert.ok(index === 0 || start > at, 'two that meet are one');
		now += text.slice(at, start) + put;
		at = end;
	});
	return now + text.slice(at);
}

/** The records of a text, the header first, read by csv-parse. */
export function records(text: string): string[][] {
	const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
	return parse(text, { record_delimiter: lineBreak, relax_column_count: true, skip_empty_lines: true });
}

/** The values of the ext columns of a text as "id column value", distinct and sorted, read by csv-parse. */
export function extValues(text: string | undefined, key: string): string[] {
	const [header = [], ...rows] = text ? records(text) : [];
	const id = header.indexOf(key);
	return [
		...new Set(
			rows.flatMap((row) =>
				header.flatMap((name, column) =>
					name.startsWith('ext.') && row[column] ? [`${row[id]} ${name} ${row[column]}`] : [],
				),
			),
		),
	].sort();
}

const extColumns = ['ext.idea_indicator', 'ext.title_i', 'ext.primary_disability_type', 'ext.club'];

/** Random files with quotes, line breaks in values, CRLF, repeated students, and with or without a final line break. */
function randomFile(key: string, others: readonly string[], values: readonly string[]) {
	const shape = fc.record({
		columns: fc.shuffledSubarray([...others, ...extColumns]),
		keyAt: fc.nat(8),
		lineBreak: fc.constantFrom('\n', '\r\n'),
		endsInBreak: fc.boolean(),
		rows: fc.array(fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 }), { maxLength: 12 }),
	});
	return shape.map(({ columns, keyAt, lineBreak, endsInBreak, rows }) => {
		const header = columns.toSpliced(Math.min(keyAt, columns.length), 0, key);
		const body = rows.map((random) =>
			header
				.map((name, column) => {
					const pick = random[column] as number;
					return quoted(
						name === key ? (ids[pick % ids.length] as string) : (values[pick % values.length] as string),
						pick,
					);
				})
				.join(','),
		);
		return [header.join(','), ...body].join(lineBreak) + (endsInBreak ? lineBreak : '');
	});
}

const ids = ['1', '2', '3', '4', 'a,b', '5'];

/** Quoted where RFC 4180 requires it, and sometimes where it does not. */
function quoted(value: string, random: number): string {
	return /[",\r\n]/.test(value) || (value !== '' && random % 7 === 0)
		? `"${value.replaceAll('"', '""')}"`
		: value;
}

export const randomRoster = (values: readonly string[]) =>
	randomFile('Student_id', ['School_id', 'Last_name', 'Gender'], values);
export const randomExtension = (values: readonly string[]) => randomFile('sis_id', [], values);
