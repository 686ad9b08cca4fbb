import { type GridFilter, type GridLayout, ruleTitles } from '../../../../../server/src/protocol';
import { formatNumber } from '../../../../../server/src/wording';
import type { Anchor, Popups } from '../../../page/popups';
import { severitySign } from '../../../page/severitySign';
import { filterByChanged, filterByProblems } from '../filterModel';
import { type MenuEntry, type MenuItem, openMenu } from './menu';

/** The most findings of the header and the file that the menu lists. */
const MAX_FINDINGS = 20;

/**
 * Opens the choice of which problems a row must have to be shown. Below it are the problems of the header and of the
 * whole file, which are in no row.
 *
 * @param showHeader goes to the header of a column, 0-based in the file, where its fixes are.
 */
export function openProblemsFilter(
	popups: Popups,
	{ rules, findings, isCompared }: Pick<GridLayout, 'rules' | 'findings' | 'isCompared'>,
	filter: GridFilter,
	apply: (filter: GridFilter) => void,
	showHeader: (column: number) => void,
	at: Anchor,
): void {
	const { problems } = filter;
	const choice = (label: string, wanted: GridFilter['problems']): MenuItem => ({
		label,
		isChosen: problems
			? wanted !== undefined && wanted.rule === problems.rule && problems.column === undefined
			: wanted === undefined,
		run: () => apply(filterByProblems(filter, wanted)),
	});
	const entries: readonly MenuEntry[] = [
		choice('All Rows', undefined),
		choice('Rows with Problems', {}),
		...(isCompared
			? [
					{
						label: 'Changed Since the Last Upload',
						isChosen: filter.changed === true,
						run: () => apply(filterByChanged(filter, filter.changed !== true)),
					},
				]
			: []),
		'separator',
		...rules.map(({ rule, severity, count }) => ({
			...choice(ruleTitles[rule] ?? rule, { rule }),
			sign: severitySign(severity),
			count: formatNumber(count),
		})),
		'separator',
		...findings.slice(0, MAX_FINDINGS).map(({ severity, message, column }) => ({
			label: message,
			sign: severitySign(severity),
			run: () => showHeader(column),
		})),
	];
	openMenu(popups, 'Show rows', entries, at);
}
