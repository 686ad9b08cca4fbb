/** The import's page in a plain browser, under the policy of its webview and in the colors of VS Code's themes. */

import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import type {
	ImportDecision,
	ImportFromPage,
	ImportState,
	ImportToPage,
} from '../../../client/src/import/messages';
import type { ImportView } from '../../../server/src/protocol';
import { bundle } from '../../support/bundles';
import { installChromium } from '../host/chromium';
import { PATIENCE } from '../host/wait';
import { MadeExtension, places, stateOf } from './madeImport';
import { type Theme, themes } from './themes';

/** An open page of an import, and what it asked. */
export interface ImportPageOpen {
	readonly page: Page;
	readonly extension: MadeExtension;
	/** What the console and the policy complained about. */
	readonly complaints: string[];
	show(state: ImportState): Promise<void>;
	/** Undoes the last decision, as VS Code does on Ctrl+Z. */
	undo(): Promise<void>;
	/** The decisions that the page has made. */
	decisions(): readonly ImportDecision[];
	/** The methods that the page asked for. */
	methods(): readonly string[];
	/** The accessible name, or the text, of what has the keyboard. */
	focused(): Promise<string>;
}

/** How a page is opened; sizes are in CSS pixels. */
export interface ImportOptions {
	readonly width?: number;
	readonly height?: number;
	readonly theme?: Theme;
	readonly state?: ImportState;
}

const NONCE = 'nonce-of-the-import';
let browser: Browser | undefined;

/** Ends the browser. */
export async function endImportBrowser(): Promise<void> {
	await browser?.close();
	browser = undefined;
}

/** Opens the page with a view; the extension of the tests takes its decisions. */
export async function openImport(view: ImportView, options: ImportOptions = {}): Promise<ImportPageOpen> {
	const { width = 1280, height = 800, theme = 'light', state = stateOf(view) } = options;
	browser ??= await chromium.launch({ executablePath: await installChromium(), args: ['--no-sandbox'] });
	const page = await browser.newPage({ viewport: { width, height } });
	page.setDefaultTimeout(PATIENCE);
	const extension = new MadeExtension(view);
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (/error|warning/.test(message.type())) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
	const send = async (message: ImportToPage): Promise<void> => {
		await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
	};
	await page.exposeFunction('hear', async (message: ImportFromPage) => {
		extension.asked.push(message);
		const { id } = message;
		if (message.method === 'begin') return send({ type: 'answer', id, answer: { places, state } });
		await send({ type: 'answer', id, answer: null });
		if (message.method === 'decide')
			await send({ type: 'state', state: extension.decide(message.params.change) });
	});
	const script = readFileSync(await bundle('import.js'), 'utf8');
	await page.route('**/*', (route) =>
		route.request().url().endsWith('.js')
			? route.fulfill({ contentType: 'text/javascript', body: script })
			: route.fulfill({ contentType: 'text/html', body: html(theme) }),
	);
	await page.goto('http://import.localhost/');
	await page.locator('h1').first().waitFor();
	const show = (next: ImportState): Promise<void> => send({ type: 'state', state: next });
	return {
		page,
		extension,
		complaints,
		show,
		undo: () => show(extension.undo()),
		decisions: () =>
			extension.asked.flatMap((each) => (each.method === 'decide' ? [each.params.change] : [])),
		methods: () => extension.asked.map(({ method }) => method),
		focused: () =>
			page.evaluate(
				"document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent",
			),
	};
}

function html(theme: Theme): string {
	const { className, colors } = themes[theme];
	const variables = Object.entries(colors).map(([name, color]) => `--vscode-${name}: ${color};`);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'nonce-${NONCE}'">
<meta name="viewport" content="width=device-width">
<title>Import</title>
<style nonce="${NONCE}">:root { ${variables.join(' ')} }</style>
</head>
<body class="${className}">
<script nonce="${NONCE}">window.acquireVsCodeApi = () => ({ postMessage: (message) => void window.hear(message) });</script>
<script nonce="${NONCE}" src="import.js"></script>
</body>
</html>`;
}
