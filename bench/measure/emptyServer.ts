/** The empty server over stdio. On request it reports how long its event loop was blocked, decoding included. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { BlockProbe } from '../blocks';
import { startEmpty } from '../empty';

const probe = new BlockProbe();
const connection = createConnection(ProposedFeatures.all);
connection.onRequest('bench/probe', () => {
	probe.start();
	return null;
});
connection.onRequest('bench/blocks', () => probe.stop());
startEmpty(connection);
