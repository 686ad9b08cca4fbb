/** What the columns of an error report tell: by their names, by what is in them, or as a person has said. */

import { eachListRow, listValue, type StudentList } from '../../bulk/fill/list';
import type { StudentIds } from '../../bulk/fill/studentIds';
import { isUnseen, joinSpaces, shortened } from '../../characters';
import { findElement, students, studentTables } from '../../spec';
import { columnsMeantBy } from '../../spec/headerMeaning';
import { isReportId, type ReportRole, reportRank } from '../../spec/reportHeaders';
import { wordList } from '../../wording';
import type { Steps } from '../../work/steps';
import type { ReportedFields } from './reportedFields';
import type { ReturnedColumns, ReturnedQuestion } from './returnedTypes';

/** Rows of a report that say what a column without a known name holds. */
const MAX_LOOKED_AT = 2000;
const MAX_SAMPLES = 3;
const MAX_SAMPLE = 40;
/** Names of columns in a sentence. */
const MAX_NAMED = 20;

/** Where a report has what; 0-based columns. */
export interface ReportLayout {
	readonly id: number;
	/** Which ID of our students it is. */
	readonly ids: StudentIds;
	/** Whether IDs have lost their leading zeros, so that 123 may be 0123. */
	readonly lostZeros: boolean;
	readonly message: number | undefined;
	readonly field: number | undefined;
	readonly severity: number | undefined;
	readonly code: number | undefined;
	readonly value: number | undefined;
	readonly file: number | undefined;
}

/** What is known of a report's columns. */
export type UnderstoodColumns =
	| { readonly layout: ReportLayout }
	| { readonly question: ReturnedQuestion }
	| { readonly problem: string };

/** How many lines a column of IDs leads to students by one of their IDs. */
interface IdPair {
	readonly column: number;
	readonly ids: StudentIds;
	exact: number;
	zeros: number;
}

/**
 * Finds out which columns of a report tell what. Where names and values do not say, there is one question.
 *
 * @param keys the students of our files by each of their IDs, the key first.
 * @param chosen what a person has said about reports with these columns.
 */
export function* understandColumns(
	list: StudentList,
	keys: readonly StudentIds[],
	fields: ReportedFields,
	chosen: Partial<ReturnedColumns>,
): Steps<UnderstoodColumns> {
	const { names } = list;
	const indexOf = (name: string | null | undefined): number | undefined =>
		name == null || !names.includes(name) ? undefined : names.indexOf(name);
	const id = indexOf(chosen.id);
	const named = id === undefined ? names.flatMap((name, at) => (mayBeId(name) ? [at] : [])) : [id];
	const pair = yield* bestPair(list, named, keys);
	if (id === undefined && (!pair || pair.exact + pair.zeros === 0)) {
		const found = yield* columnsWithIds(list, keys);
		if (found.length > 0) return { question: questionOf('id', list, found) };
		if (!pair) return { problem: noIdProblem(names) };
	}
	if (!pair) return { problem: noIdProblem(names) };
	const role = (wanted: ReportRole): number | undefined => best(names, pair.column, wanted);
	const known = [role('severity'), role('code'), role('value'), role('file'), pair.column];
	const spare = (taken: readonly (number | undefined)[]): readonly number[] =>
		names.flatMap((name, at) => (taken.includes(at) || isOfStudents(name) ? [] : [at]));

	const byName = role('message') ?? role('code');
	const message = 'message' in chosen ? indexOf(chosen.message) : byName;
	if (message === undefined && !('message' in chosen)) {
		const left = spare([...known, role('field')]);
		if (left.length > 0) return { question: questionOf('message', list, left) };
	}
	const field =
		'field' in chosen
			? indexOf(chosen.field)
			: (role('field') ?? (yield* columnOfFields(list, spare([...known, message]), fields)));
	if (field === undefined && !('field' in chosen)) {
		const left = spare([...known, message]);
		const isInMessages = message !== undefined && (yield* namesFields(list, message, fields));
		if (left.length > 0 && !isInMessages) return { question: questionOf('field', list, left) };
	}
	const layout: ReportLayout = {
		id: pair.column,
		ids: pair.ids,
		lostZeros: pair.zeros > 0,
		message,
		field,
		severity: role('severity'),
		code: role('code'),
		value: role('value'),
		file: role('file'),
	};
	return { layout };
}

/** The column with a role whose name is the surest; a message is no code, too. */
function best(names: readonly string[], id: number, role: ReportRole): number | undefined {
	const ranked = names.flatMap((name, at) => {
		const rank = at === id ? undefined : reportRank(role, name);
		return rank === undefined ? [] : [{ at, rank }];
	});
	return ranked.sort((one, other) => one.rank - other.rank)[0]?.at;
}

const idNames: readonly string[] = [students.primaryKey, ...students.otherIds];

/** Whether a header names an ID of students, as far as names tell. */
function mayBeId(header: string): boolean {
	const isKey = studentTables.some((table) => findElement(table, header)?.kind === 'key');
	return isKey || isReportId(header) || columnsMeantBy(header).some(({ column }) => idNames.includes(column));
}

/** Whether a header names something that a file of students has, so that it tells nothing about an error. */
function isOfStudents(header: string): boolean {
	return (
		mayBeId(header) ||
		studentTables.some((table) => findElement(table, header)) ||
		columnsMeantBy(header).some(({ isUsual }) => isUsual)
	);
}

/** The column that leads to the most students, and by which of their IDs; of as many, the first of the columns. */
function* bestPair(
	list: StudentList,
	columns: readonly number[],
	keys: readonly StudentIds[],
): Steps<IdPair | undefined> {
	const pairs = columns.flatMap((column) => keys.map((ids): IdPair => ({ column, ids, exact: 0, zeros: 0 })));
	yield* eachListRow(list, (row) => {
		for (const pair of pairs) {
			const match = pair.ids.find(listValue(row, pair.column), true);
			if (match.kind === 'exact') pair.exact++;
			if (match.kind === 'zeros') pair.zeros++;
		}
	});
	const found = ({ exact, zeros }: IdPair): number => exact + zeros;
	return pairs.reduce<IdPair | undefined>(
		(most, pair) =>
			!most || found(pair) > found(most) || (found(pair) === found(most) && pair.exact > most.exact)
				? pair
				: most,
		undefined,
	);
}

/** The columns in which some of the first rows have the ID of a student, those with the most first. */
function* columnsWithIds(list: StudentList, keys: readonly StudentIds[]): Steps<readonly number[]> {
	const counts = list.names.map((_, column) => ({ column, count: 0 }));
	for (const [at, row] of list.rows.slice(0, MAX_LOOKED_AT).entries()) {
		for (const one of counts) {
			const value = listValue(row, one.column);
			if (value !== '' && keys.some((ids) => ids.find(value, true).kind === 'exact')) one.count++;
		}
		if (at % 64 === 0) yield 0;
	}
	const found = counts.filter(({ count }) => count > 0);
	return found.sort((one, other) => other.count - one.count).map(({ column }) => column);
}

/** The column whose values are mostly names of columns that our files have. */
function* columnOfFields(
	list: StudentList,
	columns: readonly number[],
	fields: ReportedFields,
): Steps<number | undefined> {
	for (const column of columns) {
		let filled = 0;
		let found = 0;
		for (const row of list.rows.slice(0, MAX_LOOKED_AT)) {
			const value = listValue(row, column);
			if (value === '') continue;
			filled++;
			if (fields.named(value).length > 0) found++;
		}
		yield 0;
		if (found > 0 && found * 2 >= filled) return column;
	}
	return undefined;
}

/** Whether most messages name a column. */
function* namesFields(list: StudentList, column: number, fields: ReportedFields): Steps<boolean> {
	let found = 0;
	const rows = list.rows.slice(0, MAX_LOOKED_AT);
	for (const [at, { record }] of rows.entries()) {
		if (fields.inMessage(shortened(record[column] ?? '', MAX_LOOKED_AT)).length > 0) found++;
		if (at % 64 === 0) yield 0;
	}
	return found * 2 >= rows.length;
}

function questionOf(
	about: ReturnedQuestion['about'],
	list: StudentList,
	columns: readonly number[],
): ReturnedQuestion {
	const described = columns.map((column) => ({
		name: list.names[column] ?? '',
		samples: samplesIn(list, column),
	}));
	return { about, columns: described };
}

/** The first distinct values of a column, cut; none of one that may hold passwords. */
function samplesIn({ names, rows }: StudentList, column: number): readonly string[] {
	if (/password/i.test(names[column] ?? '')) return [];
	const samples = new Set<string>();
	for (const { record } of rows.slice(0, MAX_LOOKED_AT)) {
		const value = joinSpaces(shortened(record[column] ?? '', MAX_SAMPLE));
		if (!isUnseen(value)) samples.add(value);
		if (samples.size === MAX_SAMPLES) break;
	}
	return [...samples];
}

function noIdProblem(names: readonly string[]): string {
	const named = names.slice(0, MAX_NAMED).map((name) => shortened(joinSpaces(name), MAX_SAMPLE));
	const more = names.length > MAX_NAMED ? ', and more' : '';
	return `No column has the IDs of your students. It has ${wordList(named)}${more}. Choose a report that lists students.`;
}
