/** The words for files that could not be written. */

import { plural } from '../wording';

/** What is true of a file that could not be written: the old one is as it was, there is none, or nobody knows. */
export type Remains = 'old' | 'none' | 'unknown';

/** A file could not be written. The message is the reason, as the end of a sentence: "the disk is full". */
export class WriteFault extends Error {
	constructor(
		reason: string,
		readonly remains: Remains,
	) {
		super(reason);
	}
}

/** Reasons by the code of Node (E…) or of VS Code's file systems, as the end of a sentence. */
const reasons: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full',
	EDQUOT: 'your disk quota is used up',
	EFBIG: 'it is larger than this disk allows',
	EROFS: 'the disk is read-only',
	EACCES: 'you may not write there',
	EPERM: 'you may not write there',
	NoPermissions: 'you may not write there',
	EBUSY: 'another program is using it, or you may not replace it',
	ENOENT: 'its folder is no longer there',
	ENOTDIR: 'its folder is no longer there',
	FileNotFound: 'its folder is no longer there',
	FileNotADirectory: 'its folder is no longer there',
	EISDIR: 'a folder has this name',
	FileIsADirectory: 'a folder has this name',
	EEXIST: 'a file with this name was created in the meantime',
	FileExists: 'a file with this name was created in the meantime',
	ENAMETOOLONG: 'its path is too long',
	ELOOP: 'it is a link to itself',
};

/** Why a file could not be written, for people: never the system's code or message. */
export function faultReason(error: unknown): string {
	const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
	// VS Code's file systems have codes of their own for some faults, and name Node's in the message of the others.
	const inMessage = [...String(message).matchAll(/\b(E[A-Z]{3,}): /g)].map(([, one]) => one);
	const known = [...inMessage, code].find((one) => typeof one === 'string' && Object.hasOwn(reasons, one));
	return reasons[String(known)] ?? 'the disk reported an error';
}

/** Whether an error is one of the system or of VS Code's file systems, whose message is for engineers. */
export function isFileFault({ name, message }: Error): boolean {
	return /FileSystemError/.test(`${name} ${message}`) || /\bE[A-Z]{3,}: /.test(message);
}

const remainsText = {
	old: 'The old file is unchanged.',
	none: 'No file was created.',
	unknown: 'Look at the file: it may be incomplete.',
} as const;

/** One text about a write that failed, alone or among others. The lists hold names for people. */
export function notSaved(
	{ message: reason, remains }: WriteFault,
	{
		failed,
		written,
		others,
	}: { readonly failed: string; readonly written: readonly string[]; readonly others: readonly string[] },
): string {
	const list = (names: readonly string[]): string =>
		`${names.join(' and ')} ${plural(names.length, 'was', 'were')}`;
	return [
		`${failed} was not saved: ${reason}.`,
		remainsText[remains],
		...(written.length > 0 ? [`${list(written)} saved.`] : []),
		...(others.length > 0 ? [`${list(others)} not saved either.`] : []),
	].join(' ');
}
