import { UNCLOSED } from '../../csv/scan';
import { rfc4180 } from '../../spec/sources';
import type { StructureRule } from '../rule';

export const unclosedQuote: StructureRule = {
	id: 'csv/unclosed-quote',
	severity: 'error',
	title: 'A quote opens the field and nothing closes it',
	why: 'Every program that reads the file takes the rows below as part of this one field, so those students are lost. Quotes are only needed around a value with a comma in it.',
	source: rfc4180,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name\n1,5,"Reyes,Ana\n2,5,Boone,Lee\n',
		good: 'Student_id,School_id,Last_name,First_name\n1,5,"Reyes",Ana\n2,5,Boone,Lee\n',
	},

	checkStructure({ fields, layout, text, start, recordsLeft, maxQuotedLines }, report) {
		const column = fields.flags.findIndex((flags, index) => index < fields.count && (flags & UNCLOSED) !== 0);
		if (column < 0) return;
		const from = (fields.starts[column] as number) - start;
		const end = (fields.ends[column] as number) - start;
		// Its own quotes are doubled already, or one of them would have closed it.
		const body = text.slice(start + from + 1, start + end);
		const rows = recordsLeft();
		report(
			{
				message: [
					`This quote in ${layout.nameOf(column)} is never closed`,
					...swallowed(rows, maxQuotedLines),
					'. Close it, or delete it.',
				],
				fixes: () => [
					{
						id: 'delete-quote',
						title: 'Delete the quote',
						steps: [{ kind: 'text', start: from, end: from + 1, text: '' }],
					},
					{
						id: 'close-quote',
						title: 'Close the quote at the end of the field',
						steps: [{ kind: 'text', start: from, end, text: `"${body}"` }],
					},
				],
			},
			{ column, start: from, end: from + 1 },
		);
	},
};

function swallowed(rows: number, most: number): readonly (string | number)[] {
	if (rows < 2) return [];
	return rows > most
		? [': row ', 0, ` and at least ${most - 1} rows below it would be read as one field`]
		: [': rows ', 0, ' to ', rows - 1, ' would be read as one field'];
}
