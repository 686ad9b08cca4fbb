import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from './support';

/** The corpus of npm's csv-spectrum: texts, and as JSON what a parser should make of them. */
const CORPUS = new URL('../../node_modules/csv-spectrum/', import.meta.url);
const NAMES = readdirSync(new URL('csvs/', CORPUS)).map((file) => file.replace(/\.csv$/, ''));

/** The corpus has one slip: this JSON has another phone number than its CSV, and no list around its only row. */
function expectedOf(name: string): unknown {
	const expected: unknown = JSON.parse(readFileSync(new URL(`json/${name}.json`, CORPUS), 'utf8'));
	if (name !== 'location_coordinates') return expected;
	return [{ ...(expected as Record<string, string>), 'Contact Phone Number': '2095257564' }];
}

describe('csv-spectrum', () => {
	it('is all there', () => assert.equal(NAMES.length, 12));

	for (const name of NAMES) {
		it(name, () => {
			const [header = [], ...rows] = parse(readFileSync(new URL(`csvs/${name}.csv`, CORPUS), 'utf8'));
			for (const row of rows) assert.equal(row.length, header.length);
			assert.deepEqual(
				rows.map((row) => Object.fromEntries(row.map((value, column) => [header[column], value]))),
				expectedOf(name),
			);
		});
	}
});
