import { rules, structureRules } from '../rules';
import { defaultSettings, type Settings } from '../settings';

/** Every rule off: where the records are counted and nothing is to be said of them. */
export const allRulesOff: Settings = {
	...defaultSettings,
	rules: Object.fromEntries(rules.map(({ id }) => [id, 'off' as const])),
};

/**
 * Only the rules that tell which records can be read, those apart that the district has switched off: for a file that
 * others are compared with.
 */
export function structureRulesOnly({ rules: own }: Settings): Settings {
	const structure = structureRules.map(({ id, severity }) => [id, own[id] ?? severity] as const);
	return { ...allRulesOff, rules: { ...allRulesOff.rules, ...Object.fromEntries(structure) } };
}
