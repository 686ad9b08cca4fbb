import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Case } from '../bench';
import { type Run, timeCommand } from '../child';
import { median, megabytes, milliseconds, thousands } from '../numbers';
import { csvclean, rivalsFolder } from '../rivals';
import type { Row } from '../row';

interface Contestant {
	readonly command: readonly string[];
	/** Throws if the output does not have the numbers that the file was generated with. */
	readonly verify?: (output: string) => void;
	readonly runs: Run[];
}

/** The command line's `check` of a whole district, against other programs that read the same file. */
export const wholeCheck: Case = {
	name: 'check: the command line against duckdb, csv-parse, csvclean',
	run: async (bench) => {
		const { huge, repeats, runs, few } = bench.sizes;
		const findings = few * 5;
		const path = bench.file({ rows: huge, findings, repeats });
		const install = !bench.smoke;
		const rivals = await rivalsFolder(install);
		const clean = await csvclean(install);
		const script = (name: string, ...args: string[]): string[] => [
			process.execPath,
			bench.built.script(name),
			...args,
		];
		const counted = (output: string): void => {
			if (output.trim() !== `[${findings},${repeats}]`) throw new Error(`DuckDB counts ${output}`);
		};
		const duck = (...settings: string[]): Contestant | undefined =>
			rivals ? { command: script('duck', rivals, path, ...settings), verify: counted, runs: [] } : undefined;
		const ours: Contestant = {
			command: [process.execPath, bench.built.cli, 'check', path, '--format', 'json'],
			verify: (output) => {
				const errors = /"errors":(\d+)/.exec(output.slice(-500))?.[1];
				if (Number(errors) !== findings + repeats) throw new Error(`the check counts ${errors} errors`);
			},
			runs: [],
		};
		const best = duck();
		const byDefault = duck('default');
		const parse: Contestant = { command: script('csvParse', path), runs: [] };
		for (let run = 0; run < runs; run++) {
			for (const one of [ours, best, byDefault]) if (one) await measure(bench, one);
		}
		await measure(bench, parse);
		// By default, csvclean writes a cleaned copy next to the file; its dry run only reads.
		const kit: Contestant | undefined = clean ? { command: [clean, path], runs: [] } : undefined;
		const dry: Contestant | undefined = clean ? { command: [clean, '-n', path], runs: [] } : undefined;
		for (const one of [kit, dry]) if (one) await measure(bench, one);
		await measure(bench, ours);
		const what = `check of ${thousands(huge)} rows`;
		return [
			...againstDuck(what, ours, best, byDefault),
			slower(what, ours, parse, 'csv-parse, only parsing'),
			slower(what, ours, kit, "csvkit's csvclean", dry && `; its dry run ${milliseconds(wall(dry))}`),
		];
	},
};

async function measure({ folder }: Bench, { command, verify, runs }: Contestant): Promise<void> {
	const path = join(folder, 'output');
	const out = openSync(path, 'w');
	runs.push(await timeCommand(command, out, folder));
	closeSync(out);
	verify?.(readFileSync(path, 'utf8'));
}

const wall = ({ runs }: Contestant): number => median(runs.map(({ ms }) => ms));
const peak = ({ runs }: Contestant): number => median(runs.map((run) => run.peak ?? Number.NaN));

function againstDuck(
	what: string,
	ours: Contestant,
	best: Contestant | undefined,
	byDefault: Contestant | undefined,
): Row[] {
	const against = 'DuckDB, 2 threads, counting only';
	const rows = [
		{ what: `${what}, wall`, against, goal: 1 },
		{ what: `${what}, peak memory`, against, goal: 1 },
	] as const;
	if (!best || !byDefault) {
		return rows.map((row) => ({ ...row, figure: undefined, detail: '@duckdb/node-api is not installed' }));
	}
	const raw = { ours: ours.runs, duckDb: best.runs, duckDbByDefault: byDefault.runs };
	const hasPeak = [ours, best].every(({ runs }) => runs.every((run) => run.peak !== undefined));
	return [
		{
			...rows[0],
			figure: wall(ours) / wall(best),
			detail: `${milliseconds(wall(ours))} / ${milliseconds(wall(best))}; with DuckDB's own buffer size ${milliseconds(wall(byDefault))}`,
			raw,
		},
		{
			...rows[1],
			figure: hasPeak ? peak(ours) / peak(best) : undefined,
			detail: hasPeak
				? `${megabytes(peak(ours))} / ${megabytes(peak(best))}; with DuckDB's own buffer size ${megabytes(peak(byDefault))}`
				: 'this system has no /proc',
			raw,
		},
	];
}

function slower(
	what: string,
	ours: Contestant,
	other: Contestant | undefined,
	against: string,
	more = '',
): Row {
	const row = { what, against, goal: 1 / 5 };
	if (!other) return { ...row, figure: undefined, detail: 'not installed' };
	return {
		...row,
		figure: wall(ours) / wall(other),
		detail: `${milliseconds(wall(ours))} / ${milliseconds(wall(other))}${more}`,
		raw: { ours: ours.runs, other: other.runs },
	};
}
