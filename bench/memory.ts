/** Reads the memory of a process from /proc. */
import { readFileSync } from 'node:fs';

/** The memory of a process, in bytes. */
export interface Memory {
	readonly resident: number;
	readonly peak: number;
}

/** The memory of a process; undefined if the process has ended or the system has no /proc. */
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

/** The IDs of the running child processes, whose memory counts as their parent's. */
export function childrenOf(pid: number): readonly number[] {
	try {
		const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
		return list === '' ? [] : list.split(' ').map(Number);
	} catch {
		return [];
	}
}

function bytes(status: string, name: string): number | undefined {
	const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
	return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
