/** Opens a file in a new process: measures when findings arrive, or how long the event loop is blocked. */
import { readFileSync } from 'node:fs';
import { BlockProbe } from '../blocks';
import { readArgs, report } from '../child';
import { RULES_URI, startServer } from '../core';
import type { Contents } from '../data';
import { pause } from '../editor';
import { startEmpty } from '../empty';
import { inProcess } from '../inProcess';

export interface OpenArgs {
	readonly path: string;
	readonly contents: Contents;
	readonly server: 'ours' | 'empty';
	/** Whether to measure blocks and no times, since watching the event loop takes turns itself. */
	readonly watch: boolean;
	/** How often it is opened. The first time is what a person waits for. */
	readonly times: number;
}

export interface OpenFigures {
	/** For each opening, the time in ms to the findings on the first screen. */
	readonly first: number[];
	/** For each opening, the time in ms to all findings. */
	readonly complete: number[];
	/** For each opening, the blocks of the event loop in ms. */
	readonly blocks: number[][];
}

async function main({ path, contents, server, watch, times }: OpenArgs): Promise<void> {
	const text = readFileSync(path, 'utf8');
	const probe = new BlockProbe();
	const figures: OpenFigures = { first: [], complete: [], blocks: [] };
	let began = 0;
	let first: number | undefined;
	let complete: number | undefined;
	const start = server === 'empty' ? startEmpty : undefined;
	const client = await inProcess(
		start ?? ((connection) => startServer(connection, { rulesUri: RULES_URI })),
		({ diagnostics }) => {
			const now = performance.now() - began;
			// The first row's finding is on the first screen.
			if (diagnostics.some(({ range }) => range.start.line === 1)) first ??= now;
			if (diagnostics.length === contents.findings) complete ??= now;
		},
	);
	for (let version = 1; version <= times; version++) {
		first = undefined;
		complete = undefined;
		if (watch) {
			probe.start();
			await pause(20);
			// Leave out the blocks of the pause itself, which are not the server's.
			probe.stop();
			probe.start();
		}
		began = performance.now();
		client.open(text, version);
		if (server === 'empty') await client.untilChecked();
		while (server === 'ours' && complete === undefined) await pause(1);
		if (watch) figures.blocks.push(probe.stop());
		else figures.first.push(first ?? Number.NaN);
		if (!watch) figures.complete.push(complete ?? Number.NaN);
		client.close();
		await pause(50);
	}
	report(figures);
}

void main(readArgs<OpenArgs>());
