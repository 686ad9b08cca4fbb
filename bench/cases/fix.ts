import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../bench';
import { type Run, timeCommand } from '../child';
import { median, megabytes, milliseconds, thousands } from '../numbers';

/** The command line's `check --fix` of a whole district, against the check of the same file. */
export const wholeFix: Case = {
	name: 'check --fix: the command line against its own check',
	run: async (bench) => {
		const { huge, fixed, runs } = bench.sizes;
		const path = bench.file({ rows: huge, findings: fixed });
		const folder = join(bench.folder, 'fixed');
		mkdirSync(folder);
		const copy = join(folder, 'students.csv');
		const checks: Run[] = [];
		const fixes: Run[] = [];
		for (let run = 0; run < runs; run++) {
			copyFileSync(path, copy);
			for (const [options, measured] of [
				[[], checks],
				[['--fix'], fixes],
			] as const) {
				const command = [process.execPath, bench.built.cli, 'check', copy, ...options, '--format', 'json'];
				measured.push(await timeCommand(command, 'ignore', folder));
			}
		}
		const wall = (measured: readonly Run[]): number => median(measured.map(({ ms }) => ms));
		const peak = (measured: readonly Run[]): number => median(measured.map((run) => run.peak ?? Number.NaN));
		return [
			{
				what: `check --fix of ${thousands(huge)} rows with ${thousands(fixed)} wrong codes`,
				against: 'check of the same file',
				goal: 2.5,
				figure: wall(fixes) / wall(checks),
				detail: `${milliseconds(wall(fixes))} / ${milliseconds(wall(checks))}; peak memory ${megabytes(peak(fixes))} / ${megabytes(peak(checks))}`,
				raw: { fixes, checks },
			},
		];
	},
};
