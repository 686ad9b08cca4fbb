import { districtTables } from '../../check/districtTables';
import { NO_NUMBER } from '../../hash/keyNumbers';
import type { Settings } from '../../settings';
import { categories, type Element } from '../../spec';
import { type Steps, stepsIn } from '../../work/steps';
import { changeAlarms } from './alarms';
import { CategoryTally, notComparedCategory } from './categoryTally';
import type { DistrictChanges, SchoolChanges } from './changesTypes';
import { lackingIn } from './lacking';
import { listStudents, MAX_NAMED } from './listedStudents';
import { changeNotes, otherIdsCause } from './notes';
import type { ReadSide } from './readSide';
import { SchoolTally } from './schoolTally';
import { sameIds, zerosChanged } from './studentPairs';
import { isOfUnmatched, unmatchedIn } from './unmatched';

/** Students of a step. */
const STUDENTS_PER_STEP = 512;

/** Compares two sides, student by student. Values are compared in students who are on both sides. */
export function* districtChanges(
	before: ReadSide,
	after: ReadSide,
	settings: Settings,
): Steps<DistrictChanges> {
	const schools = new SchoolTally(before, after);
	const elements = districtElements(settings);
	const tallies = elements.map((element, at) => {
		const old = before.categories[at];
		const now = after.categories[at];
		const isCompared = old && now && !isOfUnmatched(old, before, after) && !isOfUnmatched(now, after, before);
		return isCompared ? new CategoryTally(element, old, now) : undefined;
	});
	const matched = yield* stepsIn([0, 1 / 2], matchStudents(before, after, schools, tallies));
	const added = yield* stepsIn([1 / 2, 5 / 8], listStudents(after, matched.added));
	const gone = yield* stepsIn([5 / 8, 3 / 4], listStudents(before, matched.gone));
	const movedFrom = yield* stepsIn([12 / 16, 13 / 16], listStudents(before, matched.movedFrom));
	const movedTo = yield* stepsIn([13 / 16, 14 / 16], listStudents(after, matched.movedTo));
	const ofZeros = yield* stepsIn([28 / 32, 29 / 32], zerosChanged(gone, added));
	const moved = yield* stepsIn([29 / 32, 30 / 32], sameIds(movedFrom, movedTo));
	const students = {
		before: before.students.size,
		after: after.students.size,
		inBoth: matched.inBoth,
		added,
		gone,
		zerosChanged: ofZeros,
		moved,
		movedCount: matched.movedCount,
	};
	const otherIds = yield* stepsIn([30 / 32, 61 / 64], otherIdsCause(before, after, students));
	const notes = changeNotes(before, after, students, otherIds);
	const lacking = yield* stepsIn([61 / 64, 31 / 32], lackingIn(before, after, settings.notSent));
	const unmatched = yield* stepsIn([31 / 32, 1], unmatchedIn(before, after));
	const all = tallies.filter((tally) => tally !== undefined);
	const alarms = changeAlarms({
		thresholds: settings['compare.alarms'],
		students: {
			before: students.before,
			gone: gone.length,
			zerosChanged: students.zerosChanged.length,
			inBoth: matched.inBoth,
			moved: matched.movedCount,
			unread: (after.main && after.unread.get(after.main)) ?? 0,
			otherIds,
		},
		schools: schools.areCompared ? schools.everywhere : [],
		categories: all.map((tally) => tally.flow()),
		lacking,
		unmatched,
	});
	return {
		students,
		schools: schools.areCompared ? [...schools.list].sort(mostDifferences) : [],
		categories: elements.map(
			(element, at) =>
				tallies[at]?.result() ?? notComparedCategory(element, before.categories[at], after.categories[at]),
		),
		alarms,
		notes,
	};
}

interface Matched {
	readonly inBoth: number;
	/** By the number of a student: 1 for those of the list. */
	readonly added: Uint8Array;
	readonly gone: Uint8Array;
	readonly movedFrom: Uint8Array;
	readonly movedTo: Uint8Array;
	readonly movedCount: number;
}

function* matchStudents(
	before: ReadSide,
	after: ReadSide,
	schools: SchoolTally,
	tallies: readonly (CategoryTally | undefined)[],
): Steps<Matched> {
	const added = new Uint8Array(after.students.size);
	const movedTo = new Uint8Array(after.students.size);
	const gone = new Uint8Array(before.students.size).fill(1);
	const movedFrom = new Uint8Array(before.students.size);
	let inBoth = 0;
	let movedCount = 0;
	for (let student = 0; student < added.length; student++) {
		const { students } = after;
		const old = before.students.find(students.keyOf(student), students.otherKeyOf(student));
		const isOld = old !== NO_NUMBER;
		schools.countAfter(student, 'after');
		for (const tally of tallies) tally?.addAfter(student, isOld ? old : undefined, schools);
		if (isOld) {
			inBoth++;
			gone[old] = 0;
			if (isOther(before, old, after, student) && ++movedCount <= MAX_NAMED) {
				movedFrom[old] = 1;
				movedTo[student] = 1;
			}
		} else {
			added[student] = 1;
			schools.countAfter(student, 'added');
		}
		if (student % STUDENTS_PER_STEP === 0) yield (student / added.length) * (2 / 3);
	}
	for (let old = 0; old < gone.length; old++) {
		schools.countBefore(old, 'before');
		if (gone[old] === 1) schools.countBefore(old, 'gone');
		for (const tally of tallies) tally?.addBefore(old);
		if (old % STUDENTS_PER_STEP === 0) yield 2 / 3 + old / gone.length / 3;
	}
	return { inBoth, added, gone, movedFrom, movedTo, movedCount };
}

/** Whether both names of a student are other ones: one alone changes when people marry, or is a correction. */
function isOther(before: ReadSide, old: number, after: ReadSide, student: number): boolean {
	const differ = (a: number | undefined, b: number | undefined): boolean => a !== 0 && b !== 0 && a !== b;
	return (
		differ(before.lastNames.values[old], after.lastNames.values[student]) &&
		differ(before.firstNames.values[old], after.firstNames.values[student])
	);
}

/** The categories as the district uses them, in the order of the tables. */
function districtElements(settings: Settings): readonly Element[] {
	const elements = new Map(
		districtTables(settings).flatMap((table) => table.elements.map((element) => [element.column, element])),
	);
	return categories.map((category) => elements.get(category.column) ?? category);
}

function mostDifferences(a: SchoolChanges, b: SchoolChanges): number {
	return differencesOf(b) - differencesOf(a);
}

function differencesOf({ added, gone, changed, emptied, filled }: SchoolChanges): number {
	return added + gone + changed + emptied + filled;
}
