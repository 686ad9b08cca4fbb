import { rules } from '../rules';
import type { Settings } from '../settings';

/** Every rule off: for a file of which only the records are wanted. */
export const silent: Settings = {
	rules: Object.fromEntries(rules.map(({ id }) => [id, 'off' as const])),
	acceptedValues: {},
};
