import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';
import { openPage, startWorkbench } from '../../test/editor/host/browserHost';
import { within } from '../../test/editor/host/wait';
import { type ActivationArgs, ARGS } from '../activation';
import type { Bench, Case } from '../bench';
import { students } from '../core';
import { codeColumns } from '../data';
import { median, milliseconds } from '../numbers';

/** VS Code starts in ten seconds; in ms. */
const PATIENCE = 120_000;

type Opened = Omit<ActivationArgs, 'result'>;

/** Each with one fault: what a person waits for is the first problem. */
const ours: Opened = {
	extension: `${manifest.publisher}.${manifest.name}`,
	fileName: students.fileName,
	text: `Student_id,Gender\n1,${codeColumns[0]?.wrong}\n`,
};
const theirs: Opened = {
	// Built as that of JSON, which VS Code itself activates when it pleases.
	extension: 'vscode.css-language-features',
	fileName: 'faulty.css',
	text: 'a { color: ; }\n',
};

/** Each time in a VS Code of its own: an extension is activated once. */
export const activation: Case = {
	name: 'activation: a file is opened in vs code, its first problem is there',
	run: async (bench) => {
		const own: number[] = [];
		const other: number[] = [];
		for (let run = 0; run < bench.sizes.runs; run++) {
			own.push(await firstProblem(bench, ours));
			other.push(await firstProblem(bench, theirs));
		}
		return [
			{
				what: 'a file is opened in VS Code, which activates the extension -> its first problem',
				against: "VS Code's own CSS",
				goal: 1,
				figure: median(own) / median(other),
				beside: `${milliseconds(median(own))} / ${milliseconds(median(other))}`,
				raw: { ours: own, theirs: other },
			},
		];
	},
};

/** In ms. */
async function firstProblem(bench: Bench, opened: Opened): Promise<number> {
	const folder = mkdtempSync(join(bench.folder, 'activation-'));
	const args: ActivationArgs = { ...opened, result: join(folder, 'result.json') };
	const workbench = await startWorkbench({
		extension: bench.folder,
		folder,
		tests: bench.built.script('activation'),
		env: { [ARGS]: JSON.stringify(args) },
	});
	try {
		let exit: () => void = () => {};
		const exited = new Promise<void>((resolve) => {
			exit = resolve;
		});
		const { close } = await openPage(workbench, { onExit: exit });
		await within('VS Code to open a file', PATIENCE, exited).finally(close);
		return JSON.parse(readFileSync(args.result, 'utf8')) as number;
	} finally {
		await workbench.stop();
	}
}
