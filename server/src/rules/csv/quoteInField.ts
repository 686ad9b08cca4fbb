import { QUOTE_IN_FIELD } from '../../csv/scan';
import { rfc4180 } from '../../spec/sources';
import { type Fix, setValue } from '../fix';
import type { StructureRule } from '../rule';
import { isSecretColumn } from '../secretColumn';
import { textFormula } from '../textFormula';
import { hasQuotesAroundWords } from './quotedWords';
import { rowFault } from './rowFault';

export const quoteInField: StructureRule = {
	id: 'csv/quote-in-field',
	severity: 'error',
	tellsValue: false,
	title: 'A value contains a quote but is not quoted',
	why: 'A value that contains a quote must itself be in quotes, with the quotes inside doubled. If it is not, some programs refuse the file and others shift the columns.',
	source: rfc4180,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name\n1,5,Reyes,Ana "Annie"\n',
		good: 'Student_id,School_id,Last_name,First_name\n1,5,Reyes,"Ana ""Annie"""\n',
	},

	checkStructure(record, report) {
		const { fields, layout, text, start } = record;
		if (!(fields.allFlags & QUOTE_IN_FIELD)) return;
		const fault = rowFault(record);
		if (fault?.flag === QUOTE_IN_FIELD) report(fault.problem, fault.spot);
		if (fault) return;
		const isAligned = fields.count === layout.columns.length;
		for (let column = 0; column < fields.count; column++) {
			if (!((fields.flags[column] as number) & QUOTE_IN_FIELD)) continue;
			const from = fields.starts[column] as number;
			const end = fields.ends[column] as number;
			const value = text.slice(from, end);
			const name = layout.nameOf(column);
			const of = layout.columns[column];
			// In a row that is shifted, the value may be a password, whatever its column.
			const isShown = isAligned && of !== undefined && !isSecretColumn(of);
			const formula = isShown ? textFormula(name, column, value) : undefined;
			const isId = of?.element?.kind === 'key' || of?.element?.kind === 'id';
			// An ID of this form is field/mangled-id.
			if (formula && isId) continue;
			const mayHaveQuotes = isAligned && !isId && !of?.element?.optionSet;
			report(
				formula ?? {
					message: `${name} contains a quote but is not quoted. Quote the whole value and double the quotes inside.`,
					fixes: () => quotingFixes(column, value, mayHaveQuotes, isId),
				},
				{ column, start: from - start, end: end - start },
			);
		}
	},
};

/** Quotes around words of a value are meant. Any other one may be a slip, or quote the value behind a space. */
function quotingFixes(column: number, value: string, mayHaveQuotes: boolean, isId: boolean): readonly Fix[] {
	const isMeant = mayHaveQuotes && !value.startsWith('=') && hasQuotesAroundWords(value);
	const quote = setValue('Quote the Value', column, value, isMeant);
	if (isMeant) return [quote];
	const isSingle = value.indexOf('"') === value.lastIndexOf('"');
	const isBehindSpace = value.trimStart().startsWith('"');
	const plain = value.replaceAll('"', '');
	return [
		...(isId || isBehindSpace ? [] : [quote]),
		setValue(
			isSingle ? 'Remove the Quote' : 'Remove the Quotes',
			column,
			isBehindSpace ? plain.trim() : plain,
		),
	];
}
