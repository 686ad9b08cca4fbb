import type { CancellationToken } from 'vscode';
import type { CheckOutput } from '../../../server/src/protocol';

/** Checks a file as it is saved on the disk; undefined if the check is canceled. Throws if the file cannot be checked. */
export type CheckFileOnDisk = (request: {
	/** In the notation of the operating system. */
	readonly path: string;
	/** The settings to use, as in a settings.json. */
	readonly settings: Readonly<Record<string, unknown>>;
	/** Takes the part that is done, from 0 to 1. */
	readonly onProgress: (done: number) => void;
	readonly token: CancellationToken;
}) => Promise<CheckOutput | undefined>;
