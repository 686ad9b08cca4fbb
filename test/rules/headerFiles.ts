import { check, type Found } from '../support/checking';

export const EXT = 'students_ext.csv';
export const STUDENTS = 'students.csv';

export const seven = [
	'ext.idea_indicator',
	'ext.disability_status',
	'ext.primary_disability_type',
	'ext.section_504_status',
	'ext.economic_disadvantage_status',
	'ext.migrant_status',
	'ext.title_i',
] as const;
export const fullExt = `sis_id,${seven.join(',')}`;
export const fullStudents = 'Student_id,School_id,Last_name,First_name';

/** The findings on a header, without those on missing categories. */
export function ofHeader(table: string, header: string): Found[] {
	return check(table, `${header}\n`).filter(({ rule }) => rule !== 'header/missing-element');
}
