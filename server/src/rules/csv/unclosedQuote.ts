import { closingQuoteIn, Fields, UNCLOSED } from '../../csv/scan';
import { rfc4180 } from '../../spec/sources';
import type { StructureRule } from '../rule';
import type { RecordView } from '../views';
import { closedRow, fixesOfOpenQuote } from './closedRow';
import { rowFault } from './rowFault';

export const unclosedQuote: StructureRule = {
	id: 'csv/unclosed-quote',
	severity: 'error',
	tellsValue: false,
	title: 'A quote is never closed',
	why: 'Every program that reads the file takes the rows below as part of this value, so those rows are lost. A value needs quotes only if it contains a comma, a quote or a line break.',
	source: rfc4180,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name\n1,5,"Reyes,Ana\n2,5,Boone,Lee\n',
		good: 'Student_id,School_id,Last_name,First_name\n1,5,"Reyes",Ana\n2,5,Boone,Lee\n',
	},

	checkStructure(record, report) {
		const fault = rowFault(record);
		if (fault?.flag === UNCLOSED) report(fault.problem, fault.spot);
		if (fault) return;
		const { fields, layout, start, reader } = record;
		const column = fields.flags.findIndex((flags, index) => index < fields.count && (flags & UNCLOSED) !== 0);
		if (column < 0) return;
		const from = (fields.starts[column] as number) - start;
		const end = (fields.ends[column] as number) - start;
		const ahead = record.ahead();
		const rows = rowsToQuote(record, ahead, from);
		const closed = closedRow(record, column, fields.end);
		const isCertain = closed?.fits === true && isFollowedByRow(record, ahead);
		report(
			{
				message: [
					`The quote in ${layout.nameOf(column)} is never closed`,
					...swallowed(rows, reader.maxQuotedLines),
					'. Close it, or remove it.',
				],
				fixes: () => fixesOfOpenQuote(from, closed, end, isCertain),
			},
			{ column, start: from, end: from + 1 },
		);
	},
};

/** How many rows, from the one at hand to that of the next closing quote, a program reads as one value. */
function rowsToQuote({ reader }: RecordView, ahead: string, open: number): number {
	const fields = new Fields();
	const close = closingQuoteIn(ahead, open);
	let rows = 0;
	for (let at = 0; at < ahead.length && at <= close; rows++) at = reader.skip(ahead, at, fields);
	return rows;
}

/** Whether the next row has as many values as the header, or there is none: the value then ends in its own line. */
function isFollowedByRow({ reader, layout }: RecordView, ahead: string): boolean {
	const fields = new Fields();
	const next = reader.skip(ahead, 0, fields);
	reader.read(ahead, next, fields);
	return fields.count === layout.columns.length || fields.end === next;
}

function swallowed(rows: number, most: number): readonly (string | number)[] {
	if (rows < 2) return [];
	return rows > most
		? [': row ', 0, ` and at least ${most - 1} rows below it would be read as one value`]
		: [': rows ', 0, ' to ', rows - 1, ' would be read as one value'];
}
