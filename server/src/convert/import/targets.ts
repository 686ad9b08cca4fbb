import { isExtension, students, studentsExt, type Table } from '../../spec';
import { codesOf } from './codeProposals';
import { keyColumn, type Mapping } from './mapping';
import { Translation } from './translation';

/** A column of a new file, and where its values come from. */
export interface Target {
	readonly column: string;
	/** The column of the export, from 0; undefined for a column that stays empty. */
	readonly index: number | undefined;
	readonly translation: Translation;
}

/**
 * The columns of a new file. students.csv has those that the mapping names; students_ext.csv its key, all seven
 * categories as the template has them, and then what another partner reads. `roster` as in `codesOf`.
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

/** The values of a row of a new file. */
export function valuesOf(targets: readonly Target[], record: readonly string[]): string[] {
	return targets.map(({ index, translation }) =>
		index === undefined ? '' : translation.of(record[index] ?? ''),
	);
}

/** What a mapping names and an export lacks, a sentence for each. */
export function missingColumns({ columns }: Mapping, names: readonly string[]): readonly string[] {
	return Object.entries(columns)
		.filter(([, source]) => !names.includes(source))
		.map(
			([column, source]) =>
				`columns."${column}": the export has no column "${source}". ${sameButFor(source, names)}`,
		);
}

function sameButFor(source: string, names: readonly string[]): string {
	const near = names.find((name) => name.toLowerCase() === source.toLowerCase());
	return near
		? `It has "${near}": write that.`
		: 'Write the name as the first row of the export has it, or remove the line.';
}
