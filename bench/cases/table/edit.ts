import { readFileSync } from 'node:fs';
import { until } from '../../../test/editor/host/wait';
import type { Bench, Case } from '../../bench';
import { GENDER } from '../../data';
import { median, milliseconds, percentile, thousands } from '../../numbers';
import { fieldsIn } from '../../places';
import { ask } from '../../tableWorkbench';
import { clickCell, openChecked, tableContents } from './openTable';

const WARM_UP = 5;
/** In ms. */
const SETTLE_MS = 300;

/** From Enter in a cell until it is painted with its finding. */
async function cellEdits(bench: Bench, size: 'small' | 'large'): Promise<number[]> {
	const tables = await bench.tables();
	const contents = tableContents(bench, size);
	const { frame } = await openChecked(bench, contents);
	// A screen that begins below a wrong code.
	const first = Math.floor(contents.rows / 2) + 2;
	await ask(frame, 'jump', first);
	await clickCell(tables, frame, first + 1, 'Gender');
	const ms: number[] = [];
	for (let edit = 0; edit < WARM_UP + bench.sizes.cells; edit++) {
		const text = `zq${edit}`;
		await ask(frame, 'watchCell', text);
		await tables.page.keyboard.type(text);
		await tables.page.keyboard.press('Enter');
		ms.push(await ask(frame, 'watched'));
	}
	await tables.host('closeAll', null);
	return ms.slice(WARM_UP);
}

/** From a character that is typed in VS Code's own editor until its squiggle is painted. */
async function textEdits(bench: Bench, size: 'small' | 'large'): Promise<number[]> {
	const tables = await bench.tables();
	const contents = tableContents(bench, size);
	const path = bench.file(contents);
	await tables.host('openText', { path, findings: contents.findings });
	const row = Math.floor(contents.rows / 2) + 3;
	const [span] = fieldsIn(readFileSync(path, 'utf8'), (each) => (each === row ? GENDER : undefined));
	if (!span) throw new Error('no field');
	const ms: number[] = [];
	for (let edit = 0; edit < WARM_UP + bench.sizes.cells; edit++) {
		await tables.host('select', { line: span.line, character: span.end });
		// The place is revealed without a word, and its squiggles are painted after it.
		await tables.page.waitForTimeout(SETTLE_MS);
		const before = await ask(tables.page, 'squiggles');
		await ask(tables.page, 'watchSquiggle', 'q');
		await tables.page.keyboard.press('q');
		ms.push(await ask(tables.page, 'watched'));
		await tables.host('undo', null);
		await until('the squiggle to vanish', async () => (await ask(tables.page, 'squiggles')) === before);
	}
	await tables.host('closeAll', null);
	return ms.slice(WARM_UP);
}

/** The edit of one cell. */
export const tableEdit: Case = {
	name: 'table: edit of one cell',
	run: async (bench) => {
		const { small, large } = bench.sizes;
		const little = await cellEdits(bench, 'small');
		const much = await cellEdits(bench, 'large');
		const text = await textEdits(bench, 'large');
		const times = (ms: readonly number[]): string =>
			`${milliseconds(median(ms))} (p95 ${milliseconds(percentile(ms, 95))})`;
		const what = `cell edit -> painted with its finding, ${thousands(large)} rows`;
		return [
			{
				what,
				against: `at ${thousands(small)} rows`,
				goal: 1.3,
				figure: median(much) / median(little),
				detail: `medians ${times(much)} / ${times(little)}`,
				raw: { much, little },
			},
			{
				what,
				against: "VS Code's own character -> its squiggle",
				goal: 2,
				figure: median(much) / median(text),
				detail: `medians ${times(much)} / ${times(text)}`,
				raw: { much, text },
			},
		];
	},
};
