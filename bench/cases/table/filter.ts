import type { Case } from '../../bench';
import { wrongCode } from '../../data';
import { median, milliseconds, thousands } from '../../numbers';
import { ask } from '../../tableWorkbench';
import { openChecked, tableContents } from './openTable';

/** Rows with problems only, against one plain pass over the text. */
export const tableFilter: Case = {
	name: 'table: filter of rows with problems',
	run: async (bench) => {
		const tables = await bench.tables();
		const contents = tableContents(bench, 'large');
		const wrong = [0, 1, 2, 3].map((nth) => wrongCode(nth, contents).row);
		const { plain, figures } = await bench.withPlainPasses(bench.file(contents), async () => {
			const { frame } = await openChecked(bench, contents);
			const ms: number[] = [];
			for (let filter = 0; filter < bench.sizes.filters; filter++) {
				await frame.getByRole('button', { name: /^Problems/ }).click();
				ms.push(await ask(frame, 'clickUntilRows', 'Rows with Problems', wrong));
				await ask(frame, 'clickUntilRows', 'Clear Filters', [0, 1, 2, 3]);
			}
			await tables.host('closeAll', null);
			return ms;
		});
		const [ms = []] = figures;
		return [
			{
				what: `filter "rows with problems" -> its rows painted, ${thousands(contents.rows)} rows`,
				against: 'one plain pass',
				goal: 1,
				figure: median(ms) / median(plain),
				detail: `${milliseconds(median(ms))} / ${milliseconds(median(plain))}, first ${milliseconds(ms[0] ?? 0)}`,
				raw: { ms, plain },
			},
		];
	},
};
