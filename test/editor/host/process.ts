/** Runs commands, finds them on PATH, and ends process groups. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const WINDOWS = process.platform === 'win32';

/** The first of `names` on PATH, as an absolute path. */
export function onPath(...names: string[]): string | undefined {
	const endings = WINDOWS ? ['.exe', '.cmd'] : [''];
	for (const name of names) {
		for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
			for (const ending of endings) {
				const path = join(folder, name + ending);
				if (isExecutable(path)) return path;
			}
		}
	}
	return undefined;
}

export function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

/** Runs a command to its end and returns its output. Throws an error with the output where it fails. */
export async function run(
	command: string,
	args: string[],
	options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
) {
	const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], shell: WINDOWS });
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => {
		output += chunk;
	});
	child.stderr.on('data', (chunk: Buffer) => {
		output += chunk;
	});
	const code = await exitOf(child);
	if (code !== 0) {
		throw new Error(`\`${[command, ...args].join(' ')}\` ended with ${code}:\n${output.trim().slice(-2000)}`);
	}
	return output;
}

/** Runs a command in this terminal and returns its exit code, 1 where a signal ended it. */
export function runAttached(command: string, args: string[], env = process.env): Promise<number> {
	return exitOf(spawn(command, args, { env, stdio: 'inherit', shell: WINDOWS && command.endsWith('.cmd') }));
}

function exitOf(child: ChildProcess): Promise<number> {
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve(code ?? 1));
	});
}

/** Ends a process that was spawned `detached`, and its children: the server forks extension hosts. */
export function killGroup(pid: number, signal: NodeJS.Signals): void {
	if (WINDOWS) {
		spawnSync('taskkill', ['/PID', String(pid), '/T', '/F']);
		return;
	}
	try {
		process.kill(-pid, signal);
	} catch {
		// It has already ended.
	}
}

/** Whether any process of the group is still running. */
export function groupAlive(pid: number): boolean {
	try {
		process.kill(WINDOWS ? pid : -pid, 0);
		return true;
	} catch {
		return false;
	}
}
