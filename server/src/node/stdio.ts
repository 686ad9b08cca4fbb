import { Console } from 'node:console';
import {
	ErrorCodes,
	type MessageWriter,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';

/**
 * Reads messages from stdin. The library ends the process where a stream with these two methods ends, which it does not
 * do for a reader.
 */
class StdinReader extends StreamMessageReader {
	constructor() {
		super(process.stdin);
	}

	read(): unknown {
		return process.stdin.read();
	}

	on(event: string, listener: () => void): void {
		process.stdin.on(event, listener);
	}
}

/**
 * Messages over stdin and stdout. Where no end of a message can be found, the process ends and says so: it would never
 * understand its client again. What anything logs goes to stderr, since stdout is for messages.
 */
export function stdioMessages(): { readonly reader: StreamMessageReader; readonly writer: MessageWriter } {
	globalThis.console = new Console(process.stderr, process.stderr);
	const reader = new StdinReader();
	const writer = new StreamMessageWriter(process.stdout);
	reader.onError((error) => {
		// The message of an error may quote what was sent. Only those about the header of a message speak of its length.
		if (/Content-Length/.test(error.message) && !(error instanceof SyntaxError)) {
			process.stderr.write('A message has no Content-Length that is a number, so the server ends.\n', () =>
				process.exit(1),
			);
		} else if (error instanceof SyntaxError) {
			const answer = { code: ErrorCodes.ParseError, message: 'The message is no JSON.' };
			void writer.write({ jsonrpc: '2.0', id: null, error: answer } as never);
		}
	});
	return { reader, writer };
}
