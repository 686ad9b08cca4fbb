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

	async function session(...names: readonly string[]): Promise<{ reports: FileReport[]; said: string[] }> {
		return sessionWith({}, ...names);
	}

	async function sessionWith(
		rules: Settings['rules'],
		...names: readonly string[]
	): Promise<{ reports: FileReport[]; said: string[] }> {
		const reports: FileReport[] = [];
		const said: string[] = [];
		const session = new DiskCheck({ ...defaultSettings, rules }, (message) => said.push(message));
		for (const name of names) await session.check(join(folder, name), reports);
		return { reports, said };
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
			const beside = `Student_id,Student_number,State_id,IEP_status,ext.idea_indicator\n${rows(5)}`;
			const text = `sis_id,ext.idea_indicator\n${rows(2)}`;
			write('students.csv', beside);
			write('students_ext.csv', text);
			const { reports, said } = await session('students_ext.csv');
			assert.deepEqual(said, []);
			const dataset = ({ rule }: { readonly rule: string }): boolean => rule.startsWith('dataset/');
			const found = (reports[0] as FileReport).findings.filter(dataset).map(({ message, ...one }) => {
				seen.add(one.rule);
				return `${one.rule} ${one.record}:${one.field} ${messageOf({ problem: { message }, record: one.record })}`;
			});
			const editor = check('students_ext.csv', text, {}, { beside }).filter(dataset);
			assert.deepEqual(
				found.sort(),
				editor.map(({ rule, record, column, message }) => `${rule} ${record}:${column} ${message}`).sort(),
				JSON.stringify({ seed, text, beside }),
			);
		}
		assert.equal(seen.size, 3, [...seen].join());
	});

	it('compares with rows whose fault the district has switched off, as the editor does', async () => {
		const beside = 'Student_id,First_name,ext.title_i\n1,Robert "Bob",No\n';
		const text = 'sis_id,ext.title_i\n1,Yes\n';
		write('students.csv', beside);
		write('students_ext.csv', text);
		for (const [level, expected] of [
			['off', ['dataset/conflicting-value']],
			['warning', []],
		] as const) {
			const rules = { 'csv/quote-in-field': level };
			const { reports } = await sessionWith(rules, 'students_ext.csv');
			const found = [
				...(reports[0] as FileReport).findings,
				...check('students_ext.csv', text, { rules }, { beside }),
			];
			const ofBoth = found.map(({ rule }) => rule).filter((rule) => rule.startsWith('dataset/'));
			assert.deepEqual(ofBoth, [...expected, ...expected]);
		}
	});

	it('reads the roster beside, and reports on what was named only', async () => {
		write('students.csv', 'Student_id,School_id,Last_name,First_name\n1001,5,Reyes,Ana\n');
		write('students_ext.csv', 'sis_id,ext.title_i\n1001,Yes\n1002,No\n');
		const { reports } = await session('students_ext.csv');
		assert.equal(reports.length, 1);
		assert.deepEqual(
			reports[0]?.findings.filter(({ rule }) => rule.startsWith('dataset/')).map(({ record }) => record),
			[2],
		);
		assert.equal(reports[0]?.counts.error, 1);
	});

	it('says once that a roster cannot be read, and finds nothing by it', async () => {
		mkdirSync(join(folder, 'students.csv'));
		write('students_ext.csv', 'sis_id,ext.title_i\n1001,Yes\n');
		const { reports, said } = await session('students_ext.csv');
		assert.equal(reports[0]?.counts.error, 0);
		assert.equal(said.length, 1);
		assert.match(said[0] ?? '', /students\.csv: this is a folder.*students_ext\.csv were not compared/);
	});

	it('needs no roster', async () => {
		write('students_ext.csv', 'sis_id,ext.title_i\n1001,Yes\n');
		const { reports, said } = await session('students_ext.csv');
		assert.deepEqual([reports[0]?.counts.error, said], [0, []]);
	});
});
