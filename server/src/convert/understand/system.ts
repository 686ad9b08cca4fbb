import { type ExportSystem, findCodeTable, findSystem, recognizeSystem } from '../../spec/systems';
import type { Mapping } from '../mapping/mapping';

/** The system that an export comes from: the one that a person picked, else the one that its headers tell. */
export function systemOf({ system }: Mapping, names: readonly string[]): ExportSystem | undefined {
	return system === undefined ? recognizeSystem(names) : findSystem(system);
}

/**
 * The name of the table of codes that is chosen for a column: the one that a person chose for it, else the one that has
 * the name of the picked system. A recognized system chooses none, since its codes may be a state's.
 */
export function chosenTable({ codeTables = {}, system }: Mapping, element: string): string | undefined {
	const name = Object.hasOwn(codeTables, element) ? codeTables[element] : system;
	return name === undefined ? undefined : findCodeTable(name, element)?.name;
}

/** The name of the table of codes for a column that belongs to the format of a system itself: no person needs to choose it. */
export function formatTable(system: ExportSystem | undefined, element: string): string | undefined {
	return system?.codeTables?.find((name) => findCodeTable(name, element) !== undefined);
}
