import { isUnseen, trimUnseen } from '../../characters';
import { columnsMeantBy } from '../../spec/headerMeaning';
import { cleverSftp } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { Layout } from '../layout';
import type { HeaderRule } from '../rule';
import { lookalikesOf, maybeUnderAnotherName, renameFixes, siblingKey } from './lookalikes';

export const missingKey: HeaderRule = {
	id: 'header/missing-key',
	severity: 'error',
	tellsValue: false,
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
		if (!namesColumns(layout) && !siblingKey(layout.columns, table)) {
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
		if (key) {
			report(
				{
					message: `The ID column of ${table.fileName} is named "${shown(trimUnseen(key.header))}". Rename it to ${table.primaryKey}.`,
					fixes: () => [setValue(`Rename to ${table.primaryKey}`, key.index, table.primaryKey, true)],
				},
				{ column: key.index },
			);
			return;
		}
		const lookalikes = lookalikesOf(layout, [table.primaryKey]);
		const advice = lookalikes.length > 0 ? maybeUnderAnotherName(lookalikes) : 'Add it.';
		report(
			{
				message: `The column ${table.primaryKey} is missing, so no row can be matched with a ${table.subject}. ${advice}`,
				fixes: () => renameFixes(lookalikes),
			},
			{ column: 0, start: 0, end: text.length },
		);
	},
};

/** Whether the first row names columns: one of the table's, or mostly those of an export. */
function namesColumns({ columns }: Layout): boolean {
	const named = columns.filter(({ header }) => !isUnseen(header));
	const ofExport = named.filter(({ header }) => columnsMeantBy(header).some(({ isUsual }) => isUsual));
	return columns.some(({ element }) => element) || (named.length > 0 && ofExport.length * 2 >= named.length);
}
