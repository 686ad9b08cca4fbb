import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { columnCoverage } from '../../server/src/coverage/columnCoverage';
import { FIRST_CODE } from '../../server/src/coverage/counting/blockCounts';
import { countStudents } from '../../server/src/coverage/counting/count';
import type { CountedFiles, StudentCounts } from '../../server/src/coverage/counting/counts';
import { findElement, type Table } from '../../server/src/spec';
import { genderCodes } from '../../server/src/spec/optionSets/gender';
import { plain } from '../csv/plain';
import { Random } from '../csv/random';
import { checkerOf } from '../support/checking';
import { fileText, row } from './district';

function counted(files: CountedFiles): StudentCounts {
	const steps = countStudents(files);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

type Rows = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The first row of each student, by csv-parse; undefined for a text that it refuses. */
function readPlainly(
	table: Table,
	text: string,
): { readonly rows: Rows; readonly names: string[] } | undefined {
	let records: string[][];
	try {
		records = parse(text, { relax_column_count: true, record_delimiter: '\n' });
	} catch {
		return undefined;
	}
	const names = (records[0] ?? []).map((header) => findElement(table, header)?.column ?? header);
	const rows = new Map<string, ReadonlyMap<string, string>>();
	for (const record of records.slice(1)) {
		const key = record[names.indexOf(table.primaryKey)];
		if (record.length !== names.length || !key || rows.has(key)) continue;
		rows.set(key, new Map(names.map((name, at) => [name, record[at] as string])));
	}
	return { rows, names };
}

/** The counts in the form that this test compares. */
function countSummary({ students, columns, schools }: StudentCounts) {
	return {
		students,
		schools: Object.fromEntries(
			(schools ?? []).filter((school) => school.students > 0).map((school) => [school.id, school.students]),
		),
		columns: Object.fromEntries(
			columns.map(({ element, students: all, bySchool }) => [
				element.column,
				{
					empty: all[0],
					notCodes: all[1],
					codes: Object.fromEntries(
						element.optionSet.options.map(({ code }, at) => [code, all[FIRST_CODE + at]]),
					),
					filled: Object.fromEntries(
						(schools ?? [])
							.map(({ id, students: size }, at) => [id, size, size - (bySchool[at]?.[0] ?? 0)] as const)
							.filter(([, size]) => size > 0)
							.map(([id, , filled]) => [id, filled]),
					),
				},
			]),
		),
	};
}

function plainly(
	tables: readonly { readonly table: Table; readonly rows: Rows; readonly names: string[] }[],
) {
	const [main, joined] = tables;
	assert.ok(main);
	const columns: Record<string, unknown> = {};
	const schoolOf = (id: string): string => main.rows.get(id)?.get('School_id') ?? '';
	const schools: Record<string, number> = {};
	for (const id of main.rows.keys()) schools[schoolOf(id)] = (schools[schoolOf(id)] ?? 0) + 1;
	for (const { table, rows, names } of [main, ...(joined ? [joined] : [])]) {
		for (const { column, optionSet } of table.elements) {
			if (!optionSet || !names.includes(column) || column in columns) continue;
			const values = [...main.rows.keys()].map((id) => rows.get(id)?.get(column) ?? '');
			const filled: Record<string, number> = Object.fromEntries(Object.keys(schools).map((id) => [id, 0]));
			for (const id of main.rows.keys()) if (rows.get(id)?.get(column)) filled[schoolOf(id)]!++;
			const codes = Object.fromEntries(
				optionSet.options.map(({ code }) => [code, values.filter((value) => value === code).length]),
			);
			const empty = values.filter((value) => value === '').length;
			const known = Object.values(codes).reduce((sum, each) => sum + each, 0);
			columns[column] = { empty, notCodes: values.length - empty - known, codes, filled };
		}
	}
	return { students: main.rows.size, schools, columns };
}

describe('the counts of the coverage report', () => {
	it('are those of a plain count by csv-parse, after random edits', () => {
		let compared = 0;
		for (let seed = 0; seed < 60; seed++) {
			const random = new Random(seed);
			const options = { blockSize: 40 + random.below(400) };
			const checkers = {
				roster: checkerOf('students.csv', fileText(random, 'roster', 40), {}, options),
				extension: checkerOf('students_ext.csv', fileText(random, 'extension', 40), {}, options),
			};
			for (let round = 0; round < 12; round++) {
				const file = random.pick(['roster', 'extension'] as const);
				const { document } = checkers[file];
				if (round > 0) {
					const text = document.getText();
					const start = text.indexOf('\n') + 1 + random.below(text.length);
					const end = Math.min(text.length, start + random.below(30));
					const range = { start: plain.positionAt(text, start), end: plain.positionAt(text, end) };
					const put = random.pick([`\n${row(random, file, 40)}\n`, 'Y', ',', '', '77101', '"', '\n']);
					document.update([{ range, text: put }], round + 1);
				}
				for (const checker of Object.values(checkers)) checker.sync();
				const now = countSummary(counted(checkers));
				const read = Object.values(checkers).map((checker) => {
					const rows = readPlainly(checker.table, checker.document.getText());
					return rows && { table: checker.table, ...rows };
				});
				if (read.some((one) => one === undefined)) continue;
				assert.deepEqual(
					now,
					plainly(read.filter((one) => one !== undefined)),
					`seed ${seed} round ${round}`,
				);
				compared++;
			}
		}
		assert.ok(compared > 200, `${compared}`);
	});

	it('read no block again that an edit left unchanged', () => {
		const text = `Student_id,Gender\n${Array.from({ length: 5000 }, (_, at) => `${10_000 + at},F`).join('\n')}\n`;
		const checker = checkerOf('students.csv', text);
		checker.sync();
		assert.equal(counted({ roster: checker }).students, 5000);
		const { blocks } = checker.document;
		// Notes every block whose text is read again.
		const asked = new Set<unknown>();
		for (const block of blocks) {
			const { text: held } = block;
			Object.defineProperty(block, 'text', {
				get: () => {
					asked.add(block);
					return held;
				},
			});
		}
		const middle = { line: 2500, character: 0 };
		checker.document.update([{ range: { start: middle, end: middle }, text: 'x,M\n' }], 2);
		checker.sync();
		asked.clear();
		assert.equal(counted({ roster: checker }).students, 5001);
		assert.equal(asked.size, 0);
	});

	it('count a student with several rows once, by the first row', () => {
		const checker = checkerOf('students.csv', 'Student_id,School_id,Gender\n1,5,F\n1,6,M\n"1",5,M\n2,5,\n');
		checker.sync();
		const { students, columns, schools } = counted({ roster: checker });
		assert.equal(students, 2);
		assert.deepEqual(schools, [
			{ id: '5', students: 2 },
			{ id: '6', students: 0 },
		]);
		const ofCodes = genderCodes.options.map(({ code }) => (code === 'F' ? 1 : 0));
		assert.deepEqual(columns[0]?.students.slice(0, FIRST_CODE + ofCodes.length), [1, 0, ...ofCodes]);
	});

	it('are those of the extension file where there is no roster', () => {
		const checker = checkerOf('students_ext.csv', 'sis_id,ext.title_i\n1,Yes\n2,\n3,Ja\n');
		checker.sync();
		const counts = counted({ extension: checker });
		assert.equal(counts.schools, undefined);
		assert.deepEqual(columnCoverage(counts, 'ext.title_i'), {
			students: 3,
			filled: 2,
			codes: [{ code: 'Yes', label: 'Yes', students: 1 }],
			notCodes: 1,
			empty: 1,
		});
	});

	it('use the column of the roster where both files have it', () => {
		const roster = checkerOf('students.csv', 'Student_id,ext.title_i\n1,Yes\n2,\n');
		const extension = checkerOf('students_ext.csv', 'sis_id,ext.title_i\n1,No\n2,No\n9,No\n');
		roster.sync();
		extension.sync();
		const { columns } = counted({ roster, extension });
		assert.equal(columns.length, 1);
		assert.equal(columns[0]?.fileName, 'students.csv');
		assert.equal(columns[0]?.students[0], 1);
	});

	it('are 0 where there is no student ID column', () => {
		const checker = checkerOf('students.csv', 'Last_name,Gender\nReyes,F\n');
		checker.sync();
		assert.equal(counted({ roster: checker }).students, 0);
	});
});
