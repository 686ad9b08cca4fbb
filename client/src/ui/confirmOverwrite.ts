import type { Uri } from 'vscode';
import { exists } from '../files/documents';
import { baseName } from '../files/fileKinds';
import type { NewFile } from './fileWriter';
import { confirm } from './messages';

/**
 * Whether a file may be written: it does not exist yet, or the person agrees to overwrite it. Undefined if not.
 * @param loss what would be lost, in a sentence.
 */
export async function confirmOverwrite(
	uri: Uri,
	loss: string,
): Promise<Pick<NewFile, 'uri' | 'mayReplace'> | undefined> {
	if (!(await exists(uri))) return { uri, mayReplace: false };
	const question = `${baseName(uri.path)} already exists. Overwrite it?`;
	const isAgreed = await confirm(question, `${loss} Undo in the editor restores them.`, 'Overwrite');
	return isAgreed ? { uri, mayReplace: true } : undefined;
}
