import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { soundMessages } from '../lsp/soundMessages';
import { startServer } from '../server';
import { collect } from './collect';
import { endAtUncaught } from './endAtUncaught';
import { exitWhenClosed } from './exitWhenClosed';
import { files } from './files';

endAtUncaught();
exitWhenClosed();
// Node reads this at its first use of the disk. Each operation on a disk that does not answer holds one thread.
process.env.UV_THREADPOOL_SIZE ??= '16';

// The pages are in docs/, next to dist/, in a checkout and in an installed extension.
const rules = join(__dirname, '..', 'docs', 'rules');
startServer(createConnection(ProposedFeatures.all, { messageStrategy: soundMessages }), {
	collect,
	files,
	rulesUri: existsSync(rules) ? pathToFileURL(rules).href : undefined,
});
