/** Watches a program for the network: its system calls where they can be traced, and what it asks Node for anywhere. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../editor/host/cleanup';
import { onPath } from '../editor/host/process';
import { type TracedCall, tracedCalls, traceTo, works } from './tracing';

/** How to run a program, and the attempts to reach a network that were seen in it and in all that it started. */
export interface NetworkWatch {
	/** The command that runs it; undefined where system calls cannot be traced. */
	readonly runBy: readonly string[] | undefined;
	readonly env: Readonly<Record<string, string>>;
	seen(): readonly TracedCall[];
	/** The command lines of all programs that were watched. */
	programs(): readonly string[];
}

/** Watches a program in both ways. */
export function watchNetwork(): NetworkWatch {
	const { path } = temporaryFolder();
	const [trace, record] = [join(path, 'trace'), join(path, 'record')];
	return {
		runBy: traceTo(trace, '%network'),
		env: recordedIn(record),
		seen: () => [
			...tracedCalls(trace).filter(isNetwork),
			...recorded(record).filter(({ call }) => call !== 'start'),
		],
		programs: () => [...new Set([...tracedCalls(trace), ...recorded(record)].map(({ program }) => program))],
	};
}

/**
 * How to run a program where no network exists, not even that of the machine itself. Where that is not allowed, Node
 * refuses it.
 */
export function withoutNetwork(): Pick<NetworkWatch, 'runBy' | 'env'> {
	const unshare = onPath('unshare');
	const runBy = unshare
		? [['-rn'], ['-n']].map((flags) => [unshare, ...flags]).find(([, flag = '']) => works(unshare, flag))
		: undefined;
	return { runBy, env: { ...recordedIn(join(temporaryFolder().path, 'record')), NETWORK_REFUSED: '1' } };
}

/** The environment in which every Node process writes its attempts into a file. */
function recordedIn(file: string): Readonly<Record<string, string>> {
	const recorder = join(__dirname, 'recorder.cjs');
	return { NODE_OPTIONS: `--require ${JSON.stringify(recorder)}`, NETWORK_LOG: file };
}

function recorded(file: string): readonly TracedCall[] {
	if (!existsSync(file)) return [];
	const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
	return lines.map((line) => JSON.parse(line) as TracedCall);
}

/** Sockets of the family AF_UNIX join processes of one machine, as the pipes between a program and its workers do. */
function isNetwork({ call }: TracedCall): boolean {
	if (/^(socket|connect|bind|sendto|sendmsg|sendmmsg)\(.*\bAF_(?!UNIX\b|UNSPEC\b)\w+/.test(call)) return true;
	return /^(socket|connect|bind)\(/.test(call) && !/\bAF_UNIX\b/.test(call);
}
