import { isUnseen } from '../../characters';
import type { Fields } from '../../csv/scan';
import { isKnownValue } from '../../spec/meaning';
import type { Column, Layout } from '../layout';
import { isSecretColumn } from '../secretColumn';

/** A run of fields that may be one value with unquoted commas in it. */
export interface UnquotedComma {
	/** The 0-based column that holds the value. */
	readonly column: number;
	/** UTF-16 offsets in the text; `end` is exclusive. */
	readonly start: number;
	readonly end: number;
	/** Whether a part of it may be a password, which no message shows. */
	readonly secret: boolean;
	/** Whether each comma in it has a space after it. */
	readonly spaces: boolean;
}

/**
 * For a record with more fields than the header: the columns in which an unquoted comma ("Last, First") explains the
 * extra fields, from left to right. A single result is certain enough for a preferred fix, but where several commas
 * without spaces may as well be in several values.
 */
export function unquotedCommas(text: string, fields: Fields, layout: Layout): readonly UnquotedComma[] {
	const extra = fields.count - layout.columns.length;
	if (extra < 1 || extra > 4) return [];
	const cell = (index: number): string =>
		text.slice(fields.starts[index] as number, fields.ends[index] as number);
	const secrets = layout.columns.filter(isSecretColumn).map(({ index }) => index);
	const misfits = misfitsByColumn(layout, cell, extra);
	const candidates = layout.columns
		.filter(({ element }) => element === undefined || element.kind === 'text' || element.kind === 'secret')
		.map(({ index }) => ({
			column: index,
			start: fields.starts[index] as number,
			end: fields.ends[index + extra] as number,
			// The row is shifted, so the password can stand up to `extra` fields further right than its column.
			secret: secrets.some((at) => index + extra >= at && index <= at + extra),
			misfits: misfits[index] as number,
			spaces: Array.from({ length: extra }, (_, k) => cell(index + k + 1)).every((next) =>
				/^\s+\S/.test(next),
			),
		}))
		.filter(({ column }) => noneQuoted(fields, column, extra) && cell(column) !== '');
	const fewest = candidates.reduce((least, one) => Math.min(least, one.misfits), Number.POSITIVE_INFINITY);
	const fitting = candidates.filter((one) => one.misfits === fewest);
	const withSpace = fitting.filter(({ spaces }) => spaces);
	if (withSpace.length > 0) return withSpace;
	// Extra commas at the end of the row explain it just as well, and nothing shows which it is.
	return isUnseen(cell(fields.count - 1)) ? [] : fitting;
}

function noneQuoted(fields: Fields, column: number, extra: number): boolean {
	for (let index = column; index <= column + extra; index++) if (fields.flags[index] !== 0) return false;
	return true;
}

/**
 * For each column, how many columns would have an impossible value if the value with the comma were there: columns to
 * its left take their own field, columns to its right the field `extra` places further on.
 */
function misfitsByColumn(layout: Layout, cell: (field: number) => string, extra: number): readonly number[] {
	const misfits: number[] = [];
	let misfitsOnLeft = 0;
	for (const column of layout.columns) {
		misfits.push(misfitsOnLeft);
		if (isMisfit(column, cell(column.index))) misfitsOnLeft++;
	}
	let misfitsOnRight = 0;
	for (let index = layout.columns.length - 1; index >= 0; index--) {
		misfits[index] = (misfits[index] as number) + misfitsOnRight;
		if (isMisfit(layout.columns[index] as Column, cell(index + extra))) misfitsOnRight++;
	}
	return misfits;
}

/** Whether a column cannot have a value: a key that is blank, or a word without a meaning in a column of codes. */
export function isMisfit({ element }: Column, value: string): boolean {
	if (element?.kind === 'key') return isUnseen(value);
	if (!element?.optionSet || value === '') return false;
	return !isKnownValue(element.optionSet, value);
}
