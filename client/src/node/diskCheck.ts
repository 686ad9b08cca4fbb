import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckOutput, CheckProgress } from '../../../server/src/protocol';
import type { DiskCheck } from '../disk/diskCheck';

/** Whatever ends with the extension. */
interface Ending {
	push(part: { dispose(): void }): unknown;
}

/** Runs the command line as a process of its own; undefined where somebody cancelled it. */
export function diskCheckWith(cli: string, ending: Ending): DiskCheck {
	const running = new Set<ChildProcess>();
	ending.push({
		dispose: () => {
			for (const child of running) child.kill();
		},
	});
	return async ({ path, settings, onProgress, token }) => {
		const folder = await mkdtemp(join(tmpdir(), 'clever-demographics-'));
		try {
			const settingsFile = join(folder, 'settings.json');
			await writeFile(settingsFile, JSON.stringify(settings));
			if (token.isCancellationRequested) return undefined;
			const args = ['check', path, '--format', 'json', '--settings', settingsFile];
			const child = fork(cli, args, {
				silent: true,
				// Else it would get VS Code's own, and under a debugger wait for one.
				execArgv: [],
				// In VS Code the executable is VS Code's own, which this makes a plain Node.
				env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
			});
			running.add(child);
			const cancelled = token.onCancellationRequested(() => child.kill());
			const printed: Buffer[] = [];
			let complaints = '';
			child.stdout?.on('data', (data: Buffer) => printed.push(data));
			child.stderr?.on('data', (data: Buffer) => {
				complaints += data.toString();
			});
			child.on('message', (message) => onProgress((message as CheckProgress).done));
			const code = await new Promise<number | null>((resolve, reject) => {
				child.on('error', reject);
				child.on('close', resolve);
			}).finally(() => {
				running.delete(child);
				cancelled.dispose();
			});
			if (token.isCancellationRequested) return undefined;
			const report = code === null ? undefined : reportIn(Buffer.concat(printed).toString());
			if (!report) throw new Error(reasonIn(complaints));
			return report;
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	};
}

/** Undefined where the file is not in it: with a status of 2 it is, when only the file beside it could not be read. */
function reportIn(printed: string): CheckOutput | undefined {
	try {
		const output = JSON.parse(printed) as CheckOutput;
		return output.files.length > 0 ? output : undefined;
	} catch {
		return undefined;
	}
}

/** The first reason that the command line gave, as a sentence. */
function reasonIn(complaints: string): string {
	const reason = /^error: (.*)$/m.exec(complaints)?.[1];
	return reason
		? `The file could not be checked. ${reason}`
		: 'The check ended before it was done. Try again.';
}
