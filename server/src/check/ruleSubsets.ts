import { lostLettersRules, noStudentRules, rules, structureRules } from '../rules';
import { defaultSettings, type Settings } from '../settings';

/** Settings with every rule off: for a file whose records are counted and not checked. */
export const allRulesOff: Settings = {
	...defaultSettings,
	rules: Object.fromEntries(rules.map(({ id }) => [id, 'off' as const])),
};

/**
 * Settings that leave on only the rules that tell which records can be read, at the district's levels: for a file that
 * is read to compare another one with it.
 */
export function structureRulesOnly({ rules: levels }: Settings): Settings {
	const structure = [...noStudentRules, ...structureRules, ...lostLettersRules].map(
		({ id, severity }) => [id, levels[id] ?? severity] as const,
	);
	return { ...allRulesOff, rules: { ...allRulesOff.rules, ...Object.fromEntries(structure) } };
}
