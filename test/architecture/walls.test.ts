/** The floor plan, checked from the sources: CONTRIBUTING.md says why each wall stands. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { all, client, release, type SourceFile, server, shipped } from './sources';

/** The ground floor: each of these imports nothing of ours outside itself. */
const ground = ['spec/', 'csv/', 'hash/', 'work/', 'wording', 'characters', 'fileNames', 'messageForms'];
/** What several rooms may import. */
const check = ['check/', 'rules/', 'settings', ...ground];
const protocol = ['protocol/'];
const answers = ['features/', 'coverage/', 'bulk/', 'grid/', 'convert/', 'compare/', 'safeText', ...check];

/** The client without its two hosts, which do not import each other. */
const clientRooms = [
	'client/src/extension',
	...[
		'commands',
		'compare',
		'disk',
		'files',
		'fill',
		'grid',
		'import',
		'log',
		'problems',
		'report',
		'server',
		'status',
		'text',
		'ui',
	].map((room) => `client/src/${room}/`),
];

/** Which room may import what: `x/` is a folder of ours with all in it. The first wall that fits a file counts. */
const walls: readonly { readonly from: RegExp; readonly may: readonly string[] }[] = [
	{ from: /^server\/src\/spec\//, may: ['spec/', 'characters'] },
	{ from: /^server\/src\/csv\//, may: ['csv/', 'characters'] },
	{ from: /^server\/src\/hash\//, may: ['hash/'] },
	{ from: /^server\/src\/work\//, may: ['work/'] },
	{ from: /^server\/src\/(characters|fileNames|messageForms)\.ts$/, may: [] },
	{ from: /^server\/src\/(wording|safeText)\.ts$/, may: ['characters'] },
	{
		from: /^server\/src\/rules\//,
		may: ['rules/', 'spec/', 'csv/', 'wording', 'characters', 'fastest-levenshtein'],
	},
	{ from: /^server\/src\/settings(\.ts$|\/)/, may: ['settings/', 'spec/', 'rules/', 'wording'] },
	{ from: /^server\/src\/check\//, may: check },
	{ from: /^server\/src\/coverage\//, may: ['coverage/', ...check] },
	{ from: /^server\/src\/bulk\//, may: ['bulk/', ...check] },
	{ from: /^server\/src\/grid\//, may: ['grid/', 'bulk/', ...check] },
	{
		from: /^server\/src\/features\//,
		may: ['features/', 'coverage/', 'safeText', ...check, 'vscode-languageserver-types'],
	},
	{
		from: /^server\/src\/convert\//,
		// jsonc-parser reads the saved mapping, which people edit, and names the line of a mistake.
		may: [
			'convert/',
			'spec/',
			'csv/',
			'wording',
			'characters',
			'csv-parse',
			'jsonc-parser',
			'@exodus/bytes/encoding-lite.js',
			// Workbooks: the archive, its XML, and the text of a number under its format.
			'fflate',
			'saxes',
			'numfmt',
		],
	},
	{
		from: /^server\/src\/compare\//,
		may: ['compare/', 'bulk/', 'coverage/', 'convert/', ...check],
	},
	{ from: /^server\/src\/declare\//, may: ['declare/', 'rules/', 'spec/', 'wording'] },
	{ from: /^server\/src\/disk\//, may: ['disk/', ...check, 'node:'] },
	// The hosts of the client and the command line write whole files the same way.
	{ from: /^server\/src\/writing\/stageFile\.ts$/, may: ['writing/', 'node:'] },
	{ from: /^server\/src\/writing\//, may: ['writing/', 'wording'] },
	// Types only, but for its own constants: protocol.test.ts holds that. The rooms are those that make the types.
	{
		from: /^server\/src\/protocol\//,
		may: [
			'protocol/',
			'csv/',
			'cli/',
			'features/',
			'bulk/',
			'coverage/',
			'convert/',
			'compare/',
			'check/',
			'grid/',
			'settings',
		],
	},
	{
		from: /^server\/src\/(lsp\/|server\.ts$)/,
		may: [
			'lsp/',
			...answers,
			...protocol,
			'vscode-languageserver',
			'vscode-uri',
			'@exodus/bytes/base64.js',
			'../../package.json',
		],
	},
	{
		from: /^server\/src\/cli\//,
		may: [
			'cli/',
			'disk/',
			'writing/',
			'declare/',
			...answers.filter((room) => !['features/', 'bulk/', 'grid/'].includes(room)),
			'node:',
			'commander',
			'picocolors',
			'jsonc-parser',
			// Types only.
			'sarif',
			'tinyglobby',
			'../../package.json',
		],
	},
	{
		from: /^server\/src\/node\//,
		may: [
			'node/',
			'server',
			'lsp/',
			...protocol,
			...answers,
			'node:',
			'vscode-languageserver/node',
			'../../package.json',
		],
	},
	{
		from: /^server\/src\/browser\//,
		may: ['browser/', 'server', 'lsp/', ...protocol, ...answers, 'vscode-languageserver/browser'],
	},
	{
		from: /^client\/src\/node\//,
		may: [
			'client/src/node/',
			...clientRooms,
			'vscode',
			'vscode-languageclient',
			'vscode-languageclient/node',
			...protocol,
			'writing/',
			'wording',
			'node:',
		],
	},
	{
		from: /^client\/src\/browser\//,
		may: [
			'client/src/browser/',
			...clientRooms,
			'vscode',
			'vscode-languageclient',
			'vscode-languageclient/browser',
			...protocol,
			'wording',
		],
	},
	// They run in a webview, where there is no `vscode`.
	{
		from: /^client\/src\/page\//,
		may: ['client/src/page/', ...protocol, 'safeText', 'characters', 'morphdom'],
	},
	{
		from: /^client\/src\/grid\/page\//,
		may: [
			'client/src/grid/',
			'client/src/page/',
			...protocol,
			'wording',
			'safeText',
			'characters',
			'work/inTime',
			'slickgrid',
			'sortablejs',
		],
	},
	{
		from: /^client\/src\/report\/page\//,
		may: ['client/src/report/', 'client/src/page/', ...protocol, 'wording', 'safeText', 'morphdom'],
	},
	{
		from: /^client\/src\/import\/page\//,
		may: ['client/src/import/', 'client/src/page/', ...protocol, 'wording', 'safeText'],
	},
	{
		from: /^client\/src\/compare\/page\//,
		may: ['client/src/compare/', 'client/src/page/', ...protocol, 'wording', 'safeText'],
	},
	// Tab finds the next field itself, as a key must not wait for the server. Only `csv` may know commas and quotes.
	{
		from: /^client\/src\/text\//,
		may: [...clientRooms, 'vscode', ...protocol, 'wording', 'safeText', 'characters', 'csv/nextField'],
	},
	{
		from: /^client\/src\//,
		may: [
			...clientRooms,
			'vscode',
			'vscode-languageclient',
			...protocol,
			'wording',
			'safeText',
			'characters',
			'fileNames',
			'messageForms',
			'work/inTime',
			'writing/stagedFile',
			'writing/writeFault',
			'@exodus/bytes/base64.js',
		],
	},
	{
		from: /^server\/generate\//,
		// Of the protocol, the names of the custom editors; other parts of it are generated themselves.
		may: [
			'../generate/',
			// The pages that `explain` prints are those of the documentation.
			'cli/reference/pages/',
			'protocol/grid',
			'protocol/import',
			'declare/',
			'features/',
			'disk/',
			'convert/',
			...check,
			'node:',
			'iso-639-2',
		],
	},
	{
		from: /^\.ci\/release\//,
		may: [
			'../../.ci/release/',
			'../generate/repository',
			// Of the command line, the types of its JSON.
			'cli/compareOutput',
			'cli/importOutput',
			'cli/formats/checkOutput',
			'node:',
			'@cyclonedx/cyclonedx-library',
			'dts-bundle-generator',
		],
	},
];

function isAllowed(imported: string, allowed: string): boolean {
	if (allowed === 'node:') return imported.startsWith('node:');
	const ours = allowed.startsWith('client/') ? allowed : join('server/src', allowed);
	if (allowed.endsWith('/')) return imported === ours.slice(0, -1) || imported.startsWith(ours);
	return imported === allowed || imported === ours;
}

describe('the house', () => {
	it('imports only where the floor plan has a door', () => {
		const broken = [...client, ...server, ...release].flatMap(({ path, imports }) => {
			const wall = walls.find(({ from }) => from.test(path));
			if (!wall) return [`${path} stands in no room`];
			return imports
				.filter((imported) => !wall.may.some((allowed) => isAllowed(imported, allowed)))
				.map((imported) => `${path} imports ${imported}`);
		});
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
});
