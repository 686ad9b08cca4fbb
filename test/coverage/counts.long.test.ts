import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { FIRST_CODE } from '../../server/src/coverage/counting/blockCounts';
import { countStudents } from '../../server/src/coverage/counting/count';
import type { StudentCounts } from '../../server/src/coverage/counting/counts';
import { findElement, type Table } from '../../server/src/spec';
import { runToEnd } from '../../server/src/work/runToEnd';
import { plain } from '../csv/plain';
import { Random } from '../csv/random';
import { checkerOf } from '../support/checking';
import { fileText, row } from './district';

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
				for (const checker of Object.values(checkers)) checker.followEdits();
				const now = countSummary(runToEnd(countStudents(checkers)));
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
});
