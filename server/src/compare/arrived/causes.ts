/** What may explain that many students or values are not there. */

import { isExtension } from '../../spec';
import { countOf, formatNumber, plural, shown, wordList } from '../../wording';
import type { ArrivedCategory, ArrivedCause, ArrivedCauseId, ArrivedReport } from './arrivedTypes';
import type { OurStudents } from './ourStudents';
import { yearText } from './schoolYears';
import type { TheirStudents } from './theirStudents';

/** What the causes are found in. */
export interface CauseFacts {
	readonly report: Pick<ArrivedReport, 'categories' | 'students'>;
	readonly ours: OurStudents;
	readonly theirs: TheirStudents;
	/** The school years that the download names, by the year in which each starts. */
	readonly schoolYears: readonly number[];
	/** The school year of today, by the year in which it starts. */
	readonly thisYear: number;
	/** By School_id. */
	readonly schoolNames: ReadonlyMap<string, string>;
}

/** The share of the students of the smaller side that both sides must have. */
const MIN_COMMON = 0.5;
/** Schools that are named; the others are counted. */
const MAX_SCHOOLS = 10;
/** From so many different students and this share of them on, a value of the sync may have gone first. */
const MIN_DIFFERENT = 10;
const MIN_DIFFERENT_SHARE = 0.1;

/** The likely causes, those that explain most first. */
export function likelyCauses(facts: CauseFacts): readonly ArrivedCause[] {
	return [
		...otherYear(facts),
		...fewInCommon(facts),
		...absentSchools(facts),
		...missingColumns(facts.report.categories),
		...notShown(facts.report.categories),
		...syncGoesFirst(facts.report.categories),
	];
}

function cause(
	id: ArrivedCauseId,
	message: string,
	categories: readonly ArrivedCategory[] = [],
	isAboutSharing = false,
): ArrivedCause {
	return { id, message, elements: categories.map(({ element }) => element), isAboutSharing };
}

function otherYear({ schoolYears, thisYear }: CauseFacts): readonly ArrivedCause[] {
	if (schoolYears.length === 0 || schoolYears.includes(thisYear)) return [];
	const years = wordList(schoolYears.toSorted((a, b) => a - b).map(yearText));
	const message = `The file is of the school year ${years}, and this is ${yearText(thisYear)}. Download the data of this year.`;
	return [cause('other-year', message)];
}

function fewInCommon({ report: { students } }: CauseFacts): readonly ArrivedCause[] {
	const { ours, theirs, matched } = students;
	if (matched >= Math.min(ours, theirs) * MIN_COMMON) return [];
	const message = `Only ${countOf(matched, 'student')} of ${formatNumber(theirs)} in the file ${plural(matched, 'is', 'are')} in yours. It may be of another year or another district.`;
	return [cause('few-in-common', message)];
}

/** Schools without any student there, where other schools have some. */
function absentSchools({ ours, theirs, schoolNames, report }: CauseFacts): readonly ArrivedCause[] {
	if (report.students.matched === 0) return [];
	const counts = ours.schoolIds.map((id) => ({ id, students: 0, there: 0 }));
	for (let student = 0; student < ours.ids.length; student++) {
		const school = counts[ours.schools[student] as number];
		if (!school) continue;
		school.students++;
		school.there += theirs.isThere[student] as number;
	}
	const absent = counts
		.filter(({ id, there }) => id !== '' && there === 0)
		.toSorted((a, b) => b.students - a.students);
	if (absent.length === 0) return [];
	const named = absent.slice(0, MAX_SCHOOLS).map(({ id, students }) => {
		const name = schoolNames.get(id);
		return `${name === undefined ? `school ${shown(id)}` : shown(name)} (${countOf(students, 'student')})`;
	});
	const rest = absent.length - named.length;
	const list = wordList(rest > 0 ? [...named, countOf(rest, 'other school')] : named);
	const message = `No student of ${list} is there. Check in Clever that Amplify gets the ${plural(absent.length, 'school')}, and that the download was made for ${plural(absent.length, 'it', 'them')}.`;
	return [cause('school-absent', message)];
}

/** Categories of which values were sent, and nothing is there for anybody. */
function missingColumns(categories: readonly ArrivedCategory[]): readonly ArrivedCause[] {
	const isWhollyMissing = ({ from, missing, sent }: ArrivedCategory): boolean =>
		from.length > 0 && missing > 0 && missing === sent;
	const missing = categories.filter(isWhollyMissing);
	const sensitive = missing.filter(({ isSensitive }) => isSensitive);
	const uploaded = missing.filter(({ element, isSensitive }) => !isSensitive && isExtension(element));
	const others = missing.filter((each) => !sensitive.includes(each) && !uploaded.includes(each));
	return [
		...(sensitive.length === 0
			? []
			: [
					cause(
						'not-shared',
						`Nothing arrived in ${namesOf(sensitive)}. Clever gives ${plural(sensitive.length, 'it', 'them')} to Amplify only after someone shares ${plural(sensitive.length, 'it', 'them')} by hand.`,
						sensitive,
						true,
					),
				]),
		...(uploaded.length === 0
			? []
			: [
					cause(
						'extension-missing',
						`Nothing arrived in ${namesOf(uploaded)}. Check in Clever that the upload of students_ext.csv has no errors, and that the fields are shared with Amplify.`,
						uploaded,
						true,
					),
				]),
		...others.map((category) => {
			const note = category.sharingNote === undefined ? '' : ` ${category.sharingNote}`;
			const message = `Nothing arrived in ${category.element}: the field may not be shared, or Amplify does not show it.${note}`;
			return cause('column-missing', message, [category], true);
		}),
	];
}

function notShown(categories: readonly ArrivedCategory[]): readonly ArrivedCause[] {
	const absent = categories.filter(
		({ from, candidates, sent }) => sent > 0 && from.length === 0 && candidates.length === 0,
	);
	if (absent.length === 0) return [];
	const message = `The file has no column for ${namesOf(absent)}, so it cannot tell whether ${plural(absent.length, 'it', 'they')} arrived. Look at one student in Amplify's Admin Portal.`;
	return [cause('column-not-shown', message, absent)];
}

/** Extension columns that differ for many: a value of the sync goes before that of an uploaded file. */
function syncGoesFirst(categories: readonly ArrivedCategory[]): readonly ArrivedCause[] {
	const differing = categories.filter(
		({ element, different, sent }) =>
			isExtension(element) && different >= MIN_DIFFERENT && different >= sent * MIN_DIFFERENT_SHARE,
	);
	if (differing.length === 0) return [];
	const message = `Many values differ in ${namesOf(differing)}. Clever takes a value of your SIS sync before that of an uploaded file: see whether the sync sends ${plural(differing.length, 'this field', 'these fields')} too.`;
	return [cause('sync-goes-first', message, differing)];
}

function namesOf(categories: readonly ArrivedCategory[]): string {
	return wordList(categories.map(({ element }) => element));
}
