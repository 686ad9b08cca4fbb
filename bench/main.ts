/** `npm run bench`: measures speed as ratios within one run. Exits with 1 if a goal is missed by more than a fifth. */
import { join } from 'node:path';
import { Command } from 'commander';
import { temporaryFolder } from '../test/editor/host/cleanup';
import { ROOT } from '../test/editor/host/paths';
import { Bench, type Case } from './bench';
import { buildAll } from './build';
import { cases } from './cases';
import { writeRecord } from './record';
import { isFailure, type Row } from './row';
import { full, quick } from './sizes';
import { tableOf } from './table';

interface Options {
	readonly quick?: boolean;
	readonly only?: readonly string[];
	readonly json: string;
}

const command = new Command('bench')
	.description('Measures the server and the command line, and prints each figure with its goal.')
	.option('--quick', 'use small sizes, only to show that everything runs')
	.option('--only <words...>', 'run the cases with one of these words in their name')
	.option('--json <file>', 'the file for all measurements', join(ROOT, 'out/bench.json'))
	.action(main);

async function main({ quick: smoke = false, only, json }: Options): Promise<void> {
	const chosen = cases.filter(({ name }) => !only || only.some((word) => name.includes(word.toLowerCase())));
	if (chosen.length === 0)
		command.error(
			`No case has one of these words. The cases are: ${cases.map(({ name }) => name).join('; ')}`,
		);
	const { path: folder } = temporaryFolder();
	const sizes = smoke ? quick : full;
	const bench = new Bench(folder, await buildAll(folder), sizes, smoke);
	const rows: Row[] = [];
	for (const one of chosen) rows.push(...(await measure(one, bench)));
	console.log(`\n${tableOf(rows, smoke)}\n`);
	writeRecord(json, rows, sizes, smoke);
	console.log(`All figures: ${json}`);
	if (!smoke && rows.some(isFailure)) process.exitCode = 1;
}

/** Runs a case. If it crashes, the run fails, but the other cases still run. */
async function measure(one: Case, bench: Bench): Promise<readonly Row[]> {
	const began = performance.now();
	process.stderr.write(`${one.name} … `);
	try {
		const rows = await one.run(bench);
		process.stderr.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`);
		return rows;
	} catch (error) {
		process.exitCode = 1;
		process.stderr.write(`crashed: ${error instanceof Error ? error.message : error}\n`);
		return [];
	}
}

void command.parseAsync();
