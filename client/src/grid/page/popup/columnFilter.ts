import type { ColumnValues, GridColumn, GridFilter } from '../../../../../server/src/protocol';
import { countOf, formatNumber, plural } from '../../../../../server/src/wording';
import { element, setText } from '../../../page/dom';
import type { Anchor, Popups } from '../../../page/popups';
import { severitySign } from '../../../page/severitySign';
import { filterByValues, filteredValues } from '../filterModel';
import { valueName } from '../filterTexts';
import { type CheckItem, createCheckList } from './checkList';

/**
 * Opens the filter of a column: its values with their counts, to check those whose rows are shown. None checked shows
 * all rows. Enter in the search box takes what it finds, if nothing is checked.
 */
export function openColumnFilter(
	popups: Popups,
	{ name, index }: GridColumn,
	values: ColumnValues,
	filter: GridFilter,
	apply: (filter: GridFilter) => void,
	at: Anchor,
): void {
	const items = itemsOf(values);
	const chosen = new Set(filteredValues(filter, index));
	const list = createCheckList(`values of ${name}`, items, chosen, (id, isChecked) => {
		if (isChecked) chosen.add(id);
		else chosen.delete(id);
		showChosen();
	});
	const text = element('p', { class: 'quiet', 'aria-live': 'polite' });
	const showChosen = (): void => {
		setText(
			text,
			chosen.size === 0
				? 'Check the values to show. None checked shows all rows.'
				: `${countOf(chosen.size, 'value')} checked.`,
		);
	};
	showChosen();
	const { unlisted } = values;
	const rare =
		unlisted === 0
			? undefined
			: element(
					'p',
					{ class: 'quiet' },
					`${countOf(unlisted, 'rare value')} ${plural(unlisted, 'is', 'are')} not listed.`,
				);
	const form = element(
		'form',
		{},
		list.element,
		rare,
		text,
		buttons(() => close()),
	);
	const title = `Filter ${name}`;
	const dialog = element(
		'div',
		{ class: 'dialog', role: 'dialog', 'aria-label': title },
		element('h2', {}, title),
		form,
	);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const found = list.found();
		const takes =
			chosen.size > 0 ? [...chosen] : found.length < items.length ? found.map(({ id }) => id) : [];
		close();
		popups.focusBehind();
		apply(filterByValues(filter, index, takes.length > 0 ? takes : undefined));
	});
	const close = popups.open(dialog, at);
}

function buttons(cancel: () => void): HTMLElement {
	const button = element('button', { type: 'button', class: 'button second' }, 'Cancel');
	button.addEventListener('click', cancel);
	return element(
		'div',
		{ class: 'buttons' },
		element('button', { type: 'submit', class: 'button' }, 'Apply'),
		button,
	);
}

/** Orders texts as a spreadsheet does: by letters, and the numbers in them as numbers. */
const collator = new Intl.Collator('en', { numeric: true });

/** The empty fields first, then the values with problems, then the others, each by value as a spreadsheet has them. */
function itemsOf({ values, empty, codes = [] }: ColumnValues): readonly CheckItem[] {
	const labels = new Map(codes.map(({ code, label }) => [code, label]));
	const none: CheckItem = { id: '', label: valueName(''), count: formatNumber(empty) };
	const byValue = values.toSorted(
		(a, b) => Number(!a.problem) - Number(!b.problem) || collator.compare(a.value, b.value),
	);
	return [
		...(empty > 0 ? [none] : []),
		...byValue.map(({ value, count, problem }) => {
			const label = labels.get(value);
			return {
				id: value,
				label: valueName(value),
				note: label === value ? undefined : label,
				count: formatNumber(count),
				sign: problem && severitySign(problem.severity),
			};
		}),
	];
}
