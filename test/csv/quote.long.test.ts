import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldText, fieldValue, rowText } from '../../server/src/csv/quote';
import { FAULTY, Fields, recordReader } from '../../server/src/csv/scan';
import { flagsOf, parse } from './support';

/** Values that are likely to hold commas, quotes and line breaks; some hold lone surrogates. */
const value = fc.oneof(
	fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', '\r\n', '\t', ';', '\uFEFF') }),
	fc.string({ unit: 'binary' }),
	fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
);

/** Whether a text is a record of one sound field with this value. */
function readsAs(text: string, expected: string): boolean {
	const fields = new Fields();
	recordReader.read(text, 0, fields);
	const sound = fields.count === 1 && fields.end === text.length && !(fields.allFlags & FAULTY);
	return sound && fieldValue(text, fields.flags[0] as number) === expected;
}

describe('fieldText', () => {
	it('does not quote a value that reads back without quotes', () => {
		fc.assert(
			fc.property(value, (given) => {
				assert.equal(fieldText(given) === given, readsAs(given, given));
			}),
			{ numRuns: 5_000 },
		);
	});

	it('reads back as the same value and leaves its neighbors unchanged', () => {
		fc.assert(
			fc.property(value, fc.boolean(), fc.constantFrom('\n', '\r', '\r\n'), (given, wasQuoted, lineBreak) => {
				const text = `x,${fieldText(given, wasQuoted)},y${lineBreak}z${lineBreak}`;
				assert.deepEqual(parse(text), [['x', given, 'y'], ['z']]);
				assert.equal(
					flagsOf(text)[0]?.some((flags) => flags & FAULTY),
					false,
				);
			}),
			{ numRuns: 5_000 },
		);
	});
});

describe('rowText', () => {
	it('reads back as the same values', () => {
		fc.assert(
			fc.property(fc.array(value, { minLength: 2, maxLength: 6 }), (values) => {
				assert.deepEqual(parse(`x\n${rowText(values)}\n`), [['x'], values]);
			}),
			{ numRuns: 2_000 },
		);
	});
});
