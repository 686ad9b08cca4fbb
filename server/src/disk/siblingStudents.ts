import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ActiveRules } from '../check/activeRules';
import { structureRulesOnly } from '../check/ruleSubsets';
import { isCsvName, nameAmong } from '../fileNames';
import { Layout } from '../rules/layout';
import type { Settings } from '../settings';
import { isExtension, type Table } from '../spec';
import { type CheckJob, partsOf, RangeSource } from './checkJob';
import { DiskStudents, type KeptRange } from './diskStudents';
import type { FileBytes } from './fileBytes';
import { openForCheck } from './openFile';
import { placeRanges } from './rangeReader';
import { readHeader } from './readHeader';
import { checkRanges } from './workerPool';

/**
 * The path of a table's file in a folder. The exact name comes first, then names in another case; undefined if there
 * is none. Throws what the file system throws if the folder cannot be read.
 */
export function pathInFolder(folder: string, { fileName }: Pick<Table, 'fileName'>): string | undefined {
	const name = nameAmong(readdirSync(folder), fileName);
	return name === undefined ? undefined : join(folder, name);
}

/** The names of the CSV files in a folder; none if it cannot be read. */
export function csvNamesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder).filter(isCsvName);
	} catch {
		return [];
	}
}

/** The path of a table's file in the folder of another file; undefined if there is none. */
export function siblingPath(path: string, table: Table): string | undefined {
	const sibling = pathInFolder(dirname(path), table);
	return sibling !== undefined && basename(sibling) === basename(path) ? undefined : sibling;
}

/**
 * Reads the students of a file and calls `run` with them, and with the file's bytes while it is open. Does nothing
 * if the file has no key column. Throws `CannotCheck`, after `run` too where the file changed meanwhile. `jobs` as in
 * `partsOf`.
 */
export async function withStudentsOf(
	path: string,
	table: Table,
	settings: Settings,
	run: (students: DiskStudents, bytes: FileBytes) => void,
	jobs?: number,
): Promise<void> {
	const { source: file, bytes, start } = openForCheck(path);
	try {
		const header = readHeader(bytes, start);
		const layout = new Layout(table, header.values);
		if (layout.keyIndex < 0) return;
		const keptColumns = comparedColumns(layout);
		const structureSettings = structureRulesOnly(settings);
		const job: CheckJob = {
			settings: structureSettings,
			table: table.fileName,
			headers: header.values,
			start: header.end,
			...partsOf(bytes, header.end, jobs),
			maxListed: 0,
			keptColumns,
		};
		const source = new RangeSource(job, bytes, new ActiveRules(structureSettings));
		const ranges: KeptRange[] = [];
		for await (const range of placeRanges(checkRanges(job, source), header.lines)) {
			if (range.kept) ranges.push({ ...range, kept: range.kept });
		}
		run(new DiskStudents(layout, ranges, keptColumns), bytes);
		file.assertUnchanged();
	} catch (error) {
		// Any error may be the result of a change while the file was read: that is then what to report.
		file.assertUnchanged();
		throw error;
	} finally {
		file.close();
	}
}

/** The columns that both files can have: those of codes, and all that belong to the extension file. */
function comparedColumns({ columns }: Layout): readonly number[] {
	return columns
		.filter(({ header, element }) => element?.optionSet !== undefined || isExtension(header))
		.map(({ index }) => index);
}
