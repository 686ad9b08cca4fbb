import { isExtension, students, studentsExt, type Table } from '../../spec';
import { codesOf } from './codeProposals';
import { keyColumn, type Mapping } from './mapping';
import { Translation } from './translation';

/** A column of a new file, and where its values come from. */
export interface Target {
	readonly column: string;
	/** The 0-based column of the export; undefined for a column that stays empty. */
	readonly index: number | undefined;
	readonly translation: Translation;
}

/**
 * Returns the columns of a new file. students.csv has those that the mapping names; students_ext.csv has the ID, all
 * seven categories in the template's order, and then the columns of other partners. `roster` as in `codesOf`.
 */
export function targetsOf(
	fileName: string,
	{ columns, codes }: Mapping,
	names: readonly string[],
	roster: Table,
): readonly Target[] {
	const target = (column: string, source = columns[column]): Target => ({
		column,
		index: source === undefined ? undefined : names.indexOf(source),
		translation: new Translation(column, codesOf(roster, column), codes?.[column]),
	});
	if (fileName === students.fileName) {
		return students.elements
			.map(({ column }) => column)
			.filter((column) => Object.hasOwn(columns, column) && !isExtension(column))
			.map((column) => target(column));
	}
	const foreign = Object.keys(columns).filter(
		(column) => isExtension(column) && !studentsExt.expected.includes(column),
	);
	return [
		target(studentsExt.primaryKey, columns[keyColumn]),
		...[...studentsExt.expected, ...foreign].map((column) => target(column)),
	];
}

/** Returns the values of a row of a new file, made from a record of the export. */
export function valuesOf(targets: readonly Target[], record: readonly string[]): string[] {
	return targets.map(({ index, translation }) =>
		index === undefined ? '' : translation.of(record[index] ?? ''),
	);
}

/** Names the columns that a mapping uses and the export does not have, each in sentences for people. */
export function missingColumns({ columns }: Mapping, names: readonly string[]): readonly string[] {
	return Object.entries(columns)
		.filter(([, source]) => !names.includes(source))
		.map(
			([column, source]) =>
				`columns."${column}": the export has no column "${source}". ${advice(source, names)}`,
		);
}

function advice(source: string, names: readonly string[]): string {
	const otherSpelling = names.find((name) => name.toLowerCase() === source.toLowerCase());
	return otherSpelling
		? `Use "${otherSpelling}".`
		: 'Use a name from the first row of the export, or remove the line.';
}
