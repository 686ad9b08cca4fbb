import { NO_NUMBER } from '../../hash/keyNumbers';
import { hashOf, otherHashOf } from '../../hash/textHash';
import { countOf, formatNumber, plural } from '../../wording';
import type { Steps } from '../../work/steps';
import { areIdsMoved } from './alarms/idsMoved';
import type { DistrictChanges } from './changesTypes';
import type { SideFiles } from './comparedFile';
import type { ReadSide } from './readSide';
import { eachStudentRow } from './studentRows';

type Students = DistrictChanges['students'];

/** What a reader must know to judge the differences, in sentences with the way out. */
export function changeNotes(
	before: ReadSide,
	after: ReadSide,
	students: Students,
	otherIds: string | undefined,
): readonly string[] {
	const { movedCount, zerosChanged } = students;
	const notes: string[] =
		students.inBoth === 0 ? ['No student is on both sides, so no values were compared.'] : [];
	if (areSwapped(before, after)) {
		notes.push(
			'The new side is older than the old side and has fewer students. If the two are swapped, compare them the other way around.',
		);
	}
	if (hasOtherIds(students)) notes.push(otherIdsNote(students, otherIds));
	else if (zerosChanged.length > 0) {
		notes.push(
			`${countOf(zerosChanged.length, 'student')} ${plural(zerosChanged.length, 'is', 'are')} gone and back with other leading zeros in the ID. Format the column as text where you export.`,
		);
	}
	if (movedCount > 0 && !areIdsMoved({ moved: movedCount, inBoth: students.inBoth })) {
		notes.push(
			`${countOf(movedCount, 'ID')} ${plural(movedCount, 'has', 'have')} another last name and another first name now, and may be another student's. Check that no column was sorted by itself.`,
		);
	}
	return [...notes, ...unreadNotes('old', before), ...unreadNotes('new', after)];
}

function areSwapped(before: ReadSide, after: ReadSide): boolean {
	const old = lastModified(before.files);
	const now = lastModified(after.files);
	return old !== undefined && now !== undefined && now < old && after.students.size < before.students.size;
}

function lastModified({ roster, extension }: SideFiles): number | undefined {
	const times = [roster?.modified, extension?.modified].filter((time) => time !== undefined);
	return times.length === 0 ? undefined : Math.max(...times);
}

/** Whether so few students are on both sides that the IDs must be of another kind. */
function hasOtherIds({ before, after, inBoth }: Students): boolean {
	return before > 0 && after > 0 && 2 * inBoth < Math.min(before, after);
}

function areOnlyZeros({ before, after, zerosChanged }: Students): boolean {
	return 2 * zerosChanged.length > Math.min(before, after);
}

function otherIdsNote(students: Students, otherIds: string | undefined): string {
	const { before: old, inBoth } = students;
	const few =
		inBoth === 0
			? `None of the ${countOf(old, 'old student')} is on the new side.`
			: `Only ${formatNumber(inBoth)} of ${countOf(old, 'old student')} ${plural(inBoth, 'is', 'are')} on the new side.`;
	if (areOnlyZeros(students)) {
		return `${few} The others have other leading zeros in their IDs: format the column as text where you export.`;
	}
	return `${few} ${otherIds ?? 'Check that both sides are of the same district and have the same kind of ID.'}`;
}

/** Where most students have other IDs, the column that has the known ones, with the way out; undefined if none has. */
export function* otherIdsCause(
	before: ReadSide,
	after: ReadSide,
	students: Students,
): Steps<string | undefined> {
	if (!hasOtherIds(students) || areOnlyZeros(students)) return undefined;
	const oldInNew = yield* columnOfIds(after, before);
	if (oldInNew !== undefined) {
		return `The old IDs are in ${oldInNew} of the new side. Export them as ${idColumn(after)} again.`;
	}
	const newInOld = yield* columnOfIds(before, after);
	if (newInOld !== undefined) {
		return `The new IDs were in ${newInOld} of the old side. Export the same IDs as before as ${idColumn(after)}.`;
	}
	return undefined;
}

function idColumn({ main }: ReadSide): string {
	return main?.layout.table.primaryKey ?? '';
}

/** The column of a side that has the IDs of most students of the other side. */
function* columnOfIds(side: ReadSide, other: ReadSide): Steps<string | undefined> {
	const { main } = side;
	if (!main) return undefined;
	const columns = main.layout.table.otherIds
		.map((column) => ({ column, index: main.layout.indexOf(column), found: 0 }))
		.filter(({ index }) => index >= 0);
	if (columns.length === 0) return undefined;
	yield* eachStudentRow(main, side.active, (row) => {
		for (const each of columns) {
			const id = row.at(each.index);
			const student = other.students.find(hashOf(id, 0, id.length), otherHashOf(id, 0, id.length));
			if (student !== NO_NUMBER) each.found++;
		}
	});
	const fewest = Math.min(side.students.size, other.students.size);
	return columns.find(({ found }) => 2 * found > fewest)?.column;
}

function unreadNotes(name: string, { unread }: ReadSide): readonly string[] {
	return [...unread]
		.filter(([, rows]) => rows > 0)
		.map(
			([{ layout }, rows]) =>
				`${countOf(rows, 'row')} of ${layout.table.fileName} on the ${name} side cannot be read or ${plural(rows, 'has', 'have')} no student ID, and ${plural(rows, 'is', 'are')} left out. Check the file.`,
		);
}
