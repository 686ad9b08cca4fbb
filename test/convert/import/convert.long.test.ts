import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unparse } from 'papaparse';
import { codesOf } from '../../../server/src/convert/understand/chosenCodes';
import { students, studentsExt, type Table } from '../../../server/src/spec';
import { converted, entered, utf8 } from './support';

/** Values that need quotes, and that a careless program would trim, split or run. */
const text = fc.string({
	unit: fc.constantFrom('a', 'É', ',', '"', '\n', ' ', ';', '0', '😀', "'", '='),
	maxLength: 6,
});
const id = fc.stringMatching(/^[A-Z0-9]([A-Z0-9 -]{0,4}[A-Z0-9])?$/);

/** A valid value of a column: a code, or any text where the column has no codes. */
function fieldOf(column: string): fc.Arbitrary<string> {
	const coded = codesOf(students, column);
	return coded ? fc.constantFrom('', ...coded.options.map(({ code }) => code)) : text;
}

interface RightFile {
	readonly header: readonly string[];
	readonly body: readonly (readonly string[])[];
}

const ownColumns = (table: Table): readonly string[] =>
	table.elements
		.map(({ column }) => column)
		.filter(
			(column) =>
				column !== table.primaryKey &&
				column !== 'Home_language_code' &&
				(table === studentsExt || !column.startsWith('ext.')),
		);

/** A right file with a row for each student, in any order of its columns. */
function rightFile(table: Table, others: readonly string[] = []): fc.Arbitrary<RightFile> {
	return fc
		.shuffledSubarray([...ownColumns(table), ...others], { minLength: 1 })
		.chain((columns) =>
			fc.shuffledSubarray([table.primaryKey, ...columns], { minLength: columns.length + 1 }),
		)
		.chain((header) => {
			const key = header.indexOf(table.primaryKey);
			const row = fc.tuple(...header.map((column, at) => (at === key ? id : fieldOf(column))));
			return fc
				.uniqueArray(row, { minLength: 1, maxLength: 8, selector: (values) => values[key] ?? '' })
				.map((body) => ({ header, body }));
		});
}

/** A record of csv-parse with its option `info`. */
interface ParsedRecord {
	readonly record: readonly string[];
	readonly info: { readonly records: number; readonly empty_lines: number };
}

/** The records of an export; undefined where a quote is never closed, as csv-parse then reads nothing. */
function parsed(source: string): readonly ParsedRecord[] | undefined {
	try {
		return parse(source, {
			relax_quotes: true,
			relax_column_count: true,
			skip_empty_lines: true,
			info: true,
			record_delimiter: ['\r\n', '\n', '\r'],
		}) as unknown as readonly ParsedRecord[];
	} catch {
		return undefined;
	}
}

/** The rows of a file as csv-parse reads them, the header first. */
function rowsOf(made: string): readonly (readonly string[])[] {
	return parse(made, { record_delimiter: ['\r\n', '\n', '\r'] });
}

describe('an import of a file that is right already', () => {
	const delimiters = fc.constantFrom(',', ';', '\t', '|');
	const files: readonly (readonly [string, Table, fc.Arbitrary<RightFile>])[] = [
		['students.csv', students, rightFile(students)],
		['students_ext.csv', studentsExt, rightFile(studentsExt)],
		[
			'students_ext.csv with columns of other partners',
			studentsExt,
			rightFile(studentsExt, ['ext.color', 'ext.el']),
		],
	];
	for (const [name, table, file] of files) {
		it(`changes nothing of ${name}`, async () => {
			await fc.assert(
				fc.asyncProperty(file, delimiters, async ({ header, body }, delimiter) => {
					const made = await entered(utf8(unparse([header, ...body], { delimiter, newline: '\n' })));
					assert.deepEqual(rowsOf(made.text(table.fileName)), [header, ...body]);
					// A text of students.csv may also feed the extension column with the same question.
					const open = made.report.open.filter(({ element }) => header.includes(element));
					assert.deepEqual(open, []);
					assert.deepEqual(made.report.problems, []);
				}),
				{ numRuns: 60 },
			);
		});
	}

	it('keeps the rows of contacts where they are', async () => {
		const contact = fc.stringMatching(/^[A-Za-z][a-z]{0,3}$/);
		const student = fc.record({ key: id, contacts: fc.uniqueArray(contact, { minLength: 1, maxLength: 5 }) });
		const all = fc
			.uniqueArray(student, { minLength: 1, maxLength: 5, selector: ({ key }) => key })
			.map((each) => each.flatMap(({ key, contacts }) => contacts.map((name) => [key, `of ${key}`, name])))
			.chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length }));
		await fc.assert(
			fc.asyncProperty(all, async (body) => {
				const header = ['Student_id', 'Last_name', 'Contact_name'];
				const { text: made, report } = await entered(unparse([header, ...body], { newline: '\n' }));
				assert.deepEqual(rowsOf(made('students.csv')), [header, ...body]);
				assert.deepEqual(report.problems, []);
			}),
			{ numRuns: 60 },
		);
	});
});

describe('an import of an export of right files', () => {
	/** How an export writes the codes: by other words that certainly mean them. */
	const coded = [...students.elements].filter(({ kind }) => kind === 'demographic');
	const written = coded.map(({ column, optionSet }) => {
		const words = (optionSet?.options ?? []).flatMap(({ code, label, meantBy = [] }) =>
			[code, label, ...meantBy].map((word) => ({ column, code, word })),
		);
		return fc.constantFrom({ column, code: '', word: '' }, ...words);
	});

	it('is the identity on codes', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(...written), { minLength: 1, maxLength: 6 }), async (rows) => {
				const header = ['key', ...coded.map(({ column }) => `of ${column}`)];
				const body = rows.map((row, index) => [String(index), ...row.map(({ word }) => word)]);
				const columns = Object.fromEntries(coded.map(({ column }) => [column, `of ${column}`]));
				const answer = await converted(unparse([header, ...body]), {
					columns: { Student_id: 'key', ...columns },
				});
				assert.ok('files' in answer);
				const found = new Map<string, readonly string[]>();
				for (const { text: made } of answer.files) {
					const [names = [], ...records] = rowsOf(made);
					for (const [at, name] of names.entries()) {
						found.set(
							name,
							records.map((record) => record[at] ?? ''),
						);
					}
				}
				for (const [at, { column }] of coded.entries()) {
					assert.deepEqual(
						found.get(column),
						rows.map((row) => row[at]?.code),
						column,
					);
				}
				assert.deepEqual(answer.report.open, []);
			}),
			{ numRuns: 100 },
		);
	});
});

describe('an import of any export', () => {
	const field = fc.oneof(
		fc.constantFrom('', ' ', '1', '2', '3', 'F', 'Male', 'W', 'Zzz', 'N/A', 'Ash, Bo', 'true', '\ufffd'),
		fc.string({
			unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', ';', '\t', '|', '=', '\u0007'),
			maxLength: 5,
		}),
	);
	const names = fc.uniqueArray(
		fc.constantFrom(
			'Student ID',
			'Gender',
			'Race',
			'Student Name',
			'White',
			'Asian',
			'Contact_name',
			'ext.x',
			'Notes',
		),
		{ minLength: 2 },
	);
	const exported = names.chain((header) =>
		fc.record({
			header: fc.constant(header),
			body: fc.array(fc.array(field, { minLength: 1, maxLength: header.length + 1 }), { maxLength: 8 }),
			isQuoted: fc.boolean(),
		}),
	);

	it('never crashes, and loses no student silently', async () => {
		await fc.assert(
			fc.asyncProperty(exported, async ({ header, body, isQuoted }) => {
				const key = header[0] ?? '';
				const plain = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\n');
				const source = isQuoted ? unparse([header, ...body], { newline: '\n' }) : plain([header, ...body]);
				const has = (name: string): boolean => header.some((each) => each === name) && name !== key;
				const columns: Record<string, string | string[]> = { Student_id: key };
				for (const name of ['Gender', 'Race', 'Contact_name', 'ext.x']) if (has(name)) columns[name] = name;
				if (has('Student Name'))
					Object.assign(columns, { Last_name: 'Student Name', First_name: 'Student Name' });
				if (has('White') && has('Asian')) columns.Race = ['White', 'Asian'];
				const answer = await converted(source, { delimiter: ',', columns });
				if ('problems' in answer) {
					assert.ok(answer.problems.length > 0);
					return;
				}
				const named = new Set(answer.report.problems.map(({ row }) => row));
				const made = answer.files.flatMap(({ text: file }) =>
					rowsOf(file)
						.slice(1)
						.map(([first]) => first),
				);
				const records = parsed(source);
				const hasQuoteFault = answer.report.problems.some(({ message }) => /quote/i.test(message));
				assert.ok(records !== undefined || hasQuoteFault, 'a quote that is never closed has a row');
				// After it, two programs may read different rows.
				if (!records || hasQuoteFault) return;
				for (const { record, info } of records.slice(1)) {
					// A character that nobody sees is no part of an ID.
					const student = record[0]?.replace(/^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu, '') ?? '';
					const isNamed = named.has(info.records + info.empty_lines);
					const isBlank = record.every((value) => /^[\s\p{Cc}]*$/u.test(value));
					if (isNamed || isBlank || answer.files.length === 0) continue;
					assert.ok(made.includes(student), JSON.stringify(student));
				}
			}),
			{ numRuns: 300 },
		);
	});
});
