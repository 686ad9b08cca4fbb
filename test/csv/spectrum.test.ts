import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from './support';

/** The corpus of npm's csv-spectrum: texts, and the values that a parser should read, as JSON. */
const CORPUS = new URL('../../node_modules/csv-spectrum/', import.meta.url);
const NAMES = readdirSync(new URL('csvs/', CORPUS)).map((file) => file.replace(/\.csv$/, ''));

/** The corpus has one error: this JSON differs from its CSV in a phone number, and its only row is in no list. */
function expectedOf(name: string): unknown {
	const expected: unknown = JSON.parse(readFileSync(new URL(`json/${name}.json`, CORPUS), 'utf8'));
	if (name !== 'location_coordinates') return expected;
	return [{ ...(expected as Record<string, string>), 'Contact Phone Number': '2095257564' }];
}

describe('csv-spectrum', () => {
	it('has all of its files', () => assert.equal(NAMES.length, 12));

	for (const name of NAMES) {
		it(`reads ${name} as expected`, () => {
			const [header = [], ...rows] = parse(readFileSync(new URL(`csvs/${name}.csv`, CORPUS), 'utf8'));
			for (const row of rows) assert.equal(row.length, header.length);
			assert.deepEqual(
				rows.map((row) => Object.fromEntries(row.map((value, column) => [header[column], value]))),
				expectedOf(name),
			);
		});
	}
});
