/** Runs what is measured in separate processes, so that each has its own heap. */
import { fork, spawn } from 'node:child_process';
import { childrenOf, memoryOf } from './memory';

/** In ms. A process that takes longer is killed. */
const TIMEOUT_MS = 300_000;

/** Runs a bundled script of measure/ with the Node options `flags` and returns what it reports. */
export function runScript<Result>(
	script: string,
	args: object,
	flags: readonly string[] = [],
): Promise<Result> {
	return new Promise((resolve, reject) => {
		// `execArgv` drops this process's loader (tsx): what is measured must run as it ships.
		const child = fork(script, [JSON.stringify(args)], { execArgv: [...flags], timeout: TIMEOUT_MS });
		let result: { readonly value: Result } | undefined;
		child.once('message', (value) => {
			result = { value: value as Result };
		});
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			if (result && code === 0) resolve(result.value);
			else reject(new Error(`${script} ended with ${code ?? signal}`));
		});
	});
}

/** Returns the arguments that a script of measure/ was started with. */
export function readArgs<Args>(): Args {
	return JSON.parse(process.argv[2] as string) as Args;
}

/** Sends the result to the process that started this script, and exits. */
export function report(result: object): void {
	process.send?.(result, () => process.exit(0));
}

export interface Run {
	readonly ms: number;
	/** Peak of the resident memory, children included, in bytes; undefined on a system without /proc. */
	readonly peak: number | undefined;
	readonly code: number | null;
}

const POLL_MS = 5;

/** Runs a command with its output sent to `out`; returns the time from start to exit and the peak memory. */
export function timeCommand(command: readonly string[], out: number | 'ignore', cwd?: string): Promise<Run> {
	const [file = '', ...args] = command;
	return new Promise((resolve, reject) => {
		const peaks = new Map<number, number>();
		const began = performance.now();
		const child = spawn(file, args, { stdio: ['ignore', out, 'pipe'], cwd, timeout: TIMEOUT_MS });
		let stderrText = '';
		child.stderr?.on('data', (data) => {
			stderrText += data;
		});
		const look = (pid: number): void => {
			const memory = memoryOf(pid);
			if (memory) peaks.set(pid, memory.peak);
			for (const grandchild of childrenOf(pid)) look(grandchild);
		};
		const poll = setInterval(() => child.pid !== undefined && look(child.pid), POLL_MS);
		child.once('error', (error) => {
			clearInterval(poll);
			reject(error);
		});
		child.once('exit', (code, signal) => {
			const ms = performance.now() - began;
			clearInterval(poll);
			// A check exits with 1 if the file has errors.
			if (code !== 0 && code !== 1) {
				const how = `${command.join(' ')} ended with ${code ?? signal}`;
				reject(new Error(`${how}: ${stderrText.slice(-500)}`));
			}
			const peak = [...peaks.values()].reduce((sum, one) => sum + one, 0);
			resolve({ ms, peak: peaks.size > 0 ? peak : undefined, code });
		});
	});
}
