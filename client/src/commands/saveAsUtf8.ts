import { toBase64 } from '@exodus/bytes/base64.js';
import type { Uri } from 'vscode';
import { iconText, labelText } from '../../../server/src/safeText';
import { countOf, plural } from '../../../server/src/wording';
import { bytesOf } from '../files/bytesOf';
import { openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { chooseOpenFile } from '../ui/chooseFile';
import { confirm } from '../ui/messages';
import { showAsUtf8 } from '../ui/showAsUtf8';
import { showBriefly } from '../ui/statusItem';
import { withProgress } from '../ui/withProgress';
import type { Command } from './command';

/**
 * Saves a file that is not UTF-8 as UTF-8, whatever it is saved as. VS Code has no call that saves with an encoding, so
 * the file itself is written, after one question; not while its editor holds changes, which would be lost.
 */
export const saveAsUtf8: Command = async ({ server, finder, writer }, argument) => {
	const chosen = await chooseOpenFile(finder, argument);
	if (!chosen) return;
	const { uri } = chosen;
	const name = baseName(uri.path);
	refuseUnsaved(uri);
	const bytes = await bytesOf(uri);
	const answer = await withProgress(`Reading ${name}`, (listener) =>
		server.reencode({ bytes: toBase64(bytes) }, listener),
	);
	if (!answer) return;
	if ('problem' in answer) throw new Error(answer.problem);
	const { text, savedAs, lostLetters } = answer;
	const lost =
		lostLetters > 0
			? `${countOf(lostLetters, 'letter')} of ${name} ${plural(lostLetters, 'was', 'were')} lost before the file was saved. Export it again from your SIS.`
			: '';
	if (savedAs === 'UTF-8') {
		if (lost) throw new Error(lost);
		await showAsUtf8(uri);
		return;
	}
	const detail = [
		`It is saved as ${savedAs}. Clever reads UTF-8.`,
		lost,
		'The file on the disk is replaced, and Undo does not restore it.',
	];
	const sentences = detail.filter((sentence) => sentence !== '').join(' ');
	if (!(await confirm(`Save ${name} as UTF-8?`, sentences, 'Save as UTF-8'))) return;
	refuseUnsaved(uri);
	if (!isSame(await bytesOf(uri), bytes)) throw new Error(`${name} was changed in the meantime. Try again.`);
	await writer.write({ uri, text, mayReplace: true });
	await showAsUtf8(uri);
	showBriefly(iconText`$(check) ${labelText(name)} is saved as UTF-8.`, 4000);
};

function refuseUnsaved(uri: Uri): void {
	if (!openDocument(uri)?.isDirty) return;
	throw new Error(`${baseName(uri.path)} has unsaved changes. Save or undo them first; nothing was changed.`);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
