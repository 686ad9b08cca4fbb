import assert from 'node:assert/strict';
import { messageOf } from '../../server/src/check/finding';
import { Random } from '../csv/random';
import { check } from '../support/checking';
import { DatasetFolder } from './datasetFolder';

const IDS = ['1', '01', '001', '2', '02', '3', '30', 'A', 'Ä', 'N1', 'S2', ' 3', '1.0', '', '"4\n"'];
const VALUES = ['', 'Yes', 'No', 'N', 'Y', 'null', '"a\nb"', 'x\uFFFDy'];

describe('the check on the disk and a dataset', () => {
	let folder: DatasetFolder;
	beforeEach(() => {
		folder = new DatasetFolder();
	});
	afterEach(() => folder.remove());

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
			const idea = random.pick(['ext.idea_indicator', 'ext.title_i']);
			const roster = `Student_id,Student_number,State_id,IEP_status,${idea}\n${rows(5)}`;
			const text = `sis_id,ext.idea_indicator\n${rows(2)}`;
			folder.write('students.csv', roster);
			folder.write('students_ext.csv', text);
			const isDataset = ({ rule }: { readonly rule: string }): boolean => rule.startsWith('dataset/');
			for (const [name, inEditor] of [
				['students_ext.csv', check('students_ext.csv', text, {}, { sibling: roster })],
				['students.csv', check('students.csv', roster)],
			] as const) {
				const { report, failures } = await folder.check(name);
				assert.deepEqual(failures, []);
				const onDisk = report.findings.filter(isDataset).map(({ message, rule, record, field }) => {
					seen.add(`${name} ${rule}`);
					return `${rule} ${record}:${field} ${messageOf({ problem: { message }, record })}`;
				});
				const expected = inEditor
					.filter(isDataset)
					.map(({ rule, record, column, message }) => `${rule} ${record}:${column} ${message}`);
				assert.deepEqual(onDisk.sort(), expected.sort(), JSON.stringify({ seed, name, text, roster }));
			}
		}
		assert.equal(seen.size, 5, [...seen].join());
	});
});
