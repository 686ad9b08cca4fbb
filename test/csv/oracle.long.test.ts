import assert from 'node:assert/strict';
import { type Options, parse } from 'csv-parse/sync';
import { MAX_QUOTED_LINES } from '../../server/src/csv/scan';
import { Random } from './random';
import { scan } from './support';

/**
 * Compares the scanner with csv-parse on random texts. A few texts are long, so that quoted fields reach the bound.
 *
 * Two kinds are left out: a field of more lines than the bound, and a quote that another row's value closes, which is
 * a field of several lines with text after its closing quote. Strict csv-parse refuses the second. Two oddities of
 * csv-parse 7.0.3 are outside of the alphabet: it takes NUL after a closing quote for the end of the text
 * (`!nextChr` in lib/api/index.js), and it reads UTF-8, so that a lone surrogate comes back as U+FFFD.
 */
const TEXTS = 100_000;
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

const STRICT: Options = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };
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
		if (/[\r\n]/.test(quoted) && after.trim() !== '') return true;
		at += field.length + 1;
	}
	return false;
}

const records = (values: readonly string[][]): string => JSON.stringify(values);
const lengths = (values: readonly string[][]): string => values.map((record) => record.length).join();

describe('csv-parse and the scanner', () => {
	const { stackTraceLimit } = Error;
	before(() => {
		// Half of the time of csv-parse goes into the stacks of its errors.
		Error.stackTraceLimit = 0;
	});
	after(() => {
		Error.stackTraceLimit = stackTraceLimit;
	});

	it(`agree on ${TEXTS} random texts`, () => {
		const random = new Random(4180);
		const counts = {
			strict: 0,
			relaxedOnly: 0,
			refused: 0,
			atTheBound: 0,
			overTheBound: 0,
			closedByAnotherRow: 0,
		};
		for (let index = 0; index < TEXTS; index++) {
			const text = random.chance(0.02)
				? manyLines(random)
				: random.chance(0.5)
					? noise(random)
					: fields(random);
			const strict = parsed(text, STRICT);
			const expected = strict ?? parsed(text, RELAXED);
			if (!expected) {
				counts.refused++;
				continue;
			}
			const span = longestSpan(text, expected);
			if (span > MAX_QUOTED_LINES) {
				counts.overTheBound++;
				continue;
			}
			if (!strict && isClosedByAnotherRow(text)) {
				counts.closedByAnotherRow++;
				continue;
			}
			if (span > MAX_QUOTED_LINES - 3) counts.atTheBound++;
			counts[strict ? 'strict' : 'relaxedOnly']++;
			const look = strict ? records : lengths;
			if (look(scan(text).values) === look(expected)) continue;
			assert.deepEqual(
				scan(text).values,
				expected,
				`text ${index} of seed ${random.seed}: ${JSON.stringify(text)}`,
			);
		}
		assert.ok(counts.strict > TEXTS / 3, `strict: ${counts.strict}`);
		assert.ok(counts.relaxedOnly > TEXTS / 10, `relaxed: ${counts.relaxedOnly}`);
		assert.ok(counts.atTheBound > 300, `at the bound: ${counts.atTheBound}`);
		assert.ok(counts.overTheBound < TEXTS / 50, `over the bound: ${counts.overTheBound}`);
		assert.ok(counts.closedByAnotherRow < TEXTS / 10, `by another row: ${counts.closedByAnotherRow}`);
	});
});
