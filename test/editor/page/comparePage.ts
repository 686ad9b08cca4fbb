/** The page of the comparisons in a plain browser: the built script under the policy of the webview. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { FromComparePage, ToComparePage } from '../../../client/src/compare/messages';
import { bundle } from '../../support/bundles';
import { installChromium } from '../host/chromium';
import { PATIENCE } from '../host/wait';
import { type Theme, themes } from './themes';

/** An open page of a comparison. */
export interface ComparePage {
	readonly page: Page;
	/** What the page said to the extension. */
	readonly said: FromComparePage[];
	/** What the console and the policy complained about. */
	readonly complaints: string[];
	send(message: ToComparePage): Promise<void>;
}

const NONCE = 'nonce-of-the-comparison';
let browser: Browser | undefined;

/** Ends the browser. */
export async function endCompareBrowser(): Promise<void> {
	await browser?.close();
	browser = undefined;
}

/** Opens the page with what its panel sends; the width is in CSS pixels. */
export async function openCompare(
	message: ToComparePage,
	{ width = 1000, theme = 'light' }: { readonly width?: number; readonly theme?: Theme } = {},
): Promise<ComparePage> {
	browser ??= await chromium.launch({ executablePath: await installChromium(), args: ['--no-sandbox'] });
	const page = await browser.newPage({ viewport: { width, height: 760 } });
	page.setDefaultTimeout(PATIENCE);
	const complaints: string[] = [];
	page.on('console', (line) => {
		if (/error|warning/.test(line.type())) complaints.push(line.text());
	});
	page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
	const said: FromComparePage[] = [];
	await page.exposeFunction('hear', (heard: FromComparePage) => said.push(heard));
	const script = readFileSync(await bundle('compare.js'), 'utf8');
	await page.route('**/*', (route) =>
		route.request().url().endsWith('.js')
			? route.fulfill({ contentType: 'text/javascript', body: script })
			: route.fulfill({ contentType: 'text/html', body: html(theme) }),
	);
	await page.goto('http://compare.localhost/');
	const send = async (next: ToComparePage): Promise<void> => {
		await page.evaluate(`window.postMessage(${JSON.stringify(next)}, '*')`);
	};
	await send(message);
	await page.locator('h1').waitFor();
	return { page, said, complaints, send };
}

/** Keeps a picture of the whole page in the folder PAGE_PICTURES, where there is one. */
export async function pictureOfCompare(page: Page, name: string): Promise<void> {
	const folder = process.env.PAGE_PICTURES;
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

function html(theme: Theme): string {
	const { className, colors } = themes[theme];
	const variables = Object.entries(colors).map(([name, value]) => `--vscode-${name}: ${value};`);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'nonce-${NONCE}'">
<meta name="viewport" content="width=device-width">
<title>Comparison</title>
<style nonce="${NONCE}">:root { ${variables.join(' ')} --vscode-font-size: 13px; }</style>
</head>
<body class="${className}">
<script nonce="${NONCE}">window.acquireVsCodeApi = () => ({ postMessage: (message) => void window.hear(message) });</script>
<script nonce="${NONCE}" src="compare.js"></script>
</body>
</html>`;
}
