import type { Case } from '../../bench';
import { median, milliseconds, thousands } from '../../numbers';
import { openTable, tableContents } from './openTable';

/** From the request to show a file as a table to its first painted rows; the file is open as text, and checked. */
export const tableOpening: Case = {
	name: 'table: opening to the first rows',
	run: async (bench) => {
		const tables = await bench.tables();
		const measure = async (size: 'small' | 'large'): Promise<number[]> => {
			const { findings, ...contents } = tableContents(bench, size);
			const path = bench.file({ findings, ...contents });
			await tables.host('openText', { path, findings });
			const ms: number[] = [];
			for (let opening = 0; opening < bench.sizes.openings; opening++) {
				ms.push((await openTable(tables, path)).ms);
				await tables.host('closeActive', null);
			}
			await tables.host('closeAll', null);
			return ms;
		};
		const { small, large } = bench.sizes;
		const little = await measure('small');
		const much = await measure('large');
		return [
			{
				what: `table opened -> first rows painted, ${thousands(large)} rows`,
				against: `at ${thousands(small)} rows`,
				goal: 1.3,
				figure: median(much) / median(little),
				detail: `medians ${milliseconds(median(much))} / ${milliseconds(median(little))}, first ${milliseconds(much[0] ?? 0)} / ${milliseconds(little[0] ?? 0)}`,
				raw: { much, little },
			},
		];
	},
};
