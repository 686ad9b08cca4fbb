import { amplifyArticle } from '../../spec/sources';
import { plural } from '../../wording';
import type { Fix } from '../fix';
import type { HeaderRule } from '../rule';
import { lookalikesOf, maybeUnderAnotherName, renameFixes } from './lookalikes';

/** Adds columns at the end of every row, empty below the header. */
export function addColumnsFix(headers: readonly string[]): Fix {
	const which = plural(headers.length, `the Column ${headers[0]}`, `the ${headers.length} Missing Columns`);
	return {
		id: `add-columns:${headers.join(' ')}`,
		title: `Add ${which}`,
		target: { kind: 'file' },
		steps: [{ kind: 'append-columns', headers }],
	};
}

export const missingElement: HeaderRule = {
	id: 'header/missing-element',
	severity: 'information',
	tellsValue: false,
	title: 'A report category has no column',
	why: 'Amplify reports a category only where its column is filled. A district may leave out what it does not report.',
	reason: 'missing-category',
	source: amplifyArticle,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id,ext.migrant_status\n1,Yes\n',
		good: 'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i\n1,,,,,,Yes,\n',
	},

	checkHeader({ layout, table, text }, report) {
		const missing = layout.missing(table.expected);
		if (missing.length === 0) return;
		const lookalikes = lookalikesOf(layout, missing);
		const absent = missing.filter((name) => !lookalikes.some(({ column }) => column === name));
		const parts = [
			...(absent.length > 0
				? [
						`Not in this file: ${absent.join(', ')}. Add the columns that your district wants in Amplify's reports.`,
					]
				: []),
			...(lookalikes.length > 0 ? [maybeUnderAnotherName(lookalikes)] : []),
		];
		report(
			{
				message: parts.join(' '),
				fixes: () => [
					...renameFixes(lookalikes),
					...(absent.length > 0 ? [addColumnsFix(absent)] : []),
					...(absent.length > 1 ? absent.map((header) => addColumnsFix([header])) : []),
				],
			},
			{ column: 0, start: 0, end: text.length },
		);
	},
};
