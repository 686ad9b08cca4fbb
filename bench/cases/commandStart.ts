import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../bench';
import { timeCommand } from '../child';
import { median, milliseconds } from '../numbers';
import { rivalsFolder } from '../rivals';

/** Rows of a file that is checked in the time that a process takes to start. */
const FEW_ROWS = 20;

/** The time of a check of a small file, against the linter that most people know, on an empty file. */
export const commandStart: Case = {
	name: 'command: a check of a small file, against eslint on an empty one',
	run: async (bench) => {
		const row = {
			what: 'check of a small file, from spawn to exit',
			against: 'eslint, an empty file',
			goal: 0.9,
		};
		const rivals = await rivalsFolder(!bench.smoke);
		if (!rivals) return [{ ...row, figure: undefined, detail: 'eslint is not installed' }];
		const folder = join(bench.folder, 'empty');
		mkdirSync(folder);
		writeFileSync(join(folder, 'empty.js'), '');
		writeFileSync(join(folder, 'eslint.config.mjs'), 'export default [];\n');
		const path = bench.file({ rows: FEW_ROWS, findings: 1 });
		const eslint = [process.execPath, join(rivals, 'node_modules/eslint/bin/eslint.js'), 'empty.js'];
		const check = [process.execPath, bench.built.cli, 'check', path];
		const ours: number[] = [];
		const theirs: number[] = [];
		// The first round is not counted, since it reads the scripts from the disk.
		for (let round = 0; round <= bench.sizes.rounds * 2; round++) {
			const our = await timeCommand(check, 'ignore', folder);
			const their = await timeCommand(eslint, 'ignore', folder);
			if (our.code !== 1 || their.code !== 0) throw new Error(`exit codes ${our.code} and ${their.code}`);
			if (round === 0) continue;
			ours.push(our.ms);
			theirs.push(their.ms);
		}
		return [
			{
				...row,
				figure: median(ours) / median(theirs),
				detail: `${milliseconds(median(ours))} / ${milliseconds(median(theirs))}; ruff is not in Debian 12`,
				raw: { ours, theirs },
			},
		];
	},
};
