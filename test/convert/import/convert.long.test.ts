import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unparse } from 'papaparse';
import { codesOf } from '../../../server/src/convert/import/codeProposals';
import { students, studentsExt } from '../../../server/src/spec';
import { entered, utf8 } from './support';

describe('an import of a file that is right already', () => {
	const text = fc.string({
		unit: fc.constantFrom('a', 'É', ',', '"', '\n', ' ', ';', '0', '😀'),
		maxLength: 6,
	});
	const id = fc.stringMatching(/^[A-Z0-9]([A-Z0-9 -]{0,4}[A-Z0-9])?$/);

	/** A valid value of a column: a code, or any text where the column has no codes. */
	function fieldOf(column: string): fc.Arbitrary<string> {
		const coded = codesOf(students, column);
		return coded ? fc.constantFrom('', ...coded.options.map(({ code }) => code)) : text;
	}

	for (const table of [students, studentsExt]) {
		const names = table.elements.map(({ column }) => column);
		const columns = fc
			.shuffledSubarray(
				names.filter(
					(column) => column !== table.primaryKey && (table === studentsExt || !column.startsWith('ext.')),
				),
				{ minLength: 1 },
			)
			.map((others) => [table.primaryKey, ...others]);
		const file = columns.chain((header) => {
			const row = fc.tuple(id, ...header.slice(1).map(fieldOf));
			// students_ext.csv has one row per student.
			const rows = table.repeatsKey
				? fc.array(row, { minLength: 1, maxLength: 8 })
				: fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: ([key]) => key });
			return rows.map((body) => ({ header, body }));
		});

		it(`changes no value of ${table.fileName}`, async () => {
			await fc.assert(
				fc.asyncProperty(file, fc.constantFrom(',', ';', '\t', '|'), async ({ header, body }, delimiter) => {
					const bytes = utf8(unparse([header, ...body], { delimiter, newline: '\n' }));
					const { records, report } = await entered(bytes);
					const found = records(table.fileName).map((record) => header.map((column) => record[column]));
					assert.deepEqual(found, body);
					const own = report.translated.filter(({ column }) => header.includes(column));
					assert.deepEqual(own, [], "another column may be filled from Clever's twin of it");
				}),
				{ numRuns: 60 },
			);
		});
	}
});
