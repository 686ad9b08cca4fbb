import type { Element, Option, Source, Table } from '../../server/src/spec';

const source: Source = { document: 'Made up for tests', asOf: '2026-11' };

/** A column of codes, each with its label and the other spellings that mean it. */
function coded(column: string, options: readonly Option[]): Element {
	const optionSet = { id: column.toLowerCase(), title: column, ceds: false, source, options };
	return { column, title: `The pet's ${column.toLowerCase()}`, kind: 'text', optionSet, source };
}

/** A column of three codes. One label is longer than the name that people use. */
export const petSize = coded('Size', [
	{ code: 'S', label: 'Small', meantBy: ['Small', 'Tiny'] },
	{ code: 'M', label: 'Medium', meantBy: ['Medium'] },
	{ code: 'L', label: 'Large or huge', meantBy: ['Large', 'Big', 'Large or huge'] },
]);

/**
 * pets.csv, which is no file of the product: tests of what happens to codes, whichever they are, use it, so that they
 * stay as they are when a column of the product gets one more code.
 */
export const pets: Table = {
	fileName: 'pets.csv',
	languageId: 'pets',
	subject: 'pet',
	primaryKey: 'Pet_id',
	repeatsKey: false,
	otherIds: [],
	required: [],
	expected: [],
	elements: [
		{ column: 'Pet_id', title: "The pet's ID", kind: 'key', source },
		{ column: 'Name', title: 'What the pet is called', kind: 'text', source },
		petSize,
		coded('Kind', [
			{ code: 'B', label: 'Bird' },
			{ code: 'C', label: 'Cat or kitten', meantBy: ['Cat', 'Kitten'] },
			{ code: 'D', label: 'Dog', meantBy: ['Dog', 'Puppy'] },
			{ code: 'F', label: 'Fish' },
			{ code: 'H', label: 'Hamster' },
			{ code: 'R', label: 'Rabbit', meantBy: ['Rabbit', 'Pacific hare'] },
		]),
		coded(
			'Color',
			['Black', 'Blue', 'Brown', 'Gray', 'Orange', 'White', 'Yellow'].map((label) => ({
				code: label.slice(0, 3).toUpperCase(),
				label,
			})),
		),
		coded('Chipped', [
			{ code: 'Yes', label: 'Yes', meantBy: ['Y', 'true'] },
			{ code: 'No', label: 'No', meantBy: ['N', 'false'] },
		]),
	],
	source,
};
