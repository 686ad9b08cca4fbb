/** The report's page and the page that it saves, in a plain browser: the built script, the policy of the webview, and reports from here. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { FromPage, ToPage } from '../../../client/src/report/messages';
import { countStudents } from '../../../server/src/coverage/counting/count';
import { reportOf } from '../../../server/src/coverage/report';
import { savedReportOf } from '../../../server/src/coverage/suppression/savedReport';
import type { CoverageReport, Readiness, SavedReport } from '../../../server/src/protocol';
import { runToEnd } from '../../../server/src/work/runToEnd';
import { bundle } from '../../support/bundles';
import { checked } from '../../support/features';
import { installChromium } from '../host/chromium';
import { PATIENCE } from '../host/wait';
import { type Theme, themes } from './themes';

/** Both reports on a district. */
export interface Reports {
	readonly report: CoverageReport;
	readonly saved: SavedReport;
}

/** The reports on a district by the texts of its files. */
export function reportsOf(roster: string, extension?: string): Reports {
	const files = {
		roster: checked('students.csv', roster),
		...(extension !== undefined && { extension: checked('students_ext.csv', extension) }),
	};
	const checkers = Object.values(files);
	const counts = runToEnd(countStudents(files));
	const readiness: Readiness = { state: 'ready', summary: 'Ready to upload.', reasons: [] };
	const names = checkers.map(({ table }) => table.fileName);
	return {
		report: reportOf(counts, checkers, { readiness }),
		saved: savedReportOf(counts, names, readiness, 10),
	};
}

/** An open page of the report. */
export interface ReportPage {
	readonly page: Page;
	/** What the page said to the extension. */
	readonly said: FromPage[];
	/** What the console and the policy complained about. */
	readonly complaints: string[];
	send(message: ToPage): Promise<void>;
	/** The file that the page makes. */
	save(report: SavedReport, district: string): Promise<string>;
}

/** How a page is opened; sizes are in CSS pixels. */
export interface ReportOptions {
	readonly width?: number;
	readonly height?: number;
	readonly theme?: Theme;
	readonly district?: string;
}

const NONCE = 'nonce-of-the-report';
let browser: Browser | undefined;

async function started(): Promise<Browser> {
	browser ??= await chromium.launch({ executablePath: await installChromium(), args: ['--no-sandbox'] });
	return browser;
}

/** Ends the browser. */
export async function endReportBrowser(): Promise<void> {
	await browser?.close();
	browser = undefined;
}

/** Opens the page of the panel with a report. */
export async function openReport(report: CoverageReport, options: ReportOptions = {}): Promise<ReportPage> {
	const { width = 1000, height = 760, theme = 'light', district = 'Riverside Unified' } = options;
	const page = await (await started()).newPage({ viewport: { width, height } });
	page.setDefaultTimeout(PATIENCE);
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (/error|warning/.test(message.type())) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
	const said: FromPage[] = [];
	let fileMade: (html: string) => void = () => undefined;
	await page.exposeFunction('hear', (message: FromPage) => {
		said.push(message);
		if (message.type === 'file') fileMade(message.html);
	});
	const script = readFileSync(await bundle('report.js'), 'utf8');
	await page.route('**/*', (route) =>
		route.request().url().endsWith('.js')
			? route.fulfill({ contentType: 'text/javascript', body: script })
			: route.fulfill({ contentType: 'text/html', body: html(theme) }),
	);
	await page.goto('http://report.localhost/');
	const send = async (message: ToPage): Promise<void> => {
		await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
	};
	await send({ type: 'report', report, district });
	await page.locator('.tiles').waitFor();
	return {
		page,
		said,
		complaints,
		send,
		save: async (saved, district) => {
			const made = new Promise<string>((resolve) => {
				fileMade = resolve;
			});
			await send({ type: 'save', report: saved, district });
			return made;
		},
	};
}

/** Opens a saved page. */
export async function openSaved(
	text: string,
	{ width = 1000, height = 760, isDark = false }: { width?: number; height?: number; isDark?: boolean } = {},
): Promise<Page> {
	const page = await (await started()).newPage({
		viewport: { width, height },
		colorScheme: isDark ? 'dark' : 'light',
	});
	page.setDefaultTimeout(PATIENCE);
	await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: text }));
	await page.goto('http://saved.localhost/');
	return page;
}

/** Keeps a picture of the whole page in the folder PAGE_PICTURES, where there is one. */
export async function pictureOf(page: Page, name: string, fullPage = true): Promise<void> {
	const folder = process.env.PAGE_PICTURES;
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
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
<title>Coverage Report</title>
<style nonce="${NONCE}">:root { ${variables.join(' ')} --vscode-font-size: 13px; }</style>
</head>
<body class="${className}">
<script nonce="${NONCE}">window.acquireVsCodeApi = () => ({ postMessage: (message) => void window.hear(message) });</script>
<script nonce="${NONCE}" src="report.js"></script>
</body>
</html>`;
}
