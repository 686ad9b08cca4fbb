import assert from 'node:assert/strict';
import { ProgressLine } from '../../../server/src/cli/check/progressLine';
import { buildCli, cleanRoster, folder, run } from '../support';

function terminal(isTTY: boolean, columns?: number) {
	const written: string[] = [];
	return { written, isTTY, columns, write: (text: string) => written.push(text) };
}

const erase = '\r\u001b[K';

describe('the progress of a check', () => {
	it('is one line of a terminal, which is written where it changes and removed at the end', () => {
		const shown = terminal(true);
		const line = new ProgressLine(shown);
		line.clear();
		line.show('a.csv', 0.101);
		line.show('a.csv', 0.109);
		line.show('a.csv', 1);
		line.clear();
		line.clear();
		assert.deepEqual(shown.written, [`${erase}a.csv 10%`, `${erase}a.csv 100%`, erase]);
	});

	it('is never longer than the terminal is wide', () => {
		for (const columns of [1, 5, 6, 7, 20, 80]) {
			const shown = terminal(true, columns);
			new ProgressLine(shown).show(`${'folder/'.repeat(20)}students.csv`, 1);
			for (const text of shown.written)
				assert.ok(text.slice(erase.length).length < columns, `${columns}: ${text}`);
			if (columns >= 20) assert.match(shown.written[0] ?? '', /….*\.csv 100%$/);
		}
	});

	it('is shown by a terminal that does not know its width', () => {
		const shown = terminal(true, 0);
		new ProgressLine(shown).show('a.csv', 0.5);
		assert.deepEqual(shown.written, [`${erase}a.csv 50%`]);
	});

	it('obeys no name of a file', () => {
		const shown = terminal(true);
		new ProgressLine(shown).show('a\u001b[2J\u202e\n.csv', 0);
		assert.doesNotMatch((shown.written[0] ?? '').slice(erase.length), /[\p{Cc}\p{Cf}]/u);
	});

	it('is nothing for a pipe', async () => {
		const shown = terminal(false);
		new ProgressLine(shown).show('a.csv', 0.5);
		assert.deepEqual(shown.written, []);
		await buildCli();
		const { stderr } = await run(['check'], { cwd: folder({ 'students.csv': cleanRoster }) });
		assert.equal(stderr, '');
	});
});
