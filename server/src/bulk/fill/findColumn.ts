import { trimUnseen } from '../../characters';
import type { FillColumn } from '../../settings';
import { type Element, findElement, isExtension, normalizeColumn, studentTables } from '../../spec';
import { shown } from '../../wording';
import { headerProblem } from '../headerProblems';
import type { Refusal } from '../results';
import type { TableFile } from '../rowReader';

/** A column of one of the two files. */
export interface FoundColumn {
	readonly file: TableFile;
	/** 0-based; undefined for a declared column that the file does not have yet. */
	readonly index: number | undefined;
	/** The header that the file has, or will have. */
	readonly header: string;
	/** Its declaration, with the values that the district accepts; undefined for a column of another partner. */
	readonly element: Element | undefined;
}

/** Finds the column that a rule names. It is refused where that could be two columns, or none. */
export function findColumn(
	files: readonly TableFile[],
	{ column, file: fileName }: FillColumn,
): FoundColumn | Refusal {
	const wanted = files.filter(
		({ layout }) => fileName === undefined || layout.table.fileName === fileName.toLowerCase(),
	);
	if (wanted.length === 0) {
		const name = fileName === undefined || fileName === '' ? 'The file of the rule' : shown(fileName);
		return { problem: `${name} is not in this folder.` };
	}
	const problem =
		wanted.map(headerProblem).find((one) => one !== undefined) ??
		wanted.map((file) => columnTwiceProblem(file, file.layout.keyIndex)).find((one) => one !== undefined);
	if (problem !== undefined) return { problem };
	const having = wanted.filter((file) => indexIn(file, column) >= 0);
	const [file, other] = having;
	if (file && other) return { problem: `Both files have a column ${shown(column)}. Name the file, too.` };
	if (!file) return declaredColumn(wanted, column);
	const index = indexIn(file, column);
	const twice = columnTwiceProblem(file, index);
	if (twice !== undefined) return { problem: twice };
	const found = file.layout.columns[index];
	return { file, index, header: trimUnseen(found?.header ?? ''), element: found?.element };
}

/** Why a column (0-based) cannot be used: the header has it twice. Undefined if it has it once. */
export function columnTwiceProblem({ layout }: TableFile, index: number): string | undefined {
	const { columns, table } = layout;
	const header = shown(trimUnseen(columns[index]?.header ?? ''));
	return columns.some(({ duplicateOf }) => duplicateOf === index)
		? `${header} appears twice in the header of ${table.fileName}. Delete one of the two columns first.`
		: undefined;
}

/** The column of a table that the file may get. */
function declaredColumn(files: readonly TableFile[], column: string): FoundColumn | Refusal {
	// students.csv may have ext. columns, too, but where none has them they belong into the other file.
	const home = isExtension(column) ? 'extension' : 'roster';
	for (const file of files.filter(({ layout }) => layout.table.role === home)) {
		const { elements } = file.layout.table;
		const name = findElement(file.layout.table, column)?.column;
		const element = elements.find((one) => one.column === name);
		if (element) return { file, index: undefined, header: element.column, element };
	}
	const missing = studentTables.find(
		(table) =>
			table.role === home &&
			!files.some(({ layout }) => layout.table.role === home) &&
			findElement(table, column),
	);
	return {
		problem: missing
			? `${missing.fileName} is not in this folder, and ${shown(column)} belongs there. Add the file first.`
			: `No file has a column ${shown(column)}.`,
	};
}

function indexIn({ layout }: TableFile, column: string): number {
	return layout.indexOf(findElement(layout.table, column)?.column ?? normalizeColumn(column));
}
