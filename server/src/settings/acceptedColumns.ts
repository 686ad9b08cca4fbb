import { nearest } from '../rules/suggest';
import { codedElements, normalizeColumn } from '../spec';
import { shown } from '../wording';
import { entries, type SettingProblem } from './declaration';

/** Unknown columns for which the nearest one is looked up: that takes time, and nobody reads more. */
const MAX_SUGGESTED = 10;

/** What is wrong with the columns of `acceptedValues`; `key` as in `Setting.problems`. */
export function acceptedColumnProblems(input: unknown, key: string): readonly SettingProblem[] {
	const known = new Set(codedElements.map(({ column }) => normalizeColumn(column)));
	const unknown = entries(input).flatMap(([name]) => (known.has(normalizeColumn(name)) ? [] : [name]));
	return unknown.map((name, index) => {
		const [near] = index < MAX_SUGGESTED ? nearest(name, codedElements, ({ column }) => [column]) : [];
		const wayOut = near ? `Did you mean ${near.column}?` : 'The columns are listed in docs/columns.';
		return { text: `${key} has no column "${shown(name)}" with codes. ${wayOut}`, path: [name] };
	});
}
