/** The columns of the new files, and how their fields are made of a record of the export. */

import { trimUnseen } from '../../characters';
import { findElement, isExtension, type Table } from '../../spec';
import { hispanicLatino } from '../../spec/demographics';
import { keyColumn, type Mapping, sourcesIn } from '../mapping/mapping';
import { codesOf } from '../understand/chosenCodes';
import type { OpenItem } from '../understand/planTypes';
import { ValueCodes } from '../understand/valueCodes';
import { type CodedField, CodedValues, codeOfFlags, joinedCodes, singleCode } from './codedField';
import { type LostEthnicity, lostEthnicity } from './lostEthnicity';
import { splitName } from './nameParts';

/** A column of the new files. */
export interface Target {
	/** Its exact name; the key is called as in the roster. */
	readonly element: string;
	/** The columns of the export that feed it. */
	readonly from: readonly string[];
	/** Makes the field of a record of the export; undefined for a blank in a column of codes. */
	readonly read: (record: readonly string[]) => string | undefined;
	/** What became of its values; undefined for a column of any text. */
	readonly values?: CodedValues | undefined;
	/** Whether it is made of columns of yes and no. */
	readonly isFlags: boolean;
	/** The code of a student whose rows have several other codes, as Race has one. */
	readonly several?: string | undefined;
}

/** What a mapping makes of the columns of an export. */
export interface Targets {
	/** The student ID first. */
	readonly all: readonly Target[];
	/** The columns that the mapping names and the export does not have. */
	readonly missing: readonly { readonly element: string; readonly header: string }[];
	/** A column of whole names, which is split. */
	readonly fullName?: FullName | undefined;
	/** Values of races that say Hispanic, which another column may not say. */
	readonly ethnicity?: LostEthnicity | undefined;
}

/** The column of the export that holds whole names. */
export interface FullName {
	readonly header: string;
	/** Whether the name of a record can be split for certain. */
	readonly isCertain: (record: readonly string[]) => boolean;
}

/** Reads a mapping for an export with these names of columns; `roster` as in `codesOf`. */
export function targetsOf(
	mapping: Mapping,
	names: readonly string[],
	roster: Table,
	openItems: readonly OpenItem[],
): Targets {
	const places = new Map(names.map((name, index) => [name, index]));
	const missing: { element: string; header: string }[] = [];
	const name = nameColumns(mapping, roster);
	const all = elementsOf(mapping, roster).flatMap((element): Target[] => {
		const from = sourcesIn(mapping, element) ?? [];
		const flags = Object.entries(mapping.flags?.[element] ?? {});
		const lacking = from.filter((header) => !places.has(header));
		if (lacking.length > 0) {
			missing.push(...lacking.map((header) => ({ element, header })));
			return [];
		}
		const indexes = from.map((header) => places.get(header) ?? 0);
		const set = codesOf(roster, element);
		if (!set) return [{ element, from, isFlags: false, read: textReader(element, indexes, name) }];
		const openValues = new Set(openItems.flatMap((item) => (item.element === element && item.value) || []));
		const values = new CodedValues(element, new ValueCodes(roster, mapping, element), set, openValues);
		const field: CodedField =
			flags.length > 0
				? codeOfFlags(values, set, flags)
				: from.length > 1
					? joinedCodes(values, from)
					: singleCode(values);
		const read: Target['read'] = (record) => field(indexes.map((index) => record[index] ?? ''));
		return [{ element, from, read, isFlags: flags.length > 0, values, several: set.several }];
	});
	const fullName =
		name && places.has(name.header) ? wholeNames(name, places.get(name.header) ?? 0) : undefined;
	const place = all.findIndex(({ element }) => element === hispanicLatino.column);
	return { all, missing, fullName, ethnicity: lostEthnicity(mapping, place, places, roster) };
}

/** The columns that a mapping feeds: the ID, then in the order of the roster, then those of other partners. */
function elementsOf(mapping: Mapping, roster: Table): readonly string[] {
	const named = [...Object.keys(mapping.columns ?? {}), ...Object.keys(mapping.flags ?? {})];
	const fed = new Set(named.filter((element) => (sourcesIn(mapping, element) ?? []).length > 0));
	const known = roster.elements.map(({ column }) => column);
	const others = [...fed].filter((element) => isExtension(element) && !findElement(roster, element));
	return [...new Set([keyColumn, ...known, ...others])].filter((element) => fed.has(element));
}

type Part = 'last' | 'first' | 'middle';

/** The columns that are parts of one name, and the column of the export that holds it. */
interface NameColumns {
	readonly header: string;
	readonly parts: ReadonlyMap<string, Part>;
}

/** Undefined where last and first names come from columns of their own. */
function nameColumns(mapping: Mapping, { person }: Table): NameColumns | undefined {
	if (!person) return undefined;
	const [header, another] = sourcesIn(mapping, person.lastName) ?? [];
	const isOf = (element: string): boolean => {
		const from = sourcesIn(mapping, element) ?? [];
		return from.length === 1 && from[0] === header;
	};
	if (header === undefined || another !== undefined || !isOf(person.firstName)) return undefined;
	const parts = new Map<string, Part>([
		[person.lastName, 'last'],
		[person.firstName, 'first'],
	]);
	if (person.middleName !== undefined && isOf(person.middleName)) parts.set(person.middleName, 'middle');
	return { header, parts };
}

function wholeNames({ header, parts }: NameColumns, index: number): FullName {
	const isCertain = (record: readonly string[]): boolean =>
		splitName(record[index] ?? '', parts.size > 2) !== undefined;
	return { header, isCertain };
}

/** Copies a text as it is; only an ID loses its outer spaces, since it must be the same in both files. */
function textReader(
	element: string,
	indexes: readonly number[],
	name: NameColumns | undefined,
): (record: readonly string[]) => string {
	const [index = 0] = indexes;
	const part = name?.parts.get(element);
	if (part !== undefined) {
		const hasMiddle = (name?.parts.size ?? 0) > 2;
		return (record) => {
			const text = record[index] ?? '';
			// A name that cannot be split stays whole, as the last name, and is listed.
			return splitName(text, hasMiddle)?.[part] ?? (part === 'last' ? text : '');
		};
	}
	if (element === keyColumn) return (record) => trimUnseen(record[index] ?? '');
	if (indexes.length > 1) {
		return (record) => {
			const texts = indexes.map((each) => trimUnseen(record[each] ?? ''));
			return texts.filter((text) => text !== '').join(' ');
		};
	}
	return (record) => record[index] ?? '';
}
