import { isUnseen, trimUnseen } from '../characters';
import { FAULTY } from '../csv/scan';
import { isExtension } from '../spec';
import { plural } from '../wording';
import type { Refusal } from './results';
import type { TableFile } from './rowReader';

/** What makes a file's header unusable, in sentences for people; undefined if nothing does. */
export function headerProblem({ document, layout }: TableFile): string | undefined {
	const { fileName, primaryKey, subject } = layout.table;
	const fields = document.fieldsOf(0);
	if (fields.every(({ value }) => isUnseen(value))) {
		return `${fileName} has no header. Add a first row with the column names.`;
	}
	if (fields.some(({ flags }) => flags & FAULTY)) {
		return `The header of ${fileName} has a quote in the wrong place. Fix it first.`;
	}
	return layout.keyIndex < 0
		? `${fileName} has no ${primaryKey} column, so its ${plural(2, subject)} are not known. Add the column first.`
		: undefined;
}

/** The same for a command that moves the file's ext columns. */
export function extColumnsProblem(file: TableFile): string | undefined {
	const { columns, table } = file.layout;
	const duplicate = columns.find(
		({ header, duplicateOf }) => duplicateOf !== undefined && isExtension(header),
	);
	return duplicate
		? `${trimUnseen(duplicate.header)} appears twice in the header of ${table.fileName}. Delete one of the two columns first.`
		: headerProblem(file);
}

/**
 * Refuses a command because of an open quote: an edit after it could close it, and make one value of the rows between.
 *
 * @param record 0-based; the header is record 0.
 */
export function unclosedProblem({ layout }: TableFile, record: number): Refusal {
	return {
		problem: `Row ${record + 1} of ${layout.table.fileName} opens a quote that is never closed. Close it first.`,
	};
}
