/** What the kernel says of a process's memory, in bytes; undefined where there is no /proc, or the process is gone. */
import { readFileSync } from 'node:fs';

export interface Memory {
	readonly resident: number;
	readonly peak: number;
}

export function memoryOf(pid: number): Memory | undefined {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'latin1');
		const resident = bytes(status, 'VmRSS');
		const peak = bytes(status, 'VmHWM');
		return resident === undefined || peak === undefined ? undefined : { resident, peak };
	} catch {
		return undefined;
	}
}

/** Processes that it started and that still run: what they hold counts as its own. */
export function childrenOf(pid: number): readonly number[] {
	try {
		const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
		return list === '' ? [] : list.split(' ').map(Number);
	} catch {
		return [];
	}
}

function bytes(status: string, name: string): number | undefined {
	const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
	return found === undefined ? undefined : Number(found) * 1024;
}
