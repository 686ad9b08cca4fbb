import { CannotCheck } from '../disk/cannotCheck';
import { terminalText } from '../safeText';

/** Runs a part of the check. Where it throws `CannotCheck`, reports that, so that the other parts still run. */
export async function orReport(
	run: () => void | Promise<void>,
	report: (message: string) => void = reportFailure,
): Promise<void> {
	try {
		await run();
	} catch (error) {
		if (!(error instanceof CannotCheck)) throw error;
		report(error.message);
	}
}

/** Prints on stderr, in one line, what could not be checked and why. Sets the exit status to 2. */
export function reportFailure(message: string): void {
	process.stderr.write(`error: ${terminalText(message)}\n`);
	process.exitCode = 2;
}

/** Prints on stderr, in one line, what may be wrong though all could be done. */
export function reportWarning(message: string): void {
	process.stderr.write(`warning: ${terminalText(message)}\n`);
}

/** Prints on stderr, in one line, what a person wants to know and nothing is wrong with. */
export function reportNote(message: string): void {
	process.stderr.write(`note: ${terminalText(message)}\n`);
}

/**
 * What may be printed of an error that ends a command. A message of the system names a path; that of an unexpected error
 * may quote a value of the file, so only the error's kind is named, and what failed.
 */
export function reasonOf(error: unknown, what = 'the check'): string {
	if (error instanceof CannotCheck) return error.message;
	if (!(error instanceof Error)) return `${what} failed`;
	return 'syscall' in error ? error.message : `${what} failed (${error.name})`;
}

/** Prints lines on stderr that may quote an argument, such as the name of a file that the shell has put there. */
export function printErrors(lines: string): void {
	// The line breaks of an argument are no lines of ours.
	const broken = process.argv.filter((argument) => argument.includes('\n'));
	const text = broken.reduce(
		(all, argument) => all.replaceAll(argument, () => terminalText(argument)),
		lines,
	);
	process.stderr.write(text.split('\n').map(terminalText).join('\n'));
}

// A closed stderr must not end the check.
process.stderr.on('error', () => {});
