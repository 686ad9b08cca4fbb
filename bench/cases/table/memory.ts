import type { Case } from '../../bench';
import { megabytes, thousands } from '../../numbers';
import { ask } from '../../tableWorkbench';
import { openTable, tableContents } from './openTable';

/** What the page keeps after all rows have been on the screen, or near to it. */
export const tableMemory: Case = {
	name: 'table: memory of the page after scrolling',
	run: async (bench) => {
		const tables = await bench.tables();
		const { findings, ...contents } = tableContents(bench, 'large');
		const path = bench.file({ findings, ...contents });
		await tables.host('openText', { path, findings });
		const before = await tables.heap();
		const { frame } = await openTable(tables, path);
		const first = await tables.heap();
		for (let row = 0; row < contents.rows - 100; row += bench.sizes.scrolled) await ask(frame, 'jump', row);
		const scrolled = await tables.heap();
		await tables.host('closeAll', null);
		return [
			{
				what: `memory of the page after scrolling through ${thousands(contents.rows)} rows`,
				against: 'after the first screen',
				goal: 1.5,
				figure: scrolled / first,
				detail: `JavaScript heap of VS Code's page, ${megabytes(scrolled)} / ${megabytes(first)}; before the table ${megabytes(before)}, so of the table ${megabytes(scrolled - before)} / ${megabytes(first - before)}`,
				raw: { before, first, scrolled },
			},
		];
	},
};
