import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Case } from '../bench';
import { Editor } from '../editor';
import { median, megabytes, milliseconds } from '../numbers';

const RIVAL = 'vscode-json-languageserver';

/** Start and size, against the server of VS Code's own JSON. */
export const start: Case = {
	name: 'start: initialize answered, size of the scripts',
	run: async (bench) => {
		const rival = [process.execPath, createRequire(__filename).resolve(`${RIVAL}/bin/${RIVAL}`), '--stdio'];
		const loaded = join(bench.folder, 'loaded.json');
		const ours: number[] = [];
		const theirs: number[] = [];
		// One round more than counts: the first reads the scripts from the disk.
		for (let round = 0; round <= bench.sizes.rounds * 2; round++) {
			const own = await started(bench.built.server);
			const other = await started(rival);
			if (round === 0) continue;
			ours.push(own);
			theirs.push(other);
		}
		const sizes: number[] = [];
		for (const [node = '', ...rest] of [bench.built.server, rival]) {
			process.env.BENCH_LOADED = loaded;
			await started([node, '--require', bench.built.script('loaded'), ...rest]);
			const paths: readonly string[] = JSON.parse(readFileSync(loaded, 'utf8'));
			sizes.push(paths.reduce((sum, path) => sum + statSync(path).size, 0));
		}
		const [size = 0, otherSize = 0] = sizes;
		return [
			{
				what: 'start of the server -> initialize answered',
				against: RIVAL,
				goal: 1,
				figure: median(ours) / median(theirs),
				beside: `${milliseconds(median(ours))} / ${milliseconds(median(theirs))}, from spawn on`,
				raw: { ours, theirs },
			},
			{
				what: 'scripts that the server has loaded when it ends',
				against: RIVAL,
				goal: 1,
				figure: size / otherSize,
				beside: `${megabytes(size)} / ${megabytes(otherSize)}: every file in require.cache, once initialize is answered`,
				raw: { ours: size, theirs: otherSize },
			},
		];
	},
};

async function started(command: readonly string[]): Promise<number> {
	const began = performance.now();
	const editor = await Editor.start(command);
	const ms = performance.now() - began;
	await editor.stop();
	return ms;
}
