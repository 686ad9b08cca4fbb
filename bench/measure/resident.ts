/** Measures the memory of a server's process that has opened a file and is idle. */
import { readFileSync } from 'node:fs';
import { readArgs, report } from '../child';
import { Editor, pause } from '../editor';
import { type Memory, memoryOf } from '../memory';

export interface ResidentArgs {
	readonly command: readonly string[];
	readonly path: string;
	/** How long the memory must stay the same to count as idle, in ms. */
	readonly idleMs: number;
}

export interface ResidentFigures extends Memory {
	readonly textBytes: number;
	/** Resident memory before a file was opened, in bytes. */
	readonly before: number;
}

/** In ms: how long to wait at most for the memory to stay the same. */
const TIMEOUT_MS = 60_000;
/** Memory that changes by a smaller share than this counts as the same. */
const TOLERANCE = 0.005;

async function main({ command, path, idleMs }: ResidentArgs): Promise<void> {
	const editor = await Editor.start(command);
	const pid = editor.server.pid ?? 0;
	const now = (): Memory => {
		const memory = memoryOf(pid);
		if (!memory) throw new Error('this system has no /proc');
		return memory;
	};
	const before = now().resident;
	const bytes = readFileSync(path);
	await editor.open(bytes.toString());
	let memory = now();
	for (let since = performance.now(), until = since + TIMEOUT_MS; ; ) {
		await pause(100);
		const next = now();
		const moved = Math.abs(next.resident - memory.resident) > memory.resident * TOLERANCE;
		if (moved) {
			memory = next;
			since = performance.now();
		}
		if (performance.now() - since >= idleMs || performance.now() >= until) break;
	}
	const { resident, peak } = now();
	await editor.stop();
	report({ resident, peak, before, textBytes: bytes.length } satisfies ResidentFigures);
}

void main(readArgs<ResidentArgs>());
