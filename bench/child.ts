/** Processes that are measured: each has a heap of its own. */
import { fork, spawn } from 'node:child_process';
import { childrenOf, memoryOf } from './memory';

/** A process that takes longer has lost its way, and is ended; in ms. */
const PATIENCE = 300_000;

/** Runs one of the scripts of measure/, bundled, with Node's options `flags`, and takes what it reports. */
export function measured<Result>(
	script: string,
	args: object,
	flags: readonly string[] = [],
): Promise<Result> {
	return new Promise((resolve, reject) => {
		// Without this process's loader: what is measured must run as it ships.
		const child = fork(script, [JSON.stringify(args)], { execArgv: [...flags], timeout: PATIENCE });
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

/** What a script of measure/ was started with. */
export function given<Args>(): Args {
	return JSON.parse(process.argv[2] as string) as Args;
}

/** Hands the result to whoever started this script, and ends it. */
export function report(result: object): void {
	process.send?.(result, () => process.exit(0));
}

export interface Run {
	readonly ms: number;
	/** Peak of the resident memory in bytes, its children's added; undefined where there is no /proc. */
	readonly peak: number | undefined;
	readonly code: number | null;
}

const POLL = 5;

/** Runs a command to its end, its output into `out`: the time from start to exit, and the most memory it held. */
export function timed(command: readonly string[], out: number | 'ignore', cwd?: string): Promise<Run> {
	const [file = '', ...args] = command;
	return new Promise((resolve, reject) => {
		const peaks = new Map<number, number>();
		const began = performance.now();
		const child = spawn(file, args, { stdio: ['ignore', out, 'pipe'], cwd, timeout: PATIENCE });
		let complaint = '';
		child.stderr?.on('data', (data) => {
			complaint += data;
		});
		const look = (pid: number): void => {
			const memory = memoryOf(pid);
			if (memory) peaks.set(pid, memory.peak);
			for (const grandchild of childrenOf(pid)) look(grandchild);
		};
		const poll = setInterval(() => child.pid !== undefined && look(child.pid), POLL);
		child.once('error', (error) => {
			clearInterval(poll);
			reject(error);
		});
		child.once('exit', (code, signal) => {
			const ms = performance.now() - began;
			clearInterval(poll);
			// 1 is how a check says that the file has errors.
			if (code !== 0 && code !== 1) {
				const how = `${command.join(' ')} ended with ${code ?? signal}`;
				reject(new Error(`${how}: ${complaint.slice(-500)}`));
			}
			const peak = [...peaks.values()].reduce((sum, one) => sum + one, 0);
			resolve({ ms, peak: peaks.size > 0 ? peak : undefined, code });
		});
	});
}
