import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { messageGate } from '../lsp/messages/messageGate';
import { terminalText } from '../safeText';
import { startServer } from '../server';
import { collect } from './collect';
import { readCommandLine } from './commandLine';
import { endAtUncaught } from './endAtUncaught';
import { exitWhenClosed } from './exitWhenClosed';
import { files } from './files';
import { stdioMessages } from './stdio';

const line = readCommandLine(process.argv.slice(2), version);
if ('serve' in line) serve(line.serve);
else if ('print' in line) process.stdout.write(line.print);
else {
	process.stderr.write(`error: ${terminalText(line.problem)}\n`);
	process.exitCode = 2;
}

/** @param args as vscode-languageserver takes them: it reads those of the process. */
function serve(args: readonly string[]): void {
	process.argv.splice(2, process.argv.length, ...args);
	endAtUncaught();
	exitWhenClosed();
	// Node reads this at its first use of the disk. Each operation on a disk that does not answer holds one thread.
	process.env.UV_THREADPOOL_SIZE ??= '16';

	// The pages are in docs/, next to dist/, in a checkout and in an installed extension.
	const rules = join(__dirname, '..', 'docs', 'rules');
	startServer(connect(args), {
		collect,
		files,
		rulesUri: existsSync(rules) ? pathToFileURL(rules).href : undefined,
	});
}

function connect(args: readonly string[]): Connection {
	// The library takes the first that it finds.
	const transport = args.find((arg) => /^--(stdio|node-ipc|socket|pipe)\b/.test(arg));
	if (transport !== '--stdio') return createConnection(ProposedFeatures.all, messageGate());
	const { reader, writer } = stdioMessages();
	return createConnection(ProposedFeatures.all, reader, writer, messageGate());
}
