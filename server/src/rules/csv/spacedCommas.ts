import { valueIn } from '../../csv/quote';
import type { Fields } from '../../csv/scan';
import type { Layout } from '../layout';
import { isMisfit } from './unquotedComma';

/** A value that was cut at the commas in it. */
export interface CutValue {
	/** The 0-based column that it belongs to. */
	readonly column: number;
	/** UTF-16 offsets in the text; `end` is exclusive. */
	readonly start: number;
	readonly end: number;
}

/** A row with several cut values. */
export interface CutRow {
	readonly cut: readonly CutValue[];
	/** The values of the row once the cut ones are quoted. */
	readonly values: readonly string[];
	/** Whether a backslash before a comma is removed. */
	readonly hasEscapes?: boolean;
}

const STARTS_WITH_SPACE = /^\s+\S/;
const ESCAPED_COMMAS = /\\,/g;

/**
 * For a record with more fields than the header: the values that were cut at a comma with a space after it, as in
 * "Last, First", where there are several, or with a backslash before it, which is no part of the value. Undefined
 * unless these commas explain the row exactly.
 */
export function spacedCommas(text: string, fields: Fields, layout: Layout): CutRow | undefined {
	const extra = fields.count - layout.columns.length;
	if (extra < 1) return undefined;
	const cut: CutValue[] = [];
	const values: string[] = [];
	let joined = 0;
	let hasEscapes = false;
	for (let index = 0; index < fields.count; index++) {
		const start = fields.starts[index] as number;
		const end = fields.ends[index] as number;
		const column = values.length - 1;
		const isEscaped = index > 0 && text[start - 2] === '\\';
		const isJoined = isEscaped || (index > 0 && STARTS_WITH_SPACE.test(text.slice(start, end)));
		if (fields.flags[index] !== 0 || !isJoined) {
			values.push(valueIn(text, fields, index));
			continue;
		}
		const { element } = layout.columns[column] ?? {};
		if (fields.flags[index - 1] !== 0 || ++joined > extra) return undefined;
		if (element && element.kind !== 'text' && element.kind !== 'secret') return undefined;
		const before = cut.at(-1)?.column === column ? cut.pop() : undefined;
		const from = before?.start ?? (fields.starts[index - 1] as number);
		cut.push({ column, start: from, end });
		if (isEscaped) hasEscapes = true;
		const value = text.slice(from, end).replaceAll(ESCAPED_COMMAS, ',');
		// Before a comma, two backslashes may be one that belongs to the value.
		if (hasEscapes && value.includes('\\')) return undefined;
		values[column] = value;
	}
	if (joined !== extra || (cut.length < 2 && !hasEscapes)) return undefined;
	const fits = !layout.columns.some((one) => isMisfit(one, values[one.index] ?? ''));
	return fits ? { cut, values, hasEscapes } : undefined;
}
