import { visibleText } from '../../characters';
import type { Layout } from '../../rules/layout';

/** The unquoted values of a row by column. */
type Values = readonly string[];

/**
 * Whether a change gives a row the key of another student: where rows of the file have the new key, they must be rows
 * of the same person, which a table with a row for each contact has. Their names and codes are then the same.
 *
 * @param keyBefore the row's key as it is.
 * @param after the row as it is changed.
 * @param file has the rows with a key.
 */
export function takesOtherKey(
	layout: Layout,
	keyBefore: string | undefined,
	after: Values,
	file: { rowsWithKey(key: string): readonly Values[] },
): boolean {
	const { keyIndex, table } = layout;
	const key = keyIndex < 0 ? undefined : after[keyIndex];
	if (!key || key === keyBefore) return false;
	const others = file.rowsWithKey(key);
	if (others.length === 0) return false;
	if (!table.repeatsKey) return true;
	const columns = [
		...table.required,
		...table.elements.filter(({ optionSet }) => optionSet).map(({ column }) => column),
	].flatMap((column) => {
		const index = layout.indexOf(column);
		return index < 0 || index === keyIndex ? [] : [index];
	});
	const at = (row: Values, column: number): string => visibleText(row[column] ?? '');
	return others.some((other) => columns.some((column) => at(other, column) !== at(after, column)));
}
