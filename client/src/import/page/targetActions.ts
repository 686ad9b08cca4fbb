/** What the controls of one of our columns do. */

import type { TargetPlan, ValuePlan } from '../../../../server/src/protocol';
import { shown } from '../../../../server/src/wording';
import type { ActionSurroundings, AskedOfTarget, Handlers } from './asked';
import { blankLines, codeLines, columnLines, flagCodeLines, tableLines } from './choices';
import { flagsOf } from './flagLines';
import type { PageModel } from './model';
import { LISTED_AT_ONCE } from './pageState';
import { valueText } from './parts';

/** Lets a column of the export feed one of ours; null is none. */
export function takeColumn(page: ActionSurroundings, { element }: TargetPlan, from: string | null): void {
	const label = from === null ? `No column for ${element}` : `${element} from ${shown(from, 60)}`;
	page.decide({ kind: 'column', element, from }, label, `${element}\tcolumn`);
}

/** What becomes of a value, for the name of a step to undo. */
export function stepText(code: string | null): string {
	return code === null ? 'unchanged' : code === '' ? 'empty' : code;
}

function takeCode(page: ActionSurroundings, element: string, value: string, code: string | null): void {
	const label = `${element}: ${valueText(value)} is ${stepText(code)}`;
	page.decide({ kind: 'code', element, value, code }, label, `${element}\tvalue\t${value}`);
}

/** Lets a value empty its own field and count in the column to which it belongs. */
function takeBelongsIn(
	page: ActionSurroundings,
	{ view }: PageModel,
	{ element, from }: TargetPlan,
	{ value, belongsIn }: ValuePlan,
): void {
	if (!belongsIn) return;
	const { element: to, code } = belongsIn;
	const now = view.plan.targets.find((target) => target.element === to)?.from ?? [];
	const toFrom = [...new Set([...now, ...from])];
	page.decide(
		{ kind: 'belongsIn', element, value, to, from, toFrom },
		`${to}: ${valueText(value)} is ${code}`,
		`${element}\tvalue\t${value}`,
	);
}

function takeBlank(page: ActionSurroundings, element: string, code: string): void {
	const label = `Blank in ${element}: ${code === '' ? 'stays empty' : code}`;
	page.decide({ kind: 'blank', element, code }, label, `${element}\tblank`);
}

function takeTable(page: ActionSurroundings, { element }: TargetPlan, table: string | null): void {
	const label = table === null ? `No table of codes for ${element}` : `Codes of ${element} by ${table}`;
	page.decide({ kind: 'codeTable', element, table }, label, `${element}\ttable`);
}

/** What the controls of a target do that concern its column, one of its values, or a blank. */
export const targetActions: Handlers<AskedOfTarget> = {
	goToTarget: ({ target, page }) => page.goToTarget(target),
	column: (asked) => {
		const { target, model, page, pick } = asked;
		const lines = columnLines(
			model.view,
			target,
			(name) => takeColumn(page, target, name),
			target.how === 'flags' ? undefined : () => pickFlag(asked),
		);
		pick(`Column for ${target.element}`, lines);
	},
	takeColumn: ({ data, target, page }) => {
		const candidate = target.candidates[Number(data.c)];
		if (candidate) takeColumn(page, target, candidate.name);
	},
	noColumn: ({ target, page }) => takeColumn(page, target, null),
	unfold: ({ data, target, model, page }) => {
		const isUnfolded = document.getElementById(`t-${data.t}-details`) !== null;
		model.page.unfolded.set(target.element, !isUnfolded);
		page.draw();
	},
	codeTable: ({ target, page, pick }) =>
		pick(
			`Table of codes for ${target.element}`,
			tableLines(target, (table) => takeTable(page, target, table)),
		),
	takeTable: ({ data, target, page }) => {
		const table = target.codeTables[Number(data.c)];
		if (table) takeTable(page, target, table.name);
	},
	code: ({ data, target, page, pick }) => {
		const plan = target.values[Number(data.v)];
		if (!plan) return;
		const { value, candidates, code } = plan;
		const take = (chosen: string | null): void => takeCode(page, target.element, value, chosen);
		pick(`${target.element}: ${valueText(value)}`, codeLines(target, candidates, code, take));
	},
	takeCode: ({ data, target, page }) => {
		const plan = target.values[Number(data.v)];
		if (plan) takeCode(page, target.element, plan.value, data.code ?? '');
	},
	belongsIn: ({ data, target, model, page }) => {
		const plan = target.values[Number(data.v)];
		if (plan?.belongsIn) takeBelongsIn(page, model, target, plan);
	},
	blank: ({ target, page, pick }) =>
		pick(
			`What a blank in ${target.element} means`,
			blankLines(target, (code) => takeBlank(page, target.element, code)),
		),
	takeBlank: ({ data, target, page }) => takeBlank(page, target.element, data.code ?? ''),
	moreValues: ({ target, model, page }) => {
		const listed = model.page.listedValues.get(target.element) ?? LISTED_AT_ONCE;
		model.page.listedValues.set(target.element, listed + LISTED_AT_ONCE);
		page.draw();
	},
	flag: ({ data, target, model, page, pick }) => {
		const flags = flagsOf(model.view.plan, target);
		const header = Object.keys(flags)[Number(data.f)];
		if (header === undefined) return;
		const take = (code: string | undefined): void => takeFlag(page, target, flags, header, code);
		pick(`A yes in ${shown(header, 60)} means`, flagCodeLines(target, flags[header], take));
	},
	addColumn: (asked) => pickFlag(asked),
};

/** Lets a person pick a further yes/no column, and then the code that a yes in it means. */
function pickFlag({ target, model, page, pick }: AskedOfTarget): void {
	const flags = flagsOf(model.view.plan, target);
	const pickCode = (header: string | null): void => {
		if (header === null) return;
		const take = (code: string | undefined): void => takeFlag(page, target, flags, header, code);
		pick(`A yes in ${shown(header, 60)} means`, flagCodeLines(target, undefined, take));
	};
	const lines = columnLines(model.view, { ...target, candidates: [], from: Object.keys(flags) }, pickCode);
	pick(
		'Yes/no column',
		lines.filter(({ isOther, isChosen }) => !isOther && !isChosen),
	);
}

/** Says what a yes in a column means; undefined takes the column out of the group. */
function takeFlag(
	page: ActionSurroundings,
	{ element }: TargetPlan,
	flags: Readonly<Record<string, string>>,
	header: string,
	code: string | undefined,
): void {
	const { [header]: _, ...others } = flags;
	const next = code === undefined ? others : { ...flags, [header]: code };
	const isEmpty = Object.keys(next).length === 0;
	const label = `${element}: yes in ${shown(header, 60)} is ${code ?? 'not used'}`;
	page.decide({ kind: 'flags', element, flags: isEmpty ? null : next }, label, `${element}\tcolumn`);
}
