import { isExtension, normalizeColumn, type OptionSet, students } from '../../spec';
import { isNullWord, meaningOf } from '../../spec/meaning';
import { cleverExtensionFields } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { StudentRule } from '../rule';

export const conflictingValue: StudentRule = {
	id: 'dataset/conflicting-value',
	severity: 'warning',
	title: 'The two files say different things about a student',
	why: 'Extension columns may stand in students.csv or in students_ext.csv. Where both hold one, no document says which value counts.',
	source: cleverExtensionFields,
	example: {
		table: 'students_ext.csv',
		bad: { sis_id: '1001', 'ext.migrant_status': 'Yes' },
		good: { sis_id: '1001', 'ext.migrant_status': 'No' },
		beside: 'Student_id,School_id,Last_name,First_name,ext.migrant_status\n1001,5,Reyes,Ana,No\n',
	},

	checkStudent(_id, row, { rows }, report) {
		const [first] = rows;
		if (!first) return;
		for (const { header, index, element, duplicateOf } of row.layout.columns) {
			const name = element?.column ?? normalizeColumn(header);
			if (!isExtension(name) || duplicateOf !== undefined || first.column(name) < 0) continue;
			const value = row.value(name) ?? '';
			const meaning = said(element?.optionSet, value);
			if (meaning === undefined) continue;
			const others = rows.map((other) => other.value(name) ?? '');
			const other = others.find((one) => (said(element?.optionSet, one) ?? meaning) !== meaning);
			if (other === undefined) continue;
			report(
				{
					message: `${name} is "${shown(value)}" here and "${shown(other)}" in ${students.fileName} for the same student. Make them the same.`,
					fixes: () => [setValue(`Use "${shown(other)}" as in ${students.fileName}`, index, other)],
				},
				{ column: index },
			);
		}
	},
};

/** Undefined for a value that says nothing. */
function said(set: OptionSet | undefined, value: string): string | undefined {
	if (value.trim() === '') return undefined;
	if (set) return meaningOf(set, value);
	return isNullWord(value) ? undefined : value.trim();
}
