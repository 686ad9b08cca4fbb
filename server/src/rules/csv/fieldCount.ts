import { isBlankRecord } from '../../csv/blankRecord';
import { FAULTY } from '../../csv/scan';
import { rfc4180 } from '../../spec/sources';
import { countOf, plural, shown } from '../../wording';
import type { Fix } from '../fix';
import type { StructureRule } from '../rule';
import { unquotedCommas } from './unquotedComma';

export const fieldCount: StructureRule = {
	id: 'csv/field-count',
	severity: 'error',
	title: 'The row has more or fewer values than the header has columns',
	why: 'From the fault on, every value stands under the wrong column. The usual cause is a comma inside a value that is not quoted, such as Last, First.',
	source: rfc4180,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes, Jr,Ana,F\n',
		good: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,"Reyes, Jr",Ana,F\n',
	},

	checkStructure(record, report) {
		const { fields, layout, start } = record;
		const wanted = layout.columns.length;
		// Taken now: the fields are those of another record by the time somebody asks for a fix.
		const end = fields.end - start;
		if (fields.count === wanted || fields.allFlags & FAULTY || isBlankRecord(record)) return;
		if (fields.count < wanted) {
			const lacking = wanted - fields.count;
			report(
				{
					message: `The row has ${countOf(fields.count, 'value')}, and the header has ${wanted} columns. A comma is missing, or the row was cut off before ${layout.nameOf(fields.count)}.`,
					fixes: () => [
						{
							id: 'add-values',
							title: `Add ${plural(lacking, 'an empty value', `${lacking} empty values`)} at the end`,
							steps: [{ kind: 'text', start: end, end, text: ','.repeat(lacking) }],
						},
					],
				},
				{ column: fields.count - 1, start: 0, end },
			);
			return;
		}
		const commas = unquotedCommas(record.text, fields, layout);
		const [best] = commas;
		const fixes = commas.slice(0, 3).map(({ column, start: from, end: to, secret }): Fix => {
			const value = record.text.slice(from, to);
			const name = layout.nameOf(column);
			return {
				id: `quote-value:${column}`,
				title: secret ? `Quote the value of ${name}` : `Quote "${shown(value)}" as one ${name}`,
				preferred: commas.length === 1,
				steps: [{ kind: 'text', start: from - start, end: to - start, text: `"${value}"` }],
			};
		});
		if (best && commas.length === 1) {
			report(
				{
					message: `The row has ${countOf(fields.count, 'value')}, and the header has ${wanted} columns: the comma in ${layout.nameOf(best.column)} is not quoted. Put the value in quotes.`,
					fixes: () => fixes,
				},
				{ column: best.column, start: best.start - start, end: best.end - start },
			);
			return;
		}
		report(
			{
				message: `The row has ${countOf(fields.count, 'value')}, and the header has ${wanted} columns. A value with a comma in it needs quotes around it.`,
				fixes: () => fixes,
			},
			{ column: wanted, start: (fields.starts[wanted] as number) - 1 - start, end },
		);
	},
};
