import { FAULTY, MULTILINE } from '../../csv/scan';
import { rfc4180 } from '../../spec/sources';
import { plural, shown } from '../../wording';
import type { StructureRule } from '../rule';
import { isSecretColumn } from '../secretColumn';
import { rowsInValue } from './rowsInValue';

export const swallowedRows: StructureRule = {
	id: 'csv/swallowed-rows',
	severity: 'warning',
	tellsValue: false,
	title: 'A value may contain whole rows',
	why: 'A quote that should have closed in its own row was closed by a quote further down, so that the rows between are read as part of one value, and their students are lost.',
	source: rfc4180,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name\n1,5,"Reyes,Ana\n2,5,Boone",Lee\n',
		good: 'Student_id,School_id,Last_name,First_name\n1,5,"Reyes",Ana\n2,5,Boone,Lee\n',
	},

	checkStructure(record, report) {
		const { fields, layout, start } = record;
		if (!(fields.allFlags & MULTILINE)) return;
		for (let column = 0; column < fields.count; column++) {
			const flags = fields.flags[column] as number;
			const found = flags & MULTILINE && !(flags & FAULTY) ? rowsInValue(record, column) : undefined;
			if (!found) continue;
			const of = layout.columns[column];
			const isShown = found.value !== undefined && of !== undefined && !isSecretColumn(of);
			const open = (fields.starts[column] as number) - start;
			report(
				{
					message: [
						`${layout.nameOf(column)} spans ${found.lines} lines, and `,
						`${plural(found.rows, `line 2 looks like a row`, `lines 2 to ${found.rows + 1} look like rows`)} (${plural(found.rows, 'row', 'rows')} `,
						1,
						...(found.rows > 1 ? [' to ', found.rows] : []),
						`). Close its quote ${isShown ? `after "${shown(found.value)}"` : 'on its own line'}.`,
					],
					fixes: () =>
						found.repair
							? [
									{
										id: 'split-rows',
										title: `Close the Quote and Restore ${plural(found.rows, 'the Row', `${found.rows} Rows`)}`,
										target: { kind: 'record', rows: found.repair.rows },
										steps: found.repair.steps,
									},
								]
							: [],
				},
				{ column, start: open, end: open + 1 },
			);
			return;
		}
	},
};
