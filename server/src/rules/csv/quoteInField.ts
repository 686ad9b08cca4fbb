import { QUOTE_IN_FIELD } from '../../csv/scan';
import { rfc4180 } from '../../spec/sources';
import { setValue } from '../fix';
import type { StructureRule } from '../rule';

export const quoteInField: StructureRule = {
	id: 'csv/quote-in-field',
	severity: 'error',
	title: 'A quote stands inside a value that is not quoted',
	why: 'A value that holds a quote must itself be quoted, with its quotes doubled. Otherwise some programs refuse the file and others shift the columns.',
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
					message: `A quote stands inside the value of ${layout.nameOf(column)}, which is not quoted. Quote the whole value; its own quotes are then doubled.`,
					fixes: () => [setValue('Quote the value', column, value, true)],
				},
				{ column, start: from - start, end: end - start },
			);
		}
	},
};
