import { findElement, siblingTable, type Table } from '../../spec';
import { cleverSftpNewer } from '../../spec/sources';
import type { HeaderRule } from '../rule';

export const twinElement: HeaderRule = {
	id: 'header/twin-element',
	severity: 'information',
	tellsValue: false,
	title: 'Amplify reads an extension column instead of this one',
	why: "Clever has its own columns for Section 504 and disability. Amplify reads the extension columns, so values in Clever's columns alone do not reach its reports.",
	source: cleverSftpNewer,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,Section_504_status\n1,5,Reyes,Ana,Y\n',
		good: 'Student_id,School_id,Last_name,First_name,ext.section_504_status\n1,5,Reyes,Ana,Yes\n',
	},

	checkHeader({ layout, table }, report) {
		for (const { index, element } of layout.columns) {
			if (!element?.twin) continue;
			const { fileName } = siblingTable(table) ?? table;
			const advice = layout.indexOf(element.twin) >= 0 ? 'This file has both.' : `Add it to ${fileName}.`;
			const twin = inParentheses(element.twin, codesOf(table, element.twin));
			report(
				{
					message: `Amplify reads ${twin}, not Clever's own ${inParentheses(element.column, element.takes)}. ${advice}`,
				},
				{ column: index },
			);
		}
	},
};

/** The codes of a column for people: all of two, else one as an example. */
function codesOf(table: Table, column: string): string | undefined {
	const codes = findElement(table, column)?.optionSet?.options.map(({ code }) => code) ?? [];
	return codes.length > 2 ? `a code such as ${codes[0]}` : codes.join(' or ');
}

function inParentheses(column: string, values: string | undefined): string {
	return values ? `${column} (${values})` : column;
}
