import { CannotCheck } from '../disk/cannotCheck';
import { oneLine } from './textOutput';

/** Runs a part of the check; the rest goes on where it cannot be done. */
export async function orReport(run: () => void | Promise<void>): Promise<void> {
	try {
		await run();
	} catch (error) {
		if (!(error instanceof CannotCheck)) throw error;
		reportFailure(error.message);
	}
}

/** Says on stderr, in one line, what could not be checked, and makes the exit status 2. */
export function reportFailure(message: string): void {
	process.stderr.write(`error: ${oneLine(message)}\n`);
	process.exitCode = 2;
}

process.stderr.on('error', () => {});
