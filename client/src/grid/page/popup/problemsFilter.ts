import { type GridFilter, type GridLayout, ruleTitles } from '../../../../../server/src/protocol';
import { formatNumber } from '../../../../../server/src/wording';
import { filterByProblems } from '../filterModel';
import { severitySign } from '../severitySign';
import { type MenuEntry, type MenuItem, openMenu } from './menu';
import type { Anchor, Popups } from './popups';

/** Opens the choice of which problems a row must have to be shown. */
export function openProblemsFilter(
	popups: Popups,
	rules: GridLayout['rules'],
	filter: GridFilter,
	apply: (filter: GridFilter) => void,
	at: Anchor,
): void {
	const { problems } = filter;
	const choice = (label: string, wanted: GridFilter['problems']): MenuItem => ({
		label,
		isChosen: problems ? wanted !== undefined && wanted.rule === problems.rule : wanted === undefined,
		run: () => apply(filterByProblems(filter, wanted)),
	});
	const entries: readonly MenuEntry[] = [
		choice('All Rows', undefined),
		choice('Rows with Problems', {}),
		'separator',
		...rules.map(({ rule, severity, count }) => ({
			...choice(ruleTitles[rule] ?? rule, { rule }),
			sign: severitySign(severity),
			count: formatNumber(count),
		})),
	];
	openMenu(popups, 'Show rows', entries, at);
}
