import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../server/src/check/finding';
import { DiskCheck, type FileReport } from '../../server/src/disk/fileCheck';
import { defaultSettings, type Settings } from '../../server/src/settings';
import { Random } from '../csv/random';
import { temporaryFolder } from '../editor/host/cleanup';
import { check } from '../support/checking';

const IDS = ['1', '01', '001', '2', '02', '3', '30', 'A', 'Ä', 'N1', 'S2', ' 3', '1.0', '', '"4\n"'];
const VALUES = ['', 'Yes', 'No', 'N', 'Y', 'null', '"a\nb"', 'x\uFFFDy'];

describe('the command line and a dataset', () => {
	let folder: string;
	let remove: () => void;
	beforeEach(() => {
		({ path: folder, remove } = temporaryFolder());
	});
	afterEach(() => remove());
	const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

	/** Checks a file of the folder on the disk. */
	async function checkOnDisk(
		name: string,
		rules: Settings['rules'] = {},
	): Promise<{ report: FileReport; failures: readonly string[] }> {
		const reports: FileReport[] = [];
		const failures: string[] = [];
		const diskCheck = new DiskCheck({ ...defaultSettings, rules }, (message) => failures.push(message));
		await diskCheck.check(join(folder, name), reports);
		assert.equal(reports.length, 1);
		return { report: reports[0] as FileReport, failures };
	}

	it('finds what the editor finds, whatever the two files hold', async () => {
		const seen = new Set<string>();
		for (let seed = 0; seed < 120; seed++) {
			const random = new Random(seed);
			const rows = (columns: number): string =>
				Array.from({ length: random.below(30) }, () => {
					const cells = Array.from({ length: columns - 1 }, () =>
						random.pick(random.chance(0.6) ? VALUES : IDS),
					);
					return `${[random.pick(IDS), ...cells].slice(random.chance(0.05) ? 1 : 0).join(',')}\n`;
				}).join('');
			const roster = `Student_id,Student_number,State_id,IEP_status,ext.idea_indicator\n${rows(5)}`;
			const text = `sis_id,ext.idea_indicator\n${rows(2)}`;
			write('students.csv', roster);
			write('students_ext.csv', text);
			const { report, failures } = await checkOnDisk('students_ext.csv');
			assert.deepEqual(failures, []);
			const isDataset = ({ rule }: { readonly rule: string }): boolean => rule.startsWith('dataset/');
			const onDisk = report.findings.filter(isDataset).map(({ message, rule, record, field }) => {
				seen.add(rule);
				return `${rule} ${record}:${field} ${messageOf({ problem: { message }, record })}`;
			});
			const inEditor = check('students_ext.csv', text, {}, { sibling: roster })
				.filter(isDataset)
				.map(({ rule, record, column, message }) => `${rule} ${record}:${column} ${message}`);
			assert.deepEqual(onDisk.sort(), inEditor.sort(), JSON.stringify({ seed, text, roster }));
		}
		assert.equal(seen.size, 3, [...seen].join());
	});

	it('compares with rows whose problem the district has turned off, as the editor does', async () => {
		const roster = 'Student_id,First_name,ext.title_i\n1,Robert "Bob",No\n';
		const text = 'sis_id,ext.title_i\n1,Yes\n';
		write('students.csv', roster);
		write('students_ext.csv', text);
		for (const [level, expected] of [
			['off', ['dataset/conflicting-value']],
			['warning', []],
		] as const) {
			const rules = { 'csv/quote-in-field': level };
			const { report } = await checkOnDisk('students_ext.csv', rules);
			const inEditor = check('students_ext.csv', text, { rules }, { sibling: roster });
			for (const findings of [report.findings, inEditor]) {
				const ids = findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('dataset/'));
				assert.deepEqual(ids, expected);
			}
		}
	});

	it('reads the roster, and reports on the file it was given only', async () => {
		write('students.csv', 'Student_id,School_id,Last_name,First_name\n1001,5,Reyes,Ana\n');
		write('students_ext.csv', 'sis_id,ext.title_i\n1001,Yes\n1002,No\n');
		const { report } = await checkOnDisk('students_ext.csv');
		assert.deepEqual(
			report.findings.filter(({ rule }) => rule.startsWith('dataset/')).map(({ record }) => record),
			[2],
		);
		assert.equal(report.counts.error, 1);
	});

	it('says once that the roster cannot be read, and reports no student for it', async () => {
		mkdirSync(join(folder, 'students.csv'));
		write('students_ext.csv', 'sis_id,ext.title_i\n1001,Yes\n');
		const { report, failures } = await checkOnDisk('students_ext.csv');
		assert.equal(report.counts.error, 0);
		assert.deepEqual(failures, [
			`${join(folder, 'students.csv')}: this is a folder, not a file. The IDs in students_ext.csv were not compared with it.`,
		]);
	});

	it('needs no roster', async () => {
		write('students_ext.csv', 'sis_id,ext.title_i\n1001,Yes\n');
		const { report, failures } = await checkOnDisk('students_ext.csv');
		assert.deepEqual([report.counts.error, failures], [0, []]);
	});
});
