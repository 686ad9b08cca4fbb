import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { districts, lineOf } from '../support/districts';
import { runJson } from './support';

describe('the command line on a small district', () => {
	for (const district of districts) {
		it(`${district.name}: reports what was worked out by hand`, async () => {
			const { json } = await runJson([district.folder]);
			const lines = json.files.flatMap(({ path, findings }) =>
				findings.map(({ line, column, severity, rule }) =>
					lineOf(district, basename(path), { line: line - 1, character: column - 1 }, severity, rule),
				),
			);
			assert.deepEqual(lines.sort(), district.expected);
		});
	}
});
