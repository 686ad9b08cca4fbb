import { QUOTE_IN_FIELD } from '../../csv/scan';
import { rfc4180 } from '../../spec/sources';
import { type Fix, setValue } from '../fix';
import type { StructureRule } from '../rule';
import { isSecretColumn } from '../secretColumn';
import { textFormula } from '../textFormula';
import { rowFault } from './rowFault';

export const quoteInField: StructureRule = {
	id: 'csv/quote-in-field',
	severity: 'error',
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
					fixes: () => quotingFixes(column, value, mayHaveQuotes).slice(isId ? 1 : 0),
				},
				{ column, start: from - start, end: end - start },
			);
		}
	},
};

/** Quotes around a part of a value come in pairs; a single one may be a slip, or half of a value with a comma. */
function quotingFixes(column: number, value: string, mayHaveQuotes: boolean): readonly Fix[] {
	const isPaired = value.split('"').length % 2 === 1 && !value.startsWith('=');
	if (isPaired && mayHaveQuotes) return [setValue('Quote the Value', column, value, true)];
	return [
		setValue('Quote the Value', column, value),
		setValue(isPaired ? 'Remove the Quotes' : 'Remove the Quote', column, value.replaceAll('"', '')),
	];
}
