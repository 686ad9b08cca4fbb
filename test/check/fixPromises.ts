/** What every fix promises, as csv-parse reads the file after it. */
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { fixAllEdits } from '../../server/src/check/fixes/fixAll';
import { fixesOf, isFixable, offsetEditsOf, preferredFixOf } from '../../server/src/check/fixes/fixEdits';
import type { Checker } from '../../server/src/check/live/checker';
import { CsvDocument } from '../../server/src/csv/document';
import { firstLineBreak } from '../../server/src/csv/lineBreaks';
import type { Fix } from '../../server/src/rules/fix';
import { students, studentsExt, type Table } from '../../server/src/spec';
import type { Random } from '../csv/random';
import { applied, checkerOf } from '../support/checking';
import { fileText } from '../support/messyFiles';

type Rows = readonly (readonly string[])[];

/** Values whose commas, quotes, spaces or characters are wrong. */
const BROKEN = [
	'"Reyes',
	'Reyes"',
	'Reyes, Jr',
	'Ann, Lee, X',
	' "1"',
	' "Bo, Jr"',
	'="00123"',
	'"a" b',
	'a "b" c',
	'"a \\"b\\" c"',
	'"x\n2,5,Boone"',
	'Fem\u200bale',
	'\ufeff1',
	'\u00a01\u00a0',
	'１２',
	'F ',
	' ',
	'""',
	'"""',
	'Mu\u00c3\u00b1oz',
	'\ufffd',
	'null',
	'',
];

/** Rows of a good file with some broken values in them. */
function brokenText(random: Random, table: Table): string {
	const header =
		table === students
			? 'Student_id,School_id,Last_name,First_name,Gender,Race,IEP_status'
			: 'sis_id,ext.title_i,ext.migrant_status,ext.primary_disability_type';
	const good = table === students ? ['7', '5', 'Boone', 'Lee', 'F', 'W', 'N'] : ['7', 'Yes', 'No', 'AUT'];
	const lineBreak = random.pick(['\n', '\n', '\r\n', '\r']);
	const lines = Array.from({ length: 1 + random.below(7) }, (_, id) =>
		good
			.with(0, random.pick([`${id}`, ` ${id}`, `0${id}`, '"8"']))
			.map((value) => (random.chance(0.12) ? random.pick(BROKEN) : value))
			.join(','),
	);
	return [header, ...lines, ...(random.chance(0.7) ? [''] : [])].join(lineBreak);
}

const rosterText = (random: Random): string =>
	`Student_id,School_id,Last_name,First_name\n${Array.from({ length: random.below(6) }, (_, id) => `${random.pick(['', '0'])}${id},5,A,B\n`).join('')}`;

/** A file, and the roster that its IDs are compared with. */
export interface BrokenFile {
	/** The name of its table. */
	readonly fileName: string;
	readonly text: string;
	readonly sibling: string | undefined;
}

/** Draws a file with faults of every kind. */
export function drawBrokenFile(random: Random): BrokenFile {
	const table = random.pick([students, studentsExt]);
	const text = random.chance(0.5) ? brokenText(random, table) : fileText(random, { table, rows: 8 }).text;
	return {
		fileName: table.fileName,
		text,
		sibling: table === studentsExt && random.chance(0.7) ? rosterText(random) : undefined,
	};
}

function checkedFile({ fileName, sibling }: BrokenFile, text: string): Checker {
	const checker = checkerOf(fileName, text, {}, { sibling });
	checker.run();
	return checker;
}

/** The records as the editor reads them. */
function recordsOf(text: string): Rows {
	const document = new CsvDocument('file:///a.csv', '', 1, text);
	document.readAll();
	return Array.from({ length: document.recordCount }, (_, record) =>
		document.fieldsOf(record).map(({ value }) => value),
	);
}

/** The records as csv-parse reads them; undefined for a text that it refuses. */
function parsed(text: string): Rows | undefined {
	const record_delimiter = firstLineBreak(text) ?? '\n';
	try {
		return parse(text, { relax_quotes: true, relax_column_count: true, bom: true, record_delimiter }) as Rows;
	} catch {
		return undefined;
	}
}

const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The records that a fix promises; undefined for one that promises no values. */
function promised(before: Rows, record: number, { target, steps }: Fix): Rows | undefined {
	if (target.kind === 'record' && target.rows) return before.toSpliced(record, 1, ...target.rows);
	let values = before[record] ?? [];
	for (const step of steps) {
		if (step.kind !== 'value') return undefined;
		values = values.with(step.column, step.value);
	}
	return before.with(record, values);
}

/** The number of errors that single rows have in their values, commas and quotes. */
function rowErrors(checker: Checker): number {
	return checker
		.findings()
		.filter(
			({ rule, severity, record }) => severity === 'error' && record > 0 && /^(csv|field)\//.test(rule.id),
		).length;
}

/** How often there was something to promise. */
export interface Promises {
	readonly fixes: number;
	/** Those of them whose file csv-parse reads as the editor does. */
	readonly sound: number;
}

/** Asserts that every fix that is offered changes what it promises and nothing else. */
export function assertFixesKeepPromises(file: BrokenFile): Promises {
	const { text } = file;
	let fixes = 0;
	let sound = 0;
	const checker = checkedFile(file, text);
	const before = recordsOf(text);
	const isSound = isEqual(parsed(text), before);
	for (const finding of checker.findings()) {
		for (const fix of fixesOf(checker, finding)) {
			const after = applied(text, offsetEditsOf(checker.document, finding.record, fix));
			const context = JSON.stringify([text, after, fix.id]);
			fixes++;
			if (fix.target.kind === 'file') continue;
			const expected = promised(before, finding.record, fix);
			const records = recordsOf(after);
			if (expected) assert.ok(isEqual(records, expected), context);
			else {
				assert.equal(records.length, before.length, context);
				const others = (rows: Rows): Rows => rows.toSpliced(finding.record, 1);
				assert.ok(isEqual(others(records), others(before)), context);
			}
			if (!isSound || !expected) continue;
			sound++;
			assert.ok(isEqual(parsed(after), expected), context);
		}
	}
	return { fixes, sound };
}

/** Asserts that no preferred fix leaves a new error that needs a decision. Returns how many there are. */
export function assertPreferredAddNoError(file: BrokenFile): number {
	let preferred = 0;
	const checker = checkedFile(file, file.text);
	const before = rowErrors(checker);
	for (const finding of checker.findings()) {
		const fix = preferredFixOf(checker, finding);
		if (!fix || finding.record === 0) continue;
		preferred++;
		const after = checkedFile(file, applied(file.text, offsetEditsOf(checker.document, finding.record, fix)));
		const left = after.findings().filter((one) => isFixable(after, one) && one.severity === 'error').length;
		assert.ok(rowErrors(after) - left <= before, JSON.stringify([file.text, fix.id]));
	}
	return preferred;
}

/** Asserts that *Fix All* leaves nothing to a second run, and no more errors than before. Returns whether it did a thing. */
export function assertFixAllIsDone(file: BrokenFile): boolean {
	const checker = checkedFile(file, file.text);
	const header = recordsOf(file.text)[0];
	const edits = fixAllEdits(checker);
	const after = applied(file.text, edits);
	const then = checkedFile(file, after);
	const context = JSON.stringify([file.text, after, file.sibling]);
	assert.deepEqual(fixAllEdits(then), [], context);
	const fixable = then.findings().filter((finding) => preferredFixOf(then, finding));
	assert.equal(fixable.length, 0, context);
	if (isEqual(recordsOf(after)[0], header)) assert.ok(rowErrors(then) <= rowErrors(checker), context);
	return edits.length > 0;
}

/** Asserts that *Fix All* moves no record, and changes no field whose record has nothing to fix. */
export function assertFixAllMovesNothing(file: BrokenFile): void {
	const checker = checkedFile(file, file.text);
	const edits = fixAllEdits(checker);
	const before = recordsOf(file.text);
	const touched = new Set<number>();
	for (const { start, end } of edits) {
		const last = checker.document.recordAt(Math.max(start, end - 1));
		for (let record = checker.document.recordAt(start); record <= last; record++) touched.add(record);
	}
	const untouched = before.filter((_, record) => !touched.has(record)).map((row) => JSON.stringify(row));
	const after = recordsOf(applied(file.text, edits)).map((row) => JSON.stringify(row));
	let at = 0;
	for (const row of untouched) {
		at = after.indexOf(row, at) + 1;
		assert.ok(at > 0, JSON.stringify([file.text, row]));
	}
}
