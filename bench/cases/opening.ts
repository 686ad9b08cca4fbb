import { serverFlags } from '../../client/src/node/serverFlags';
import type { Bench, Case } from '../bench';
import type { Contents } from '../data';
import type { DecodeFigures } from '../measure/decode';
import type { OpenArgs, OpenFigures } from '../measure/open';
import { median, milliseconds, percentile, thousands } from '../numbers';
import type { Row } from '../row';

/** How often one process opens the file. After the first time, its code is compiled. */
const TIMES = 4;

function openingOf(
	bench: Bench,
	contents: Contents,
	more: Partial<OpenArgs> = {},
): () => Promise<OpenFigures> {
	const args: OpenArgs = {
		path: bench.file(contents),
		contents,
		server: 'ours',
		watch: false,
		times: TIMES,
		...more,
	};
	return () => bench.runScript<OpenFigures>('open', args, args.server === 'ours' ? serverFlags : []);
}

/** The time from the server's handler of the opening to the findings, in a process that has not opened a file before. */
export const opening: Case = {
	name: 'opening: complete findings, first screen',
	run: async (bench) => {
		const contents = { rows: bench.sizes.middle, findings: bench.sizes.few };
		const measure = openingOf(bench, contents);
		const runs = Array.from({ length: bench.sizes.processes }, () => measure);
		const { plain, figures } = await bench.withPlainPasses(bench.file(contents), ...runs);
		const row = (what: string, part: 'complete' | 'first', goal: number): Row => {
			const cold = figures.map((one) => one[part][0] as number);
			const warm = figures.flatMap((one) => one[part].slice(1));
			return {
				what: `opening -> ${what}, ${thousands(contents.rows)} rows`,
				against: 'one plain pass',
				goal,
				figure: median(cold) / median(plain),
				detail: `${milliseconds(median(cold))} / ${milliseconds(median(plain))}; opened again in the same process ${milliseconds(median(warm))}`,
				raw: { cold, warm, plain },
			};
		};
		return [row('complete findings', 'complete', 3), row("first screen's findings", 'first', 0.3)];
	},
};

/** The longest block of the event loop while a file is opened, not counting the decoding of its message. */
export const blocking: Case = {
	name: 'blocks: longest block of the event loop while opening',
	run: async (bench) => {
		const rows: Row[] = [];
		for (const size of [bench.sizes.middle, bench.sizes.large]) {
			const contents = { rows: size, findings: bench.sizes.few };
			const measure = openingOf(bench, contents, { watch: true, times: 1 });
			const empty = await openingOf(bench, contents, { watch: true, times: 1, server: 'empty' })();
			const runs: number[][] = [];
			for (let run = 0; run < bench.sizes.processes; run++)
				runs.push((await measure()).blocks[0] as number[]);
			const longest = runs.map((gaps) => Math.max(0, ...gaps));
			const decoding = await bench.runScript<DecodeFigures>('decode', {
				command: [process.execPath, bench.built.script('emptyServer'), '--stdio'],
				path: bench.file(contents),
			});
			const all = runs.flat();
			rows.push({
				what: `longest block while opening ${thousands(size)} rows`,
				against: '8 ms',
				goal: 8,
				unit: 'ms',
				figure: median(longest),
				detail: [
					`median of ${runs.length} openings; worst ${milliseconds(Math.max(...longest))}`,
					`p99 of blocks ${milliseconds(percentile([0, ...all], 99))}`,
					`empty server ${longestOf(empty)}`,
					`over stdio, with decoding, ${longestOf(decoding)}`,
				].join('; '),
				raw: { blocks: runs, empty: empty.blocks, emptyWithDecoding: decoding.blocks },
			});
		}
		return rows;
	},
};

function longestOf({ blocks }: DecodeFigures): string {
	const [gaps = []] = blocks;
	return gaps.length > 0 ? milliseconds(Math.max(...gaps)) : 'under 0.5 ms';
}
