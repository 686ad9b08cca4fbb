import type { Case } from '../bench';
import type { WireArgs, WireFigures } from '../measure/wire';
import { median, milliseconds, percentile, thousands } from '../numbers';
import type { Row } from '../row';

/** Keystrokes and requests in a large file, against the same in a small file. */
export const sizesOverWire: Case = {
	name: 'size: keystroke, hover, completion, code action over stdio',
	run: async (bench) => {
		const { sizes, built } = bench;
		const { small, large, few, keystrokes, requests, pause } = sizes;
		const files = [small, large].map((rows) => ({ rows, findings: few }));
		const args: WireArgs = {
			server: built.server,
			files: files.map((contents) => ({ path: bench.file(contents), contents })),
			...{ keystrokes, requests, pause },
		};
		const [little, much] = await bench.runScript<readonly [WireFigures, WireFigures]>('wire', args);
		const compare = (what: string, much: readonly number[], little: readonly number[]): Row => ({
			what: `${what}, ${thousands(large)} rows`,
			against: `at ${thousands(small)} rows`,
			goal: 1.3,
			figure: median(much) / median(little),
			detail: `medians ${milliseconds(median(much))} / ${milliseconds(median(little))}, p99 ${milliseconds(percentile(much, 99))} / ${milliseconds(percentile(little, 99))}`,
			raw: { much, little },
		});
		return [
			compare('keystroke over stdio -> its findings', much.keystroke, little.keystroke),
			compare('hover over stdio', much.hover, little.hover),
			compare('completion over stdio', much.completion, little.completion),
			compare('code action over stdio', much.codeAction, little.codeAction),
		];
	},
};

/** Keystrokes, against one plain pass over the whole file. */
export const keystrokeOverWire: Case = {
	name: 'keystroke over stdio against a plain pass',
	run: async (bench) => {
		const { middle, few, many } = bench.sizes;
		const typing = async (findings: number) => {
			const contents = { rows: middle, findings };
			const path = bench.file(contents);
			const { keystrokes, pause } = bench.sizes;
			const files = [{ path, contents }];
			const args: WireArgs = { server: bench.built.server, files, keystrokes, requests: 0, pause };
			const { plain, figures } = await bench.withPlainPasses(path, () =>
				bench.runScript<readonly WireFigures[]>('wire', args),
			);
			return { plain, ms: figures[0]?.[0]?.keystroke ?? [] };
		};
		const row = (
			what: string,
			{ plain, ms }: { plain: readonly number[]; ms: readonly number[] },
			percent: number,
			goal: number,
		): Row => ({
			what: `keystroke over stdio, ${thousands(middle)} rows, ${what}`,
			against: 'one plain pass',
			goal,
			figure: percentile(ms, percent) / median(plain),
			detail: `${milliseconds(percentile(ms, percent))} / ${milliseconds(median(plain))}`,
			raw: { keystroke: ms, plain },
		});
		const fewFigures = await typing(few);
		const manyFigures = await typing(many);
		return [
			row(`${few} findings, median`, fewFigures, 50, 1 / 30),
			row(`${few} findings, p99`, fewFigures, 99, 1 / 10),
			row(`${thousands(many)} findings, median`, manyFigures, 50, 1 / 10),
		];
	},
};
