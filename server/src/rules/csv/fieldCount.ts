import { isBlankRecord } from '../../csv/blankRecord';
import { FAULTY } from '../../csv/scan';
import { rfc4180 } from '../../spec/sources';
import { countOf, formatNumber, plural, shown } from '../../wording';
import type { Fix } from '../fix';
import type { StructureRule } from '../rule';
import { sameStudentCommas } from './sameStudentCommas';
import { spacedCommas } from './spacedCommas';
import { unquotedCommas } from './unquotedComma';

export const fieldCount: StructureRule = {
	id: 'csv/field-count',
	severity: 'error',
	tellsValue: false,
	title: 'The row has too many or too few values',
	why: 'After the mistake, every value is under the wrong column. The usual cause is a comma in a value without quotes, such as Last, First.',
	reason: 'unreadable-rows',
	source: rfc4180,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes, Jr,Ana,F\n',
		good: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,"Reyes, Jr",Ana,F\n',
	},

	checkStructure(record, report) {
		const { fields, layout, reader, start } = record;
		const wanted = layout.columns.length;
		// Copied, since `fields` holds another record by the time the fixes are requested.
		const end = fields.end - start;
		if (fields.count === wanted || fields.allFlags & FAULTY || isBlankRecord(record)) return;
		const counts = `This row has ${countOf(fields.count, 'value')} for ${countOf(wanted, 'column')}`;
		if (fields.count < wanted) {
			const lacking = wanted - fields.count;
			report(
				{
					message: `${counts}. A comma is missing, or the row was cut off before ${layout.nameOf(fields.count)}.`,
					fixes: () => [
						{
							id: 'add-values',
							title: `Add ${plural(lacking, 'an Empty Value', `${formatNumber(lacking)} Empty Values`)} at the End`,
							target: { kind: 'record' },
							steps: [{ kind: 'text', start: end, end, text: ','.repeat(lacking) }],
						},
					],
				},
				{ column: fields.count - 1, start: 0, end },
			);
			return;
		}
		const cutRow = spacedCommas(record.text, fields, layout);
		const [firstCut] = cutRow?.cut ?? [];
		if (cutRow && firstCut) {
			const { cut, values, hasEscapes } = cutRow;
			const names = cut.map(({ column }) => layout.nameOf(column));
			const listed = [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
			const fix: Fix = {
				id: 'quote-values',
				title: hasEscapes
					? `Remove the ${plural(cut.length, 'Backslash and Quote the Value', 'Backslashes and Quote the Values')}`
					: `Quote ${formatNumber(cut.length)} Values That Contain a Comma`,
				preferred: true,
				target: { kind: 'record', rows: [values] },
				steps: cut.map(({ column, start: from, end: to }) => ({
					kind: 'text',
					start: from - start,
					end: to - start,
					text: `"${values[column]}"`,
				})),
			};
			report(
				{
					message: hasEscapes
						? `${counts}: a backslash before a comma in ${listed} has no meaning in a CSV file. Use quotes instead.`
						: `${counts}: ${listed} have a comma but no quotes. Put the values in quotes.`,
					fixes: () => [fix],
				},
				{ column: firstCut.column, start: firstCut.start - start, end: firstCut.end - start },
			);
			return;
		}
		const commas = unquotedCommas(record.text, fields, layout);
		const [best] = commas;
		const hasEscapes = record.text.slice(start, fields.end).includes('\\,');
		const isCertain =
			!hasEscapes && commas.length === 1 && (best?.spaces === true || fields.count === wanted + 1);
		const fixes = commas.slice(0, 3).map(({ column, start: from, end: to, secret }): Fix => {
			const value = record.text.slice(from, to);
			const name = layout.nameOf(column);
			return {
				id: `quote-value:${column}`,
				title: secret ? `Quote the Value of ${name}` : `Quote "${shown(value)}" as One ${name}`,
				preferred: isCertain,
				target: { kind: 'record' },
				steps: [{ kind: 'text', start: from - start, end: to - start, text: `"${value}"` }],
			};
		});
		if (best && isCertain) {
			report(
				{
					message: `${counts}: ${layout.nameOf(best.column)} has a comma but no quotes. Put the value in quotes.`,
					fixes: () => fixes,
				},
				{ column: best.column, start: best.start - start, end: best.end - start },
			);
			return;
		}
		const row = record.text.slice(start, fields.end);
		report(
			{
				message: `${counts}. If a value contains a comma, put the value in quotes.`,
				fixes: (view) => [...sameStudentCommas(row, reader, layout, view), ...fixes],
			},
			{ column: wanted, start: (fields.starts[wanted] as number) - 1 - start, end },
		);
	},
};
