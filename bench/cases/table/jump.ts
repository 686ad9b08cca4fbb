import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import type { Bench, Case } from '../../bench';
import { median, milliseconds, percentile, thousands } from '../../numbers';
import type { BareGridOptions } from '../../tableProbe';
import { ask } from '../../tableWorkbench';
import { openChecked, tableContents } from './openTable';

const WARM_UP = 10;

/** Jumps to rows around the middle that have not been on the screen. */
async function jumps(frame: Frame | Page, rows: number, count: number): Promise<number[]> {
	const ms: number[] = [];
	const apart = Math.max(1, Math.floor(rows / 4 / (WARM_UP + count)));
	for (let jump = 0; jump < WARM_UP + count; jump++) {
		const offset = jump * apart * (jump % 2 === 0 ? 1 : -1);
		ms.push(await ask(frame, 'jump', Math.floor(rows / 2) + offset));
	}
	return ms.slice(WARM_UP);
}

/** A page of the same browser that shows SlickGrid alone, with the probe. */
async function openBareGrid(bench: Bench, options: BareGridOptions): Promise<Page> {
	const tables = await bench.tables();
	const page = await tables.newPage();
	for (const name of ['bareGrid', 'probe'])
		await page.evaluate(readFileSync(bench.built.pageScript(name), 'utf8'));
	await page.evaluate(`showBareGrid(${JSON.stringify(options)})`);
	return page;
}

/** A jump to rows that the page has not had, against a grid that makes its rows up. */
export const tableJump: Case = {
	name: 'table: jump to the middle',
	run: async (bench) => {
		const tables = await bench.tables();
		const { large, jumps: count } = bench.sizes;
		const { frame } = await openChecked(bench, tableContents(bench, 'large'));
		const ours = await jumps(frame, large, count);
		const columns = await ask(frame, 'columns');
		const options = { columns, rows: large, ...(await ask(frame, 'size')) };
		await tables.host('closeAll', null);
		const page = await openBareGrid(bench, options);
		const bare = await jumps(page, large, count);
		await page.close();
		const row = (percent: number, times: readonly number[]): string =>
			milliseconds(percentile(times, percent));
		return [
			{
				what: `jump to the middle -> its rows painted, p95, ${thousands(large)} rows`,
				against: 'the bare grid',
				goal: 1.5,
				figure: percentile(ours, 95) / percentile(bare, 95),
				detail: `${row(95, ours)} / ${row(95, bare)}, medians ${milliseconds(median(ours))} / ${milliseconds(median(bare))}, ${columns.length} columns`,
				raw: { ours, bare },
			},
		];
	},
};
