/** What a person still has to decide, in the order of the page. Pure. */

import type { ImportPlan, TargetPlan } from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';

/** One thing to decide. */
export interface Question {
	/** One of a kind, and the same after other decisions. */
	readonly key: string;
	/** The position of its target in the plan. */
	readonly target: number;
	/** Which column, which table of codes, what a value means, or what a blank means. */
	readonly about: 'column' | 'table' | 'value' | 'blank';
	/** The value, for `value`. */
	readonly value?: string;
}

/** Whether a blank's meaning is asked and not decided. */
export function asksBlank({ blank }: TargetPlan): boolean {
	return blank?.asks === true && blank.code === undefined;
}

/** The values of a target without a decision. */
export function openValues({ values }: TargetPlan): TargetPlan['values'] {
	return values.filter(({ code }) => code === undefined);
}

/** The tables of codes that may decide values which are open: those that have any of the column's values. */
export function askedTables(target: TargetPlan): TargetPlan['codeTables'] {
	if (target.codeTable !== undefined || openValues(target).length === 0) return [];
	return target.codeTables.filter(({ covers }) => covers > 0);
}

/** Whether a person has to decide something about a target. */
export function isUnsettled(target: TargetPlan): boolean {
	return target.isOpen || openValues(target).length > 0 || asksBlank(target);
}

/**
 * Everything to decide: target by target, first its column, then a table of codes, its values, and what a blank means.
 * @param order the values of a target in the order in which the page shows them.
 */
export function questionsOf(
	{ targets }: ImportPlan,
	order: (target: TargetPlan) => TargetPlan['values'],
): readonly Question[] {
	return targets.flatMap((target, at) => {
		if (!isUnsettled(target)) return [];
		const { element, isOpen } = target;
		const values = order(target).filter(({ code }) => code === undefined);
		const questions: Question[] = isOpen ? [{ key: `${element}\tcolumn`, target: at, about: 'column' }] : [];
		if (askedTables(target).length > 0)
			questions.push({ key: `${element}\ttable`, target: at, about: 'table' });
		for (const { value } of values) {
			questions.push({ key: `${element}\tvalue\t${value}`, target: at, about: 'value', value });
		}
		if (asksBlank(target)) questions.push({ key: `${element}\tblank`, target: at, about: 'blank' });
		return questions;
	});
}

/**
 * The question to go on with after a decision: another one of the same target, else the next one that was listed after
 * the one decided, else the first that is left.
 */
export function nextQuestion(
	before: readonly Question[],
	decided: string,
	after: readonly Question[],
): Question | undefined {
	const at = before.findIndex(({ key }) => key === decided);
	const target = before[at]?.target;
	const later = new Set(before.slice(at + 1).map(({ key }) => key));
	return (
		after.find((question) => question.target === target && later.has(question.key)) ??
		after.find((question) => question.target === target) ??
		after.find(({ key }) => later.has(key)) ??
		after[0]
	);
}

/** How many columns and values have no decision, as the plan counts them. */
function countsOf({ open }: ImportPlan): { readonly columns: number; readonly values: number } {
	const columns = open.filter(({ value }) => value === null).length;
	return { columns, values: open.length - columns };
}

/** "3 columns and 12 values left", with what is asked about blanks; undefined if nothing is left. */
export function leftText(plan: ImportPlan): string | undefined {
	const { columns, values } = countsOf(plan);
	const blanks = plan.targets.filter(asksBlank).length;
	const parts = [
		...(columns > 0 ? [countOf(columns, 'column')] : []),
		...(values > 0 ? [countOf(values, 'value')] : []),
	];
	const left = parts.length > 0 ? `${parts.join(' and ')} left` : undefined;
	if (blanks === 0) return left;
	const asked = countOf(blanks, 'question about blanks', 'questions about blanks');
	return left ? `${left}, ${asked}` : `${asked} left`;
}

/** The label of the button that makes the files, with what is not decided. */
export function importLabel(plan: ImportPlan): string {
	const { columns, values } = countsOf(plan);
	const without = countOf(columns, 'Column');
	if (values === 0) return columns === 0 ? 'Import' : `Import Without ${without}`;
	const left = countOf(values, 'Value');
	return columns === 0 ? `Import With ${left} Left Unchanged` : `Import With ${without} and ${left} Left`;
}

/** The target that must be decided before anything can be made: the student's ID. */
export function keyToDecide({ targets }: ImportPlan): TargetPlan | undefined {
	return targets.find(({ kind, from }) => kind === 'key' && from.length === 0);
}

/** The id of the control that decides a question: a likely answer where there is one, so that Enter takes it. */
export function controlOf({ target: at, about, value }: Question, target: TargetPlan | undefined): string {
	if (about === 'column') return (target?.candidates.length ?? 0) > 0 ? `t-${at}-c-0` : `t-${at}-other`;
	if (about === 'table') return `t-${at}-table-0`;
	if (about === 'blank') return `t-${at}-b-c-`;
	const position = target?.values.findIndex((each) => each.value === value) ?? -1;
	if (target?.values[position]?.belongsIn) return `t-${at}-v-${position}-belongs`;
	const [first] = target?.values[position]?.candidates ?? [];
	return first === undefined ? `t-${at}-v-${position}-pick` : `t-${at}-v-${position}-c-${first}`;
}
