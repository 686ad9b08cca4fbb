import assert from 'node:assert/strict';
import { type Options, parse } from 'csv-parse/sync';
import { MAX_QUOTED_LINES } from '../../server/src/csv/scan';
import type { Random } from './random';
import { scan } from './support';

/**
 * Compares the scanner with csv-parse. A few of the random texts are long, so that quoted fields reach the bound.
 *
 * Two kinds are left out: a field of more lines than the bound, and a quote that another row's value closes, which is
 * a field of several lines with text after its closing quote. Strict csv-parse refuses the second. Two oddities of
 * csv-parse 7.0.3 are outside of the alphabet: it takes NUL after a closing quote for the end of the text
 * (`!nextChr` in lib/api/index.js), and it reads UTF-8, so that a lone surrogate comes back as U+FFFD.
 */
const ALPHABET = ['a', 'b', 'a', ',', ',', ',', '"', '"', '""', '\n', '\r', '\r\n', ' '];
/** Fields of a sound text, and a few faulty ones. */
const FIELDS = [
	'a',
	'bc',
	'',
	' ',
	'"a"',
	'""',
	'"a,b"',
	'"a""b"',
	'""""',
	'"a\nb"',
	'"\r\n"',
	'"\r"',
	'"a"b',
	'a"',
];
const DELIMITERS = [',', ',', ',', '\n', '\r\n', '\r'];

const STRICT: Options = { bom: true, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };
const RELAXED: Options = { ...STRICT, relax_quotes: true };

function noise(random: Random): string {
	return random.text(ALPHABET, random.below(random.chance(0.5) ? 8 : 24));
}

function fields(random: Random): string {
	let text = '';
	for (let count = random.below(20); count > 0; count--) {
		const sound = random.chance(0.97);
		text += random.pick(sound ? FIELDS.slice(0, -2) : FIELDS) + random.pick(DELIMITERS);
	}
	return random.chance(0.3) ? text.slice(0, -1) : text;
}

/** Lines below an opening quote that is closed somewhere near the bound. */
function manyLines(random: Random): string {
	const lines = MAX_QUOTED_LINES - 4 + random.below(8);
	return `${fields(random)}"${random.text(['\n', 'a\r\n', ',\rb'], lines)}"${random.pick(DELIMITERS)}${fields(random)}`;
}

function parsed(text: string, options: Options): string[][] | undefined {
	try {
		return parse(text, options) as unknown as string[][];
	} catch {
		return undefined;
	}
}

/** How many lines the longest field has; in a relaxed field, too, line breaks are between quotes. */
function longestSpan(text: string, records: readonly string[][]): number {
	if (text.length < MAX_QUOTED_LINES) return 1;
	return Math.max(1, ...records.flat().map((value) => value.split(/\r\n|\n|\r/).length));
}

/** One field as csv-parse reads it when relaxed: a quoted part with its text after it, or text up to a delimiter. */
const RELAXED_FIELD = /(?<quoted>"(?:[^"]|"")*"(?!"))(?<after>[^,\r\n]*)|[^,\r\n]*/y;

/** Whether a quoted field spans lines and has text other than spaces after its closing quote. */
function isClosedByAnotherRow(text: string): boolean {
	for (let at = 0; at <= text.length; ) {
		RELAXED_FIELD.lastIndex = at;
		const [field = '', quoted = '', after = ''] = RELAXED_FIELD.exec(text) ?? [];
		if (/[\r\n]/.test(quoted) && /[^ ]/.test(after)) return true;
		at += field.length + 1;
	}
	return false;
}

const records = (values: readonly string[][]): string => JSON.stringify(values);
const lengths = (values: readonly string[][]): string => values.map((record) => record.length).join();

/** Draws a text with faults of commas and quotes. */
export function oracleText(random: Random): string {
	if (random.chance(0.02)) return manyLines(random);
	return random.chance(0.5) ? noise(random) : fields(random);
}

/** How a text was compared, or why it was not. */
export type Comparison =
	| 'strict'
	| 'relaxedOnly'
	| 'refused'
	| 'overTheBound'
	| 'closedByAnotherRow'
	| 'atTheBound';

/** Asserts that the scanner reads a text as csv-parse does: its values, or how many, where csv-parse must be relaxed. */
export function compareWithCsvParse(text: string): Comparison {
	const strict = parsed(text, STRICT);
	const expected = strict ?? parsed(text, RELAXED);
	if (!expected) return 'refused';
	const span = longestSpan(text, expected);
	if (span > MAX_QUOTED_LINES) return 'overTheBound';
	if (!strict && isClosedByAnotherRow(text)) return 'closedByAnotherRow';
	const look = strict ? records : lengths;
	const { values } = scan(text);
	if (look(values) !== look(expected)) assert.deepEqual(values, expected, JSON.stringify(text));
	if (span > MAX_QUOTED_LINES - 3) return 'atTheBound';
	return strict ? 'strict' : 'relaxedOnly';
}
