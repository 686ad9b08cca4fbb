import { closingQuoteIn, TEXT_AFTER_QUOTE } from '../../csv/scan';
import { rfc4180 } from '../../spec/sources';
import { type Fix, setValue } from '../fix';
import type { StructureRule } from '../rule';
import { hasQuotesAroundWords } from './quotedWords';
import { rowFault } from './rowFault';

export const textAfterQuote: StructureRule = {
	id: 'csv/text-after-quote',
	severity: 'error',
	tellsValue: false,
	title: 'Text follows a closing quote',
	why: 'A quoted value ends at its closing quote. Programs disagree about text after it: some refuse the file, others join or drop the text.',
	reason: 'unreadable-rows',
	source: rfc4180,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name\n1,5,"Reyes" Jr,Ana\n',
		good: 'Student_id,School_id,Last_name,First_name\n1,5,Reyes Jr,Ana\n',
	},

	checkStructure(record, report) {
		const { fields, layout, text, start } = record;
		const fault = rowFault(record);
		if (fault?.flag === TEXT_AFTER_QUOTE) report(fault.problem, fault.spot);
		if (fault) return;
		for (let column = 0; column < fields.count; column++) {
			if (!((fields.flags[column] as number) & TEXT_AFTER_QUOTE)) continue;
			const from = fields.starts[column] as number;
			const end = fields.ends[column] as number;
			const close = closingQuoteIn(text, from);
			const inner = text.slice(from + 1, close);
			const rest = text.slice(close + 1, end);
			report(
				{
					message: `${layout.nameOf(column)} has text after its closing quote. Put the whole value in quotes, or remove the quotes.`,
					fixes: () => fixesOf(column, inner, rest),
				},
				{ column, start: close + 1 - start, end: end - start },
			);
		}
	},
};

/**
 * The fixes of a field with text after its closing quote.
 *
 * @param inner the text between its first two single quotes.
 * @param rest the text after them.
 */
function fixesOf(column: number, inner: string, rest: string): readonly Fix[] {
	const value = inner.replaceAll('""', '"');
	// Where more quotes follow, nothing shows which of them a program has doubled.
	const plain = rest.includes('"') ? (inner + rest).replaceAll('"', '') : value + rest;
	const remove = setValue('Remove the Quotes', column, plain);
	const whole = `${value}"${rest.slice(0, -1).replaceAll('""', '"')}`;
	return rest.endsWith('"') && hasQuotesAroundWords(whole)
		? [setValue('Double the Quotes Inside', column, whole), remove]
		: [remove, setValue('Keep the Quotes as Part of the Value', column, `"${value}"${rest}`)];
}
