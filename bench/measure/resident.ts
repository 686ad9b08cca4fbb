/** What a server's process holds after it has opened a file and has nothing to do. */
import { readFileSync } from 'node:fs';
import { given, report } from '../child';
import { Editor, pause } from '../editor';
import { type Memory, memoryOf } from '../memory';

export interface ResidentArgs {
	readonly command: readonly string[];
	readonly path: string;
	/** How long it must stay the same, in ms. */
	readonly still: number;
}

export interface ResidentFigures extends Memory {
	readonly textBytes: number;
	/** Before anything was opened. */
	readonly before: number;
}

/** As long as that is waited for it at most. */
const PATIENCE = 60_000;
const SAME = 0.005;

async function main({ command, path, still }: ResidentArgs): Promise<void> {
	const editor = await Editor.start(command);
	const pid = editor.server.pid ?? 0;
	const now = (): Memory => {
		const memory = memoryOf(pid);
		if (!memory) throw new Error('no /proc here');
		return memory;
	};
	const before = now().resident;
	const bytes = readFileSync(path);
	await editor.open(bytes.toString());
	let memory = now();
	for (let since = performance.now(), until = since + PATIENCE; ; ) {
		await pause(100);
		const next = now();
		const moved = Math.abs(next.resident - memory.resident) > memory.resident * SAME;
		if (moved) {
			memory = next;
			since = performance.now();
		}
		if (performance.now() - since >= still || performance.now() >= until) break;
	}
	const { resident, peak } = now();
	await editor.stop();
	report({ resident, peak, before, textBytes: bytes.length } satisfies ResidentFigures);
}

void main(given<ResidentArgs>());
