import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../bench';
import { type Run, timeCommand } from '../child';
import { median, megabytes, milliseconds, thousands } from '../numbers';

/** How many plain passes over both files a comparison may take. */
const PASSES = 4;

/** The command line's `compare` of two uploads, against plain passes over both. */
export const comparison: Case = {
	name: 'compare: two uploads on the command line against plain passes over both',
	run: async (bench) => {
		const rows = Math.floor(bench.sizes.huge / 2);
		const { few, runs } = bench.sizes;
		const before = bench.file({ rows, findings: few });
		// Every code that was wrong is right now, and others are wrong.
		const after = bench.file({ rows, findings: few * 5 });
		const output = join(bench.folder, 'output');
		const compare = async (): Promise<Run> => {
			const out = openSync(output, 'w');
			const command = [process.execPath, bench.built.cli, 'compare', before, after, '--format', 'json'];
			const run = await timeCommand(command, out, bench.folder);
			closeSync(out);
			const { students } = JSON.parse(readFileSync(output, 'utf8'));
			if (students.before !== rows || students.inBoth !== rows) throw new Error('a student is missing');
			return run;
		};
		const measured = Array.from({ length: runs }, () => compare);
		const old = await bench.withPlainPasses(before, ...measured);
		const now = await bench.withPlainPasses(after);
		const ours = median(old.figures.map(({ ms }) => ms));
		const plain = PASSES * (median(old.plain) + median(now.plain));
		const peak = median(old.figures.map((run) => run.peak ?? Number.NaN));
		const size = statSync(before).size + statSync(after).size;
		return [
			{
				what: `compare of ${thousands(rows)} × ${thousands(rows)} rows, wall`,
				against: `${PASSES} plain passes over both`,
				goal: 1,
				figure: ours / plain,
				detail: `${milliseconds(ours)} / ${milliseconds(plain)}; peak ${megabytes(peak)} for files of ${megabytes(size)}`,
				raw: { ours: old.figures, before: old.plain, after: now.plain },
			},
		];
	},
};
