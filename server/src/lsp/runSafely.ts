import { type CancellationToken, type Connection, ResponseError } from 'vscode-languageserver';
import { canceled } from './requestErrors';

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

/**
 * What some work gives. Rejects with LSP's RequestCancelled as soon as the request is canceled: work may wait for an
 * answer of the client, which may never come.
 */
export async function unlessCanceled<T>(token: CancellationToken, work: () => T | Promise<T>): Promise<T> {
	if (token.isCancellationRequested) throw canceled();
	let stop = (): void => {};
	const cancellation = new Promise<never>((_, reject) => {
		const listener = token.onCancellationRequested(() => reject(canceled()));
		stop = () => listener.dispose();
	});
	try {
		return await Promise.race([work(), cancellation]);
	} finally {
		stop();
	}
}

/**
 * Answers a request with what `runSafely` gives. As soon as the client has canceled the request, the answer is LSP's
 * RequestCancelled, whatever the work has come to.
 */
export async function answerSafely<T>(
	connection: Pick<Connection, 'console'>,
	what: string,
	token: CancellationToken,
	neutral: T,
	work: () => T | Promise<T>,
): Promise<T> {
	try {
		const answer = await unlessCanceled(token, () => runSafely(connection, what, neutral, work));
		if (token.isCancellationRequested) throw canceled();
		return answer;
	} catch (error) {
		throw token.isCancellationRequested ? canceled() : error;
	}
}
