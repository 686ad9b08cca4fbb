import { joinSpaces, trimUnseen } from '../../characters';
import { detached } from '../../csv/detachedText';
import { NO_NUMBER } from '../../hash/keyNumbers';
import type { Steps } from '../../work/steps';
import type { ListedStudent } from './changesTypes';
import type { ReadSide } from './readSide';
import { eachStudentRow, type StudentRow } from './studentRows';

/** So many students of one list have their names: nobody reads on, and they take memory. */
export const MAX_NAMED = 10_000;

/**
 * Reads the IDs and names of some students of a side. Only the pieces of the file with such students are looked at.
 *
 * @param wanted by the student's number, whether to list the student.
 * @returns the students in the order of their numbers.
 */
export function* listStudents(side: ReadSide, wanted: Uint8Array): Steps<readonly ListedStudent[]> {
	const { main, students } = side;
	const listed: ListedStudent[] = [];
	const pieces = new Set<number>();
	for (let student = 0; student < wanted.length; student++) {
		if (wanted[student] === 1) pieces.add(side.pieces.values[student] as number);
	}
	if (!main || pieces.size === 0) return listed;
	// Each student once, by the row that counts.
	let next = 0;
	const visit = (row: StudentRow): void => {
		const student = students.find(row.key, row.otherKey);
		if (student === NO_NUMBER || student < next || wanted[student] !== 1) return;
		next = student + 1;
		const id = detached(row.at(main.layout.keyIndex));
		const name = listed.length < MAX_NAMED ? nameIn(row, side) : '';
		listed.push({ id, name, school: side.schools?.valueOf(student) ?? '' });
	};
	yield* eachStudentRow(main, side.active, visit, (piece) => pieces.has(piece));
	return listed;
}

function nameIn(row: StudentRow, { main }: ReadSide): string {
	const layout = main?.layout;
	const { person } = layout?.table ?? {};
	if (!layout || !person) return '';
	const parts = [person.lastName, person.firstName].map((column) =>
		joinSpaces(trimUnseen(row.at(layout.indexOf(column)))),
	);
	return detached(parts.filter((part) => part !== '').join(', '));
}
