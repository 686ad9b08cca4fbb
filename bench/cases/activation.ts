import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';
import { openPage, startWorkbench } from '../../test/editor/host/browserHost';
import { within } from '../../test/editor/host/wait';
import { type ActivationArgs, ARGS_VARIABLE } from '../activation';
import type { Bench, Case } from '../bench';
import { students } from '../core';
import { codeColumns } from '../data';
import { median, milliseconds } from '../numbers';

/** In ms. VS Code usually starts in ten seconds. */
const TIMEOUT_MS = 120_000;

type Opened = Omit<ActivationArgs, 'result'>;

/** Each file has one mistake: the time that counts for a person is the time to the first problem. */
const ours: Opened = {
	extension: `${manifest.publisher}.${manifest.name}`,
	fileName: students.fileName,
	text: `Student_id,Gender\n1,${codeColumns[0]?.wrong}\n`,
};
const theirs: Opened = {
	// Built like VS Code's JSON extension, which cannot be used here because VS Code activates it at any time.
	extension: 'vscode.css-language-features',
	fileName: 'faulty.css',
	text: 'a { color: ; }\n',
};

/** Starts VS Code anew for each measurement, since an extension is activated only once. */
export const activation: Case = {
	name: 'activation: from opening a file in vs code to its first problem',
	run: async (bench) => {
		const oursMs: number[] = [];
		const theirsMs: number[] = [];
		for (let run = 0; run < bench.sizes.runs; run++) {
			oursMs.push(await firstProblem(bench, ours));
			theirsMs.push(await firstProblem(bench, theirs));
		}
		return [
			{
				what: 'opening a file in VS Code, which activates the extension -> its first problem',
				against: "VS Code's CSS support",
				goal: 1,
				figure: median(oursMs) / median(theirsMs),
				detail: `${milliseconds(median(oursMs))} / ${milliseconds(median(theirsMs))}`,
				raw: { ours: oursMs, theirs: theirsMs },
			},
		];
	},
};

/** The time from opening the file to its first problem, in ms. */
async function firstProblem(bench: Bench, opened: Opened): Promise<number> {
	const folder = mkdtempSync(join(bench.folder, 'activation-'));
	const args: ActivationArgs = { ...opened, result: join(folder, 'result.json') };
	const workbench = await startWorkbench({
		extension: bench.folder,
		folder,
		tests: bench.built.script('activation'),
		env: { [ARGS_VARIABLE]: JSON.stringify(args) },
	});
	try {
		let exit: () => void = () => {};
		const exited = new Promise<void>((resolve) => {
			exit = resolve;
		});
		const { close } = await openPage(workbench, { onExit: exit });
		await within('VS Code to open a file', TIMEOUT_MS, exited).finally(close);
		return JSON.parse(readFileSync(args.result, 'utf8')) as number;
	} finally {
		await workbench.stop();
	}
}
