/** The floor plan, checked from the sources: CONTRIBUTING.md says why each wall stands. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { ruleById } from '../server/src/rules';
import { all, client, nodes, root, type SourceFile, server, shipped } from './architecture/sources';

/** What belongs to no floor: each of these imports nothing of ours outside itself. */
const ground = ['spec/', 'csv/', 'hash/', 'work/', 'wording'];
/** Rooms and what each may import beside itself, from the ground floor up. */
const check = ['check/', 'rules/', 'settings', ...ground];
const protocol = ['protocol/'];
const convert = ['convert/', 'spec/', 'csv/', 'wording'];
const answers = ['features/', 'coverage/', 'bulk/', 'convert/', ...check];

/** Who may import whom; `x/` is a folder of ours and all in it. */
const walls: readonly { readonly from: RegExp; readonly may: readonly string[] }[] = [
	{ from: /^server\/src\/spec\//, may: ['spec/'] },
	{ from: /^server\/src\/csv\//, may: ['csv/'] },
	{ from: /^server\/src\/hash\//, may: ['hash/'] },
	{ from: /^server\/src\/work\//, may: ['work/'] },
	{ from: /^server\/src\/wording\.ts$/, may: [] },
	{ from: /^server\/src\/rules\//, may: ['rules/', 'spec/', 'csv/', 'wording', 'fastest-levenshtein'] },
	{ from: /^server\/src\/settings\.ts$/, may: ['spec/', 'rules/'] },
	{ from: /^server\/src\/check\//, may: check },
	{ from: /^server\/src\/coverage\//, may: ['coverage/', ...check] },
	{ from: /^server\/src\/bulk\//, may: ['bulk/', ...check] },
	{
		from: /^server\/src\/features\//,
		may: ['features/', 'coverage/', ...check, 'vscode-languageserver-types'],
	},
	{
		from: /^server\/src\/convert\//,
		may: [...convert, 'csv-parse', 'csv-parse/sync', 'jsonc-parser', '@exodus/bytes/encoding-lite.js'],
	},
	{ from: /^server\/src\/disk\//, may: ['disk/', ...check, 'node:'] },
	// Types only, but for its own constants: what the client imports must bring no rule and no scanner with it.
	{
		from: /^server\/src\/protocol\//,
		may: ['protocol/', 'csv/', 'cli/', 'features/', 'bulk/', 'coverage/', 'convert/', 'check/', 'settings'],
	},
	{
		from: /^server\/src\/(lsp\/|server\.ts$)/,
		may: ['lsp/', ...answers, ...protocol, 'vscode-languageserver', 'vscode-uri', '@exodus/bytes/base64.js'],
	},
	{
		from: /^server\/src\/cli\//,
		may: [
			'cli/',
			'disk/',
			...answers.filter((room) => room !== 'features/' && room !== 'bulk/'),
			'node:',
			'commander',
			'picocolors',
			'jsonc-parser',
			'../../package.json',
		],
	},
	{
		from: /^server\/src\/node\//,
		may: ['node/', 'server', 'lsp/', ...protocol, ...answers, 'node:', 'vscode-languageserver/node'],
	},
	{
		from: /^server\/src\/browser\//,
		may: ['browser/', 'server', 'lsp/', ...protocol, ...answers, 'vscode-languageserver/browser'],
	},
	{
		from: /^client\/src\/node\//,
		may: [
			'client/',
			'vscode',
			'vscode-languageclient',
			'vscode-languageclient/node',
			...protocol,
			'wording',
			'node:',
		],
	},
	{
		from: /^client\/src\/browser\//,
		may: [
			'client/',
			'vscode',
			'vscode-languageclient',
			'vscode-languageclient/browser',
			...protocol,
			'wording',
		],
	},
	// It runs in a webview, where there is no `vscode`.
	{
		from: /^client\/src\/report\/page\//,
		may: ['client/src/report/', ...protocol, 'wording', '@observablehq/plot', 'morphdom'],
	},
	{
		from: /^client\/src\//,
		may: ['client/', 'vscode', 'vscode-languageclient', ...protocol, 'wording', '@exodus/bytes/base64.js'],
	},
	{
		from: /^server\/generate\//,
		may: ['../generate/', 'features/', 'disk/', 'convert/', ...check, 'node:'],
	},
];

function isAllowed(imported: string, allowed: string): boolean {
	if (allowed === 'node:') return imported.startsWith('node:');
	if (allowed.startsWith('client/')) return imported.startsWith(allowed);
	const ours = join('server/src', allowed);
	if (allowed.endsWith('/')) return imported === ours.slice(0, -1) || imported.startsWith(ours);
	return imported === allowed || imported === ours;
}

describe('the house', () => {
	it('imports only where the floor plan has a door', () => {
		const broken = [...client, ...server].flatMap(({ path, imports }) => {
			const wall = walls.find(({ from }) => from.test(path));
			if (!wall) return [`${path} stands in no room`];
			return imports
				.filter((imported) => !wall.may.some((allowed) => isAllowed(imported, allowed)))
				.map((imported) => `${path} imports ${imported}`);
		});
		// The protocol still has types that belong to the rooms below it.
		assert.deepEqual([...new Set(broken)], []);
	});

	it('imports vscode in the client only', () => {
		const own = /^(client\/|test\/(editor\/vscode|client)\/|bench\/measure\/activation\.ts$)/;
		const others = all.filter(({ path, imports }) => imports.includes('vscode') && !own.test(path));
		assert.deepEqual(
			others.map(({ path }) => path),
			[],
		);
	});

	it('has no circle of imports', () => {
		const byPath = new Map(shipped.map((file) => [file.path.replace(/(\/index)?\.ts$/, ''), file]));
		const done = new Set<SourceFile>();
		const circles: string[] = [];
		const visit = (file: SourceFile, trail: readonly SourceFile[]): void => {
			const start = trail.indexOf(file);
			if (start >= 0) circles.push([...trail.slice(start), file].map(({ path }) => path).join(' → '));
			if (start >= 0 || done.has(file)) return;
			for (const imported of file.imports) {
				const next = byPath.get(imported.replace(/\/index$/, ''));
				if (next) visit(next, [...trail, file]);
			}
			done.add(file);
		};
		for (const file of shipped) visit(file, []);
		assert.deepEqual(circles, []);
	});

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

	it('names no rule outside of rules/', () => {
		const found = [...server, ...client]
			.filter(({ path }) => !/^server\/src\/rules\/|\.generated\.ts$/.test(path))
			.flatMap(({ path, tree }) =>
				[...nodes(tree)]
					.filter((node) => ts.isStringLiteralLike(node) && ruleById(node.text) !== undefined)
					.map((node) => `${path}:${tree.getLineAndCharacterOfPosition(node.pos).line + 1}`),
			);
		assert.deepEqual(found, []);
	});

	it('takes Node modules by their node: name', () => {
		const bare = all.flatMap(({ path, imports }) =>
			imports.filter((name) => builtinModules.includes(name)).map((name) => `${path} imports ${name}`),
		);
		assert.deepEqual(bare, []);
	});

	it('knows no `any` and no `enum`', () => {
		const found = all.flatMap(({ path, tree }) =>
			[...nodes(tree)]
				.filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword || kind === ts.SyntaxKind.EnumDeclaration)
				.map((node) => `${path}:${tree.getLineAndCharacterOfPosition(node.pos).line + 1}`),
		);
		assert.deepEqual(found, []);
	});
});

describe('numbers and plurals for people', () => {
	const wording = 'server/src/wording.ts';
	const others = shipped.filter(({ path }) => path !== wording);
	const places = (isWrong: (node: ts.Node) => boolean): string[] =>
		others.flatMap(({ path, tree }) =>
			[...nodes(tree)]
				.filter(isWrong)
				.map((node) => `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`),
		);

	it(`are written in ${wording} only`, () => {
		const names = /^(toLocaleString|NumberFormat|PluralRules)$/;
		assert.deepEqual(
			places((node) => ts.isIdentifier(node) && names.test(node.text)),
			[],
		);
	});

	it('are never chosen by a comparison with one', () => {
		const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
		/** `count === 1 ? 'it' : 'they'`, and the same with any other comparison. */
		const isPlural = (node: ts.Node): boolean =>
			ts.isConditionalExpression(node) &&
			isText(node.whenTrue) &&
			isText(node.whenFalse) &&
			ts.isBinaryExpression(node.condition) &&
			ts.isNumericLiteral(node.condition.right) &&
			node.condition.right.text === '1';
		assert.deepEqual(places(isPlural), []);
	});
});

describe('its rooms', () => {
	const over = (files: readonly SourceFile[], most: number): string[] =>
		files.filter(({ lines }) => lines > most).map(({ path, lines }) => `${path}: ${lines} lines`);

	it('are small', () => {
		assert.deepEqual(over(all, 400), []);
		const sizes = shipped.map(({ lines }) => lines).sort((a, b) => a - b);
		const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
		assert.ok(median < 80, `the median is ${median} lines`);
	});

	it('are smaller still where messages are only carried', () => {
		assert.deepEqual(
			over(
				shipped.filter(({ path }) => path === 'server/src/server.ts'),
				120,
			),
			[],
		);
		const hosts = shipped.filter(({ path }) => /\/(node|browser|cli)\/main\.ts$/.test(path));
		assert.equal(hosts.length, 5);
		assert.deepEqual(over(hosts, 60), []);
	});

	it('are called by what they hold', () => {
		const vague = all.filter(({ path }) => /(manager|helper|util)s?\b[^/]*$/i.test(path));
		assert.deepEqual(
			vague.map(({ path }) => path),
			[],
		);
	});
});

describe('what is brought in', () => {
	const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

	it('is pinned to one version', () => {
		for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
			assert.match(String(version), /^\d+\.\d+\.\d+$/, name);
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
