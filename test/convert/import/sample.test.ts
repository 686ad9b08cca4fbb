/** samples/sis_export.txt, as samples/README.md says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { students, studentsExt } from '../../../server/src/spec';
import { check } from '../../support/checking';
import { entered, inspected } from './support';

const read = (name: string): Buffer => readFileSync(join(__dirname, '../../../samples', name));

describe('the export among the samples', () => {
	const bytes = read('sis_export.txt');

	it('has every category, by its name', async () => {
		const { plan, rows } = await inspected(bytes);
		assert.equal(rows, 12);
		const categories = plan.targets.filter(({ kind }) => kind === 'category');
		assert.equal(categories.length, 14);
		assert.deepEqual(
			categories.filter(({ how }) => how !== 'name').map(({ element }) => element),
			[],
		);
	});

	it('becomes two files, with one value that needs a decision', async () => {
		const { text, report } = await entered(bytes);
		assert.deepEqual(report.open, [{ element: 'Frl_status', value: 'Pending', rows: 1 }]);
		const roster = text(students.fileName);
		const found = [
			...check(students.fileName, roster),
			...check(studentsExt.fileName, text(studentsExt.fileName), {}, { sibling: roster }),
		];
		assert.deepEqual(
			found.map(({ rule, text: value }) => [rule, value]),
			[['field/unknown-code', 'Pending']],
		);
	});

	it('has students of the samples', async () => {
		const roster = parse(read('students.csv'), {
			from_line: 2,
			relax_column_count: true,
			relax_quotes: true,
		});
		const known = new Set(roster.map(([id, number, , last]) => `${id} ${number} ${last}`));
		const { records } = await entered(bytes);
		for (const { Student_id, Student_number, Last_name } of records(students.fileName)) {
			const student = `${Student_id} ${Student_number} ${Last_name}`;
			assert.ok(known.has(student), student);
		}
	});
});
