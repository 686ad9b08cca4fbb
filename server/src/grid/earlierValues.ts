import { isUnseen } from '../characters';
import type { Checker } from '../check/live/checker';
import type { CsvDocument } from '../csv/document';
import type { Layout } from '../rules/layout';
import type { GridRecord } from './gridRecord';
import type { GridEarlier } from './gridTypes';

/** The values that students had in the last upload. */
export interface EarlierValues {
	/**
	 * What a student had, by the exact ID; undefined for one who was not there. It gives a value by the exact name of its
	 * column: '' for none, and undefined for a column that was not there.
	 */
	of(id: string): ((column: string) => string | undefined) | undefined;
}

const earlierByDocument = new WeakMap<CsvDocument, EarlierValues>();
const revisions = new WeakMap<CsvDocument, number>();

/** Tells the table of a document what students had in the last upload; undefined where no comparison was made. */
export function setEarlierValues(document: CsvDocument, earlier: EarlierValues | undefined): void {
	if (earlier) earlierByDocument.set(document, earlier);
	else earlierByDocument.delete(document);
	revisions.set(document, earlierRevision(document) + 1);
}

/** Counts up whenever the table of a document is told other values: rows that were chosen by them are others then. */
export function earlierRevision(document: CsvDocument): number {
	return revisions.get(document) ?? 0;
}

/** Whether a comparison was made with the last upload. */
export function hasEarlierValues({ document }: Checker): boolean {
	return earlierByDocument.has(document);
}

/**
 * Finds the cells of a record whose category had another value in the last upload; none without a comparison. Of a student
 * with several rows, the first one was compared, so that later ones have none.
 */
export function earlierValuesIn(checker: Checker): (record: GridRecord) => readonly GridEarlier[] {
	const { document, layout } = checker;
	const earlier = earlierByDocument.get(document);
	const columns = earlier ? categoriesOf(layout) : [];
	return (record) => {
		if (!earlier || columns.length === 0 || layout.keyIndex < 0 || !record.isReadable) return [];
		const id = record.at(layout.keyIndex);
		const earlierOf = earlier.of(id);
		if (!earlierOf) return [];
		const found = columns.flatMap(({ index, name }) => {
			const old = earlierOf(name);
			const value = record.at(index);
			return old === undefined || old === (isUnseen(value) ? '' : value)
				? []
				: [{ column: index, value: old }];
		});
		return found.length > 0 && isFirstRow(checker, id, record.record) ? found : [];
	};
}

/** Whether no row above has the student, as far as the file is checked. */
function isFirstRow(checker: Checker, id: string, record: number): boolean {
	for (const place of checker.placesOf(id)) return checker.recordOf(place) >= record;
	return true;
}

function categoriesOf({ columns }: Layout): readonly { readonly index: number; readonly name: string }[] {
	return columns.filter(
		({ element, duplicateOf }) => element?.kind === 'demographic' && duplicateOf === undefined,
	);
}
