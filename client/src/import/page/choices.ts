/** The lines of the lists to pick from: columns of the export, codes, tables of codes, targets. */

import type { ImportView, TargetPlan } from '../../../../server/src/protocol';
import { countOf, formatNumber, formatPercent, shown } from '../../../../server/src/wording';
import { usesOf } from './model';
import { optionText, samplesText } from './parts';
import type { PickLine } from './picker';
import { isUnsettled } from './questions';

/** Columns that each say yes or no need more than two codes to choose from. */
const CODES_FOR_FLAGS = 3;

/**
 * Columns of the export for a target: candidates first with their reasons, then none, then all others.
 * @param takeFlags called where the person wants yes/no columns in place of one column; undefined offers none.
 */
export function columnLines(
	view: ImportView,
	target: TargetPlan,
	take: (name: string | null) => void,
	takeFlags?: () => void,
): readonly PickLine[] {
	const uses = usesOf(view);
	const columns = new Map(view.columns.map((column) => [column.name, column]));
	const noteOf = (name: string): readonly string[] => {
		const column = columns.get(name);
		const used = (uses.get(name) ?? []).filter((use) => use !== target).map((use) => use.element);
		return [
			...(column ? [column.isSecret ? 'Values are not shown' : samplesText(column.samples)] : []),
			...(column ? [`${formatPercent(column.filled, view.rows)} filled`] : []),
			...(used.length > 0 ? [`feeds ${used.join(', ')}`] : []),
		];
	};
	const line = (name: string, group: string, reason?: string): PickLine => ({
		label: shown(name, 80),
		note: [reason, ...noteOf(name)].filter((text) => text).join(' · '),
		group,
		isChosen: target.from.includes(name),
		run: () => take(name),
	});
	const likely = new Set([...target.from, ...target.candidates.map(({ name }) => name)]);
	const reasons = new Map(target.candidates.map(({ name, reason }) => [name, reason]));
	const none: PickLine = {
		label: 'No Column',
		note: `${target.element} is not sent`,
		group: 'Other choices',
		isOther: true,
		isChosen: target.from.length === 0 && !target.isOpen,
		run: () => take(null),
	};
	return [
		...[...likely].map((name) => line(name, 'Candidates', reasons.get(name))),
		...(target.kind === 'key' ? [] : [none]),
		...(takeFlags && target.options.length >= CODES_FOR_FLAGS ? [flagsLine(takeFlags)] : []),
		...view.columns
			.filter(({ name }) => !likely.has(name))
			.map(({ name }) => line(name, 'Columns of the export')),
	];
}

function flagsLine(run: () => void): PickLine {
	return {
		label: 'Yes/No Columns…',
		note: 'A yes in each of them means a code',
		group: 'Other choices',
		isOther: true,
		run,
	};
}

/** Codes for a value, or for several: those that it could mean first, then empty and unchanged. */
export function codeLines(
	{ options }: TargetPlan,
	candidates: readonly string[],
	current: string | null | undefined,
	take: (code: string | null) => void,
): readonly PickLine[] {
	const meant = candidates.flatMap((code) => options.find((option) => option.code === code) ?? []);
	const line = (option: TargetPlan['options'][number], group: string): PickLine => ({
		label: optionText(option),
		group,
		isChosen: option.code === current,
		run: () => take(option.code),
	});
	return [
		...meant.map((option) => line(option, 'Could mean')),
		...options.filter((option) => !meant.includes(option)).map((option) => line(option, 'Codes')),
		{
			label: 'Empty',
			note: 'The field is empty in the new file',
			group: 'Other choices',
			isOther: true,
			isChosen: current === '',
			run: () => take(''),
		},
		{
			label: 'Leave Unchanged',
			note: 'The new file has the value as it is',
			group: 'Other choices',
			isOther: true,
			isChosen: current === null,
			run: () => take(null),
		},
	];
}

/** What a blank may mean. */
export function blankLines(
	{ options, blank }: TargetPlan,
	take: (code: string) => void,
): readonly PickLine[] {
	return [
		{ label: 'Stays Empty', isChosen: !blank?.code, isOther: true, run: () => take('') },
		...options.map((option) => ({
			label: optionText(option),
			isChosen: option.code === blank?.code,
			run: () => take(option.code),
		})),
	];
}

/** What a yes in a column means; `undefined` takes the column out of the group. */
export function flagCodeLines(
	{ options }: TargetPlan,
	current: string | undefined,
	take: (code: string | undefined) => void,
): readonly PickLine[] {
	return [
		...options.map((option) => ({
			label: optionText(option),
			isChosen: option.code === current,
			run: () => take(option.code),
		})),
		{ label: 'Do Not Use', isOther: true, run: () => take(undefined) },
	];
}

/** Tables of codes, the best first. */
export function tableLines(target: TargetPlan, take: (name: string | null) => void): readonly PickLine[] {
	const distinct = countOf(target.values.length, 'value');
	return [
		{
			label: 'None',
			note: 'Only certain values get a code',
			isChosen: target.codeTable === undefined,
			isOther: true,
			run: () => take(null),
		},
		...target.codeTables.map(({ name, covers }) => ({
			label: name,
			note: `Codes for ${formatNumber(covers)} of ${distinct}`,
			isChosen: name === target.codeTable,
			run: () => take(name),
		})),
	];
}

/** Our columns, for a column of the export: those to decide first, then those that nothing feeds. */
export function targetLines(
	{ plan }: ImportView,
	name: string,
	take: (target: TargetPlan) => void,
): readonly PickLine[] {
	const rank = (target: TargetPlan): number => (isUnsettled(target) ? 0 : target.from.length === 0 ? 1 : 2);
	const groups = ['To decide', 'No column yet', 'Have a column'];
	return plan.targets
		.map((target) => ({ target, rank: rank(target) }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ target, rank: at }) => ({
			label: target.element,
			note: [target.title, ...target.from.map((from) => `now ${shown(from, 40)}`)].join(' · '),
			group: groups[at],
			isChosen: target.from.includes(name),
			run: () => take(target),
		}));
}
