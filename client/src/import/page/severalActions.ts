/** Selects values of a column, and decides all that are selected as one step. */

import { countOf } from '../../../../server/src/wording';
import type { AskedOfTarget, Handlers } from './asked';
import { codeLines } from './choices';
import { openValues } from './questions';
import { stepText } from './targetActions';

/** What the controls for several values at once do. */
export const severalActions: Handlers<AskedOfTarget> = {
	select: ({ data, target, model, page }) => {
		const value = target.values[Number(data.v)]?.value;
		if (value === undefined) return;
		const selected = new Set(model.page.selected.get(target.element));
		if (!selected.delete(value)) selected.add(value);
		model.page.selected.set(target.element, selected);
		page.draw();
	},
	selectOpen: ({ target, model, page }) => {
		const open = openValues(target);
		const all = open.length > 0 ? open : target.values;
		const selected = model.page.selected.get(target.element);
		const isAll = all.every(({ value }) => selected?.has(value));
		model.page.selected.set(target.element, new Set(isAll ? [] : all.map(({ value }) => value)));
		page.draw();
	},
	codes: (asked) => {
		const { target, model, pick } = asked;
		const count = model.page.selected.get(target.element)?.size ?? 0;
		pick(
			`Code for ${countOf(count, 'value')} of ${target.element}`,
			codeLines(target, [], undefined, (code) => decideSelected(asked, code)),
		);
	},
	leaveAll: (asked) => decideSelected(asked, null),
	emptyAll: (asked) => decideSelected(asked, ''),
};

function decideSelected({ target, model, page }: AskedOfTarget, code: string | null): void {
	const { element } = target;
	const selected = model.page.selected.get(element);
	const values = target.values.filter(({ value }) => selected?.has(value));
	if (values.length === 0) return;
	model.page.selected.delete(element);
	const codes = Object.fromEntries(values.map(({ value }) => [value, code]));
	const last = values.findLast((each) => each.code === undefined)?.value ?? '';
	const label = `${countOf(values.length, 'value')} of ${element}: ${stepText(code)}`;
	page.decide({ kind: 'codes', element, codes }, label, `${element}\tvalue\t${last}`);
}
