import { dirname, resolve } from 'node:path';
import type { FileFacts } from '../../check/fileFacts';
import type { UnreadFile } from '../../coverage/categoryFacts';
import { readinessOf } from '../../coverage/readiness';
import type { Readiness } from '../../coverage/readinessTypes';
import { CannotCheck, withReason } from '../../disk/cannotCheck';
import { DiskCheck, type FileReport } from '../../disk/fileCheck';
import { csvNamesIn, pathInFolder } from '../../disk/siblingStudents';
import type { Settings } from '../../settings';
import { studentTables, type Table } from '../../spec';

/** The state of a folder. */
export interface FolderReport {
	/** The folder of the checked files, as it was given. */
	readonly path: string;
	readonly readiness: Readiness;
}

/** How a folder is judged. */
export interface JudgingContext {
	/** Those of the folder. */
	readonly settings: Settings;
	/** Why files that were asked for could not be checked, by their absolute paths. The caller was told of each. */
	readonly failed: DiskCheck['failed'];
	/** Called with a sentence for people where a file that was not asked for cannot be. */
	readonly onFailure: (message: string) => void;
}

/**
 * Says of each folder with a checked file whether it can be uploaded. A folder's other file counts too: if it was not
 * asked for it is checked here, and reported nowhere else.
 *
 * @param paths of the files that were asked for, those that could not be checked included.
 */
export async function folderReports(
	paths: readonly string[],
	reports: readonly FileReport[],
	contextOf: (folder: string) => JudgingContext,
): Promise<readonly FolderReport[]> {
	/** The folders as they were given first, by their absolute paths. */
	const folders = new Map<string, string>();
	for (const folder of paths.map(dirname)) {
		if (!folders.has(resolve(folder))) folders.set(resolve(folder), folder);
	}
	const checkedIn = new Map<string, FileFacts[]>();
	for (const { path, facts } of reports) {
		if (!facts) continue;
		const folder = resolve(dirname(path));
		const others = checkedIn.get(folder);
		if (others) others.push(facts);
		else checkedIn.set(folder, [facts]);
	}
	const folderReports: FolderReport[] = [];
	for (const [absolute, path] of folders) {
		const checked = checkedIn.get(absolute) ?? [];
		const context = contextOf(path);
		const files: FileFacts[] = [];
		const unread: UnreadFile[] = [];
		for (const table of studentTables) {
			const facts = await factsOf(table, checked, path, context);
			if (facts && 'why' in facts) unread.push(facts);
			else if (facts) files.push(facts);
		}
		if (files.length + unread.length === 0) continue;
		const others = checked.filter((facts) => !files.includes(facts));
		const { notSent } = context.settings;
		const readiness = readinessOf({ files, unread, others, names: csvNamesIn(absolute), notSent });
		folderReports.push({ path, readiness });
	}
	return folderReports;
}

/** The facts of a table's file in a folder; undefined if there is none. */
async function factsOf(
	table: Table,
	checked: readonly FileFacts[],
	folder: string,
	{ settings, failed, onFailure }: JudgingContext,
): Promise<FileFacts | UnreadFile | undefined> {
	const ofTable = checked.filter(({ fileName }) => fileName === table.fileName);
	// Of two files for one table, the one with the right name counts.
	const facts = ofTable.find(({ name }) => name === table.fileName) ?? ofTable[0];
	if (facts) return facts;
	const found: FileReport[] = [];
	try {
		const path = withReason(folder, () => pathInFolder(folder, table));
		const failure = path === undefined ? undefined : failed.get(resolve(path));
		if (failure) return unreadFile(table, failure);
		if (path !== undefined) await new DiskCheck(settings, () => {}).check(path, found);
	} catch (error) {
		if (!(error instanceof CannotCheck)) throw error;
		onFailure(error.message);
		return unreadFile(table, error.kind);
	}
	return found[0]?.facts;
}

function unreadFile({ fileName }: Table, kind: CannotCheck['kind']): UnreadFile {
	return { fileName, why: kind === 'changed' ? 'changed during the check' : 'cannot be read' };
}
