/** What comes from outside: packages, the modules of Node, the network. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { all, nodes, root, shipped } from './sources';

describe('what is brought in', () => {
	const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

	it('is pinned to one version', () => {
		for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
			// DuckDB numbers the releases of its package for one version of the engine: 1.5.6-r.1.
			assert.match(String(version), /^\d+\.\d+\.\d+(?:-r\.\d+)?$/, name);
		}
	});

	it('is used by what ships, or by nothing that does', () => {
		const used = new Set(
			shipped.flatMap(({ imports }) => imports.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0])),
		);
		for (const name of Object.keys(dependencies)) assert.ok(used.has(name), `nothing imports ${name}`);
		for (const name of Object.keys(devDependencies)) assert.ok(!used.has(name), `${name} ships`);
	});

	it('has a sentence in CONTRIBUTING.md that says what for', () => {
		for (const name of Object.keys(dependencies)) {
			const sentence = guide.split('\n').find((line) => line.startsWith(`- \`${name}\``));
			assert.ok(sentence && sentence.length > name.length + 20, name);
		}
	});
});

describe('the house', () => {
	it('reaches no network and reports nothing', () => {
		const modules = /^(node:)?(https?|http2|net|tls|dgram|dns|inspector)(\/|$)|telemetry|axios|undici|^ws$/;
		const names =
			/^(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|RTCPeerConnection)$|telemetry/i;
		const found = shipped.flatMap((file) => [
			...file.imports.filter((name) => modules.test(name)).map((name) => `${file.path} imports ${name}`),
			...[...nodes(file.tree)]
				.filter((node): node is ts.Identifier => ts.isIdentifier(node) && names.test(node.text))
				.map(({ text }) => `${file.path} names ${text}`),
		]);
		assert.deepEqual(found, []);
	});

	it('runs no program and no code but its own', () => {
		const modules = /^(node:)?(child_process|vm|module|worker_threads|cluster|repl)$/;
		const running = shipped.flatMap(({ path, imports }) =>
			imports.filter((name) => modules.test(name)).map((name) => `${path} imports ${name}`),
		);
		assert.deepEqual(running.sort(), [
			// The command line of the extension, by its path.
			'client/src/node/diskCheck.ts imports node:child_process',
			// Itself, as a worker.
			'server/src/cli/main.ts imports node:worker_threads',
			'server/src/disk/worker.ts imports node:worker_threads',
			'server/src/disk/workerPool.ts imports node:worker_threads',
			// Two letters of code, `gc`.
			'server/src/node/collect.ts imports node:vm',
		]);
		const evaluating = shipped.flatMap(({ path, tree }) =>
			[...nodes(tree)]
				.filter((node) => ts.isCallExpression(node) || ts.isNewExpression(node))
				.filter(({ expression, arguments: args }) =>
					expression.kind === ts.SyntaxKind.ImportKeyword
						? !args?.[0] || !ts.isStringLiteral(args[0])
						: ts.isIdentifier(expression) && /^(eval|Function|require)$/.test(expression.text),
				)
				.map((node) => `${path}: ${node.getText(tree)}`),
		);
		assert.deepEqual(evaluating, []);
	});

	it('takes Node modules by their node: name', () => {
		const bare = all.flatMap(({ path, imports }) =>
			imports.filter((name) => builtinModules.includes(name)).map((name) => `${path} imports ${name}`),
		);
		assert.deepEqual(bare, []);
	});
});
