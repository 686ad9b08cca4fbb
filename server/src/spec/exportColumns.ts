/** Which columns of ours a header of an export may hold: by the lists of headers, by its system and by the words in it. */

import { exportHeaders, headerKey } from './exportHeaders';
import { isOfOthers, isOfStudents, noteOnHeader, tablePrefix } from './headerMeaning';
import { headerWordsOf } from './headerWords';
import { findElement, isExtension, students, studentsExt } from './index';
import { ambiguousValue, isKnownValue } from './meaning';
import type { ExportSystem } from './systems/types';
import type { Element } from './types';

/**
 * How a header leads to a column, the surest first: it is the column's own name, a header of the system (or the name of a
 * column that asks the same), one of any export, one of the same words, or one of these after the name of a table.
 */
export type ColumnLevel = 'own' | 'system' | 'any' | 'words' | 'prefixed';

/** A column of ours that a header of an export may hold. */
export interface ExportColumn {
	/** As Clever writes it. */
	readonly column: string;
	/** Whether the name settles it. Two columns are usual only if both ask the same, as Clever has some twice. */
	readonly isUsual: boolean;
	/** How it was found. */
	readonly level: ColumnLevel;
	/** The lower, the likelier: where several headers of an export are usual for a column on one level. */
	readonly rank: number;
	/** Why a person must confirm it, where that is known: a sentence for people. */
	readonly note?: string | undefined;
}

/** What is left of "Program Status" and "Eligibility": without the rest, they are about anything. */
const VAGUE_TOPICS: ReadonlySet<string> = new Set(['program', 'eligibility']);

const LEVELS: readonly ColumnLevel[] = ['own', 'system', 'any', 'words', 'prefixed'];

/**
 * The columns that a header may hold, the likeliest first. The student ID is usual only by its own name in one of the two
 * files, and as the certain ID of a system.
 *
 * @param header with or without the name of its table ("Students.Gender"), or numbered by us ("Race (column 7)").
 * @param system the system that wrote the export, if it is known: what the header is there goes before what it is elsewhere.
 */
export function exportColumns(header: string, system?: ExportSystem): readonly ExportColumn[] {
	const name = header.replace(/ \(column \d+\)\**$/, '');
	const own = ownColumns(name, system);
	const prefix = tablePrefix(name);
	if (isExtension(name) || isOfOthers(prefix) || noteOnHeader(name)) return own;
	const [whole, tail] = [
		foundColumns(name, system),
		prefix === '' ? [] : foundColumns(name.slice(prefix.length), system),
	];
	// The words of both together are less sure than the name after the table's: "student.studentNumber".
	const isNamed = whole.some(({ level }) => level !== 'words') || tail.length === 0;
	const found = isNamed ? whole : tail.map((one) => afterPrefix(one, prefix));
	const others = found.filter(({ column }) => !own.some((one) => one.column === column));
	return [...own, ...others].toSorted(byLikelihood);
}

/** Orders columns that headers may hold, the likeliest first. */
export function byLikelihood(a: ExportColumn, b: ExportColumn): number {
	return (
		Number(b.isUsual) - Number(a.isUsual) ||
		LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
		a.rank - b.rank
	);
}

/** The column whose name it is, with the one that asks the same; empty for any other header. */
function ownColumns(name: string, system: ExportSystem | undefined): readonly ExportColumn[] {
	const isId = [studentsExt.primaryKey, system?.certainId].some(
		(id) => id && headerKey(id) === headerKey(name),
	);
	const element = findElement(students, isId ? students.primaryKey : name);
	const columns = element ? [element.column, ...(element.twin === undefined ? [] : [element.twin])] : [];
	return columns.map((column, rank) => ({
		column,
		isUsual: true,
		level: rank === 0 ? 'own' : 'system',
		rank,
	}));
}

function foundColumns(name: string, system: ExportSystem | undefined): readonly ExportColumn[] {
	const ofSystem = system ? columnsIn(system, name) : [];
	const ofAny = columnsOfKey(name);
	const found = ofAny.length > 0 ? ofAny : columnsOfWords(name);
	const others = found.filter(({ column }) => !ofSystem.some((one) => one.column === column));
	const isSaid = ofSystem.length > 0;
	return [...ofSystem, ...others.map((one) => (isSaid ? { ...one, isUsual: false } : one))].map(sureOfNoId);
}

function sureOfNoId(found: ExportColumn): ExportColumn {
	return found.column === students.primaryKey ? { ...found, isUsual: false } : found;
}

function afterPrefix(found: ExportColumn, prefix: string): ExportColumn {
	const element = findElement(students, found.column);
	const isUsual = found.isUsual && element !== undefined && isOfStudents(prefix, element);
	return { ...found, isUsual, level: 'prefixed' };
}

function columnsIn({ headers }: ExportSystem, name: string): readonly ExportColumn[] {
	const key = headerKey(name);
	return headers.flatMap(({ element, names, isCertain, note }): ExportColumn[] => {
		const at = names.findIndex((each) => headerKey(each) === key);
		return at < 0 ? [] : [{ column: element, isUsual: isCertain, level: 'system', rank: at, note }];
	});
}

/** A name of a column in the lists. */
interface Named {
	readonly element: Element;
	readonly isUsual: boolean;
	readonly rank: number;
}

interface Index {
	readonly byKey: ReadonlyMap<string, readonly Named[]>;
	/** By all words; by those that do not only say "student"; by those that do not say the kind of value either. */
	readonly byWords: ReadonlyMap<string, readonly Named[]>;
	readonly byBareWords: ReadonlyMap<string, readonly Named[]>;
	readonly byTopic: ReadonlyMap<string, readonly Named[]>;
}

let builtIndex: Index | undefined;

function columnsOfKey(name: string): readonly ExportColumn[] {
	return merged(index().byKey.get(headerKey(name)) ?? [], 'any');
}

function columnsOfWords(name: string): readonly ExportColumn[] {
	const words = headerWordsOf(name);
	if (!words) return [];
	const { byWords, byBareWords, byTopic } = index();
	// "Student Language" is not the home language, whatever is added to it.
	const isOffered = byWords.get(words.subject)?.every(({ isUsual }) => !isUsual) === true;
	const exact =
		byWords.get(words.all) ?? byWords.get(isOffered ? words.subject : '') ?? byBareWords.get(words.bare);
	if (exact) return merged(exact, 'words');
	const found = merged(byTopic.get(words.topic) ?? [], 'words');
	return found.map((one) => (words.isIndicator && !takesYes(one.column) ? { ...one, isUsual: false } : one));
}

function takesYes(column: string): boolean {
	const set = findElement(students, column)?.optionSet;
	return set !== undefined && (isKnownValue(set, 'Y') || ambiguousValue(set, 'Y') !== undefined);
}

/** The columns of some names: usual where all its names here are, and no other column is; or where both ask the same. */
function merged(named: readonly Named[], level: ColumnLevel): readonly ExportColumn[] {
	const elements = [...new Set(named.map(({ element }) => element))];
	const columns = elements.map((element) => {
		const names = named.filter((one) => one.element === element);
		const rank = Math.min(...names.map((one) => one.rank));
		return { element, rank, isUsual: names.every(({ isUsual }) => isUsual) };
	});
	const usual = columns.filter(({ isUsual }) => isUsual).map(({ element }) => element);
	const isSettled = usual.every((a) =>
		usual.every((b) => a === b || a.twin === b.column || b.twin === a.column),
	);
	return columns.map(({ element, rank, isUsual }) => ({
		column: element.column,
		isUsual: isUsual && isSettled,
		level,
		rank,
	}));
}

function index(): Index {
	builtIndex ??= buildIndex();
	return builtIndex;
}

function buildIndex(): Index {
	const [byKey, byWords, byBareWords, byTopic] = [newMap(), newMap(), newMap(), newMap()];
	for (const { column, names, perhaps = [] } of exportHeaders) {
		const element = findElement(students, column);
		if (!element) continue;
		const all = [
			...[column, ...names].map((name) => ({ name, isUsual: true })),
			...perhaps.map((name) => ({ name, isUsual: false })),
		];
		for (const [rank, { name, isUsual }] of all.entries()) {
			const named = { element, isUsual, rank };
			add(byKey, headerKey(name), named);
			const words = headerWordsOf(name);
			if (!words) continue;
			add(byWords, words.all, named);
			// "No" is no student number, and a column of codes holds the same whatever its name calls the codes.
			if (!isUsual || words.bare === words.all) add(byBareWords, words.bare, named);
			const isTopic = !isUsual || element.optionSet !== undefined;
			if (isTopic && !VAGUE_TOPICS.has(words.topic)) add(byTopic, words.topic, named);
		}
	}
	return { byKey, byWords, byBareWords, byTopic };
}

function newMap(): Map<string, Named[]> {
	return new Map();
}

function add(map: Map<string, Named[]>, key: string, named: Named): void {
	if (key === '') return;
	const found = map.get(key);
	if (found) found.push(named);
	else map.set(key, [named]);
}
