import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { districtTables } from '../check/districtTables';
import type { Mapping } from '../convert/mapping/mapping';
import { parseMapping } from '../convert/mapping/parseMapping';
import { CannotCheck, withReason } from '../disk/cannotCheck';
import { nameAmong } from '../fileNames';
import { students, type Table } from '../spec';
import { codeTables, exportSystems, findSystem } from '../spec/systems';
import { wordList } from '../wording';
import { readSettingsFile } from './check/settingsFile';
import { readExportBytes, readFileBytes } from './wholeFile';

/** The name of a mapping that an import looks for in the folder of the new files. */
export const mappingFileName = 'clever-import.json';

/** In bytes. A mapping of thousands of columns does not come near it. */
const LARGEST_MAPPING = 16 * 1024 * 1024;

/** The bytes of a file with a name, in upper or lower case, in the folder of an export; undefined if there is none. */
export function readBeside(exportPath: string, fileName: string): Uint8Array | undefined {
	const folder = dirname(exportPath);
	const name = nameAmong(
		withReason(folder, () => readdirSync(folder)),
		fileName,
	);
	if (name === undefined) return undefined;
	const path = join(folder, name);
	return resolve(path) === resolve(exportPath) ? undefined : readExportBytes(path);
}

/** A mapping, and what is wrong with its codes, in sentences for people: these codes it does not have. */
export interface ReadMapping {
	readonly mapping: Mapping;
	readonly problems: readonly string[];
}

/** The mapping in a file; `roster` as in `codesOf`. Throws `CannotCheck` where it cannot be read or has a mistake. */
export function readMapping(path: string, roster: Table): ReadMapping {
	const text = new TextDecoder().decode(readFileBytes(path, LARGEST_MAPPING));
	const parsed = parseMapping(text, roster);
	if ('mapping' in parsed) return { mapping: parsed.mapping, problems: [] };
	const { problems, withoutThem } = parsed;
	if (!withoutThem) throw new CannotCheck(`${path}: ${problems.join(' ')}`);
	return { mapping: withoutThem, problems: problems.map((problem) => `${path}: ${problem}`) };
}

/** The table of students.csv as the district of a settings file uses it. Throws `CannotCheck` as for a check. */
export function rosterOf(settingsPath: string | undefined): Table {
	if (settingsPath === undefined) return students;
	const [roster = students] = districtTables(readSettingsFile(settingsPath), [students]);
	return roster;
}

/** The path of the mapping in the folder of the new files; undefined if there is none. */
export function savedMappingIn(folder: string): string | undefined {
	const path = join(folder, mappingFileName);
	return existsSync(path) ? path : undefined;
}

/** The name of a system or a table of codes as it is declared. Throws `CannotCheck` for any other name. */
export function systemNamed(name: string): string {
	const system = findSystem(name);
	if (system) return system.name;
	const tables = codeTables.map((table) => table.name);
	const table = tables.find((each) => each.toLowerCase() === name.trim().toLowerCase());
	if (table !== undefined) return table;
	const systems = exportSystems.map((each) => each.name);
	throw new CannotCheck(
		`--system has no "${name}". Systems: ${wordList(systems)}. Tables of codes: ${wordList([...new Set(tables)])}`,
	);
}
