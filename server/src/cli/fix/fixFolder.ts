import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ActiveRules } from '../../check/activeRules';
import { districtTables } from '../../check/districtTables';
import { structureRulesOnly } from '../../check/ruleSubsets';
import { CannotCheck, withReason } from '../../disk/cannotCheck';
import { siblingPath } from '../../disk/siblingStudents';
import { tableOfFile } from '../../disk/tableOfFile';
import type { Settings } from '../../settings';
import { referencedTable } from '../../spec';
import { FileToFix } from './fileToFix';
import { readTextFile } from './textFile';

/** Rounds over the files of a folder; more than this mean two rules that contradict. */
const MAX_ROUNDS = 10;

/**
 * Reads files of one folder and fixes them in memory, until *Fix All* finds nothing more to fix in any of them. Rows
 * are compared with their students as in an editor: with the fixed ones of a file that is fixed too, else with those of
 * the file on the disk. Throws `CannotCheck` where any of them cannot be read, or two are one.
 */
export function fixFolder(
	paths: readonly string[],
	settings: Settings,
	onRuleFailure: (ruleId: string) => void,
): readonly FileToFix[] {
	assertApart(paths);
	const tables = districtTables(settings);
	const open = (path: string, active: ActiveRules): FileToFix => {
		const source = readTextFile(path);
		return new FileToFix(source, tableOfFile(path, source.headers, tables), active);
	};
	const active = new ActiveRules(settings, onRuleFailure);
	const files = paths.map((path) => open(path, active));
	const rosters = new Map(files.map((file) => [resolve(file.source.path), file]));
	for (const { source, checker } of files) {
		const table = referencedTable(checker.table);
		const path = table && withReason(dirname(source.path), () => siblingPath(source.path, table));
		if (path === undefined) continue;
		// Of a file that is not to be fixed, only the students are needed.
		const roster = rosters.get(resolve(path)) ?? open(path, new ActiveRules(structureRulesOnly(settings)));
		rosters.set(resolve(path), roster);
		checker.compareWith(roster.roster);
	}
	// Rows refer to students, so the students are fixed first.
	const inOrder = [...files].sort((one, other) => Number(refers(one)) - Number(refers(other)));
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const changed = inOrder.filter((file) => file.fixAll());
		if (changed.length === 0) break;
	}
	return files;
}

function refers({ checker }: FileToFix): boolean {
	return referencedTable(checker.table) !== undefined;
}

/** Each of two names of one file would be written whole: the last one wins, and takes the fixes of the first one along. */
function assertApart(paths: readonly string[]): void {
	const known = new Map<string, string>();
	for (const path of paths) {
		const target = withReason(path, () => realpathSync(path));
		const other = known.get(target);
		if (other !== undefined) {
			throw new CannotCheck(
				`${other} and ${path} are one and the same file, by a link. Replace the link with a file of its own`,
			);
		}
		known.set(target, path);
	}
}
