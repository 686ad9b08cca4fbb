import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { districtTables } from '../check/districtTables';
import { type ComparedFile, missingIdProblem, type SideFiles } from '../compare/changes/comparedFile';
import { CannotCheck, withReason } from '../disk/cannotCheck';
import { type OpenedFile, openForCheck } from '../disk/openFile';
import { readHeader } from '../disk/readHeader';
import { recordPieces } from '../disk/recordPieces';
import { pathInFolder } from '../disk/siblingStudents';
import { Layout } from '../rules/layout';
import type { Settings } from '../settings';
import { studentTables, type Table, tableByFileName, tableOfHeader } from '../spec';
import { alternatives } from '../wording';

/** A file of a side and what it is. */
interface SidePath {
	readonly path: string;
	readonly table: Table;
}

/**
 * The files of both sides. A folder has those of our tables directly in it; a file is compared with its like only. Throws
 * `CannotCheck` where a side has no file to compare.
 */
export function pathsOfSides(oldPath: string, newPath: string): readonly (readonly SidePath[])[] {
	const sides = [oldPath, newPath].map((path) => ({ path, isFolder: isFolder(path), files: filesAt(path) }));
	const files = sides.filter((side) => !side.isFolder).flatMap((side) => side.files);
	const [one, other] = files;
	if (one && other && one.table !== other.table) {
		throw new CannotCheck(
			`${one.path} is ${one.table.fileName} and ${other.path} is ${other.table.fileName}. Compare two files of the same kind`,
		);
	}
	return sides.map((side) => {
		const compared = one ? side.files.filter(({ table }) => table === one.table) : side.files;
		if (compared.length > 0) return compared;
		throw new CannotCheck(`${side.path}: this folder has no ${one?.table.fileName} directly in it`);
	});
}

function isFolder(path: string): boolean {
	return withReason(path, () => statSync(path).isDirectory());
}

function filesAt(path: string): readonly SidePath[] {
	if (!isFolder(path)) return [{ path, table: tableByFileName(basename(path)) ?? tableByHeader(path) }];
	const found = withReason(path, () =>
		studentTables.flatMap((table): readonly SidePath[] => {
			const inFolder = pathInFolder(path, table);
			return inFolder === undefined ? [] : [{ path: inFolder, table }];
		}),
	);
	if (found.length > 0) return found;
	const expected = alternatives(studentTables.map(({ fileName }) => fileName));
	throw new CannotCheck(`${path}: this folder has no ${expected} directly in it`);
}

function tableByHeader(path: string): Table {
	const { source, bytes, start, names } = openForCheck(path);
	try {
		return tableOfHeader(names ?? readHeader(bytes, start).values);
	} finally {
		source.close();
	}
}

/** The files of a side, open until they are closed. */
export class OpenedSide {
	private constructor(
		readonly files: SideFiles,
		private readonly opened: readonly OpenedFile[],
	) {}

	/** Opens files. Throws `CannotCheck` where one cannot be read, or has no column of IDs. */
	static open(paths: readonly SidePath[], settings: Settings): OpenedSide {
		const opened: OpenedFile[] = [];
		const tables = districtTables(settings);
		try {
			const files: { roster?: ComparedFile; extension?: ComparedFile } = {};
			for (const { path, table } of paths) {
				const file = openForCheck(path);
				opened.push(file);
				const inDistrict = tables.find(({ fileName }) => fileName === table.fileName) ?? table;
				files[table.role ?? 'roster'] = comparedFile(path, file, inDistrict);
			}
			return new OpenedSide(files, opened);
		} catch (error) {
			for (const { source } of opened) source.close();
			throw error;
		}
	}

	/** Throws `CannotCheck` where a file changed after it was opened. */
	assertUnchanged(): void {
		for (const { source } of this.opened) source.assertUnchanged();
	}

	/** Closes the files. */
	close(): void {
		for (const { source } of this.opened) source.close();
	}
}

function comparedFile(path: string, { bytes, start, names }: OpenedFile, table: Table): ComparedFile {
	if (names) {
		throw new CannotCheck(`${path}: the file is saved as UTF-16. Save it as "CSV UTF-8", and compare again`);
	}
	const header = readHeader(bytes, start);
	const layout = new Layout(table, header.values);
	const problem = missingIdProblem(layout);
	if (problem !== undefined) throw new CannotCheck(`${path}: ${problem}`);
	return {
		layout,
		modified: withReason(path, () => statSync(path).mtimeMs),
		pieces: () => recordPieces(bytes, header.end),
	};
}
