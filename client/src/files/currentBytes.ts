import type { Uri } from 'vscode';
import { bytesOf } from './bytesOf';
import { isUnsaved } from './currentView';
import { openDocument } from './documents';
import { baseName } from './fileKinds';

/**
 * The bytes of a file on the disk; where it has unsaved changes, those of the text in its editor. Throws, in words for the
 * person, where it cannot be read, or has changes that nobody can read.
 *
 * @param instead what to do with a file that is larger than 200 MB, in a sentence.
 */
export async function currentBytes(uri: Uri, instead = ''): Promise<Uint8Array> {
	const open = openDocument(uri);
	if (open?.isDirty) return new TextEncoder().encode(open.getText());
	if (!open && isUnsaved(uri)) throw new Error(`${baseName(uri.path)} has unsaved changes. Save it first.`);
	return bytesOf(uri, instead);
}
