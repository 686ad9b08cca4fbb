import type { FileFacts, LookalikeFacts } from '../check/fileFacts';
import { countOf, plural, shown } from '../wording';
import type { CategoryFacts, FolderFacts } from './categoryFacts';
import type { Reason, WayOut } from './readinessTypes';

/** More columns of a file that look like a category are counted together: no person goes through thousands. */
const MAX_LOOKALIKES = 20;

/** Why the report would lack a category: it has no column, one with another name, or one without values. */
export function categoryReasons(
	{ files, unread }: FolderFacts,
	categories: readonly CategoryFacts[],
): readonly Reason[] {
	if (files.length + unread.length === 0) {
		return [{ id: 'nothing-filled', message: 'There is no file to upload.' }];
	}
	const unfilled = files.filter((file) => isUnfilled(file, categories));
	const missing = categories.filter(({ files: holders, absence }) => holders.length === 0 && !absence);
	const empty = categories.filter(
		({ files: holders, isFilled, isNotNeeded, absence }) =>
			holders.length > 0 &&
			!(isFilled || isNotNeeded || absence) &&
			// That nothing is filled in, or no row can be read, says the same of all its columns.
			holders.some((file) => hasReadableRows(file) && !unfilled.includes(file)),
	);
	return [
		...files.flatMap(lookalikes),
		...missing.map((category) => missingCategory(category, files)),
		...unfilled.map((file) => nothingFilled(file, categories)),
		...empty.map(emptyCategory),
	];
}

/** Whether a file has no value in any category, as a fresh template. */
function isUnfilled(file: FileFacts, categories: readonly CategoryFacts[]): boolean {
	if (file.records === 0) return true;
	if (file.columns.some(({ filled }) => filled > 0) || !hasReadableRows(file)) return false;
	if (categories.every(({ isFilled }) => !isFilled) || file.columns.length > 0) return true;
	// A file without such columns may be there for other reasons, as long as the other one has all of them.
	const expected = categories.filter(({ table }) => table.fileName === file.fileName);
	return expected.some(({ isFilled, absence }) => !isFilled && absence !== 'not sent');
}

/** False where it is already said that no row can be read, or has a student ID. */
function hasReadableRows({ isReadable, students, unread }: FileFacts): boolean {
	return isReadable && (students > 0 || unread === 0);
}

function nothingFilled(file: FileFacts, categories: readonly CategoryFacts[]): Reason {
	const { fileName, records, columns } = file;
	const expected = categories.filter(({ table }) => table.fileName === fileName);
	const message =
		records === 0
			? `${fileName} has no rows below the header.`
			: `Nothing is filled in: 0 of ${countOf(expected.length, 'category', 'categories')} of ${fileName} ${plural(expected.length, 'has', 'have')} a value.`;
	const column = columns[0]?.column;
	return {
		id: 'nothing-filled',
		message,
		fileName,
		waysOut: [
			column === undefined
				? { kind: 'open-file', title: `Open ${fileName}`, fileName }
				: fill(fileName, column),
		],
	};
}

function lookalikes({ fileName, lookalikes: found }: FileFacts): Reason[] {
	const reasons = found.slice(0, MAX_LOOKALIKES).map(
		({ columns, ...place }): Reason => ({
			id: 'lookalike-column',
			message: `The column "${shown(place.header)}" is not read. Did you mean ${columns.join(' or ')}?`,
			fileName,
			column: place.header,
			waysOut: columns.map((column) => rename(fileName, place, column)),
		}),
	);
	const more = found.length - reasons.length;
	if (more === 0) return reasons;
	const message = `${countOf(more, 'more column')} of ${fileName} may be a category, but with another name.`;
	return [...reasons, { id: 'lookalike-column', message, fileName, waysOut: [] }];
}

function missingCategory(
	{ element: { column }, table: { fileName } }: CategoryFacts,
	files: readonly FileFacts[],
): Reason {
	const renames = files.flatMap((file) =>
		file.lookalikes
			.filter(({ columns }) => columns.includes(column))
			.slice(0, MAX_LOOKALIKES)
			.map((lookalike) => rename(file.fileName, lookalike, column)),
	);
	const add: WayOut = { kind: 'add-column', title: `Add the Column ${column}`, fileName, column };
	return {
		id: 'missing-category',
		message: `${column} has no column in ${fileName}.`,
		fileName,
		column,
		waysOut: [...(renames.length > 0 ? renames : [add]), notSent(column)],
	};
}

function emptyCategory({ element: { column }, files }: CategoryFacts): Reason {
	const { fileName } = files[0] as FileFacts;
	return {
		id: 'empty-category',
		message: `${column} has no value in any row of ${fileName}.`,
		fileName,
		column,
		waysOut: [fill(fileName, column), notSent(column)],
	};
}

function rename(
	fileName: string,
	{ header, index }: Pick<LookalikeFacts, 'header' | 'index'>,
	value: string,
): WayOut {
	return { kind: 'rename-column', title: `Rename to ${value}`, fileName, column: header, index, value };
}

function fill(fileName: string, column: string): WayOut {
	return { kind: 'fill', title: `Fill ${column}`, fileName, column };
}

function notSent(column: string): WayOut {
	return { kind: 'not-sent', title: `Do Not Ask for ${column} Again`, column };
}
