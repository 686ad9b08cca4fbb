/** The table's page in a plain browser: a Chromium, the built script, the policy of the webview, and answers from here. */
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { GridFromPage, GridToPage, PageRequests } from '../../../client/src/grid/messages';
import { bundle } from '../../support/bundles';
import { installChromium } from '../host/chromium';
import { PATIENCE } from '../host/wait';
import { type Theme, themes } from './themes';

/** Answers what the page asks, as the extension does. */
export interface PageAnswers {
	answer<Method extends keyof PageRequests>(
		method: Method,
		params: PageRequests[Method][0],
	): Promise<PageRequests[Method][1]> | PageRequests[Method][1];
}

/** An open page, and what it asked. */
export interface OpenPage {
	readonly page: Page;
	readonly asked: GridFromPage[];
	/** What the console and the policy complained about. */
	readonly complaints: string[];
	send(message: GridToPage): Promise<void>;
}

/** How a page is opened. */
export interface PageOptions {
	readonly width?: number;
	readonly height?: number;
	readonly theme?: Theme;
}

const NONCE = 'nonce-of-the-harness';
const ADDRESS = 'http://table.localhost/';

let browser: Browser | undefined;

/** Starts the browser, once. */
async function startBrowser(): Promise<void> {
	browser ??= await chromium.launch({
		executablePath: await installChromium(),
		args: ['--no-sandbox'],
	});
}

/** Ends the browser. */
export async function endBrowser(): Promise<void> {
	await browser?.close();
	browser = undefined;
}

/** Opens the page of a table; the answers may be given late, but are given in the order of the questions. */
export async function openPage(answers: PageAnswers, options: PageOptions = {}): Promise<OpenPage> {
	const { width = 1000, height = 700, theme = 'light' } = options;
	await startBrowser();
	const context = await browser!.newContext({
		viewport: { width, height },
		colorScheme: theme === 'dark' || theme === 'highContrast' ? 'dark' : 'light',
		permissions: [],
	});
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE);
	const asked: GridFromPage[] = [];
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
	const send = async (message: GridToPage): Promise<void> => {
		await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`).catch(() => undefined);
	};
	await page.exposeFunction('askHarness', async (message: GridFromPage) => {
		asked.push(message);
		try {
			const answer = await answers.answer(message.method, message.params as never);
			await send({ type: 'answer', id: message.id, answer });
		} catch (error) {
			complaints.push(String(error instanceof Error ? error.stack : error));
			await send({ type: 'failed', id: message.id });
		}
	});
	const script = readFileSync(await bundle('table.js'), 'utf8');
	const variables = Object.entries(themes[theme].colors)
		.map(([name, value]) => `--vscode-${name}: ${value};`)
		.join(' ');
	await page.route('**/*', (route) => {
		const { pathname } = new URL(route.request().url());
		if (pathname === '/table.js') return route.fulfill({ contentType: 'text/javascript', body: script });
		if (pathname !== '/') return route.fulfill({ status: 204 });
		return route.fulfill({
			contentType: 'text/html',
			body: html(themes[theme].className, variables),
		});
	});
	await page.goto(ADDRESS);
	return { page, asked, complaints, send };
}

function html(className: string, variables: string): string {
	const api = `{
		window.acquireVsCodeApi = () => ({
			postMessage: (message) => void window.askHarness(message),
		});
		window.violations = [];
		document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
	}`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'nonce-${NONCE}'">
<title>Table</title>
<style nonce="${NONCE}">:root { ${variables} --vscode-font-size: 13px; --vscode-font-family: sans-serif; }</style>
</head>
<body class="${className}">
<script nonce="${NONCE}">${api}</script>
<script nonce="${NONCE}" src="table.js"></script>
</body>
</html>`;
}
