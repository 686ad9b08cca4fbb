/** Columns of a file that the table does not know by their names, and which of its columns they may be. */

import { isUnseen, trimUnseen } from '../../characters';
import {
	bareColumnKey,
	findElement,
	isExtension,
	isPrimaryKey,
	siblingTable,
	students,
	studentsExt,
	type Table,
} from '../../spec';
import { headerKey } from '../../spec/exportHeaders';
import {
	columnsMeantBy,
	headerWords,
	isOfStudents,
	type MeantColumn,
	tablePrefix,
} from '../../spec/headerMeaning';
import { letterCount } from '../../spec/wordKey';
import { countOf, shown } from '../../wording';
import { type Fix, setValue } from '../fix';
import type { Column, Layout } from '../layout';
import { nearest } from '../suggest';

/** A header longer than this, in UTF-16 units, is no name of a column. */
const MAX_HEADER = 100;
/** A message names no more columns than this, and counts the rest. */
const MAX_NAMED = 20;

/** How certain it is that a header is meant for a column of the table. */
export type Likeness =
	/** The same letters and digits, without the prefix of extension columns. */
	| 'bare'
	/** The usual name of the column in exports. */
	| 'usual'
	/** A similar name, or one that is the usual name of something else in some districts. */
	| 'similar'
	/** A typing mistake. */
	| 'typo';

/** A column of the table that the file does not have, and that an unknown column of the file may be. */
export interface Likely {
	/** Its exact name. */
	readonly column: string;
	readonly likeness: Likeness;
}

/** What an unknown column of the file may be. */
export interface Lookalike {
	/** 0-based. */
	readonly index: number;
	/** The header as it is written in the file. */
	readonly header: string;
	/** The likeliest first. */
	readonly likely: readonly Likely[];
	/** The column that the header is a name of, if the file has that column already. */
	readonly present: string | undefined;
}

/** A category that the file does not have, and a column of the file that looks like it. */
export interface LookalikeColumn {
	/** The name of the category's column. */
	readonly column: string;
	/** The header of the column that looks like it, as it is written in the file. */
	readonly header: string;
	/** The 0-based index of that column. */
	readonly index: number;
}

const lookalikesByLayout = new WeakMap<Layout, ReadonlyMap<number, Lookalike>>();

/** By column of the table, how many columns of a file may be it. */
const countsByLayout = new WeakMap<Layout, Map<string, number>>();

/** The unknown columns of a file that may be a column of the table, by their 0-based indexes. */
export function lookalikesIn(layout: Layout): ReadonlyMap<number, Lookalike> {
	let lookalikes = lookalikesByLayout.get(layout);
	if (!lookalikes) {
		lookalikes = findLookalikes(layout);
		lookalikesByLayout.set(layout, lookalikes);
	}
	return lookalikes;
}

/** The categories that a file does not have under their names, with the columns of the file that look like them. */
export function lookalikeColumns(layout: Layout): readonly LookalikeColumn[] {
	const isCategory = (column: string): boolean => findElement(layout.table, column)?.kind === 'demographic';
	return columnsLike(layout).filter(({ column }) => isCategory(column));
}

/** The same for any columns of the table, such as the required ones. */
export function lookalikesOf(layout: Layout, columns: readonly string[]): readonly LookalikeColumn[] {
	return columnsLike(layout).filter(({ column }) => columns.includes(column));
}

/** Whether only one column of the file may be this column of the table: renaming two would give the file one twice. */
export function isOnlyLookalike(layout: Layout, column: string): boolean {
	let counts = countsByLayout.get(layout);
	if (!counts) {
		counts = new Map();
		for (const { column: like } of columnsLike(layout)) counts.set(like, (counts.get(like) ?? 0) + 1);
		countsByLayout.set(layout, counts);
	}
	return counts.get(column) === 1;
}

/** What to do with columns that a file may have under other names: a sentence for each, and then the way out. */
export function maybeUnderAnotherName(lookalikes: readonly LookalikeColumn[]): string {
	const maybe = lookalikes
		.slice(0, MAX_NAMED)
		.map(
			({ column, index, header }) => `${column} may be column ${index + 1} ("${shown(trimUnseen(header))}").`,
		);
	const more = new Set(lookalikes.slice(MAX_NAMED).map(({ index }) => index)).size;
	if (more === 0) return `${maybe.join(' ')} If so, rename it.`;
	return `${maybe.join(' ')} ${countOf(more, 'more column')} may be one of them. If so, rename it.`;
}

/**
 * Fixes on the whole header that rename columns, none preferred. None where there are more columns than a message names:
 * each has its own fix.
 */
export function renameFixes(lookalikes: readonly LookalikeColumn[]): readonly Fix[] {
	if (lookalikes.length > MAX_NAMED) return [];
	return lookalikes.map(({ column, header, index }) => ({
		...setValue(`Rename "${shown(trimUnseen(header))}" to ${column}`, index, column),
		id: `rename:${index}:${column}`,
	}));
}

/** The column with the sibling file's key, for a file that lacks its own. */
export function siblingKey<T extends { readonly header: string }>(
	columns: readonly T[],
	table: Table,
): T | undefined {
	const sibling = siblingTable(table);
	if (!sibling) return undefined;
	return columns.find(({ header }) => isPrimaryKey(sibling, header));
}

function columnsLike(layout: Layout): readonly LookalikeColumn[] {
	return [...lookalikesIn(layout).values()].flatMap(({ likely, header, index }) =>
		likely.map(({ column }) => ({ column, header, index })),
	);
}

function findLookalikes(layout: Layout): ReadonlyMap<number, Lookalike> {
	const { table, columns } = layout;
	const key = layout.keyIndex < 0 ? siblingKey(columns, table) : undefined;
	const isMissing = (column: string): boolean =>
		// The column with the sibling's key is renamed to this file's, and no other one.
		layout.indexOf(column) < 0 && !(key && column === table.primaryKey);
	const names: Names = {
		table,
		isMissing,
		missing: [...keysOf(table)].filter(([column]) => isMissing(column)),
		words: new Set([...headerWords, ...keysOf(table).values()]),
	};
	const lookalikes = new Map<number, Lookalike>();
	for (const column of columns) {
		if (column.element || column.duplicateOf !== undefined || column === key || !isName(column)) continue;
		const { index, header } = column;
		const { bare, meant } = meaningIn(table, header);
		const likely = likelyColumns(names, header, bare, meant);
		const known = bare ?? meant.find(({ isUsual }) => isUsual)?.column;
		const present = known !== undefined && layout.indexOf(known) >= 0 ? known : undefined;
		if (likely.length > 0) lookalikes.set(index, { index, header, likely, present: undefined });
		else if (present) lookalikes.set(index, { index, header, likely, present });
	}
	return lookalikes;
}

/** The names that the unknown columns of one file are compared with. */
interface Names {
	readonly table: Table;
	/** Whether a column of the table can be what an unknown one is meant for. */
	readonly isMissing: (column: string) => boolean;
	/** Those columns, with their keys. */
	readonly missing: readonly (readonly [column: string, key: string])[];
	/** Words that are no typing mistakes. */
	readonly words: ReadonlySet<string>;
}

const keysByTable = new WeakMap<Table, ReadonlyMap<string, string>>();

/** Every column of a table with its letters and digits, without the prefix of extension columns. */
function keysOf(table: Table): ReadonlyMap<string, string> {
	let keys = keysByTable.get(table);
	if (!keys) {
		keys = new Map(table.elements.map(({ column }) => [column, bareColumnKey(column)]));
		keysByTable.set(table, keys);
	}
	return keys;
}

/** Whether a header is a name on one line, without a quote that is out of place. */
function isName({ header }: Column): boolean {
	return header.length <= MAX_HEADER && !/["\r\n]/.test(header) && !isUnseen(header);
}

function likelyColumns(
	names: Names,
	header: string,
	bare: string | undefined,
	meant: readonly MeantColumn[],
): readonly Likely[] {
	if (bare !== undefined && names.isMissing(bare)) return [{ column: bare, likeness: 'bare' }];
	const known = meant
		.filter(({ column }) => names.isMissing(column))
		.map(({ column, isUsual }): Likely => ({ column, likeness: isUsual ? 'usual' : 'similar' }));
	if (!isExtension(header)) {
		return meant.length > 0 || bare !== undefined ? known : typosOf(header, names.missing, names.words);
	}
	// Another partner's column may have any name, so only a usual one of an extension column or of the missing ID counts, or
	// a mistake in the name of an extension column.
	const extensions = names.missing.filter(([column]) => isExtension(column));
	const typos = typosOf(header, extensions, names.words);
	if (typos.length > 0) return typos;
	return known.filter(
		({ column, likeness }) =>
			likeness === 'usual' && (isExtension(column) || column === names.table.primaryKey),
	);
}

/**
 * What a header means. `bare` is the extension column whose name it is without the prefix, or with another character for
 * the prefix's dot. `meant` are the columns that exports name so, with the table's own name for the student's ID.
 */
function meaningIn(
	table: Table,
	header: string,
): { readonly bare: string | undefined; readonly meant: readonly MeantColumn[] } {
	const extension = isExtension(header)
		? undefined
		: findElement(table, `${studentsExt.prefix}${withoutPrefix(header)}`);
	const prefix = tablePrefix(header);
	const whole = columnsMeantBy(withoutPrefix(header));
	const meant = whole.length > 0 || prefix === '' ? whole : meantInTable(table, header, prefix);
	return {
		bare: extension?.column,
		meant: meant.map((one) =>
			one.column === students.primaryKey ? { ...one, column: table.primaryKey } : one,
		),
	};
}

/** A header without the prefix of extension columns, whatever character is in place of its dot. */
export function withoutPrefix(header: string): string {
	return trimUnseen(header).replace(/^ext[^\p{L}\p{N}]+/iu, '');
}

/** The columns that a header means after the name of its table, such as "Students.Gender". */
function meantInTable(table: Table, header: string, prefix: string): readonly MeantColumn[] {
	const tail = header.slice(prefix.length);
	const same = findElement(table, tail);
	const meant = same ? [{ column: same.column, isUsual: true }] : columnsMeantBy(tail);
	return meant.filter(({ column }) => {
		const element = findElement(table, column);
		return element && isOfStudents(prefix, element);
	});
}

/** The columns in whose name a header has a typing mistake. A one is typed for the numeral I at the end of a name. */
function typosOf(header: string, missing: Names['missing'], words: Names['words']): readonly Likely[] {
	const typed = headerKey(withoutPrefix(header));
	const [numbered, others] = [
		missing.filter(([, name]) => name.endsWith('i')),
		missing.filter(([, name]) => !name.endsWith('i')),
	];
	const nameOf = ([, name]: Names['missing'][number]): readonly string[] => [name];
	return [
		...nearest(typed.replaceAll('1', 'i'), numbered, nameOf, words),
		...nearest(typed, others, nameOf, words).filter(([, name]) => hasStem(typed, name)),
	].map(([column]) => ({ column, likeness: 'typo' }));
}

/** What names of columns end in, whatever they are about. */
const SUFFIX = /(?<=.)(?:status|indicator|id)$/;
/** A shorter stem, in letters, has no typing mistakes: ELA is not ELL. */
const MIN_STEM = 4;

/** Whether a header is a typing mistake for a name, in the part that says what the name is about too. */
function hasStem(typed: string, name: string): boolean {
	const [suffix = ''] = SUFFIX.exec(name) ?? [];
	const stem = name.slice(0, name.length - suffix.length);
	if (suffix === '' || typed.startsWith(stem)) return true;
	if (!typed.endsWith(suffix)) return letterCount(stem) >= MIN_STEM;
	return nearest(typed.slice(0, -suffix.length), [stem], (word) => [word]).length > 0;
}
