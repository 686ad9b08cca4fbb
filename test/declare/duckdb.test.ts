/** The script for DuckDB lists what the check lists, but for the fields that it leaves to it. */

import assert from 'node:assert/strict';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckdb } from '../../server/src/declare/sql/dialect';
import { sqlStatements, unsaidRules } from '../../server/src/declare/sql/script';
import {
	isFieldRule,
	keyRules,
	ruleById,
	rules,
	studentCountRules,
	studentRules,
} from '../../server/src/rules';
import { students, studentsExt, type Table } from '../../server/src/spec';
import { folder } from '../cli/support';
import { Random } from '../csv/random';
import { check, type Found } from '../support/checking';
import { csvOf, type DrawnGroup, drawGroup } from './drawnDistricts';

const GROUPS = 6;
const DISTRICTS = 50;
const unsaid = new Set(unsaidRules.map(({ id }) => id));
const counting: readonly string[] = studentCountRules.map(({ id }) => id);
const comparing: readonly string[] = [
	...keyRules.filter(({ portableKey }) => portableKey === 'disagrees'),
	...studentRules.filter(({ portableStudent }) => portableStudent?.kind === 'disagrees'),
].map(({ id }) => id);

interface Row {
	readonly rule: string;
	readonly file: string;
	readonly row: number;
	readonly column: string;
	readonly value: string;
}

/** The results of the script on a folder: the problems, and the fields that are left to the check. */
async function resultsIn(path: string): Promise<readonly [readonly Row[], readonly Row[]]> {
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	await connection.run(`SET file_search_path = '${path}'`);
	const statements = sqlStatements(duckdb);
	for (const statement of statements.slice(0, -2)) await connection.run(statement);
	const results = [];
	for (const query of statements.slice(-2)) {
		const rows = (await connection.runAndReadAll(query)).getRowObjects();
		results.push(rows.map((row) => ({ ...row, row: Number(row.row) }) as unknown as Row));
	}
	connection.closeSync();
	return [results[0] ?? [], results[1] ?? []];
}

/** What the check finds in the districts of a group, as rows of the files that hold all of them. */
function checked({ headers, districts }: DrawnGroup): readonly Row[] {
	const found: Row[] = [];
	const counts = new Map<string, number>();
	const offsets = new Map<Table, number>([students, studentsExt].map((table) => [table, 0]));
	for (const { rows } of districts) {
		const textOf = (table: Table): string => csvOf(headers.get(table) ?? [], rows.get(table) ?? []);
		for (const table of [students, studentsExt]) {
			const offset = offsets.get(table) ?? 0;
			const sibling = table === studentsExt ? textOf(students) : undefined;
			for (const { rule, record, column, message } of check(
				table,
				textOf(table),
				{},
				{ sibling },
			) as Found[]) {
				const name = headers.get(table)?.[column] ?? '';
				if (counting.includes(rule)) {
					const id = `${rule}|${table.fileName}|${name}`;
					counts.set(id, (counts.get(id) ?? 0) + Number.parseInt(message, 10));
				} else if (record > 0) {
					const value = rows.get(table)?.[record - 1]?.[column] ?? '';
					found.push({ rule, file: table.fileName, row: offset + record + 1, column: name, value });
				}
			}
			offsets.set(table, offset + (rows.get(table)?.length ?? 0));
		}
	}
	for (const [id, count] of counts) {
		const [rule = '', file = '', column = ''] = id.split('|');
		found.push({ rule, file, row: 1, column, value: String(count) });
	}
	return found;
}

const isOnField = ({ rule }: Row): boolean => {
	const found = ruleById(rule);
	return found !== undefined && isFieldRule(found);
};
const place = ({ file, row, column }: Row): string => `${file} ${row} ${column}`;
const line = (row: Row): string => `${place(row)} ${row.rule} ${JSON.stringify(row.value)}`;

describe('the script for DuckDB', () => {
	it(`lists what the check lists in ${GROUPS * DISTRICTS} random districts`, async () => {
		const random = new Random(18);
		const rulesFound = new Set<string>();
		for (let group = 0; group < GROUPS; group++) {
			const drawn = drawGroup(random, group * DISTRICTS, DISTRICTS);
			const { headers, districts } = drawn;
			const all = (table: Table) => districts.flatMap(({ rows }) => rows.get(table) ?? []);
			const header = (table: Table): readonly string[] => headers.get(table) ?? [];
			const path = folder(
				Object.fromEntries(
					[students, studentsExt].map((table) => [table.fileName, csvOf(header(table), all(table))]),
				),
			);
			const [problems, left] = await resultsIn(path);
			const expected = checked(drawn);
			const leftPlaces = new Set(left.map(place));

			// Students with a field that is left: what compares their rows in this column is left too.
			const keyOf = ({ file, row }: Row): string => {
				const table = file === students.fileName ? students : studentsExt;
				return all(table)[row - 2]?.[header(table).indexOf(table.primaryKey)] ?? '';
			};
			const leftKeys = new Set(left.map((row) => `${keyOf(row)} ${row.column}`));
			const isCompared = (row: Row): boolean =>
				!unsaid.has(row.rule) &&
				!leftPlaces.has(place(row)) &&
				!(comparing.includes(row.rule) && leftKeys.has(`${keyOf(row)} ${row.column}`));
			assert.deepEqual(
				problems.filter(isCompared).map(line).sort(),
				expected.filter(isCompared).map(line).sort(),
			);
			// None of them is on a field that is left, and all that it cannot say is on one.
			assert.deepEqual(
				problems.filter((row) => leftPlaces.has(place(row)) && isOnField(row)),
				[],
			);
			const unseen = expected.filter((row) => unsaid.has(row.rule) && isOnField(row));
			assert.deepEqual(
				unseen.filter((row) => !leftPlaces.has(place(row))),
				[],
			);
			for (const { rule } of problems) rulesFound.add(rule);
		}
		const said = rules.map(({ id }) => id).filter((id) => !unsaid.has(id));
		assert.deepEqual([...rulesFound].sort(), said.sort());
	});
});
