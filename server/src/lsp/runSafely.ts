import { type Connection, ResponseError } from 'vscode-languageserver';

/**
 * Runs work that may fail. A failure is logged by the kind of its error, since a message may hold a value of a file,
 * and gives `neutral`. A `ResponseError` is an answer and is thrown on.
 *
 * @param what the subject of the line in the log, such as `A request`.
 */
export async function runSafely<T>(
	{ console }: Pick<Connection, 'console'>,
	what: string,
	neutral: T,
	work: () => T | Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ResponseError) throw error;
		console.error(`${what} failed: ${error instanceof Error ? error.name : 'unknown error'}`);
		return neutral;
	}
}
