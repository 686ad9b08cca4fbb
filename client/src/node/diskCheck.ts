import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckOutput, CheckProgress } from '../../../server/src/protocol';
import { faultReason } from '../../../server/src/writing/writeFault';
import type { CheckFileOnDisk } from '../disk/diskCheck';

/** Takes what must be disposed of with the extension. */
interface Disposables {
	push(part: { dispose(): void }): unknown;
}

/** A disk check that runs the command line in a separate process; undefined if it is canceled. */
export function diskCheckWith(cli: string, subscriptions: Disposables): CheckFileOnDisk {
	const running = new Set<ChildProcess>();
	subscriptions.push({
		dispose: () => {
			for (const child of running) child.kill();
		},
	});
	return async ({ path, settings, onProgress, token }) => {
		const folder = await mkdtemp(join(tmpdir(), 'clever-demographics-')).catch(failTemporary);
		try {
			const settingsFile = join(folder, 'settings.json');
			await writeFile(settingsFile, settingsText(settings)).catch(failTemporary);
			if (token.isCancellationRequested) return undefined;
			const args = ['check', path, '--format', 'json', '--settings', settingsFile];
			const child = fork(cli, args, {
				silent: true,
				// Not the opened folder, where a system may look for libraries.
				cwd: dirname(cli),
				// Without this the child inherits VS Code's flags, and waits for a debugger where VS Code has one.
				execArgv: [],
				// The executable is VS Code's own, which this variable makes run as Node.
				env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
			});
			running.add(child);
			const cancellation = token.onCancellationRequested(() => child.kill());
			const chunks: Buffer[] = [];
			let errorText = '';
			child.stdout?.on('data', (data: Buffer) => chunks.push(data));
			child.stderr?.on('data', (data: Buffer) => {
				errorText += data.toString();
			});
			child.on('message', (message) => onProgress((message as CheckProgress).done));
			const code = await new Promise<number | null>((resolve, reject) => {
				child.on('error', () => reject(new Error('The check could not be started. Try again.')));
				child.on('close', resolve);
			}).finally(() => {
				running.delete(child);
				cancellation.dispose();
			});
			if (token.isCancellationRequested) return undefined;
			const report = code === null ? undefined : reportIn(Buffer.concat(chunks).toString());
			if (!report) throw new Error(reasonIn(errorText));
			return report;
		} finally {
			await rm(folder, { recursive: true, force: true }).catch(() => {});
		}
	};
}

/** Throws for lists or objects in each other that are too deep to be written. */
function settingsText(settings: Readonly<Record<string, unknown>>): string {
	try {
		return JSON.stringify(settings);
	} catch {
		throw new Error(
			`The settings ${Object.keys(settings).join(', ')} cannot be read: one is nested too deep. Correct it in settings.json.`,
		);
	}
}

/** Says why the settings cannot be passed on. */
function failTemporary(error: unknown): never {
	const reason = faultReason(error);
	throw new Error(
		`The file could not be checked. Nothing can be written to the temporary folder: ${reason}.`,
	);
}

/** The report in the output; undefined if it has no file. An exit status of 2 alone does not say so: perhaps only the sibling could not be read. */
function reportIn(text: string): CheckOutput | undefined {
	try {
		const output = JSON.parse(text) as CheckOutput;
		return output.files.length > 0 ? output : undefined;
	} catch {
		return undefined;
	}
}

/** The first error that the command line printed, as a sentence. */
function reasonIn(errorText: string): string {
	const reason = /^error: (.*)$/m.exec(errorText)?.[1];
	return reason ? `The file could not be checked. ${reason}` : 'The check ended early. Try again.';
}
