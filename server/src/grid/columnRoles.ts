import type { Column } from '../rules/layout';
import { bareColumnKey, referencedTable, type Table } from '../spec';
import type { GridColumnRole } from './gridTypes';

/** Returns what each column of a file is for, by what the tables declare. */
export function roleOf(table: Table): (column: Column) => GridColumnRole {
	const roles = new Map<string, GridColumnRole>();
	const declare = (column: string | undefined, role: GridColumnRole): void => {
		if (column !== undefined) roles.set(bareColumnKey(column), role);
	};
	// An extension file may have the names in columns of a district's own, such as ext.last_name.
	const person = table.person ?? referencedTable(table)?.person;
	declare(person?.lastName, 'name');
	declare(person?.firstName, 'name');
	declare(person?.school ?? table.schoolColumn, 'school');
	declare(person?.grade, 'grade');
	const longest = Math.max(0, ...[...roles.keys()].map((key) => key.length)) * 2;
	return ({ header, element, duplicateOf }) => {
		if (element?.kind === 'demographic') return 'category';
		if (element?.column === table.primaryKey) return duplicateOf === undefined ? 'key' : 'other';
		return header.length > longest ? 'other' : (roles.get(bareColumnKey(header)) ?? 'other');
	};
}
