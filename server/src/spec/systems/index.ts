/** The systems whose exports are known, and their codes. One system or one table of codes is one entry; the lookups follow. */

import { descriptorValue } from '../descriptor';
import { headerKey } from '../headerKey';
import { aeries } from './aeries';
import { aspen } from './aspen';
import { cmas, eocep, nextGenMath, nweaBeacon, widaAccess } from './assessments';
import { disabilityTables } from './codeTables/disability';
import { languageTables } from './codeTables/language';
import { lunchTables } from './codeTables/lunch';
import { otherTables } from './codeTables/other';
import { raceTables } from './codeTables/race';
import { edFi } from './edFi';
import { eSchoolPlus } from './eSchoolPlus';
import { focus } from './focus';
import { genesis } from './genesis';
import { infiniteCampus } from './infiniteCampus';
import { mclass } from './mclass';
import { oneRoster } from './oneRoster';
import { powerSchool } from './powerSchool';
import { smarterBalanced, smarterFlags } from './smarterBalanced';
import type { CodeTable, ExportSystem, SystemMarks } from './types';

export type { CodeTable, ExportSystem, ReceivedColumn } from './types';

/** Every system, in the order in which people are offered them. */
export const exportSystems: readonly ExportSystem[] = [
	...[powerSchool, infiniteCampus, aeries, aspen, eSchoolPlus, focus, genesis],
	...[oneRoster, edFi, mclass, smarterBalanced, smarterFlags],
	...[widaAccess, cmas, eocep, nweaBeacon, nextGenMath],
];

/** Every table of codes. */
export const codeTables: readonly CodeTable[] = [
	...raceTables,
	...lunchTables,
	...languageTables,
	...disabilityTables,
	...otherTables,
];

const MIN_MARKS = 2;

/** The system that wrote a header, if enough of its headers tell so and no other system fits. */
export function recognizeSystem(headers: readonly string[]): ExportSystem | undefined {
	const keys = new Set(headers.map(headerKey));
	const [first, ...others] = exportSystems.filter(({ marks }) => marks && isMarked(marks, keys));
	return others.length === 0 ? first : undefined;
}

/** The system with a name; letter case does not matter. */
export function findSystem(name: string): ExportSystem | undefined {
	return exportSystems.find((system) => isSameName(system.name, name));
}

/** The tables of codes for a column. */
export function codeTablesFor(element: string): readonly CodeTable[] {
	return codeTables.filter(({ elements }) => elements.includes(element));
}

/** The table of codes with a name for a column; letter case does not matter. */
export function findCodeTable(name: string, element: string): CodeTable | undefined {
	return codeTablesFor(element).find((table) => isSameName(table.name, name));
}

/**
 * What a table says of a value of an export: a code, '' for an empty field, null if no code has its meaning, the codes of
 * which a person must choose; undefined for a value that it does not have. Letter case does not matter, nor do leading
 * zeros, which spreadsheets drop, nor where in a descriptor of Ed-Fi the value is.
 */
export function codeInTable(
	{ values }: CodeTable,
	value: string,
): string | null | readonly string[] | undefined {
	if (Object.hasOwn(values, value)) return values[value];
	const key = tableKey(descriptorValue(value) ?? value);
	const found = Object.keys(values).filter((each) => tableKey(each) === key);
	return found.length === 1 ? values[found[0] as string] : undefined;
}

/** Whether a value says Hispanic in a table of races. */
export function isHispanicIn({ hispanic }: CodeTable, value: string): boolean {
	return hispanic !== undefined && tableKey(hispanic) === tableKey(descriptorValue(value) ?? value);
}

function tableKey(value: string): string {
	const key = value.trim().toLowerCase();
	return /^\d+$/.test(key) ? key.replace(/^0+(?=\d)/, '') : key;
}

function isMarked({ all = [], any, min = MIN_MARKS }: SystemMarks, keys: ReadonlySet<string>): boolean {
	const has = (name: string): boolean => keys.has(headerKey(name));
	return all.every(has) && new Set(any.filter(has).map(headerKey)).size >= min;
}

function isSameName(a: string, b: string): boolean {
	return a.toLowerCase() === b.trim().toLowerCase();
}
