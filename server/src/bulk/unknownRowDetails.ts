import { trimUnseen } from '../characters';
import type { Layout } from '../rules/layout';
import { bareColumnKey, findElement, type Table } from '../spec';
import { shown } from '../wording';
import type { ReadRow } from './rowReader';

/** How many values of a row are shown. */
const MAX_VALUES = 12;

/**
 * Reads the name of the student of a row, such as "Reyes, Ana"; empty where the file has no names. An extension file may
 * have them in columns of a district's own, such as ext.last_name.
 *
 * @param roster the table that says which columns hold a name.
 */
export function nameReader({ columns }: Layout, { person }: Table): (row: Pick<ReadRow, 'at'>) => string {
	const names = person ? [person.lastName, person.firstName] : [];
	const indexes = names.flatMap((name) => {
		const found = columns.find(({ header }) => bareColumnKey(header) === bareColumnKey(name));
		return found ? [found.index] : [];
	});
	return (row) =>
		indexes
			.map((index) => shown(trimUnseen(row.at(index))))
			.filter((part) => part !== '')
			.join(', ');
}

/**
 * The filled fields of a row besides the ID, each as "ext.title_i: Yes"; never a password.
 *
 * @param roster the table that says which columns hold passwords, whichever file has them.
 */
export function shownValues(row: ReadRow, { columns, keyIndex }: Layout, roster: Table): readonly string[] {
	return columns
		.filter(({ index, header }) => index !== keyIndex && findElement(roster, header)?.kind !== 'secret')
		.filter(({ index }) => row.at(index) !== '')
		.slice(0, MAX_VALUES)
		.map(({ index, header }) => `${shown(trimUnseen(header))}: ${shown(row.at(index))}`);
}
