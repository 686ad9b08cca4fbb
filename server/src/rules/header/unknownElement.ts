import { isUnseen, trimUnseen } from '../../characters';
import { FAULTY } from '../../csv/scan';
import { bareColumnKey, isExtension, normalizeColumn, type Table } from '../../spec';
import { cleverExtensionFields } from '../../spec/sources';
import { shown } from '../../wording';
import { type Fix, setValue } from '../fix';
import type { Column } from '../layout';
import type { HeaderRule, ReportProblem } from '../rule';
import { nearest } from '../suggest';
import { siblingKey } from './missingKey';

export const unknownElement: HeaderRule = {
	id: 'header/unknown-element',
	severity: 'warning',
	title: 'The column is not known',
	why: 'Clever and Amplify ignore a column with a name that they do not use, and all its values. In students_ext.csv, every column except sis_id must start with "ext.".',
	reason: 'lookalike-column',
	source: cleverExtensionFields,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,Gendr\n1,5,Reyes,Ana,F\n',
		good: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n',
	},

	checkHeader({ layout, table, fields }, report) {
		const key = layout.keyIndex < 0 ? siblingKey(layout.columns, table) : undefined;
		for (const column of layout.columns) {
			// The rules on quotes report a name that cannot be read.
			if ((fields.flags[column.index] as number) & FAULTY) continue;
			if (column.element || column.duplicateOf !== undefined || column === key) continue;
			if (isUnseen(column.header)) nameless(column, report);
			else if (isExtension(column.header)) extension(column, table, report);
			else if (table.prefix) unprefixed(column, table, report);
			else unknown(column, table, report);
		}
	},
};

function nameless({ index }: Column, report: ReportProblem): void {
	report({ message: `Column ${index + 1} has no name. Name it, or remove the comma.` }, { column: index });
}

/** Columns with the prefix may belong to another partner of Clever: only what looks like one of Amplify's is reported. */
function extension(column: Column, table: Table, report: ReportProblem): void {
	const names = nearestNames(column.header, extensions(table));
	if (names.length === 0) return;
	report(
		{
			message: `"${shown(trimUnseen(column.header))}" is not one of Amplify's columns. ${didYouMean(names)}`,
			fixes: () => names.map((name) => rename(column, name)),
		},
		{ column: column.index },
	);
}

function unprefixed(column: Column, table: Table, report: ReportProblem): void {
	const exact = extensions(table).find((name) => bareColumnKey(name) === bareColumnKey(column.header));
	const names = exact
		? [exact]
		: [
				...nearestNames(column.header.replace(/^ext[ _-]/i, ''), extensions(table)),
				`${table.prefix}${normalizeColumn(column.header)}`,
			];
	report(
		{
			severity: 'error',
			message: `"${shown(trimUnseen(column.header))}" must start with "${table.prefix}", like every column except ${table.primaryKey}. ${exact ? `Rename it to ${exact}.` : didYouMean(names)}`,
			fixes: () => names.map((candidate) => rename(column, candidate, candidate === exact)),
		},
		{ column: column.index },
	);
}

function unknown(column: Column, table: Table, report: ReportProblem): void {
	const exact = extensions(table).find((name) => bareColumnKey(name) === bareColumnKey(column.header));
	const names = nearestNames(
		column.header,
		exact ? [exact] : table.elements.map((element) => element.column),
	);
	report(
		{
			message: `"${shown(trimUnseen(column.header))}" is not one of Clever's columns. ${names.length > 0 ? didYouMean(names) : 'Check the name.'}`,
			fixes: () => names.map((candidate) => rename(column, candidate)),
		},
		{ column: column.index },
	);
}

function extensions(table: Table): readonly string[] {
	return table.elements.map((element) => element.column).filter(isExtension);
}

/** Up to three of the names that are spelled like one, compared by their letters and digits without the prefix. */
function nearestNames(name: string, names: readonly string[]): readonly string[] {
	return nearest(bareColumnKey(name), names, (candidate) => [bareColumnKey(candidate)]);
}

function rename({ index }: Column, name: string, preferred = false): Fix {
	return setValue(`Rename to ${name}`, index, name, preferred);
}

function didYouMean(names: readonly string[]): string {
	return `Did you mean ${names.join(' or ')}?`;
}
