import type { OffsetEdit } from '../csv/edits/edit';
import { isExtension } from '../spec';
import { Conflicts } from './conflicts';
import { Deletions, EditList } from './editList';
import { compare, extPairs, fillIn, isEmpty, readByStudent } from './extColumns';
import { extColumnsProblem, unclosedProblem } from './headerProblems';
import { ReadableRows } from './readableRows';
import type { MoveCounts, Refusal } from './results';
import { eachRow, type Steps, type TableFile } from './rowReader';

export interface Moved extends MoveCounts {
	readonly rosterEdits: readonly OffsetEdit[];
	readonly extensionEdits: readonly OffsetEdit[];
	/** Rows of both files that could not be read. */
	readonly unreadable: number;
}

/** Moves all ext columns of the extension file into the roster: each value onto every row of its student. */
export function* moveToRoster(roster: TableFile, extension: TableFile): Steps<Moved | Refusal> {
	const problem = extColumnsProblem(roster) ?? extColumnsProblem(extension);
	if (problem) return { problem };
	const pairs = extPairs(extension.layout, roster.layout);
	if (pairs.length === 0) return { problem: `${extension.layout.table.fileName} has no ext columns.` };

	const conflicts = new Conflicts();
	const ofExtension = new ReadableRows();
	const students = yield* readByStudent(extension, pairs, { sieve: ofExtension, conflicts, share: [0, 0.2] });
	if (ofExtension.unclosed !== undefined) return unclosedProblem(extension, ofExtension.unclosed);
	const ofRoster = new ReadableRows();
	const isAnyThere = yield* compare(roster, pairs, students, {
		sieve: ofRoster,
		conflicts,
		share: [0.2, 0.5],
	});
	if (ofRoster.unclosed !== undefined) return unclosedProblem(roster, ofRoster.unclosed);

	const rosterEdits = new EditList();
	if (isAnyThere) yield* fillIn(roster, pairs, students, { edits: rosterEdits, share: [0.5, 0.8] });

	const others = extension.layout.columns.filter(
		({ header, index }) => index !== extension.layout.keyIndex && !isExtension(header),
	);
	const deletions = new Deletions(extension.document.fieldsOf(0).at(-1)?.end ?? 0);
	let moved = 0;
	let kept = 0;
	let unknown = 0;
	yield* eachRow(
		extension,
		(row) => {
			const held = row.isSound && row.id !== '' ? students.get(row.id) : undefined;
			const hasMore =
				pairs.some(({ from }, pair) => held?.values[pair] === null && !isEmpty(row.at(from))) ||
				others.some(({ index }) => !isEmpty(row.at(index)));
			if (held?.isThere && !hasMore) {
				moved++;
				deletions.remove(row);
				return;
			}
			deletions.keep(row);
			if (!row.isBlank) kept++;
			if (held && !held.isThere) unknown++;
		},
		[0.8, 1],
	);
	return {
		rosterEdits: rosterEdits.edits,
		extensionEdits: deletions.edits,
		moved,
		kept,
		unknown,
		unreadable: ofExtension.unreadable + ofRoster.unreadable,
		conflicts: conflicts.count,
		listed: conflicts.listed,
	};
}
