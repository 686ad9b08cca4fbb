/** Starts VS Code's server process, waits until it is ready, and ends it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { groupAlive, killGroup } from './process';
import { until } from './wait';

export const HOST = '127.0.0.1';

export interface ServerOptions {
	readonly port?: number;
	readonly tests?: string;
	/** Opens folders in restricted mode, until a person trusts them. */
	readonly restricted?: boolean;
	readonly env?: Readonly<Record<string, string>>;
	readonly runBy?: readonly string[];
}

/** Starts the server in a separate process group. It writes only below the folder `state`. */
export function spawnServer(
	node: string,
	main: string,
	state: string,
	token: string,
	options: ServerOptions,
) {
	const words = [...(options.runBy ?? []), node, main, ...serverArguments(state, token, options)];
	return spawn(words[0] as string, words.slice(1), {
		detached: true,
		env: serverEnvironment(state, options.env),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}

function serverArguments(state: string, token: string, { port, tests, restricted }: ServerOptions): string[] {
	return [
		...['--host', HOST, '--port', String(port ?? 0), '--connection-token', token],
		...['--server-data-dir', state, '--telemetry-level', 'off'],
		'--accept-server-license-terms',
		...(restricted ? [] : ['--disable-workspace-trust']),
		// Without it the workbench of a released VS Code ignores the payload that names the tests.
		...(tests ? ['--enable-smoke-test-driver'] : []),
	];
}

/** Our environment without the variables of a VS Code that runs this process: its sockets and debugger. */
function serverEnvironment(state: string, extra: ServerOptions['env']): NodeJS.ProcessEnv {
	const ours = Object.entries(process.env).filter(
		([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name),
	);
	return {
		...Object.fromEntries(ours),
		EXTENSIONS_GALLERY: '{"serviceUrl":""}',
		HOME: state,
		TMPDIR: join(state, 't'),
		...extra,
	};
}

/** Resolves to the port once the server listens. */
export async function portOf(server: ChildProcess): Promise<number> {
	let output = '';
	let failure: string | undefined;
	const collect = (chunk: Buffer) => {
		output += chunk;
	};
	server.stdout?.on('data', collect);
	server.stderr?.on('data', collect);
	server.once('error', (error) => {
		failure = error.message;
	});
	server.once('close', (code) => {
		failure ??= `ended with ${code}`;
	});
	const port = await until(
		() => `VS Code's server to listen. It said:\n${output}`,
		() => {
			if (failure) throw new Error(`VS Code's server did not start: ${failure}\n${output.trim()}`);
			return /Extension host agent listening on (\d+)/.exec(output)?.[1];
		},
	);
	server.stdout?.off('data', collect).resume();
	server.stderr?.off('data', collect).resume();
	return Number(port);
}

/** Ends the whole process group, since the server's extension hosts are separate processes. */
export async function endServer(server: ChildProcess): Promise<void> {
	const { pid } = server;
	if (pid === undefined) return;
	killGroup(pid, 'SIGTERM');
	await until("VS Code's server to end", () => !groupAlive(pid), 5000).catch(() => killGroup(pid, 'SIGKILL'));
}
