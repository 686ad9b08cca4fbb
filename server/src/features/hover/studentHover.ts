import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import type { Element } from '../../spec';
import { optionByCode } from '../../spec/meaning';
import { codeWithLabel } from '../../wording';
import { escapeMarkdown } from '../markdown';
import { idAt, type Person, personOf, rowsOfStudent } from '../students/student';

/** The categories of a student in one of the files. */
interface FileCategories {
	readonly fileName: string;
	/** The values as Markdown by column, in the table's order; all of them where the student's rows disagree. */
	readonly cells: ReadonlyMap<string, string>;
}

/**
 * The student whose ID is at a position, with the categories as each file has them, as Markdown; empty if there is
 * no ID, or if neither file says more.
 */
export function studentHover(checker: Checker, sibling: Checker | undefined, position: Position): string {
	const id = idAt(checker, position)?.field.value;
	if (id === undefined) return '';
	// The roster comes first, whichever file the cursor is in.
	const files = [checker, ...(sibling ? [sibling] : [])].sort(
		(a, b) => Number(b.table.role === 'roster') - Number(a.table.role === 'roster'),
	);
	const person = personOf(files, id);
	return [person ? personLine(person) : '', categoryTable(files, id)]
		.filter((part) => part !== '')
		.join('\n\n');
}

/** Name, school and grade, as far as they are known. */
function personLine({ name, school, grade }: Person): string {
	return [
		`**${escapeMarkdown(name)}**`,
		school === '' ? '' : `school ${escapeMarkdown(school)}`,
		grade === '' ? '' : `grade ${escapeMarkdown(grade)}`,
	]
		.filter((part) => part !== '')
		.join(' · ');
}

/**
 * A table with the files side by side, since a hover has room for seven rows and not for fourteen. Columns that both
 * files have share a row.
 */
function categoryTable(files: readonly Checker[], id: string): string {
	const parts = files.map((file) => categoriesIn(file, id)).filter(({ cells }) => cells.size > 0);
	if (parts.length === 0) return '';
	const isShared = (column: string): boolean => parts.every(({ cells }) => cells.has(column));
	const columns = parts.map(({ cells }) =>
		[...cells.keys()].sort((a, b) => Number(isShared(b)) - Number(isShared(a))),
	);
	const rows = Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, row) =>
		parts.flatMap(({ cells }, part) => {
			const column = columns[part]?.[row];
			return column === undefined ? ['', ''] : [escapeMarkdown(column), cells.get(column) ?? ''];
		}),
	);
	const header = parts.flatMap(({ fileName }) => ['', escapeMarkdown(fileName)]);
	return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The categories of a student in a file; none if the file does not have the student. */
function categoriesIn(file: Checker, id: string): FileCategories {
	const { layout, table } = file;
	const rows = rowsOfStudent(file, id);
	const elements = table.elements.filter(
		({ kind, column }) => kind === 'demographic' && rows.length > 0 && layout.indexOf(column) >= 0,
	);
	const cells = elements.map((element): [string, string] => {
		const values = new Set(
			rows.map((row) => row.value(element.column) ?? '').filter((value) => value !== ''),
		);
		return [element.column, [...values].map((value) => cell(element, value)).join(' / ')];
	});
	return { fileName: table.fileName, cells: new Map(cells) };
}

/** A value, with its label where it is a code and the label says more. */
function cell({ optionSet }: Element, value: string): string {
	const option = optionSet && optionByCode(optionSet, value);
	return escapeMarkdown(option?.code === value ? codeWithLabel(option) : value);
}
