import { cleverSftp } from '../../spec/sources';
import type { Layout } from '../layout';
import type { HeaderRule } from '../rule';

/** That a 0-based column is there twice, with the way out. */
export function isAlsoColumn(layout: Layout, index: number, counting: number): string {
	return `${layout.nameOf(index)} is also column ${counting + 1}. Remove or rename one of the two.`;
}

export const duplicateElement: HeaderRule = {
	id: 'header/duplicate-element',
	severity: 'error',
	tellsValue: false,
	title: 'The column appears twice',
	why: 'No document says which of the two columns is read.',
	source: cleverSftp,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id,ext.migrant_status,ext.migrant_status\n1,Yes,No\n',
		good: 'sis_id,ext.migrant_status\n1,Yes\n',
	},

	checkHeader({ layout }, report) {
		for (const { index, duplicateOf } of layout.columns) {
			if (duplicateOf === undefined) continue;
			report({ message: isAlsoColumn(layout, index, duplicateOf) }, { column: index });
		}
	},
};
