import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { check } from '../support/checking';
import { twins } from '../support/collisions';
import { DatasetFolder } from './datasetFolder';

describe('the check on the disk and a dataset', () => {
	let folder: DatasetFolder;
	beforeEach(() => {
		folder = new DatasetFolder();
	});
	afterEach(() => folder.remove());

	it('compares with rows whose problem the district has turned off, as the editor does', async () => {
		const roster = 'Student_id,First_name,ext.title_i\n1,Robert "Bob",No\n';
		const text = 'sis_id,ext.title_i\n1,Yes\n';
		folder.write('students.csv', roster);
		folder.write('students_ext.csv', text);
		for (const [level, expected] of [
			['off', ['dataset/conflicting-value']],
			['warning', []],
		] as const) {
			const rules = { 'csv/quote-in-field': level };
			const { report } = await folder.check('students_ext.csv', rules);
			const inEditor = check('students_ext.csv', text, { rules }, { sibling: roster });
			for (const findings of [report.findings, inEditor]) {
				const ids = findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('dataset/'));
				assert.deepEqual(ids, expected);
			}
		}
	});

	it('reads the roster, and reports on the file it was given only', async () => {
		folder.write('students.csv', 'Student_id,School_id,Last_name,First_name\n1001,5,Reyes,Ana\n');
		folder.write('students_ext.csv', 'sis_id,ext.title_i\n1001,Yes\n1002,No\n');
		const { report } = await folder.check('students_ext.csv');
		assert.deepEqual(
			report.findings.filter(({ rule }) => rule.startsWith('dataset/')).map(({ record }) => record),
			[2],
		);
		assert.equal(report.counts.error, 1);
	});

	it('takes no ID for another one that was made to have the same hashes', async () => {
		const [student, stranger] = twins();
		folder.write('students.csv', `Student_id,School_id,Last_name,First_name\n${student},5,Reyes,Ana\n`);
		folder.write('students_ext.csv', `sis_id,ext.title_i\n${student},Yes\n${stranger},No\n`);
		const { report } = await folder.check('students_ext.csv');
		const unknown = report.findings.filter(({ rule }) => rule === 'dataset/unknown-student');
		assert.deepEqual(
			unknown.map(({ record }) => record),
			[2],
		);
		assert.equal(report.facts?.students, 2);
	});

	it('says once that the roster cannot be read, and reports no student for it', async () => {
		mkdirSync(folder.pathOf('students.csv'));
		folder.write('students_ext.csv', 'sis_id,ext.title_i\n1001,Yes\n');
		const { report, failures } = await folder.check('students_ext.csv');
		assert.equal(report.counts.error, 0);
		assert.deepEqual(failures, [
			`${folder.pathOf('students.csv')}: this is a folder, not a file. The IDs in students_ext.csv were not compared with it.`,
		]);
	});

	it('needs no roster', async () => {
		folder.write('students_ext.csv', 'sis_id,ext.title_i\n1001,Yes\n');
		const { report, failures } = await folder.check('students_ext.csv');
		assert.deepEqual([report.counts.error, failures], [0, []]);
	});
});
