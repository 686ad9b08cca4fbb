/** A file or folder could not be checked. The message is for people: its path and why. */
export class CannotCheck extends Error {
	/** @param kind whether the file changed while it was read, or something else is wrong. */
	constructor(
		message: string,
		readonly kind: 'changed' | 'unreadable' = 'unreadable',
	) {
		super(message);
	}
}

/** The reasons for people, by the code of Node's error. */
const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'no such file or folder',
	ENOTDIR: 'no such file or folder',
	EACCES: 'not readable: permission denied',
	EPERM: 'not readable: permission denied',
	ELOOP: 'not readable: the link leads back to itself',
	EAGAIN: 'not readable: another program is using it',
	EBUSY: 'not readable: another program is using it',
	ENAMETOOLONG: 'the name is too long',
	ERR_FS_FILE_TOO_LARGE: 'the file is too large',
	ERR_STRING_TOO_LONG: 'the file is too large',
	ERR_ENCODING_INVALID_ENCODED_DATA: 'the file is too large',
};

/** Runs something that reads `path`, and throws `CannotCheck` where the file system or the decoder fails. */
export function withReason<T>(path: string, run: () => T): T {
	try {
		return run();
	} catch (error) {
		throw explained(path, error);
	}
}

/** Like `withReason`, for something asynchronous. */
export async function withReasonAsync<T>(path: string, run: () => Promise<T>): Promise<T> {
	try {
		return await run();
	} catch (error) {
		throw explained(path, error);
	}
}

/** An error of Node as a `CannotCheck`; any other error as it is. */
function explained(path: string, error: unknown): unknown {
	if (error instanceof CannotCheck) return error;
	const { code } = error as NodeJS.ErrnoException;
	return code === undefined
		? error
		: new CannotCheck(`${path}: ${reasons[code] ?? `not readable (${code})`}`);
}

/** Says that a rule failed, which is a fault of ours, and what became of the others. */
export function skippedRule(ruleId: string): string {
	return `the check ${ruleId} failed and was skipped; all other checks ran`;
}
