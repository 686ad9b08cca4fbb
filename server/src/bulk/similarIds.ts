import { withoutLeadingZeros } from '../check/dataset/studentIds';
import { quoteUnlessDigits } from '../wording';
import type { Steps } from '../work/steps';
import { eachRow, type TableFile } from './rowReader';
import { nameReader } from './unknownRowDetails';

/** A student whom an ID may mean. */
export interface SimilarStudent {
	/** Why, in a sentence for people. */
	readonly reason: string;
	/** Empty where the roster has no names. */
	readonly name: string;
}

/**
 * Finds the students whom unknown IDs may mean, by ID: those whose ID has the same letters and digits but for leading
 * zeros and case, or who have it as another ID.
 */
export function* similarStudents(
	ids: ReadonlySet<string>,
	roster: TableFile,
): Steps<ReadonlyMap<string, SimilarStudent>> {
	const found = new Map<string, SimilarStudent>();
	const compared = new Map<string, string[]>();
	for (const id of ids) {
		const key = comparedId(id);
		if (key === '') continue;
		const alike = compared.get(key);
		if (alike) alike.push(id);
		else compared.set(key, [id]);
	}
	if (compared.size === 0) return found;
	const { layout } = roster;
	const { fileName, otherIds, primaryKey } = layout.table;
	const nameIn = nameReader(layout, layout.table);
	const columns = [primaryKey, ...otherIds].filter((column) => layout.indexOf(column) >= 0);
	yield* eachRow(roster, (row) => {
		if (!row.isReadable || row.id === '') return;
		for (const column of columns) {
			for (const id of compared.get(comparedId(row.at(layout.indexOf(column)))) ?? []) {
				if (found.has(id) && column !== primaryKey) continue;
				const name = nameIn(row);
				const student = `${quoteUnlessDigits(row.id)}${name && ` (${name})`}`;
				const reason =
					column === primaryKey
						? `${fileName} has ${student}. The IDs differ only in how they are written.`
						: `This is the ${column} of ${student}. Use the ${primaryKey}.`;
				found.set(id, { reason, name });
			}
		}
	});
	return found;
}

/** An ID for comparison; empty where it has no letter or digit, which no student has. */
function comparedId(id: string): string {
	return withoutLeadingZeros(id.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase());
}
