import { UNCLOSED } from '../../csv/scan';
import { rfc4180 } from '../../spec/sources';
import type { StructureRule } from '../rule';

export const unclosedQuote: StructureRule = {
	id: 'csv/unclosed-quote',
	severity: 'error',
	title: 'A quote is never closed',
	why: 'Every program that reads the file takes the rows below as part of this value, so those rows are lost. A value needs quotes only if it contains a comma, a quote or a line break.',
	reason: 'unreadable-rows',
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
		// Quotes inside are doubled already: a single one would have closed the value.
		const body = text.slice(start + from + 1, start + end);
		const rows = recordsLeft();
		report(
			{
				message: [
					`The quote in ${layout.nameOf(column)} is never closed`,
					...swallowed(rows, maxQuotedLines),
					'. Close it, or remove it.',
				],
				fixes: () => [
					{
						id: 'remove-quote',
						title: 'Remove the Quote',
						target: { kind: 'record' },
						steps: [{ kind: 'text', start: from, end: from + 1, text: '' }],
					},
					{
						id: 'close-quote',
						title: 'Close the Quote at the End of the Value',
						target: { kind: 'record' },
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
		? [': row ', 0, ` and at least ${most - 1} rows below it would be read as one value`]
		: [': rows ', 0, ' to ', rows - 1, ' would be read as one value'];
}
