import assert from 'node:assert/strict';
import { template } from '../../server/src/convert/template/template';
import { fileOf, templateText } from './templates';

describe('the students_ext.csv template', () => {
	it('stops when it is canceled', async () => {
		const roster = `Student_id\n${Array.from({ length: 100_000 }, (_, id) => `${id}\n`).join('')}`;
		let asked = 0;
		const seen: number[] = [];
		const answer = await template(roster, {
			isCanceled: () => ++asked > 3,
			onProgress: (fraction) => seen.push(fraction),
		});
		assert.deepEqual(answer, { problem: 'Canceled.' });
		assert.equal(seen.length, 3);
	});

	it('lets other work run, and reports its progress', async () => {
		const roster = `Student_id\n${Array.from({ length: 50_000 }, (_, id) => `${id}\n`).join('')}`;
		let turns = 0;
		const timer = setInterval(() => turns++, 0);
		const seen: number[] = [];
		await template(roster, { isCanceled: () => false, onProgress: (fraction) => seen.push(fraction) });
		clearInterval(timer);
		assert.ok(turns > 0);
		assert.deepEqual(
			seen,
			seen.toSorted((a, b) => a - b),
		);
		assert.equal(seen.at(-1), 1);
	});

	it('makes 50,000 rows', async () => {
		const ids = Array.from({ length: 25_000 }, (_, index) => String(900_000 + index));
		const rows = ids.flatMap((id) => [`S1,${id},"Lee, Ann",3,mother`, `S1,${id},"Lee, Ann",3,father`]);
		const text = await templateText(['School_id,Student_id,Name,Grade,Contact_type', ...rows].join('\r\n'));
		assert.equal(text, fileOf(ids, '\r\n'));
	});
});
