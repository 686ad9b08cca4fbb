import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Case } from '../bench';
import { Editor } from '../editor';
import { median, megabytes, milliseconds } from '../numbers';

const RIVAL = 'vscode-json-languageserver';

/** The time to start and the size of the scripts, against VS Code's JSON server. */
export const start: Case = {
	name: 'start: from spawn to the answer to initialize, size of the scripts',
	run: async (bench) => {
		const rival = [process.execPath, createRequire(__filename).resolve(`${RIVAL}/bin/${RIVAL}`), '--stdio'];
		const loaded = join(bench.folder, 'loaded.json');
		const ours: number[] = [];
		const theirs: number[] = [];
		// The first round is not counted, since it reads the scripts from the disk.
		for (let round = 0; round <= bench.sizes.rounds * 2; round++) {
			const oursMs = await timeStart(bench.built.server);
			const theirsMs = await timeStart(rival);
			if (round === 0) continue;
			ours.push(oursMs);
			theirs.push(theirsMs);
		}
		const sizes: number[] = [];
		for (const [node = '', ...rest] of [bench.built.server, rival]) {
			process.env.BENCH_LOADED = loaded;
			await timeStart([node, '--require', bench.built.script('loaded'), ...rest]);
			const paths: readonly string[] = JSON.parse(readFileSync(loaded, 'utf8'));
			sizes.push(paths.reduce((sum, path) => sum + statSync(path).size, 0));
		}
		const [size = 0, otherSize = 0] = sizes;
		return [
			{
				what: 'start of the server -> answer to initialize',
				against: RIVAL,
				goal: 1,
				figure: median(ours) / median(theirs),
				detail: `${milliseconds(median(ours))} / ${milliseconds(median(theirs))}, from spawn`,
				raw: { ours, theirs },
			},
			{
				what: 'size of the scripts that the server loads',
				against: RIVAL,
				goal: 1,
				figure: size / otherSize,
				detail: `${megabytes(size)} / ${megabytes(otherSize)}: every file in require.cache after the answer to initialize`,
				raw: { ours: size, theirs: otherSize },
			},
		];
	},
};

async function timeStart(command: readonly string[]): Promise<number> {
	const began = performance.now();
	const editor = await Editor.start(command);
	const ms = performance.now() - began;
	await editor.stop();
	return ms;
}
