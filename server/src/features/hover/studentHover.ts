import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import type { Element } from '../../spec';
import { optionSpelled } from '../../spec/meaning';
import { escapeMarkdown } from '../markdown';
import { idAt, personOf, rowsOfStudent } from '../students/student';

/** One of the files, with what it says of a student. */
interface Said {
	readonly fileName: string;
	/** By column, in the table's order, as Markdown; all values where the student's rows disagree. */
	readonly cells: ReadonlyMap<string, string>;
}

/**
 * Who the student at a position is, and each category as the two files say it, as Markdown; empty where there is no
 * id, or nothing to say of it.
 */
export function studentHover(checker: Checker, other: Checker | undefined, position: Position): string {
	const id = idAt(checker, position)?.field.value;
	if (id === undefined) return '';
	// The file that names the students first, from whichever one is asked.
	const files = [checker, ...(other ? [other] : [])].sort(
		(a, b) => Number(b.table.role === 'roster') - Number(a.table.role === 'roster'),
	);
	const person = personOf(files, id);
	const who = person && [
		`**${escapeMarkdown(person.name)}**`,
		person.school && `school ${escapeMarkdown(person.school)}`,
		person.grade && `grade ${escapeMarkdown(person.grade)}`,
	];
	return [who?.filter((part) => part).join(' · ') ?? '', categoryTable(files, id)]
		.filter((part) => part !== '')
		.join('\n\n');
}

/**
 * Each file with its categories side by side, since a hover has room for seven rows and not for fourteen. What both
 * have stands in one row.
 */
function categoryTable(files: readonly Checker[], id: string): string {
	const said = files.map((file) => saidBy(file, id)).filter(({ cells }) => cells.size > 0);
	if (said.length === 0) return '';
	const isShared = (column: string): boolean => said.every(({ cells }) => cells.has(column));
	const columns = said.map(({ cells }) =>
		[...cells.keys()].sort((a, b) => Number(isShared(b)) - Number(isShared(a))),
	);
	const rows = Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, row) =>
		said.flatMap(({ cells }, file) => {
			const column = columns[file]?.[row];
			return column === undefined ? ['', ''] : [escapeMarkdown(column), cells.get(column) ?? ''];
		}),
	);
	const header = said.flatMap(({ fileName }) => ['', escapeMarkdown(fileName)]);
	return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What a file says of a student; nothing where it does not have the student. */
function saidBy(file: Checker, id: string): Said {
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

/** A value with what it means, where it is a code that does not say it. */
function cell({ optionSet }: Element, value: string): string {
	const option = optionSet && optionSpelled(optionSet, value);
	const meaning = option?.code === value && option.label !== value ? ` ${escapeMarkdown(option.label)}` : '';
	return `${escapeMarkdown(value)}${meaning}`;
}
