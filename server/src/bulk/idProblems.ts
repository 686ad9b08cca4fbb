import { ActiveRules } from '../check/activeRules';
import { messageOf } from '../check/finding';
import { firstFieldProblem, planColumns } from '../check/record/columnPlan';
import { defaultSettings } from '../settings';
import type { TableFile } from './rowReader';

/**
 * Tells what is wrong with a student ID of a file, in a sentence for people; undefined if nothing is. All rules are
 * asked, also those that the district has turned off: an ID that a spreadsheet changed belongs to some student.
 */
export function idProblems({ layout }: Pick<TableFile, 'layout'>): (id: string) => string | undefined {
	const active = new ActiveRules(defaultSettings);
	const plan = planColumns(layout, active).find(({ column }) => column === layout.keyIndex);
	return (id) => {
		const found = plan && firstFieldProblem(plan, layout, id, active);
		return found ? messageOf({ problem: found.problem, record: 0 }) : undefined;
	};
}
