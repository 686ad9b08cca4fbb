/** Both forms of the file that holds a column: the extension columns may stand in either. */
export function tablesOf(column: string): readonly string[] {
	return column.startsWith('ext.') ? ['students_ext.csv', 'students.csv'] : ['students.csv'];
}

/** A file with one row per raw field of a column. */
export function fileOf(table: string, column: string, fields: readonly string[]): string {
	const [header, rest] =
		table === 'students.csv' ? ['Student_id,School_id,Last_name,First_name', ',5,Reyes,Ana'] : ['sis_id', ''];
	return `${header},${column}\n${fields.map((field, index) => `${index + 1}${rest},${field}\n`).join('')}`;
}
