import { withoutLeadingZeros } from '../../check/dataset/studentIds';
import { KeyNumbers, NO_NUMBER } from '../../hash/keyNumbers';
import { hashOf, otherHashOf } from '../../hash/textHash';
import type { Steps } from '../../work/steps';
import type { UnmatchedFacts } from './changeFacts';
import type { ReadSide, SideCategory } from './readSide';
import { eachStudentRow } from './studentRows';

/** How many IDs there is room for at first. */
const EXPECTED = 1024;

/**
 * Whether at most half of the IDs in the extension file of a side are in its students.csv, while the other side found more.
 * Few of many rows are enough where they are most of the students: students.csv may have fewer of them.
 */
function isUnmatched(side: ReadSide, other: ReadSide): boolean {
	const most = Math.min(side.extensionRows, side.students.size);
	const isFew = most > 0 && 2 * side.extensionFound <= most;
	return isFew && other.extensionFound * side.extensionRows > side.extensionFound * other.extensionRows;
}

/** Whether a category cannot be compared as the IDs of its file fit no students. */
export function isOfUnmatched({ file }: SideCategory, side: ReadSide, other: ReadSide): boolean {
	return file !== side.main && isUnmatched(side, other);
}

/** The extension files whose IDs fit no students, with the cause. */
export function* unmatchedIn(before: ReadSide, after: ReadSide): Steps<readonly UnmatchedFacts[]> {
	const facts: UnmatchedFacts[] = [];
	if (isUnmatched(after, before)) facts.push(...(yield* unmatchedOn('after', after)));
	if (isUnmatched(before, after)) facts.push(...(yield* unmatchedOn('before', before)));
	return facts;
}

function* unmatchedOn(name: UnmatchedFacts['side'], side: ReadSide): Steps<readonly UnmatchedFacts[]> {
	const { main } = side;
	const { extension } = side.files;
	if (!main || !extension) return [];
	const { table, keyIndex } = main.layout;
	const zeros = new KnownIds(keyIndex);
	const columns = table.otherIds
		.map((column) => ({ column, ids: new KnownIds(main.layout.indexOf(column)) }))
		.filter(({ ids }) => ids.column >= 0);
	yield* eachStudentRow(main, side.active, (row) => {
		zeros.add(withoutLeadingZeros(row.at(keyIndex)));
		for (const { ids } of columns) ids.add(row.at(ids.column));
	});
	yield* eachStudentRow(extension, side.active, (row) => {
		const id = row.at(extension.layout.keyIndex);
		zeros.count(withoutLeadingZeros(id));
		for (const { ids } of columns) ids.count(id);
	});
	const rows = side.extensionRows;
	return [
		{
			side: name,
			fileName: extension.layout.table.fileName,
			key: extension.layout.table.primaryKey,
			main: table,
			found: side.extensionFound,
			rows,
			onlyZeros: 2 * zeros.found > rows,
			otherColumn: columns.find(({ ids }) => 2 * ids.found > rows)?.column,
		},
	];
}

/** The IDs of one column as hashes, and how many of others are among them. */
class KnownIds {
	readonly #ids = new KeyNumbers(EXPECTED);
	found = 0;

	constructor(readonly column: number) {}

	add(id: string): void {
		this.#ids.add(hashOf(id, 0, id.length), otherHashOf(id, 0, id.length));
	}

	count(id: string): void {
		if (this.#ids.find(hashOf(id, 0, id.length), otherHashOf(id, 0, id.length)) !== NO_NUMBER) this.found++;
	}
}
