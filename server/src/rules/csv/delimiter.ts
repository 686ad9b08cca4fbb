import { findElement } from '../../spec';
import { cleverSftp } from '../../spec/sources';
import type { HeaderRule } from '../rule';

const others = new Map([
	[';', 'Semicolons'],
	['\t', 'Tabs'],
	['|', 'Bars'],
]);

export const delimiter: HeaderRule = {
	id: 'csv/delimiter',
	severity: 'error',
	tellsValue: false,
	title: 'The columns are not separated by commas',
	why: 'Clever reads comma-separated files. With another separator, each row is read as one value.',
	source: cleverSftp,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id;ext.migrant_status\n1;Yes\n',
		good: 'sis_id,ext.migrant_status\n1,Yes\n',
	},

	checkHeader({ fields, text, table }, report) {
		if (fields.count !== 1) return;
		for (const [other, name] of others) {
			const parts = text.split(other);
			if (parts.length < 2 || !parts.some((part) => findElement(table, part.replaceAll('"', '')))) continue;
			report(
				{
					message: `The columns are separated by ${name.toLowerCase()}. Clever reads commas. Change them, or save the file as "CSV (comma delimited)".`,
					fixes: () => [
						{
							id: 'change-delimiter',
							title: `Change ${name} to Commas`,
							preferred: true,
							target: { kind: 'file' },
							steps: [{ kind: 'comma-delimiter', delimiter: other }],
						},
					],
				},
				{ column: 0, suppressesRest: true, hidesColumns: true },
			);
			return;
		}
	},
};
