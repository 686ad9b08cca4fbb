import { FAULTY } from '../csv/scan';
import { isExtension } from '../spec';
import type { Refusal } from './results';
import type { TableFile } from './rowReader';

/** What keeps a file's header from being relied on, in a sentence; undefined where nothing does. */
export function headerProblem({ document, layout }: TableFile): string | undefined {
	const { fileName, primaryKey } = layout.table;
	const fields = document.fieldsOf(0);
	if (fields.every(({ value }) => value.trim() === '')) return `${fileName} has no header.`;
	if (fields.some(({ flags }) => flags & FAULTY))
		return `The header of ${fileName} has a quote in the wrong place. Mend it first.`;
	return layout.keyIndex < 0
		? `${fileName} has no column ${primaryKey}, so its students cannot be told apart.`
		: undefined;
}

/** The same, for who takes the file's ext columns elsewhere. */
export function extColumnsProblem(file: TableFile): string | undefined {
	const { columns, table } = file.layout;
	const twice = columns.find(({ header, duplicateOf }) => duplicateOf !== undefined && isExtension(header));
	return twice
		? `${twice.header.trim()} stands twice in the header of ${table.fileName}. Delete one of the two columns first.`
		: headerProblem(file);
}

/** An edit behind a quote that is not closed could close it, and swallow the rows in between. */
export function unclosedProblem({ layout }: TableFile, record: number): Refusal {
	return {
		problem: `Row ${record + 1} of ${layout.table.fileName} opens a quote that is not closed. Close it first.`,
	};
}
