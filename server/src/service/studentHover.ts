import type { Position } from 'vscode-languageserver-types';
import { optionSpelled } from '../rules/suggest';
import type { Element } from '../spec';
import type { Checker } from './checker';
import { escapeMarkdown } from './markdown';
import { idAt, personOf, rowsOf } from './student';

/** One of the files, with what it says of a student. */
interface Said {
	readonly fileName: string;
	readonly valuesOf: (element: Element) => readonly string[] | undefined;
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
		(a, b) => Number(b.table.person !== undefined) - Number(a.table.person !== undefined),
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

function categoryTable(files: readonly Checker[], id: string): string {
	const said = files.map((file) => saidBy(file, id)).filter((one) => one !== undefined);
	const elements = new Map<string, Element>();
	for (const { table } of files) {
		for (const element of table.elements) {
			if (element.kind === 'demographic' && said.some(({ valuesOf }) => valuesOf(element))) {
				elements.set(element.column, element);
			}
		}
	}
	if (elements.size === 0) return '';
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [
		line(['', ...said.map(({ fileName }) => escapeMarkdown(fileName))]),
		line(['---', ...said.map(() => '---')]),
		...[...elements.values()].map((element) =>
			line([
				escapeMarkdown(element.column),
				...said.map(({ valuesOf }) => valuesOf(element)?.map(cell(element)).join(' / ') ?? '–'),
			]),
		),
	].join('\n');
}

/** The values of a student's rows in a file that has the student; a column that the file lacks has none. */
function saidBy(file: Checker, id: string): Said | undefined {
	const rows = rowsOf(file, id);
	if (rows.length === 0) return undefined;
	const valuesOf = ({ column }: Element): readonly string[] | undefined =>
		file.layout.indexOf(column) < 0
			? undefined
			: [...new Set(rows.map((row) => row.value(column) ?? '').filter((value) => value !== ''))];
	return { fileName: file.table.fileName, valuesOf };
}

/** A value with what it means, where it is a code that does not say it. */
const cell =
	({ optionSet }: Element) =>
	(value: string): string => {
		const option = optionSet && optionSpelled(optionSet, value);
		const meaning =
			option?.code === value && option.label !== value ? ` ${escapeMarkdown(option.label)}` : '';
		return `${escapeMarkdown(value)}${meaning}`;
	};
