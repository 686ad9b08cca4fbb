import assert from 'node:assert/strict';
import { FileBytes, type Portions } from '../../server/src/disk/fileBytes';
import { DiskCheck, type FileReport } from '../../server/src/disk/fileCheck';
import { defaultSettings } from '../../server/src/settings';
import { Random } from '../csv/random';

const HEADER = 'School_id,Student_id,Last_name,First_name,Gender\n';

/** The report on a roster that is read in these portions. */
function check(text: string, portions: Portions): Promise<FileReport> {
	const opened = { bytes: FileBytes.of(text, portions), start: 0, byteOrderMark: false, names: undefined };
	return new DiskCheck(defaultSettings, assert.fail).checkText('students.csv', opened);
}

const row = (id: number, name: string, gender: string): string => `5,${id},Reyes,${name},${gender}\n`;

describe('a row that is read again, for its repeated ID', () => {
	it('keeps its place if a piece of ASCII text grows by other letters', async () => {
		const before = Array.from({ length: 400 }, (_, index) => row(1000 + index, 'Ana', 'F')).join('');
		// A field of several lines crosses the end of the first piece, which therefore grows.
		const across = row(9, `"${'a\n'.repeat(50)}"`, 'F');
		const after = Array.from({ length: 800 }, (_, index) => row(2000 + index, 'Ñandú', 'F')).join('');
		const text = `${HEADER}${before}${across}${after}${row(2300, 'Ñandú', 'M')}`;
		const report = await check(text, { piece: before.length + 100, range: 1_000_000 });
		assert.deepEqual(
			report.findings.map(({ rule, record, start }) => [rule, record, start.line]),
			[['table/conflicting-rows', report.records, text.split('\n').length - 2]],
		);
	});

	it('keeps its place wherever the pieces end', async () => {
		const whole = { piece: 1_000_000, range: 1_000_000 };
		let repeated = 0;
		for (let seed = 0; seed < 40; seed++) {
			const random = new Random(seed);
			const rows = Array.from({ length: 900 }, () => {
				const name = random.chance(0.05)
					? `"${'y\n'.repeat(random.below(60))}"`
					: random.pick(['Ana', 'Lee']);
				return row(random.below(3000), random.chance(0.01) ? 'Ñandú' : name, random.pick(['F', 'M']));
			});
			// Text of single bytes, and text of others, for several pieces each.
			const text = HEADER + rows.join('').replaceAll('Lee', random.chance(0.5) ? 'Lée' : 'Lee');
			const portions = { piece: 4200 + random.below(9000), range: 20_000 + random.below(40_000) };
			const { findings, records } = await check(text, portions);
			const expected = await check(text, whole);
			assert.deepEqual(findings, expected.findings, `seed ${seed}`);
			assert.equal(records, expected.records);
			repeated += findings.filter(({ rule }) => rule === 'table/conflicting-rows').length;
		}
		assert.ok(repeated > 1000, `${repeated} repeated rows`);
	});
});
