/**
 * Makes an error that nobody caught end the process with its kind and its place on stderr. Node would print its message
 * too, which may quote a value of a file, and editors keep what a server prints in a log.
 */
export function endAtUncaught(): void {
	process.on('uncaughtException', (error: unknown) => {
		const lines = error instanceof Error ? [error.name, ...framesOf(error)] : ['unknown error'];
		process.stderr.write(`The server failed: ${lines.join('\n')}\n`, () => process.exit(1));
	});
}

/** The lines of a stack below its message, which may have several lines itself. */
function framesOf({ stack = '', message }: Error): readonly string[] {
	const start = stack.indexOf(message);
	if (start < 0) return [];
	return stack
		.slice(start + message.length)
		.split('\n')
		.filter((line) => /^\s+at /.test(line));
}
