/** What a person has decided about an export. Each decision makes a new mapping, so that Undo has the old one. */

import type { Mapping } from '../../../server/src/protocol';
import type { ImportDecision } from './messages';

type Entries<Value> = Readonly<Record<string, Value>>;

/** The decisions with one more. */
export function withDecision(decisions: Mapping, change: ImportDecision): Mapping {
	switch (change.kind) {
		case 'column':
			return withSource(decisions, change.element, { columns: change.from });
		case 'flags':
			return withSource(decisions, change.element, { flags: change.flags ?? undefined });
		case 'code':
			return withCodes(decisions, change.element, [[change.value, change.code]]);
		case 'codes':
			return withCodes(decisions, change.element, Object.entries(change.codes));
		case 'belongsIn': {
			const { element, value, to, from, toFrom } = change;
			const columns = withEntry(withEntry(decisions.columns, element, oneOrAll(from)), to, oneOrAll(toFrom));
			return withCodes(defined({ ...decisions, columns }), element, [[value, '']]);
		}
		case 'blank':
			return withCodes(decisions, change.element, [['', change.code]]);
		case 'codeTable':
			return defined({
				...decisions,
				codeTables: withEntry(decisions.codeTables, change.element, change.table ?? undefined),
			});
		case 'system':
			return defined({ ...decisions, system: change.system ?? undefined });
		case 'format':
			return defined({ ...decisions, ...change.format });
		case 'startOver':
			return {};
	}
}

/** As a mapping names columns: a single one by its name alone. */
function oneOrAll(names: readonly string[]): string | readonly string[] {
	const [first, second] = names;
	return first !== undefined && second === undefined ? first : names;
}

/** Another column has other values, of which nothing is decided: the same "1" may mean something else in it. */
function withSource(
	decisions: Mapping,
	element: string,
	source: {
		readonly columns?: string | readonly string[] | null | undefined;
		readonly flags?: Entries<string> | undefined;
	},
): Mapping {
	return defined({
		...decisions,
		columns: withEntry(decisions.columns, element, source.columns),
		flags: withEntry(decisions.flags, element, source.flags),
		codes: withEntry(decisions.codes, element, undefined),
		codeTables: withEntry(decisions.codeTables, element, undefined),
	});
}

function withCodes(
	decisions: Mapping,
	element: string,
	codes: readonly (readonly [value: string, code: string | null | undefined])[],
): Mapping {
	let ofElement = ownEntry(decisions.codes, element);
	for (const [value, code] of codes) ofElement = withEntry(ofElement, value, code);
	return defined({ ...decisions, codes: withEntry(decisions.codes, element, ofElement) });
}

/** Entries with one changed, or without it where its value is undefined; undefined where none is left. */
function withEntry<Value>(
	entries: Entries<Value> | undefined,
	key: string,
	value: Value | undefined,
): Entries<Value> | undefined {
	const others = Object.entries(entries ?? {}).filter(([name]) => name !== key);
	const all = value === undefined ? others : [...others, [key, value] as const];
	// A header may be "__proto__", which an assignment would lose.
	return all.length > 0 ? Object.fromEntries(all) : undefined;
}

function ownEntry<Value>(entries: Entries<Value> | undefined, key: string): Value | undefined {
	return entries && Object.hasOwn(entries, key) ? entries[key] : undefined;
}

/** An object without its undefined members: they would be written into a mapping, or differ from none. */
function defined(decisions: { readonly [Key in keyof Mapping]: Mapping[Key] | undefined }): Mapping {
	return Object.fromEntries(Object.entries(decisions).filter(([, value]) => value !== undefined)) as Mapping;
}
