import type { FillRule } from '../../../server/src/protocol';
import { shown } from '../../../server/src/wording';

/** A rule in words: "IEP_status is Y → ext.idea_indicator Yes, else No, only where empty". */
export function ruleText({ when, set, else: otherwise, onlyWhereEmpty }: FillRule): string {
	const values = when.is?.map((value) => (value === '' ? 'empty' : shown(value))).join(' or ');
	return [
		`${shown(when.column)} ${values === undefined ? 'has any value' : `is ${values}`} → ${shown(set.column)} ${shown(set.code)}`,
		...(otherwise === undefined ? [] : [`else ${shown(otherwise)}`]),
		onlyWhereEmpty ? 'only where empty' : 'other values replaced',
	].join(', ');
}
