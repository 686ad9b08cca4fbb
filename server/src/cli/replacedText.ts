import { existsSync } from 'node:fs';
import type { MadeFile } from '../convert/import/convert';
import { replacedStudents } from '../convert/import/replacedStudents';
import { CannotCheck } from '../disk/cannotCheck';
import { students } from '../spec';
import { countOf, formatNumber } from '../wording';
import { readExportBytes } from './wholeFile';

/** Which students of the file at a path the new one does not have, in a sentence for people; undefined if none. */
export async function replacedText(path: string, files: readonly MadeFile[]): Promise<string | undefined> {
	const old = existsSync(path) ? bytesOf(path) : new Uint8Array();
	const replaced = await replacedStudents(old, files, { isCanceled: () => false });
	if (!replaced || replaced.missing === 0) return undefined;
	if (replaced.missing === replaced.students) {
		return `${path}: none of its ${countOf(replaced.students, 'student')} is in the new one. Look at ${students.primaryKey}`;
	}
	return `${path}: ${formatNumber(replaced.missing)} of its ${countOf(replaced.students, 'student')} are not in the new one, which has ${formatNumber(replaced.added)} others`;
}

/** Empty for what is no file to read: whether it can be replaced shows where it is. */
function bytesOf(path: string): Uint8Array {
	try {
		return readExportBytes(path);
	} catch (error) {
		if (error instanceof CannotCheck) return new Uint8Array();
		throw error;
	}
}
