import { isUnseen, trimUnseen } from '../../characters';
import { isPrimaryKey, siblingTable, type Table } from '../../spec';
import { cleverSftp } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { HeaderRule } from '../rule';

export const missingKey: HeaderRule = {
	id: 'header/missing-key',
	severity: 'error',
	title: 'The ID column is missing',
	why: 'Clever matches each row by the ID in this column.',
	source: cleverSftp,
	example: {
		table: 'students_ext.csv',
		bad: 'Student_id,ext.migrant_status\n1,Yes\n',
		good: 'sis_id,ext.migrant_status\n1,Yes\n',
	},

	checkHeader({ layout, table, text }, report) {
		if (layout.keyIndex >= 0) return;
		if (!layout.columns.some(({ element }) => element) && !siblingKey(layout.columns, table)) {
			const fault = isUnseen(text)
				? 'The first row is empty'
				: 'The first row is not a header: it names no known column';
			report(
				{
					message: `${fault}. It must name the columns, including ${table.primaryKey}.`,
				},
				{ column: 0, start: 0, end: text.length, suppressesRest: true },
			);
			return;
		}
		const key = siblingKey(layout.columns, table);
		report(
			{
				message: key
					? `The ID column of ${table.fileName} is named "${shown(trimUnseen(key.header))}". Rename it to ${table.primaryKey}.`
					: `The column ${table.primaryKey} is missing, so no row can be matched with a ${table.subject}. Add it.`,
				fixes: () =>
					key ? [setValue(`Rename to ${table.primaryKey}`, key.index, table.primaryKey, true)] : [],
			},
			key ? { column: key.index } : { column: 0, start: 0, end: text.length },
		);
	},
};

/** The column with the sibling file's key, for a file that lacks its own. */
export function siblingKey<T extends { readonly header: string }>(
	columns: readonly T[],
	table: Table,
): T | undefined {
	const sibling = siblingTable(table);
	if (!sibling) return undefined;
	return columns.find(({ header }) => isPrimaryKey(sibling, header));
}
