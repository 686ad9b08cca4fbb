import { isUnseen, visibleText } from '../../characters';
import { isExtension, type OptionSet, students } from '../../spec';
import { isNullWord, meaningOf } from '../../spec/meaning';
import { cleverExtensionFields } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { StudentRule } from '../rule';

export const conflictingValue: StudentRule = {
	id: 'dataset/conflicting-value',
	severity: 'warning',
	tellsValue: true,
	title: 'The two files disagree about a student',
	why: 'Extension columns can be in either file. Clever uses a value from the sync, such as one in students.csv, before a value from an uploaded students_ext.csv.',
	source: cleverExtensionFields,
	example: {
		table: 'students_ext.csv',
		bad: { sis_id: '1001', 'ext.migrant_status': 'Yes' },
		good: { sis_id: '1001', 'ext.migrant_status': 'No' },
		sibling: 'Student_id,School_id,Last_name,First_name,ext.migrant_status\n1001,5,Reyes,Ana,No\n',
	},

	portableStudent: { kind: 'disagrees' },
	checkStudent(_id, row, { rows }, report) {
		const [first] = rows;
		if (!first) return;
		for (const { name, index, element, duplicateOf } of row.layout.columns) {
			if (!isExtension(name) || duplicateOf !== undefined || first.column(name) < 0) continue;
			const value = row.value(name) ?? '';
			const meaning = valueMeaning(element?.optionSet, value);
			if (meaning === undefined) continue;
			const others = rows.map((other) => other.value(name) ?? '');
			const other = others.find((one) => (valueMeaning(element?.optionSet, one) ?? meaning) !== meaning);
			if (other === undefined) continue;
			report(
				{
					message: `${name} is "${shown(value)}" here but "${shown(other)}" in ${students.fileName} for the same student. Make them the same.`,
					fixes: () => [setValue(`Use "${shown(other)}" from ${students.fileName}`, index, other)],
				},
				{ column: index },
			);
		}
	},
};

/** A value for comparison: its code in a column of codes. Undefined for an empty value or a word for it. */
function valueMeaning(set: OptionSet | undefined, value: string): string | undefined {
	if (isUnseen(value)) return undefined;
	if (set) return meaningOf(set, value);
	return isNullWord(value) ? undefined : visibleText(value);
}
