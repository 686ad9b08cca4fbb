/** A real VS Code in the browser: a server on this machine, the workbench in a page, and the extension loaded. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { installChromium } from './chromium';
import { atEnd, temporaryFolder } from './cleanup';
import { installServer } from './install';
import { killGroup, run } from './process';
import { watchPage } from './seen';
import { endServer, HOST, portOf, spawnServer } from './serverProcess';
import { PATIENCE } from './wait';

/** Settings of a quiet workbench, which shows only the folder and uses no network. */
const SETTINGS: Readonly<Record<string, unknown>> = {
	'workbench.startupEditor': 'none',
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.tips.enabled': false,
	'chat.disableAIFeatures': true,
	'telemetry.telemetryLevel': 'off',
	'extensions.autoUpdate': false,
	'extensions.ignoreRecommendations': true,
	'git.enabled': false,
	'editor.hover.delay': 100,
};

/** Settings with which a new folder is not trusted, and nobody is asked. */
const RESTRICTED: Readonly<Record<string, unknown>> = {
	'security.workspace.trust.enabled': true,
	'security.workspace.trust.startupPrompt': 'never',
};

export interface WorkbenchOptions {
	/** The folder of the extension, with its package.json, or a VSIX, which is installed. */
	readonly extension: string;
	/** The folder to open; a copy of it is opened unless `inPlace`. */
	readonly folder: string;
	/** Opens `folder` itself, for a person to work in. */
	readonly inPlace?: boolean;
	/** User settings in addition to the quiet ones. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/**
	 * The script of a test suite; the first page that opens the workbench runs it. Such a workbench shows no
	 * notifications and no dialogs, since VS Code hides them under test.
	 */
	readonly tests?: string;
	/** Environment variables of the extension host. */
	readonly env?: Readonly<Record<string, string>>;
	/** Opens the folder in restricted mode, as VS Code does with one that the person does not trust. */
	readonly restricted?: boolean;
	/** The command that runs the server, such as one that traces it. */
	readonly runBy?: readonly string[];
	/** The port of the server; a free one by default. */
	readonly port?: number;
}

export interface Workbench {
	/** The address that opens the workbench, with the file `open` (a path) in an editor. */
	url(open?: string): string;
	readonly port: number;
	readonly vscodeVersion: string;
	/** The path of the folder that is open. */
	readonly workspace: string;
	/** The path of the user's settings, where they are a file. */
	readonly userSettings?: string;
	/** The folder below which VS Code keeps everything; undefined where it runs in the page alone. */
	readonly state?: string;
	/** Resolves when the server ends, by itself or by `stop`. */
	readonly ended: Promise<void>;
	stop(): Promise<void>;
}

/** Starts a separate server with fresh settings; `stop` removes all its files. */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
	const { node, main, vscodeVersion } = await installServer();
	const state = temporaryFolder();
	const workspace = options.inPlace
		? resolve(options.folder)
		: join(state.path, 'workspace', basename(resolve(options.folder)));
	if (!options.inPlace) cpSync(options.folder, workspace, { recursive: true });
	mkdirSync(join(state.path, 'data/User'), { recursive: true });
	mkdirSync(join(state.path, 't'));
	const userSettings = join(state.path, 'data/User/settings.json');
	const settings = { ...SETTINGS, ...(options.restricted && RESTRICTED), ...options.settings };
	writeFileSync(userSettings, JSON.stringify(settings, null, '\t'));

	if (!options.tests) {
		const extensions = join(state.path, 'extensions');
		if (options.extension.endsWith('.vsix')) await installVsix(node, main, options.extension, extensions);
		else installLink(options.extension, extensions);
	}

	// Without the token, any user of this machine could open the server and write with our rights.
	const token = randomBytes(16).toString('hex');
	const server = spawnServer(node, main, state.path, token, options);
	const ended = new Promise<void>((done) => server.once('close', () => done()));
	const kill = atEnd(() => server.pid !== undefined && killGroup(server.pid, 'SIGKILL'));
	const stop = async () => {
		await endServer(server);
		kill();
		state.remove();
	};
	try {
		const port = await portOf(server);
		const url = (open?: string) => address(port, token, workspace, payload(port, options, open));
		return { url, port, vscodeVersion, workspace, state: state.path, userSettings, ended, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/**
 * Installs the extension as a link to its folder, so that a reload of the window shows a new build. Loading it "in
 * development", as tests must, would hide the notifications.
 */
function installLink(extension: string, extensions: string): void {
	const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as Record<
		string,
		string
	>;
	mkdirSync(extensions);
	const link = join(extensions, `${manifest.publisher}.${manifest.name}-${manifest.version}`);
	symlinkSync(resolve(extension), link, 'junction');
}

async function installVsix(node: string, main: string, vsix: string, extensions: string): Promise<void> {
	const into = ['--extensions-dir', extensions, '--accept-server-license-terms'];
	await run(node, [main, '--install-extension', resolve(vsix), ...into]);
}

function payload(port: number, options: WorkbenchOptions, open?: string): [string, string][] {
	const remote = (path: string) => `vscode-remote://${HOST}:${port}${pathToFileURL(resolve(path)).pathname}`;
	const entries: [string, string][] = [];
	if (options.tests) {
		entries.push(['extensionDevelopmentPath', remote(options.extension)]);
		entries.push(['extensionTestsPath', remote(options.tests)]);
	}
	if (open) entries.push(['openFile', remote(open)]);
	return entries;
}

function address(port: number, token: string, folder: string, entries: [string, string][]): string {
	const path = decodeURIComponent(pathToFileURL(folder).pathname);
	const parts = [`folder=${encodeURIComponent(path).replaceAll('%2F', '/')}`, `tkn=${token}`];
	if (entries.length > 0) parts.push(`payload=${encodeURIComponent(JSON.stringify(entries))}`);
	return `http://${HOST}:${port}/?${parts.join('&')}`;
}

export interface PageOptions {
	/** A file to open, by its path. */
	readonly open?: string;
	readonly size?: { readonly width: number; readonly height: number };
	/** Device pixels per pixel of the page; 2 makes sharp screenshots. */
	readonly scale?: number;
	/** Shows the browser's window. */
	readonly headed?: boolean;
	/** Gets each line that the extension host writes to its console. */
	readonly onLog?: (text: string) => void;
	/** Called when the test suite ends. */
	readonly onExit?: (code: number) => void;
}

export interface OpenPage {
	readonly page: Page;
	readonly browser: Browser;
	close(): Promise<void>;
}

const CHROMIUM_ARGUMENTS = [
	...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
	...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
	`--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${HOST}, EXCLUDE *.localhost`,
];

/** Opens the workbench in a separate Chromium; resolves once it is shown. */
export async function openPage(workbench: Workbench, options: PageOptions = {}): Promise<OpenPage> {
	const browser = await chromium.launch({
		executablePath: await installChromium(),
		args: CHROMIUM_ARGUMENTS,
		headless: !options.headed,
	});
	try {
		const page = await browser.newPage({
			viewport: options.size ?? { width: 1280, height: 800 },
			deviceScaleFactor: options.scale ?? 1,
		});
		page.setDefaultTimeout(PATIENCE);
		watchPage(page);
		// The workbench calls these two by name, so they must exist before it loads.
		await page.exposeFunction('codeAutomationLog', (_level: string, args: unknown[]) =>
			options.onLog?.(format(...args)),
		);
		await page.exposeFunction('codeAutomationExit', (code: number) => options.onExit?.(code));
		await page.goto(workbench.url(options.open));
		await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 120_000 });
		return { page, browser, close: () => browser.close() };
	} catch (error) {
		await browser.close();
		throw error;
	}
}
