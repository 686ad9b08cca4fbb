import { FileType, Uri, workspace } from 'vscode';
import { isCsvName } from '../../../server/src/fileNames';
import { studentFileKinds } from '../../../server/src/protocol';
import { inTime } from '../../../server/src/work/inTime';
import { baseName } from '../files/fileKinds';
import { COPIES_FOLDER } from './copyFolder';
import { datedNames, dayOf } from './datedFiles';

/** Files that may be those of the last upload. */
export interface EarlierUpload {
	/** One or two. */
	readonly files: readonly Uri[];
	/** The folder, where its files have the names that Clever expects. */
	readonly folder: Uri | undefined;
	/** As `DatedNames` has it. */
	readonly day: number;
	/** Whether *Save a Dated Copy* made them, as far as their folder tells. */
	readonly isCopy: boolean;
}

/** Folders that are looked into: those next to a district's own, and those in it. */
const MAX_FOLDERS = 60;
/** Milliseconds that a folder has to answer. */
const PATIENCE_MS = 2000;

/**
 * What may be the last upload of the files in a folder: dated copies, other folders with both files, then other files
 * with a date or the like in their names; in each, the newest date first.
 *
 * @param copies where dated copies are saved.
 */
export async function earlierUploads(
	folder: Uri,
	copies: Uri | undefined,
): Promise<readonly EarlierUpload[]> {
	const parent = Uri.joinPath(folder, '..');
	const copiesPath = (copies ?? Uri.joinPath(folder, COPIES_FOLDER)).path;
	const [inFolder, inParent] = await Promise.all([entriesOf(folder), entriesOf(parent)]);
	const isOwn = (uri: Uri): boolean => uri.path === folder.path;
	const isCopies = (uri: Uri): boolean => uri.path === copies?.path;
	const beside = [
		...foldersIn(folder, inFolder),
		...(parent.path === folder.path ? [] : foldersIn(parent, inParent)),
	].filter((uri) => !isOwn(uri) && !isCopies(uri));
	// Where there are very many folders, those with the newest dates in their names are looked into.
	const places = [
		...(copies && !isOwn(copies) ? [copies] : []),
		...(parent.path === folder.path || isCopies(parent) ? [] : [parent]),
		...beside.toSorted((one, other) => dayOf(baseName(other.path)) - dayOf(baseName(one.path))),
	].slice(0, MAX_FOLDERS);
	const listed = await Promise.all(
		places.map(async (uri) => ({ uri, names: csvNames(await entriesOf(uri)) })),
	);
	const wholeFolders = listed.flatMap(({ uri, names }) => filesOfFolder(uri, names));
	const dated = [{ uri: folder, names: csvNames(inFolder) }, ...listed].flatMap(({ uri, names }) =>
		datedNames(names).map(
			(group): EarlierUpload => ({
				files: group.names.map((name) => Uri.joinPath(uri, name)),
				folder: undefined,
				day: group.day,
				isCopy: uri.path === copiesPath,
			}),
		),
	);
	return [
		...newestFirst(dated.filter(({ isCopy }) => isCopy)),
		...newestFirst(wholeFolders),
		...newestFirst(dated.filter(({ isCopy }) => !isCopy)),
	];
}

/** The files with the names that Clever expects, whatever their case; none where a folder has neither. */
export async function uploadIn(folder: Uri): Promise<EarlierUpload | undefined> {
	const names = csvNames(await entriesOf(folder));
	const [upload] = filesOfFolder(folder, names);
	if (upload) return upload;
	const [dated] = datedNames(names);
	return (
		dated && {
			files: dated.names.map((name) => Uri.joinPath(folder, name)),
			folder: undefined,
			day: dated.day,
			isCopy: false,
		}
	);
}

function filesOfFolder(uri: Uri, names: readonly string[]): readonly EarlierUpload[] {
	const files = studentFileKinds.flatMap(({ fileName }) => {
		const name =
			names.find((other) => other === fileName) ?? names.find((other) => other.toLowerCase() === fileName);
		return name === undefined ? [] : [Uri.joinPath(uri, name)];
	});
	return files.length === 0 ? [] : [{ files, folder: uri, day: dayOf(baseName(uri.path)), isCopy: false }];
}

function newestFirst(uploads: readonly EarlierUpload[]): readonly EarlierUpload[] {
	return uploads.toSorted((one, other) => other.day - one.day);
}

type Entries = readonly (readonly [name: string, type: FileType])[];

function csvNames(entries: Entries): readonly string[] {
	return entries.flatMap(([name, type]) => ((type & FileType.File) !== 0 && isCsvName(name) ? [name] : []));
}

function foldersIn(folder: Uri, entries: Entries): readonly Uri[] {
	return entries.flatMap(([name, type]) =>
		(type & FileType.Directory) !== 0 && !name.startsWith('.') && name !== 'node_modules'
			? [Uri.joinPath(folder, name)]
			: [],
	);
}

/** What a folder holds; nothing where it cannot be listed, or not soon. */
async function entriesOf(folder: Uri): Promise<Entries> {
	const read: Promise<Entries> = Promise.resolve(workspace.fs.readDirectory(folder));
	return inTime(
		read.catch((): Entries => []),
		PATIENCE_MS,
		(): Entries => [],
	);
}
