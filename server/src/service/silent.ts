import { rules, structureRules } from '../rules';
import { defaultSettings, type Settings } from '../settings';

/** Every rule off: where the records are counted and nothing is to be said of them. */
export const silent: Settings = {
	...defaultSettings,
	rules: Object.fromEntries(rules.map(({ id }) => [id, 'off' as const])),
};

/** Only the rules that tell which records can be read: for a file that others are compared with. */
export const structureOnly: Settings = {
	...silent,
	rules: Object.fromEntries(
		Object.entries(silent.rules).filter(([id]) => !structureRules.some((rule) => rule.id === id)),
	),
};
