/** Watches a program for the network: its system calls where they can be traced, and what it asks Node for anywhere. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from '../editor/host/process';

const RECORDER = join(__dirname, 'recorder.cjs');

/** Calls of any network but those of the pipes and sockets between processes of one machine. */
const STRACE = [
	'-f',
	'-qq',
	'--seccomp-bpf',
	'-s',
	'400',
	'-e',
	'trace=%network,execve,clone,clone3,fork,vfork',
];

/** One attempt to reach a network. */
export interface NetworkAttempt {
	/** The command line of the program that made it. */
	readonly program: string;
	/** The system call or the function of Node, with its arguments. */
	readonly call: string;
}

/** A command that runs another one. */
type Prefix = readonly string[];

function works(command: string, ...args: readonly string[]): boolean {
	return spawnSync(command, [...args, process.execPath, '-e', '0'], { stdio: 'ignore' }).status === 0;
}

/** How to trace system calls into a file; undefined where this system has no strace or does not allow it. */
export function traceTo(file: string): Prefix | undefined {
	const strace = onPath('strace');
	const prefix = strace && [strace, ...STRACE, '-o', file];
	return prefix &&
		works(prefix[0] as string, '-f', '-qq', '--seccomp-bpf', '-e', 'trace=execve', '-o', '/dev/null')
		? prefix
		: undefined;
}

/** How to run a command where no network exists, not even that of the machine itself; undefined where it may not. */
export function inEmptyNetwork(): Prefix | undefined {
	const unshare = onPath('unshare');
	if (!unshare) return undefined;
	return [['-rn'], ['-n']]
		.map((flags) => [unshare, ...flags])
		.find(([command, ...flags]) => works(command as string, ...flags));
}

/** The environment in which every Node process records its attempts into a file, or is refused them. */
export function recordedIn(file: string, refused = false): Readonly<Record<string, string>> {
	return {
		NODE_OPTIONS: `--require ${JSON.stringify(RECORDER)}`,
		NETWORK_LOG: file,
		...(refused && { NETWORK_REFUSED: '1' }),
	};
}

/** The attempts that the recorder has written. */
export function recordedAttempts(file: string): readonly NetworkAttempt[] {
	if (!existsSync(file)) return [];
	return readFileSync(file, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as NetworkAttempt);
}

/** The attempts in a trace of system calls, each with the program of the thread that made it. */
export function tracedAttempts(file: string): readonly NetworkAttempt[] {
	const programs = new Map<string, string>();
	const parents = new Map<string, string>();
	const programOf = (thread: string | undefined): string => {
		for (let at = thread; at !== undefined; at = parents.get(at)) {
			const program = programs.get(at);
			if (program) return program;
		}
		return 'unknown';
	};
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
	for (const line of lines) {
		const child = /^(\d+) +.*\b(?:clone3?|v?fork)\b.* = (\d+)$/.exec(line);
		if (child) parents.set(child[2] as string, child[1] as string);
	}
	const attempts: NetworkAttempt[] = [];
	for (const line of lines) {
		const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
		const words = /^execve\("[^"]*", \[(.*?)\](?:, |\.\.\.)/.exec(call)?.[1];
		if (words) programs.set(thread, words.replaceAll('"', '').replaceAll(', ', ' '));
		// A thread starts in its parent's process, whose program may have changed since: the last one counts.
		if (isNetwork(call)) attempts.push({ program: programOf(thread), call });
	}
	return attempts;
}

/** Sockets of the family AF_UNIX join processes of one machine, as the pipes between a program and its workers do. */
function isNetwork(call: string): boolean {
	if (/^(socket|connect|bind|sendto|sendmsg|sendmmsg)\(.*\bAF_(?!UNIX\b|UNSPEC\b)\w+/.test(call)) return true;
	return /^(socket|connect|bind)\(/.test(call) && !/\bAF_UNIX\b/.test(call);
}
