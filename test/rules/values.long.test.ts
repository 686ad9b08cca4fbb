import assert from 'node:assert/strict';
import { check } from '../support/checking';
import { codedColumns } from './codes';
import { fileOf, tablesOf } from './columnFiles';

describe('the values of', () => {
	for (const { column, codes } of codedColumns) {
		it(`${column}: each preferred fix leaves a file with nothing to say of the field`, () => {
			const raws = [
				...codes.flatMap(([code, ...others]) => [` ${code}`, `"""${code}"""`, ...others]),
				'null',
			];
			for (const [table] of [tablesOf(column)]) {
				for (const found of check(table as string, fileOf(table as string, column, raws))) {
					const fix = found.fixes.find(({ preferred }) => preferred);
					if (!fix || found.record === 0) continue;
					const left = check(table as string, fix.apply());
					assert.ok(!left.some(({ record }) => record === found.record), found.message);
				}
			}
		});
	}
});
