/** The files that run at a district, as they ship: what they could reach a network with. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { nodes } from '../architecture/sources';
import { type Bundle, bundle } from '../support/bundles';

const bundles: readonly Bundle[] = [
	'cli.js',
	'client.js',
	'client.web.js',
	'compare.js',
	'import.js',
	'report.js',
	'server.js',
	'server.web.js',
];

/** Modules of Node that reach a network, or let somebody in. */
const NETWORK_MODULES = /^(node:)?(https?|http2|net|tls|dgram|dns|inspector|wasi|cluster)(\/|$)/;

/** What a browser, a worker or a page reaches a network with. */
const NETWORK_NAMES =
	/^(fetch|XMLHttpRequest|WebSocket|WebSocketStream|EventSource|sendBeacon|WebTransport|RTCPeerConnection|importScripts|SharedWorker|serviceWorker|createTelemetryLogger|TelemetryReporter)$/;

/** The modules that a bundle loads, and the names of identifiers and members in it. */
async function partsOf(name: Bundle): Promise<{ modules: readonly string[]; names: ReadonlySet<string> }> {
	const tree = ts.createSourceFile(name, await readFile(await bundle(name), 'utf8'), ts.ScriptTarget.Latest);
	const modules: string[] = [];
	const names = new Set<string>();
	for (const node of nodes(tree)) {
		if (ts.isIdentifier(node)) names.add(node.text);
		if (!ts.isCallExpression(node)) continue;
		const [argument] = node.arguments;
		const loads =
			node.expression.kind === ts.SyntaxKind.ImportKeyword ||
			(ts.isIdentifier(node.expression) && node.expression.text === 'require');
		if (!loads) continue;
		modules.push(argument && ts.isStringLiteralLike(argument) ? argument.text : 'a module named at run time');
	}
	return { modules, names };
}

describe('the bundles', () => {
	it('name nothing that reaches a network, but for the pipes of the language server library', async () => {
		const found: string[] = [];
		for (const name of bundles) {
			const { modules, names } = await partsOf(name);
			found.push(
				...modules
					.filter((module) => NETWORK_MODULES.test(module) || module.includes(' '))
					.map((module) => `${name} loads ${module}`),
				...[...names].filter((word) => NETWORK_NAMES.test(word)).map((word) => `${name} names ${word}`),
			);
		}
		// vscode-jsonrpc can also speak over a pipe or a local port, where an editor starts the server with --pipe or
		// --socket. The extension does not, and the tests of a running server show that it opens none.
		assert.deepEqual(found, ['client.js loads net', 'server.js loads net']);
	});
});
