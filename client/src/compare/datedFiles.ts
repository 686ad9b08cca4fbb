import { variedFileName } from '../../../server/src/fileNames';
import { rosterFile, studentFileKinds } from '../../../server/src/protocol';

/** The files of an earlier upload among the names in one folder. */
export interface DatedNames {
	/** One or two names: those of both files have the same addition. */
	readonly names: readonly string[];
	/** The day in the name as a number that sorts, such as 20261028; a month has day 0. 0 for a name without a date. */
	readonly day: number;
}

const fileNames = studentFileKinds.map(({ fileName }) => fileName);

/**
 * Names that vary those of our files, as "students 2026-10-28.csv" and "students (old).csv" do: the two files of one
 * upload together, the newest date first.
 */
export function datedNames(names: readonly string[]): readonly DatedNames[] {
	const groups = new Map<string, string[]>();
	for (const name of names) {
		if (fileNames.includes(name.toLowerCase())) continue;
		const varied = variedFileName(name, fileNames);
		if (varied === undefined) continue;
		const key = additionOf(name);
		// The first of two that differ in case only.
		if (!groups.get(key)?.some((other) => variedFileName(other, fileNames) === varied)) {
			groups.set(key, [...(groups.get(key) ?? []), name]);
		}
	}
	return [...groups.values()]
		.map((group) => ({ names: group.toSorted(rosterFirst), day: dayOf(group[0] ?? '') }))
		.toSorted((one, other) => other.day - one.day);
}

/** A name without what tells the two files apart. */
function additionOf(name: string): string {
	return name.toLowerCase().replace(/students?[ _-]?ext(?![a-z])/, 'students');
}

function rosterFirst(one: string, other: string): number {
	const rank = (name: string): number => Number(variedFileName(name, fileNames) !== rosterFile.fileName);
	return rank(one) - rank(other);
}

/** The day in the name of a file or a folder, as `DatedNames` has it: year first, or month, day and year. */
export function dayOf(name: string): number {
	const yearFirst = /(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?(0[1-9]|[12]\d|3[01]))?(?!\d)/.exec(name);
	if (yearFirst) return dayNumber(yearFirst[1], yearFirst[2], yearFirst[3]);
	const american = /(?<!\d)(0?[1-9]|1[0-2])[-_. ](0?[1-9]|[12]\d|3[01])[-_. ](20\d\d)(?!\d)/.exec(name);
	return american ? dayNumber(american[3], american[1], american[2]) : 0;
}

/** A day of this computer, as `DatedNames` has it. */
export function dayToday(now: Date): number {
	return now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
}

function dayNumber(year = '0', month = '0', day = '0'): number {
	return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}
