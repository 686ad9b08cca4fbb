import { CannotCheck } from './files';
import { oneLine } from './text';

/** Runs a part of the check. What could not be checked is said and makes the exit status 2; the rest goes on. */
export async function attempt(run: () => void | Promise<void>): Promise<void> {
	try {
		await run();
	} catch (error) {
		if (!(error instanceof CannotCheck)) throw error;
		complain(error.message);
		process.exitCode = 2;
	}
}

/** Says on stderr, in one line, what went wrong. */
export function complain(message: string): void {
	process.stderr.write(`error: ${oneLine(message)}\n`);
}

process.stderr.on('error', () => {});
