import { Uri } from 'vscode';
import type { ImportConvertAnswer, MadeFile, ReplacedStudents } from '../../../server/src/protocol';
import { countOf, formatNumber, plural } from '../../../server/src/wording';
import { exists, openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import type { FileWriter, NewFile } from '../ui/fileWriter';
import { confirm } from '../ui/messages';

/** Problems that a message lists. */
const MAX_PROBLEMS = 3;

/** The files that were written, and the report on them. */
export type Converted = Extract<ImportConvertAnswer, { readonly report: unknown }>;

/** How the files are made: at first, and again where the server has lost the export. Undefined if the person cancels. */
interface Conversion {
	readonly convert: () => Promise<ImportConvertAnswer | undefined>;
	readonly again: () => Promise<ImportConvertAnswer | undefined>;
}

/** Makes the files of an import and writes them as `writeImport` does; undefined if the person cancels. */
export async function convertAndWrite(
	writer: FileWriter,
	folder: Uri,
	exported: Uri,
	{ convert, again }: Conversion,
): Promise<Converted | undefined> {
	const first = await convert();
	const answer = first && 'unknown' in first ? await again() : first;
	if (!answer) return undefined;
	const name = baseName(exported.path);
	if ('unknown' in answer) throw new Error(`${name} must be read again before it is imported.`);
	if ('problems' in answer) throw new Error(`${name} was not imported. ${problemText(answer.problems)}`);
	return (await writeImport(writer, folder, exported, answer)) ? answer : undefined;
}

function problemText(problems: readonly string[]): string {
	const more = problems.length - MAX_PROBLEMS;
	const rest = more > 0 ? [`And ${formatNumber(more)} more.`] : [];
	return [...problems.slice(0, MAX_PROBLEMS), ...rest].join(' ');
}

/**
 * Writes the files of an import into a folder and shows them: all or none. Asks once before it replaces any. Returns
 * false if the person does not agree; throws, in words for them, where a file cannot be written.
 */
async function writeImport(
	writer: FileWriter,
	folder: Uri,
	exported: Uri,
	{
		files,
		replaced,
	}: { readonly files: readonly MadeFile[]; readonly replaced?: ReplacedStudents | undefined },
): Promise<boolean> {
	const targets = files.map(({ fileName, text }) => ({ uri: Uri.joinPath(folder, fileName), text }));
	const itself = targets.find(({ uri }) => uri.toString() === exported.toString());
	if (itself) {
		throw new Error(
			`${baseName(exported.path)} is the export itself. Choose another folder for the new files.`,
		);
	}
	const old: Uri[] = [];
	for (const { uri } of targets) if (await exists(uri)) old.push(uri);
	if (old.length > 0 && !(await mayReplace(old, replaced))) return false;
	const isOld = (uri: Uri): boolean => old.includes(uri);
	const written = targets.map((target): NewFile => ({ ...target, mayReplace: isOld(target.uri) }));
	await writer.writeAndShow(...written);
	return true;
}

function mayReplace(files: readonly Uri[], replaced: ReplacedStudents | undefined): Promise<boolean> {
	const names = (uris: readonly Uri[]): string => uris.map(({ path }) => baseName(path)).join(' and ');
	const unsaved = files.filter((uri) => openDocument(uri)?.isDirty);
	const isOne = files.length === 1;
	const question = `${names(files)} already ${isOne ? 'exists. Overwrite it?' : 'exist. Overwrite them?'}`;
	const changes = unsaved.length > 0 ? `${names(unsaved)} has unsaved changes. ` : '';
	const loss = `${changes}${missingText(replaced)}The rows will be replaced by those of the import. Undo in the editor restores them.`;
	return confirm(question, loss, 'Overwrite');
}

/** How many students the files would lose; nothing where none. */
function missingText(replaced: ReplacedStudents | undefined): string {
	if (!replaced || replaced.missing === 0) return '';
	const { students, missing } = replaced;
	return `${formatNumber(missing)} of ${countOf(students, 'student')} in students.csv ${plural(missing, 'is', 'are')} not in the import. `;
}
