import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNames } from '../../server/src/cli/formats/formats';
import type { Bench, Case } from '../bench';
import { type Run, timeCommand } from '../child';
import { median, milliseconds, thousands } from '../numbers';
import type { Row } from '../row';

/** The largest figure that meets the goal: no format is slower than this, compared with JSON. */
const GOAL = 1.15;

/** The check of one file in every format, in turn, so that all meet the same state of the machine. */
export const formatCheck: Case = {
	name: 'check: every format against JSON',
	run: async (bench) => {
		const { huge, repeats, runs, few } = bench.sizes;
		const path = bench.file({ rows: huge, findings: few * 5, repeats });
		const measured = new Map(formatNames.map((name) => [name, [] as Run[]]));
		for (let run = 0; run < runs; run++) {
			for (const [name, ofFormat] of measured) ofFormat.push(await check(bench, path, name));
		}
		const json = timeOf(measured.get('json') ?? []);
		return formatNames
			.filter((name) => name !== 'json')
			.map((name): Row => {
				const ofFormat = measured.get(name) ?? [];
				return {
					what: `check of ${thousands(huge)} rows, --format ${name}`,
					against: '--format json',
					goal: GOAL,
					figure: timeOf(ofFormat) / json,
					detail: `${milliseconds(timeOf(ofFormat))} / ${milliseconds(json)}`,
					raw: { format: ofFormat, json: measured.get('json') },
				};
			});
	},
};

/** Throws if the format prints nothing, or no finding where the file has some. */
async function check({ folder, built }: Bench, path: string, format: string): Promise<Run> {
	const output = join(folder, 'output');
	const out = openSync(output, 'w');
	const run = await timeCommand(
		[process.execPath, built.cli, 'check', path, '--format', format],
		out,
		folder,
	);
	closeSync(out);
	if (run.code !== 1) throw new Error(`--format ${format} ended with ${run.code}`);
	if (!readFileSync(output, 'utf8').includes('field/')) throw new Error(`--format ${format} has no finding`);
	return run;
}

const timeOf = (runs: readonly Run[]): number => median(runs.map(({ ms }) => ms));
