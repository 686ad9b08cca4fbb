import { type Dialect, type DialectField, readDialect } from '../../csv/dialect';
import { fieldText } from '../../csv/quote';
import { FAULTY, type Fields, TEXT_AFTER_QUOTE, UNCLOSED } from '../../csv/scan';
import type { Fix, FixStep } from '../fix';
import type { Problem, Spot } from '../rule';
import type { RecordView } from '../views';
import { closedRow, fixesOfOpenQuote } from './closedRow';
import { hasQuotesAroundWords } from './quotedWords';

/** One cause that explains every misplaced quote of a row. */
export interface RowFault {
	/** The flag of the fault, as csv/scan.ts names it: the rule on it reports the fault, and all others are silent. */
	readonly flag: number;
	readonly problem: Problem;
	readonly spot: Spot;
}

/** What a program other than RFC 4180 says about quotes has done to a row. */
interface Cause {
	readonly dialect: Dialect;
	/** Whether to try the dialect on a record, which has fields in number other than the header's or not. */
	readonly mayBe: (record: string, hasOtherCount: boolean) => boolean;
	/** The message, by the column's name and the field's text. */
	readonly message: (name: string, text: string) => string;
	readonly fixTitle: string;
	/** Whether the writer's intention is certain for values that hold these quotes. */
	readonly isCertain?: (changed: readonly DialectField[]) => boolean;
}

const HAS_SPACE_AT_QUOTE = /(?:^|,) +"|" +(?:,|$)/;
const HAS_BACKSLASH = /\\"/;
/** A quote at an end of a value may have been one around the value. */
const HAS_OUTER_QUOTE = /^\s*"|"\s*$/;
/** Two quoted values, which no reading may merge. */
const HAS_QUOTE_AT_COMMA = /" *,|, *"/;

const spaceAtQuote: Cause = {
	dialect: { spaces: true },
	mayBe: (record) => HAS_SPACE_AT_QUOTE.test(record),
	message: (name, text) =>
		text.startsWith(' ')
			? `${name} has a space before its quote, so the quotes count as text. Remove the space.`
			: `${name} has a space after its closing quote. Remove the space.`,
	fixTitle: 'Remove the Spaces Around the Values',
};

const backslash: Cause = {
	dialect: { innerQuotes: 'backslash' },
	mayBe: (record) => HAS_BACKSLASH.test(record),
	message: (name) =>
		`${name} has a backslash before a quote. In a CSV file, a quote inside a value is doubled. Double it instead.`,
	fixTitle: 'Double the Quotes Instead of the Backslashes',
};

const causes: readonly Cause[] = [
	spaceAtQuote,
	backslash,
	{
		...backslash,
		dialect: { spaces: true, innerQuotes: 'backslash' },
		mayBe: (record) => HAS_SPACE_AT_QUOTE.test(record) && HAS_BACKSLASH.test(record),
	},
	{
		dialect: { innerQuotes: 'plain' },
		mayBe: (_, hasOtherCount) => hasOtherCount,
		message: (name) => `${name} has quotes inside its quotes. Double the quotes inside.`,
		fixTitle: 'Double the Quotes Inside',
		isCertain: (changed) => changed.every(({ value }) => hasQuotesAroundWords(value)),
	},
	{
		dialect: { spaces: true, innerQuotes: 'plain' },
		mayBe: (record) => HAS_SPACE_AT_QUOTE.test(record),
		message: (name) =>
			`${name} has quotes inside its quotes and spaces around them. Remove the spaces and double the quotes inside.`,
		fixTitle: 'Remove the Spaces and Double the Quotes Inside',
		isCertain: () => false,
	},
];

/**
 * The cause that explains a row with misplaced quotes as a whole: spaces before its quotes, backslashes, or a quote
 * that a later quoted value seems to close. Undefined for a row without such a fault, and where nothing explains it.
 */
export function rowFault(view: RecordView): RowFault | undefined {
	const { fields, layout, text, start } = view;
	if (!(fields.allFlags & FAULTY)) return undefined;
	const record = text.slice(start, fields.end);
	const wanted = layout.columns.length;
	for (const cause of causes) {
		if (!cause.mayBe(record, fields.count !== wanted)) continue;
		const meant = readDialect(record, cause.dialect);
		const fault = meant?.length === wanted ? faultOf(view, record, cause, meant) : undefined;
		if (fault) return fault;
	}
	const openQuote = openQuoteFault(view);
	if (openQuote) return openQuote;
	// Spaces are one fault, even in a row that has a second one.
	const meant = spaceAtQuote.mayBe(record, false) ? readDialect(record, spaceAtQuote.dialect) : undefined;
	return meant && faultOf(view, record, spaceAtQuote, meant);
}

function faultOf(
	{ layout, fields }: RecordView,
	record: string,
	{ dialect, message, fixTitle, isCertain }: Cause,
	meant: readonly DialectField[],
): RowFault | undefined {
	const steps: FixStep[] = [];
	const changed: DialectField[] = [];
	for (const field of meant) {
		const text = field.isQuoted ? fieldText(field.value, true) : field.value;
		if (text === record.slice(field.start, field.end)) continue;
		steps.push({ kind: 'text', start: field.start, end: field.end, text });
		changed.push(field);
	}
	if (dialect.innerQuotes === 'plain' && changed.some(({ value }) => HAS_QUOTE_AT_COMMA.test(value)))
		return undefined;
	const first = changed.find(({ isQuoted }) => isQuoted);
	if (!first) return undefined;
	const column = meant.indexOf(first);
	const fix: Fix = {
		id: 'repair-quotes',
		title: fixTitle,
		preferred:
			meant.length === layout.columns.length &&
			(isCertain?.(changed) ?? true) &&
			!changed.some(({ value }) => HAS_OUTER_QUOTE.test(value) && !hasQuotesAroundWords(value)),
		target: { kind: 'record', rows: [meant.map(({ value }) => value)] },
		steps,
	};
	return {
		flag: firstFault(fields, column),
		problem: {
			message: message(layout.nameOf(column), record.slice(first.start, first.end)),
			fixes: () => [fix],
		},
		spot: { column, ...spanOfFault(first, record.slice(first.start, first.end)) },
	};
}

/** The spaces before a field's quotes, or else after them; the whole field where there are none. */
function spanOfFault(
	{ start, end }: DialectField,
	text: string,
): { readonly start: number; readonly end: number } {
	const before = text.length - text.trimStart().length;
	const after = text.length - text.trimEnd().length;
	if (before > 0) return { start, end: start + before };
	return { start: after > 0 ? end - after : start, end };
}

/** The flag of the first fault from a 0-based column on. */
function firstFault({ flags, count }: Fields, column: number): number {
	for (let at = column; at < count; at++) {
		const fault = (flags[at] as number) & FAULTY;
		if (fault) return fault;
	}
	return 0;
}

/** A quote that is never closed, where a later value's quote in the same row seems to close it. */
function openQuoteFault(view: RecordView): RowFault | undefined {
	const { fields, layout, start } = view;
	const column = fields.flags.findIndex((flags, index) => index < fields.count && (flags & FAULTY) !== 0);
	if (!((fields.flags[column] as number) & TEXT_AFTER_QUOTE)) return undefined;
	const closed = closedRow(view, column, fields.end);
	if (!closed) return undefined;
	const open = (fields.starts[column] as number) - start;
	return {
		flag: UNCLOSED,
		problem: {
			message: `The quote in ${layout.nameOf(column)} is never closed: the quote of a later value would close it. Close it, or remove it.`,
			fixes: () => fixesOfOpenQuote(open, closed, closed.end, closed.fits),
		},
		spot: { column, start: open, end: open + 1 },
	};
}
