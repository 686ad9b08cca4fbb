/** Mistakes in the header. */

import type { Mistake, Outcome } from '../plant';
import type { FileName } from '../truth';

function header(file: FileName, column: string, wrong: string, outcome: Outcome, isOffered = true): Mistake {
	return {
		name: `${wrong} for ${column}`,
		file,
		outcome,
		isOffered,
		isInHeader: true,
		write: ({ row }) => row.map((raw) => (raw === column ? wrong : raw)).join(','),
	};
}

export const headerMistakes: readonly Mistake[] = [
	header('students.csv', 'Frl_status', 'FRL', 'fixed or listed'),
	header('students.csv', 'Race', 'Ethnicity', 'listed'),
	header('students.csv', 'Ell_status', 'LEP', 'fixed or listed'),
	header('students.csv', 'Home_language', 'Home Langauge', 'listed'),
	// Exporters in production write the names of columns with spaces.
	{ ...header('students.csv', 'Student_id', 'Student ID', 'fixed'), isHarmless: true },
	header('students_ext.csv', 'ext.migrant_status', 'migrant_status', 'fixed'),
	header('students_ext.csv', 'ext.title_i', 'ext.titel_i', 'listed'),
	header('students_ext.csv', 'sis_id', 'sis_id\u200b', 'fixed'),
];
