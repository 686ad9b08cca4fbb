import { students } from '../../spec';
import type { ConversionCallbacks } from '../csvStream';
import { rosterIdSets } from '../understand/rosterIdSets';
import type { MadeFile } from './convert';

/** Students of a students.csv that would be replaced, by their IDs. */
export interface ReplacedStudents {
	readonly students: number;
	/** Those that the new file does not have. */
	readonly missing: number;
	/** Those that only the new file has. */
	readonly added: number;
}

/**
 * How the students of a new students.csv differ from those of the file that it replaces: IDs of another column, or half
 * a school, are seen by nothing else. Undefined where no roster is made, or where either file has no IDs.
 */
export async function replacedStudents(
	old: Uint8Array,
	files: readonly MadeFile[],
	{ isCanceled }: Pick<ConversionCallbacks, 'isCanceled'>,
): Promise<ReplacedStudents | undefined> {
	const made = files.find(({ fileName }) => fileName === students.fileName);
	if (!made) return undefined;
	const idsOf = async (bytes: Uint8Array): Promise<ReadonlySet<string>> => {
		const source = { name: students.fileName, bytes };
		const sets = await rosterIdSets(source, { isCanceled, onProgress: () => {} });
		return sets[students.primaryKey] ?? new Set();
	};
	const before = await idsOf(old);
	const now = await idsOf(new TextEncoder().encode(made.text));
	if (before.size === 0 || now.size === 0) return undefined;
	const missing = Array.from(before).filter((id) => !now.has(id)).length;
	return { students: before.size, missing, added: now.size - (before.size - missing) };
}
