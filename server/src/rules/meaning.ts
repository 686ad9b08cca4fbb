import type { OptionSet } from '../spec';
import { isNullWord } from './field/nullWord';
import { optionMeant, optionSpelled, plain } from './suggest';

const meanings = new WeakMap<OptionSet, Map<string, string | undefined>>();
const MOST_MEANINGS = 10_000;

/**
 * What a value says, however it is spelled: "Male" and M are no conflict. Undefined for one that says nothing, which
 * conflicts with nothing.
 */
export function meaningOf(set: OptionSet, value: string): string | undefined {
	const known = meanings.get(set) ?? new Map<string, string | undefined>();
	meanings.set(set, known);
	if (known.has(value)) return known.get(value);
	const option = optionSpelled(set, value) ?? optionMeant(set, value);
	const meaning = option ? option.code : isNullWord(value) ? undefined : plain(value);
	if (known.size >= MOST_MEANINGS) known.clear();
	known.set(value, meaning);
	return meaning;
}
