import { Uri, workspace } from 'vscode';
import type { Mapping, MappingText } from '../../../server/src/protocol';
import { isSaved, openDocument, readText } from '../files/documents';
import { baseName } from '../files/fileKinds';
import type { FileWriter } from '../ui/fileWriter';
import { confirm } from '../ui/messages';

/** The name of a mapping file; package.json has a JSON schema for it. */
const FILE_NAME = 'clever-import.json';

/** A mapping file that was found. */
export interface FoundMapping extends MappingText {
	readonly uri: Uri;
	/** When it was saved, in milliseconds since 1970. */
	readonly saved: number;
}

/** A mapping as the text of its file. */
export function mappingText(mapping: Mapping): string {
	return `${JSON.stringify(mapping, undefined, '\t')}\n`;
}

/** The names that the mapping of an export may have, the likeliest first: its own, and the one of the folder. */
function namesFor(exported: Uri): readonly [own: string, shared: string] {
	return [`${baseName(exported.path).replace(/\.[^.]*$/, '')}.${FILE_NAME}`, FILE_NAME];
}

/** The mapping files of a folder that may be of an export. One that cannot be read counts as missing. */
export async function mappingsIn(folder: Uri, exported: Uri): Promise<readonly FoundMapping[]> {
	const found = namesFor(exported).map(async (name): Promise<FoundMapping | undefined> => {
		const uri = Uri.joinPath(folder, name);
		try {
			const { mtime } = await workspace.fs.stat(uri);
			return { uri, name, text: await readText(uri), saved: mtime };
		} catch {
			return undefined;
		}
	});
	return (await Promise.all(found)).filter((each) => each !== undefined);
}

/**
 * Where the mapping of an export will be saved: over the one that is used, else under the name of the folder's, else,
 * where another export has that, under a name of its own.
 */
export async function newMappingPlace(folder: Uri, exported: Uri, used: Uri | undefined): Promise<Uri> {
	if (used) return used;
	const [own, shared] = namesFor(exported).map((name) => Uri.joinPath(folder, name)) as [Uri, Uri];
	return (await isSaved(shared)) ? own : shared;
}

/**
 * Saves a mapping. Asks before it replaces a file; returns false if the person does not agree.
 *
 * @param known the text that the file had when it was read or written last: it may be replaced without a question.
 */
export async function writeMapping(
	writer: FileWriter,
	uri: Uri,
	mapping: Mapping,
	known: string | undefined,
): Promise<boolean> {
	const text = mappingText(mapping);
	const name = baseName(uri.path);
	if (openDocument(uri)?.isDirty) {
		throw new Error(`${name} is open with unsaved changes. Save or close it first.`);
	}
	const isThere = await isSaved(uri);
	const old = isThere ? await readText(uri).catch(() => undefined) : undefined;
	if (old === text) return true;
	if (isThere && old !== known) {
		const question = `${name} already exists. Overwrite it?`;
		const loss = 'Its columns and codes will be replaced by these.';
		if (!(await confirm(question, loss, 'Overwrite'))) return false;
	}
	await writer.write({ uri, text, mayReplace: isThere });
	return true;
}
