import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bench, Case } from '../../bench';
import { median, milliseconds, thousands } from '../../numbers';
import { ask } from '../../tableWorkbench';
import { clickCell, openChecked, openTable, tableContents } from './openTable';

interface PasteFigures {
	readonly paste: number[];
	readonly anew: number[];
}

/** Pastes names below each other from a row on, and then opens what the file has become. */
async function pasteAt(bench: Bench, row: number): Promise<PasteFigures> {
	const tables = await bench.tables();
	const contents = tableContents(bench, 'large');
	const paste: number[] = [];
	const anew: number[] = [];
	for (let run = 0; run < bench.sizes.runs; run++) {
		const { frame } = await openChecked(bench, contents);
		if (row > 0) await ask(frame, 'jump', row);
		await clickCell(tables, frame, row + 1, 'First_name');
		const names = Array.from({ length: bench.sizes.pasted }, (_, at) => `Pasted${run}x${at}y`);
		paste.push(await ask(frame, 'paste', names.join('\n'), names.slice(0, 9)));
		const result = join(bench.folder, `pasted-${row}-${run}`, 'students.csv');
		mkdirSync(dirname(result));
		await tables.host('writeText', { of: bench.file(contents), to: result });
		await tables.host('closeAll', null);
		anew.push((await openTable(tables, result)).ms);
		await tables.host('closeAll', null);
	}
	return { paste, anew };
}

/** A paste of many cells, against opening its result, which is not open yet. */
export const tablePaste: Case = {
	name: 'table: paste of many cells',
	run: async (bench) => {
		const { large, pasted } = bench.sizes;
		const middle = await pasteAt(bench, Math.floor(large / 2));
		const start = await pasteAt(bench, 0);
		const ratio = ({ paste, anew }: PasteFigures): number => median(paste) / median(anew);
		const times = ({ paste, anew }: PasteFigures): string =>
			`${milliseconds(median(paste))} / ${milliseconds(median(anew))}`;
		return [
			{
				what: `paste of ${thousands(pasted)} cells in the middle of ${thousands(large)} rows`,
				against: 'opening the result as a table',
				goal: 1,
				figure: ratio(middle),
				detail: `${times(middle)}; at the top ${ratio(start).toFixed(2)}x, ${times(start)}`,
				raw: { middle, start },
			},
		];
	},
};
