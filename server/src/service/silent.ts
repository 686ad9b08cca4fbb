import { rules } from '../rules';
import { defaultSettings, type Settings } from '../settings';

/** Every rule off: for a file of which only the records are wanted. */
export const silent: Settings = {
	...defaultSettings,
	rules: Object.fromEntries(rules.map(({ id }) => [id, 'off' as const])),
};
