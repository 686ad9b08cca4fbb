/** Traces the system calls of a program and of all that it starts, where this system has strace and allows it. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { onPath } from '../editor/host/process';

/** The calls that start processes and threads: needed to say which program made a call. */
const STARTS = 'execve,clone,clone3,fork,vfork';

/** One system call. */
export interface TracedCall {
	/** The command line of the program that made it. */
	readonly program: string;
	/** Name, arguments and result, as strace writes them. */
	readonly call: string;
}

/** Whether a command can run Node here. */
export function works(command: string, ...args: readonly string[]): boolean {
	return spawnSync(command, [...args, process.execPath, '-e', '0'], { stdio: 'ignore' }).status === 0;
}

/** The command that traces another one's calls, by strace's names, into a file; undefined where it cannot. */
export function traceTo(file: string, calls: string): readonly string[] | undefined {
	const strace = onPath('strace');
	if (!strace) return undefined;
	const options = ['-f', '-qq', '--seccomp-bpf', '-s', '400', '-e', `trace=${calls},${STARTS}`, '-o'];
	return works(strace, ...options, '/dev/null') ? [strace, ...options, file] : undefined;
}

/** The traced calls in their order, each with the program of the thread that made it. */
export function tracedCalls(file: string): readonly TracedCall[] {
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
	const parents = new Map<string, string>();
	for (const line of lines) {
		const [, parent, child] = /^(\d+) +.*\b(?:clone3?|v?fork)\b.* = (\d+)$/.exec(line) ?? [];
		if (parent && child) parents.set(child, parent);
	}
	const programs = new Map<string, string>();
	const programOf = (thread: string): string => {
		for (let at: string | undefined = thread; at !== undefined; at = parents.get(at)) {
			const program = programs.get(at);
			if (program) return program;
		}
		return 'unknown';
	};
	return lines.flatMap((line) => {
		const [, thread, call] = /^(\d+) +(.*)$/.exec(line) ?? [];
		if (!thread || !call) return [];
		const words = /^execve\("[^"]*", \[(.*?)\](?:, |\.\.\.)/.exec(call)?.[1];
		if (words) programs.set(thread, words.replaceAll('"', '').replaceAll(', ', ' '));
		return [{ program: programOf(thread), call }];
	});
}
