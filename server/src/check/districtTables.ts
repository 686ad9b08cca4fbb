import { trimUnseen } from '../characters';
import type { Settings } from '../settings';
import { type Element, type Option, type Table, tables } from '../spec';

/**
 * The declared tables, by default all, as the district uses them: the values that it accepts are options of their
 * columns, and a column that it never sends is not expected.
 */
export function districtTables(
	{ acceptedValues, notSent }: Settings,
	declared: readonly Table[] = tables,
): readonly Table[] {
	const accepted = new Map(
		Object.entries(acceptedValues).map(([column, values]) => [trimUnseen(column).toLowerCase(), values]),
	);
	if (accepted.size === 0 && notSent.length === 0) return declared;
	return declared.map((table) => ({
		...table,
		expected: table.expected.filter((column) => !notSent.includes(column)),
		elements: table.elements.map((element) =>
			withAccepted(element, accepted.get(element.column.toLowerCase())),
		),
	}));
}

function withAccepted(element: Element, values: readonly string[] = []): Element {
	const set = element.optionSet;
	if (!set) return element;
	const added = values
		.filter((value) => !set.options.some((option) => option.code === value))
		.map((value): Option => ({ code: value, label: 'accepted in this district', accepted: true }));
	return added.length === 0
		? element
		: { ...element, optionSet: { ...set, options: [...set.options, ...added] } };
}
