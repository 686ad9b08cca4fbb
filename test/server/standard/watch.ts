import type { MessageReader, MessageWriter } from 'vscode-jsonrpc/node';
import { Faults } from './faults';
import { type Malformed, Session } from './session';

/**
 * Checks every message of a connection against the standard and against what its client has announced. To be called
 * before the connection listens. What no test looks at fails at the end of the run.
 *
 * @param malformed methods that a test sends in a wrong shape on purpose.
 */
export function watch(reader: MessageReader, writer: MessageWriter, malformed?: Malformed): Faults {
	const faults = new Faults();
	const session = new Session((fault) => faults.add(fault), malformed);
	const listen = reader.listen.bind(reader);
	reader.listen = (callback) =>
		listen((message) => {
			session.fromServer(message);
			callback(message);
		});
	const write = writer.write.bind(writer);
	writer.write = (message) => {
		session.fromClient(message);
		return write(message);
	};
	return faults;
}
