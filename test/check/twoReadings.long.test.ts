/** Rows whose values are known, written in ways that can be read twice: what "fix all" writes is right or nothing. */
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { fieldText, rowText } from '../../server/src/csv/quote';
import { Random } from '../csv/random';
import { check, checkerOf } from '../support/checking';
import { fixedBy } from './fixing';

const ROUNDS = 300;
const COLUMNS = ['School_id', 'Student_id', 'Last_name', 'First_name', 'Student_street', 'Student_city'];
const NAMES = ['Ngu', 'Smith', 'Ann "Bo" Lee', '12"', 'Smith, Jr', 'Lee', '1 Elm, Apt 2', 'PO Box 7'];
const HEAD = `${rowText(COLUMNS)}\n`;
const SOUND = '5,2,Lee,Bo,1 Elm,Reno\n';

const quoted = (value: string): string => fieldText(value, true);
const clean = (value: string): string => value.replaceAll(/["]/g, '');
const comma = (values: readonly string[], at: number, written: string): string =>
	values.map((value, index) => (index === at ? written : fieldText(value))).join();

/** A faulty writing of a row, in one of its text columns. */
const writings: Readonly<Record<string, (values: readonly string[], at: number) => string>> = {
	doubledClose: (values, at) => comma(values, at, `"${clean(values[at] ?? '')}""`),
	spaceBefore: (values, at) => comma(values, at, ` "${values[at]}"`),
	spaceAndDoubled: (values, at) => comma(values, at, ` ${quoted(values[at] ?? '')}`),
	plain: (values, at) => comma(values, at, `"${values[at]}"`),
	unquoted: (values, at) => comma(values, at, values[at] ?? ''),
	escapedComma: (values, at) => comma(values, at, (values[at] ?? '').replaceAll(',', '\\,')),
	unclosed: (values, at) => comma(values, at, quoted(values[at] ?? '').slice(0, -1)),
	unclosedAndShort: (values, at) =>
		comma(values, at, quoted(values[at] ?? '').slice(0, -1)).replace(/,[^,]*$/, ''),
};

const knownRow = (random: Random): string[] => {
	const name = (): string => random.pick(NAMES);
	return ['5', '1', name(), name(), name(), random.pick(['Reno', 'Pinyon'])];
};

describe('a row that can be read in two ways', () => {
	for (const [kind, write] of Object.entries(writings)) {
		it(`keeps its text or gets its known values: ${kind}`, () => {
			const random = new Random(23);
			for (let round = 0; round < ROUNDS; round++) {
				const values = knownRow(random);
				const at = 2 + random.below(3);
				const known = kind === 'doubledClose' ? values.with(at, clean(values[at] ?? '')) : values;
				const written = write(values, at);
				const text = `${HEAD}${written}\n${SOUND}`;
				const after = fixedBy(checkerOf('students.csv', text));
				if (after === text) continue;
				assert.deepEqual(
					parse(after, { relax_column_count: true, relax_quotes: false }).slice(1, 2),
					[known],
					`${written} became ${after}`,
				);
			}
		});
	}
});

describe('a file with semicolons, some rows of which have commas or faulty quotes', () => {
	const header = COLUMNS.join(';');
	const sound = SOUND.replaceAll(',', ';');
	const fixed = (...rows: readonly string[]): string =>
		fixedBy(checkerOf('students.csv', `${header}\n${rows.join('\n')}\n${sound}`));

	it('leaves the rows that have commas as they are', () => {
		for (const row of ['5,1,Ngu,Ann,1 Elm,Reno', '5,1,"Ngu, Jr",Ann,1 Elm;Rear,Reno', '5,1,Ngu', '"5,1",Ngu'])
			assert.equal(fixed(row), `${HEAD}${row}\n${SOUND}`);
		assert.equal(
			fixedBy(checkerOf('students.csv', `${header}\n${SOUND}${SOUND.replace('5,2', '5,3')}`)),
			`${HEAD}${SOUND}${SOUND.replace('5,2', '5,3')}`,
		);
	});

	it('keeps the fault of a quote, which is found afterwards', () => {
		for (const [row, after] of [
			['5;1;"Ngu" Jr;Ann;1 Elm;Reno', '5,1,"Ngu" Jr,Ann,1 Elm,Reno'],
			['5;1;"Ngu;"Ann";1 Elm;Reno', '5,1,"Ngu;"Ann",1 Elm,Reno'],
			['5;1;Ngu "Bo, X" y;Ann;1 Elm;Reno', '5;1;Ngu "Bo, X" y;Ann;1 Elm;Reno'],
			['5;1;"Ngu"";Ann;1 Elm;Reno', '5,1,"Ngu"",Ann,1 Elm,Reno'],
		] as const) {
			const text = fixed(row);
			assert.equal(text, `${HEAD}${after}\n${SOUND}`);
			const errors = check('students.csv', text).filter(
				({ record, severity }) => record === 1 && severity === 'error',
			);
			assert.ok(errors.length > 0, row);
		}
		assert.equal(fixed('5;1;"Ngu;Ann;1 Elm;Reno'), `${HEAD}5,1,"Ngu",Ann,1 Elm,Reno\n${SOUND}`);
	});
});
