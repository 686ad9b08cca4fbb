import { ruleById, rules } from '../rules';
import { type Severity, severities } from '../rules/rule';
import { nearest } from '../rules/suggest';
import { shown } from '../wording';
import { entries, isObject, type SettingProblem, setting } from './declaration';

/** A rule's severity as a district may set it. */
export type RuleLevel = Severity | 'off';

const levels: readonly unknown[] = [...severities, 'off'];
/** The levels in a sentence. */
export const ruleLevelNames = `${levels.slice(0, -1).join(', ')} or ${levels.at(-1)}`;

/** Unknown rules for which the nearest one is looked up: that takes time, and nobody reads more. */
const MAX_SUGGESTED = 10;

/** Severity by rule id; a rule that is not there keeps its declared severity. */
export const ruleLevels = setting<Readonly<Record<string, RuleLevel>>>({
	docs: 'The severity of each rule in this district: `error`, `warning`, `information`, `hint`, or `off`.',
	default: {},
	schema: () => ({
		type: 'object',
		properties: Object.fromEntries(
			rules.map(({ id, title, severity, needsBytes }) => [
				id,
				{
					type: 'string',
					enum: levels,
					default: severity,
					description: `${title}${needsBytes ? ' (only in files that are not open)' : ''}.`,
				},
			]),
		),
		additionalProperties: false,
	}),
	affectsCheck: true,
	restricted: true,
	read: (input, base) => {
		const valid = entries(input).filter((entry): entry is [string, RuleLevel] => levels.includes(entry[1]));
		return { ...base, ...Object.fromEntries(valid) };
	},
	problems: (input, key) => {
		if (input === undefined || input === null) return [];
		if (!isObject(input)) {
			return [{ text: `${key} must have rules and their levels, in braces.`, path: [] }];
		}
		let suggested = 0;
		return entries(input).flatMap(([id, level]) => {
			if (ruleById(id)) return levels.includes(level) ? [] : noLevel(id, level, key);
			suggested += 1;
			return noRule(id, key, suggested <= MAX_SUGGESTED);
		});
	},
});

function noRule(id: string, key: string, isSuggested: boolean): SettingProblem {
	const namesOf = (rule: { readonly id: string }): string[] => [
		rule.id,
		rule.id.slice(rule.id.indexOf('/') + 1),
	];
	const [near] = isSuggested ? nearest(id, rules, namesOf) : [];
	const wayOut = near ? `Did you mean ${near.id}?` : 'The rules are listed in docs/rules.';
	return { text: `${key} has no rule "${shown(id)}". ${wayOut}`, path: [id] };
}

function noLevel(id: string, level: unknown, key: string): SettingProblem {
	const given = typeof level === 'string' ? `"${shown(level)}"` : 'one that is no text';
	return { text: `${key} has no level ${given} for ${id}. Use ${ruleLevelNames}.`, path: [id] };
}
