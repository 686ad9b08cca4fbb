import { QUOTE_IN_FIELD } from '../../csv/scan';
import { rfc4180 } from '../../spec/sources';
import { setValue } from '../fix';
import type { StructureRule } from '../rule';

export const quoteInField: StructureRule = {
	id: 'csv/quote-in-field',
	severity: 'error',
	title: 'A value contains a quote but is not quoted',
	why: 'A value that contains a quote must itself be in quotes, with the quotes inside doubled. If it is not, some programs refuse the file and others shift the columns.',
	reason: 'unreadable-rows',
	source: rfc4180,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name\n1,5,Reyes,Ana "Annie"\n',
		good: 'Student_id,School_id,Last_name,First_name\n1,5,Reyes,"Ana ""Annie"""\n',
	},

	checkStructure({ fields, layout, text, start }, report) {
		for (let column = 0; column < fields.count; column++) {
			if (!((fields.flags[column] as number) & QUOTE_IN_FIELD)) continue;
			const from = fields.starts[column] as number;
			const end = fields.ends[column] as number;
			const value = text.slice(from, end);
			report(
				{
					message: `${layout.nameOf(column)} contains a quote but is not quoted. Quote the whole value and double the quotes inside.`,
					fixes: () => [setValue('Quote the Value', column, value, true)],
				},
				{ column, start: from - start, end: end - start },
			);
		}
	},
};
