/** The parts around the grid in plain Chromium, under the policy of the webview and in the colors of a theme. */

import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { installChromium } from '../host/chromium';
import { ROOT } from '../host/paths';
import { PATIENCE } from '../host/wait';
import { columns, opened, raceCodes, raceValues } from './madeFile';
import { type Theme, themes } from './themes';

const NONCE = 'made';
const POLICY = `default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'nonce-${NONCE}'`;

/** Serves the page of a theme at its name. */
async function startServer(): Promise<Server> {
	const { outputFiles } = await build({
		absWorkingDir: ROOT,
		entryPoints: ['test/editor/page/made/main.ts'],
		bundle: true,
		format: 'iife',
		target: 'es2022',
		loader: { '.css': 'text' },
		write: false,
	});
	const script = outputFiles[0]?.text ?? '';
	const server = createServer(({ url = '' }, response) => {
		if (url === '/main.js') {
			response.setHeader('content-type', 'text/javascript').end(script);
			return;
		}
		const theme = themes[url.slice(1) as Theme];
		const colors = Object.entries(theme?.colors ?? {}).map(([name, value]) => `--vscode-${name}:${value}`);
		response.setHeader('content-type', 'text/html').end(
			`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Table</title>
<style nonce="${NONCE}">:root{${colors.join(';')}}</style></head>
<body class="${theme?.className}"><script nonce="${NONCE}" src="/main.js"></script></body></html>`,
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}

const fixes = [
	{ index: 1, title: 'Change "Hispanic" to W', isPreferred: false, isFix: true },
	{ index: 0, title: 'Set Hispanic_Latino to Y', isPreferred: true, isFix: true },
	{ index: 2, title: 'Accept "Hispanic" in Race', isPreferred: false, isFix: false },
];
/** What the extension answers at first. There are 144 parts of the scroll bar. */
const answers = {
	values: raceValues,
	codes: raceCodes,
	actions: fixes,
	marks: `${' '.repeat(40)}ee${' '.repeat(60)}w${' '.repeat(40)}i`,
};
const race = JSON.stringify(columns[4]);
const CELL = "document.querySelector('.table-grid button')";

/** A page that is opened in each test, and what the tests do with it. */
interface MadePages {
	readonly page: Page;
	/** Opens the page, with the file unless `isLoaded` is false. Sizes are in CSS pixels. */
	open(theme?: Theme, options?: { readonly width?: number; readonly isLoaded?: boolean }): Promise<void>;
	/** Changes the state of the table. */
	set(changes: object): Promise<unknown>;
	/** What the table and the extension were asked, without what they are asked on their own. */
	calls(): Promise<readonly unknown[][]>;
	lastCall(): Promise<unknown>;
	/** The text of what has the keyboard. */
	focused(): Promise<string>;
	/** Keeps a picture in the folder PAGE_PICTURES, where there is one. */
	shot(name: string): Promise<void>;
	openColumnFilter(): Promise<unknown>;
	openHeaderMenu(): Promise<unknown>;
	/** How each popup is opened. */
	readonly popups: Readonly<Record<string, () => Promise<unknown>>>;
}

/** Starts a browser for the tests of a block. A message in its console, such as of a broken policy, fails the test. */
export function useMadePages(): MadePages {
	const errors: string[] = [];
	let server: Server;
	let browser: Browser;
	let page: Page;
	before(async () => {
		server = await startServer();
		browser = await chromium.launch({ executablePath: await installChromium(), args: ['--no-sandbox'] });
	});
	after(async () => {
		await browser?.close();
		server?.close();
	});
	afterEach(async () => {
		await page?.close();
		assert.deepEqual(errors.splice(0), []);
	});
	const openColumnFilter = (): Promise<unknown> =>
		page.evaluate(`made.surroundings.openColumnFilter(${race}, ${CELL})`);
	const openHeaderMenu = (): Promise<unknown> =>
		page.evaluate(`made.surroundings.openHeaderMenu(${race}, ${CELL})`);
	const calls = (): Promise<readonly unknown[][]> =>
		page.evaluate<unknown[][]>("made.calls.filter(([name]) => !['codes', 'marks'].includes(name))");
	const set = (changes: object): Promise<unknown> => page.evaluate(`made.set(${JSON.stringify(changes)})`);
	return {
		get page() {
			return page;
		},
		async open(theme = 'dark', { width = 1100, isLoaded = true } = {}) {
			page = await browser.newPage({ viewport: { width, height: 600 } });
			page.setDefaultTimeout(PATIENCE);
			page.on('console', (message) => {
				if (/error|warning/.test(message.type())) errors.push(message.text());
			});
			page.on('pageerror', (error) => errors.push(error.message));
			await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${theme}`);
			await page.evaluate(`Object.assign(made.answers, ${JSON.stringify(answers)})`);
			if (isLoaded) await set(opened);
		},
		set,
		calls,
		lastCall: async () => (await calls()).at(-1),
		focused: () => page.evaluate('document.activeElement.textContent'),
		async shot(name) {
			const folder = process.env.PAGE_PICTURES;
			if (!folder) return;
			mkdirSync(folder, { recursive: true });
			await page.screenshot({ path: join(folder, `${name}.png`) });
		},
		openColumnFilter,
		openHeaderMenu,
		popups: {
			problems: () => page.getByRole('button', { name: /^Problems/ }).click(),
			columns: () => page.getByRole('button', { name: 'Columns…' }).click(),
			filter: openColumnFilter,
			header: openHeaderMenu,
			cell: () => page.evaluate('made.surroundings.openActions({ x: 300, y: 120 })'),
			fixes: () => page.evaluate('made.surroundings.openActions()'),
			codes: async () => {
				await page.evaluate("made.editCell('')");
				await page.keyboard.type('bl');
			},
		},
	};
}

const axe = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page, as "rule: element". */
export async function axeFindings(page: Page): Promise<readonly string[]> {
	await page.evaluate(axe);
	const found = await page.evaluate<{
		violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[];
	}>(
		// The pages of a test have no heading of the first level, as VS Code's own editors have none.
		"axe.run({ rules: { 'page-has-heading-one': { enabled: false } } })",
	);
	return found.violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
	);
}
