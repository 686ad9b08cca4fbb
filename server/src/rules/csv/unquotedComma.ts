import type { Fields } from '../../csv/scan';
import type { Column, Layout } from '../layout';
import { optionMeant, optionSpelled } from '../suggest';

/** A run of fields that one value with commas in it explains. */
export interface UnquotedComma {
	/** The 0-based column that holds the value. */
	readonly column: number;
	/** Offsets in the text: the first unit, and behind the last. */
	readonly start: number;
	readonly end: number;
	/** A part of it could be a password: then it is shown to nobody. */
	readonly secret: boolean;
}

const PASSWORD_HEADER = /password/i;

/**
 * Where a record has more fields than the header: the columns in which an unquoted comma ("Last, First")
 * explains it, best first. One that stands alone is certain enough to be preferred.
 */
export function unquotedCommas(text: string, fields: Fields, layout: Layout): readonly UnquotedComma[] {
	const extra = fields.count - layout.columns.length;
	if (extra < 1 || extra > 4) return [];
	const cell = (index: number): string =>
		text.slice(fields.starts[index] as number, fields.ends[index] as number);
	const secrets = layout.columns.filter(isSecret).map(({ index }) => index);
	const candidates = layout.columns
		.filter(({ element }) => element === undefined || element.kind === 'text' || element.kind === 'secret')
		.map(({ index }) => ({
			column: index,
			start: fields.starts[index] as number,
			end: fields.ends[index + extra] as number,
			// The row is shifted, so the password can stand up to `extra` fields further right than its column.
			secret: secrets.some((at) => index + extra >= at && index <= at + extra),
			misfits: countMisfits(layout, (column) => cell(column <= index ? column : column + extra), index),
			blanks: Array.from({ length: extra }, (_, k) => cell(index + k + 1)).every((next) => /^\s/.test(next)),
		}))
		.filter(({ column }) => noneQuoted(fields, column, extra) && cell(column) !== '');
	const fewest = Math.min(...candidates.map(({ misfits }) => misfits));
	const fitting = candidates.filter(({ misfits }) => misfits === fewest);
	const withBlank = fitting.filter(({ blanks }) => blanks);
	if (withBlank.length > 0) return withBlank;
	// Commas too many at the end of the row explain it just as well, and nothing tells which it is.
	return cell(fields.count - 1) === '' ? [] : fitting;
}

function isSecret({ element, header }: Column): boolean {
	return element ? element.kind === 'secret' : PASSWORD_HEADER.test(header);
}

function noneQuoted(fields: Fields, column: number, extra: number): boolean {
	for (let index = column; index <= column + extra; index++) if (fields.flags[index] !== 0) return false;
	return true;
}

/** How many coded columns would hold something that is no code, with the fields read as `cell` says. */
function countMisfits(layout: Layout, cell: (column: number) => string, merged: number): number {
	return layout.columns.filter(({ element, index }) => {
		if (index === merged) return false;
		const value = cell(index);
		if (element?.kind === 'key') return value.trim() === '';
		if (!element?.optionSet || value === '') return false;
		return !optionSpelled(element.optionSet, value) && !optionMeant(element.optionSet, value);
	}).length;
}
