/** What came of the corpus, as the table of docs/import.md. `npm run exports` prints it. */

import { formatPercent } from '../../../server/src/wording';
import { exportCases } from './index';
import { tryExport } from './trial';

/** The lines of the table, as Markdown. */
export async function corpusTable(): Promise<readonly string[]> {
	const sums = { categories: 0, found: 0, values: 0, foundValues: 0, wrong: 0, decisions: 0 };
	const lines: string[] = [];
	for (const one of exportCases) {
		const trial = await tryExport(one);
		const { categories, found, values, foundValues, wrong, decisions } = trial;
		sums.categories += categories;
		sums.found += found;
		sums.values += values;
		sums.foundValues += foundValues;
		sums.wrong += wrong.length;
		sums.decisions += decisions;
		lines.push(
			`| ${one.system} | ${one.shape.replaceAll('|', '\\|')} | ${found} of ${categories} | ${foundValues} of ${values} | ${wrong.length} | ${decisions} |`,
		);
	}
	const { categories, found, values, foundValues, wrong, decisions } = sums;
	return [
		'| System | Shape | Categories found | Values found | Wrong | Decisions left |',
		'|---|---|---|---|---|---|',
		...lines,
		`| **${exportCases.length} exports** | | **${found} of ${categories}** (${formatPercent(found, categories)}) | **${foundValues} of ${values}** (${formatPercent(foundValues, values)}) | **${wrong}** | **${decisions}** |`,
	];
}
