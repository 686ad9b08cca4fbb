import { type Element, findElement, isExtension, isPrimaryKey, studentTables, type Table } from '../../spec';
import { importCode } from '../../spec/exportValues';
import { columnsMeantBy } from '../../spec/headerMeaning';
import { type ProgressRange, type Steps, stepsIn } from '../../work/steps';
import type { Refusal } from '../results';
import type { TableFile } from '../rowReader';
import { idCandidates } from './idCandidates';
import { eachListRow, listValue, type StudentList } from './list';
import type { ListColumn, ListDescription, ProposedColumn } from './listTypes';
import { readStudentIds } from './studentIds';

/** How many values of a column are shown. */
const MAX_SAMPLES = 3;
const MAX_SAMPLE_UNITS = 40;

/** How many distinct values of a column are looked at. */
const MAX_DISTINCT = 1000;

const PROGRESS = { students: [0, 0.4], columns: [0.4, 0.6], ids: [0.6, 1] } as const satisfies Record<
	string,
	ProgressRange
>;

/** What a list has: its columns, which of them may hold the IDs of our students, and what the others may fill. */
export function* describeList(
	list: StudentList,
	identity: TableFile,
	tables: readonly Table[] = studentTables,
): Steps<ListDescription | Refusal> {
	const keys = yield* stepsIn(PROGRESS.students, readStudentIds(identity));
	if ('problem' in keys) return keys;
	const seen = list.names.map(() => ({ filled: 0, values: new Set<string>() }));
	yield* stepsIn(
		PROGRESS.columns,
		eachListRow(list, (row) => {
			for (const [index, column] of seen.entries()) {
				const value = listValue(row, index);
				if (value === '') continue;
				column.filled++;
				if (column.values.size < MAX_DISTINCT) column.values.add(value);
			}
		}),
	);
	const columns = list.names.map((name, index): ListColumn => {
		const { filled = 0, values = new Set<string>() } = seen[index] ?? {};
		const samples = [...values].slice(0, MAX_SAMPLES).map((value) => value.slice(0, MAX_SAMPLE_UNITS));
		const element = declaredElement(name, tables);
		const isSecret = element?.kind === 'secret';
		return {
			index,
			name,
			filled,
			samples: isSecret ? [] : samples,
			...(!isSecret && { proposed: proposedColumn(name, [...values], tables) }),
		};
	});
	const ids = yield* stepsIn(PROGRESS.ids, idCandidates(list, identity, keys, columns, tables));
	return {
		columns,
		rows: list.rows.length,
		unreadable: list.unreadable.length,
		warnings: list.warnings,
		ids,
	};
}

function declaredElement(name: string, tables: readonly Table[]): Element | undefined {
	return tables.map((table) => findElement(table, name)).find((element) => element !== undefined);
}

/** The column of ours that a column of a list may fill: by its name, else by values that fit one column of codes only. */
function proposedColumn(
	name: string,
	values: readonly string[],
	tables: readonly Table[],
): ProposedColumn | undefined {
	if (tables.some((table) => isPrimaryKey(table, name))) return undefined;
	const declared = declaredElement(name, tables);
	if (declared) return { column: declared.column, by: 'name' };
	const [usual, other] = columnsMeantBy(name).filter(({ isUsual }) => isUsual);
	const byName = usual && !other ? usual.column : undefined;
	if (byName !== undefined && isKey(byName, tables)) return undefined;
	if (byName !== undefined && mayFit(byName, values, tables)) return { column: byName, by: 'name' };
	const fitting = codedColumns(tables).filter(({ optionSet }) =>
		values.every((value) => optionSet && importCode(optionSet, value)),
	);
	const [only, another] = fitting;
	if (values.length > 0 && only && !another) return { column: only.column, by: 'values' };
	return byName === undefined ? undefined : { column: byName, by: 'name' };
}

/** Whether a value of a list has a meaning in a column of ours, or the column takes any text. */
function mayFit(column: string, values: readonly string[], tables: readonly Table[]): boolean {
	const set = declaredElement(column, tables)?.optionSet;
	return set === undefined || values.some((value) => importCode(set, value));
}

function isKey(column: string, tables: readonly Table[]): boolean {
	return tables.some((table) => isPrimaryKey(table, column));
}

/** Each column of codes once, though students.csv may have the ext. columns, too. */
function codedColumns(tables: readonly Table[]): readonly Element[] {
	return tables.flatMap(({ role, elements }) =>
		elements.filter(
			({ column, optionSet }) => optionSet !== undefined && isExtension(column) === (role === 'extension'),
		),
	);
}
