import type { CancellationToken } from 'vscode';
import type { CheckOutput } from '../../../server/src/protocol';

/** Checks a file where it lies on the disk, apart from what is open. A host that cannot has none. */
export type DiskCheck = (request: {
	/** As the system writes it. */
	readonly path: string;
	/** The settings for it, as a settings.json has them. */
	readonly settings: Readonly<Record<string, unknown>>;
	/** Told how much is done, from 0 to 1. */
	readonly onProgress: (done: number) => void;
	readonly token: CancellationToken;
}) => Promise<CheckOutput | undefined>;
