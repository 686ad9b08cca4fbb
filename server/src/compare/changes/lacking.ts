import { lookalikesOf } from '../../rules/header/lookalikes';
import { categories, studentTables, type Table } from '../../spec';
import type { Steps } from '../../work/steps';
import type { LackFacts } from './changeFacts';
import type { ComparedFile } from './comparedFile';
import { type ReadSide, type SideCategory, schoolColumn } from './readSide';
import { EMPTY_VALUE } from './valueColumn';

/** Students of a step. */
const STUDENTS_PER_STEP = 1024;

type SideName = LackFacts['side'];

/**
 * The files and columns that one side has and the other lacks. The columns of a file that is missing are not listed one
 * by one.
 *
 * @param notSent the columns that the district never sends.
 */
export function* lackingIn(
	before: ReadSide,
	after: ReadSide,
	notSent: readonly string[],
): Steps<readonly LackFacts[]> {
	return [
		...(yield* lackingOn('after', after, before, notSent)),
		...(yield* lackingOn('before', before, after, notSent)),
	];
}

function* lackingOn(
	name: SideName,
	side: ReadSide,
	other: ReadSide,
	notSent: readonly string[],
): Steps<readonly LackFacts[]> {
	const twice = side.twice.filter(({ column }) => !notSent.includes(column));
	const missing = studentTables.filter((table) => fileOf(other, table) && !fileOf(side, table));
	const lost = categories.flatMap(({ column }, at) => {
		const category = other.categories[at];
		return category &&
			!side.categories[at] &&
			!notSent.includes(column) &&
			!side.twice.some((each) => each.column === column)
			? [{ column, category }]
			: [];
	});
	const facts: LackFacts[] = twice.map(({ column, file, columns }) => ({
		side: name,
		fileName: file.layout.table.fileName,
		column,
		values: 0,
		lookalikes: [],
		twice: columns,
	}));
	for (const { fileName } of missing) {
		const ofFile = lost.filter(({ category }) => category.file.layout.table.fileName === fileName);
		const values = yield* studentsWithValues(
			other,
			ofFile.map(({ category }) => category),
		);
		facts.push({ side: name, fileName, column: undefined, values, lookalikes: [] });
	}
	for (const { column, category } of lost) {
		const { table } = category.file.layout;
		if (missing.some(({ fileName }) => fileName === table.fileName)) continue;
		facts.push(lackOf(name, side, table, column, yield* studentsWithValues(other, [category])));
	}
	const main = side.main;
	const table = main?.layout.table;
	const hasNoSchools =
		table?.schoolColumn !== undefined &&
		table.fileName === other.main?.layout.table.fileName &&
		schoolColumn(main) < 0 &&
		schoolColumn(other.main) >= 0;
	if (hasNoSchools) facts.push(lackOf(name, side, table, table.schoolColumn ?? '', 0));
	return facts;
}

function lackOf(side: SideName, lacking: ReadSide, table: Table, column: string, values: number): LackFacts {
	const layout = fileOf(lacking, table)?.layout;
	const lookalikes = layout ? lookalikesOf(layout, [column]) : [];
	return { side, fileName: table.fileName, column, values, lookalikes };
}

function fileOf({ files }: ReadSide, { role }: Pick<Table, 'role'>): ComparedFile | undefined {
	return role === undefined ? undefined : files[role];
}

/** How many students have a value in one of the categories. */
function* studentsWithValues({ students }: ReadSide, columns: readonly SideCategory[]): Steps<number> {
	let count = 0;
	for (let student = 0; student < students.size; student++) {
		if (columns.some(({ values }) => values.of(student) !== EMPTY_VALUE)) count++;
		if (student % STUDENTS_PER_STEP === 0) yield student / students.size;
	}
	return count;
}
