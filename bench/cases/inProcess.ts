import type { Case } from '../bench';
import type { EditArgs, EditFigures, EditKind } from '../measure/edits';
import type { KeystrokeArgs, KeystrokeFigures } from '../measure/keystroke';
import type { SplitArgs, SplitFigures } from '../measure/split';
import { median, milliseconds, percentile, thousands } from '../numbers';
import type { Row } from '../row';

/** The server's work for a keystroke, without stdio and JSON. */
export const keystrokeWork: Case = {
	name: "keystroke: the server's work, in process",
	run: async (bench) => {
		const contents = { rows: bench.sizes.middle, findings: bench.sizes.few };
		const path = bench.file(contents);
		const args: KeystrokeArgs = { path, contents, keystrokes: bench.sizes.keystrokes * 5 };
		const { plain, figures } = await bench.withPlainPasses(path, () =>
			bench.runScript<KeystrokeFigures>('keystroke', args),
		);
		const ms = figures[0]?.ms ?? [];
		return [
			{
				what: `the server's work for a keystroke, ${thousands(contents.rows)} rows, ${contents.findings} findings`,
				against: 'one plain pass',
				goal: 1 / 100,
				figure: median(ms) / median(plain),
				detail: `${milliseconds(median(ms))} / ${milliseconds(median(plain))}, p99 ${milliseconds(percentile(ms, 99))}`,
				raw: { keystroke: ms, plain },
			},
		];
	},
};

/** All checks of a whole text, against libraries that only split it. Separate processes run each reader in turn. */
export const splitting: Case = {
	name: 'splitting: checks in process against papaparse and udsv',
	run: async (bench) => {
		const { sizes } = bench;
		const contents = { rows: sizes.middle, findings: sizes.few };
		const path = bench.file(contents);
		const readers = ['ours', 'papaparse', 'udsv'] as const;
		const ms: Record<(typeof readers)[number], number[]> = { ours: [], papaparse: [], udsv: [] };
		for (let round = 0; round < sizes.processes; round++) {
			for (const reader of readers) {
				const args: SplitArgs = { path, contents, reader, rounds: sizes.rounds };
				ms[reader].push(...(await bench.runScript<SplitFigures>('split', args)).ms);
			}
		}
		const row = (reader: 'papaparse' | 'udsv', title: string): Row => ({
			what: `all checks in process, ${thousands(contents.rows)} rows`,
			against: `${title}, only splitting`,
			goal: 1,
			figure: median(ms.ours) / median(ms[reader]),
			detail: `${milliseconds(median(ms.ours))} / ${milliseconds(median(ms[reader]))}`,
			raw: { ours: ms.ours, [reader]: ms[reader] },
		});
		return [row('papaparse', 'Papa Parse'), row('udsv', 'uDSV')];
	},
};

/** Large edits, against opening the text that results from them. */
export const largeEdits: Case = {
	name: 'edits: paste, delete, fix all, column',
	run: async (bench) => {
		const { middle, few, pasted, fixed, column, rounds } = bench.sizes;
		const kinds: readonly { what: string; kind: EditKind; size: number; findings: number }[] = [
			{ what: `paste of ${thousands(pasted)} rows`, kind: 'paste', size: pasted, findings: few },
			{ what: `delete of ${thousands(pasted)} rows`, kind: 'delete', size: pasted, findings: few },
			{ what: `fix all, ${thousands(fixed)} changes`, kind: 'fix all', size: fixed, findings: fixed },
			{ what: `column-wide, ${thousands(column)} changes`, kind: 'column', size: column, findings: few },
		];
		const rows: Row[] = [];
		for (const { what, kind, size, findings } of kinds) {
			const contents = { rows: middle, findings };
			const args: EditArgs = { path: bench.file(contents), contents, kind, size, rounds };
			const { edit, reopenMs, fixAllMs } = await bench.runScript<EditFigures>('edits', args);
			rows.push({
				what: `${what} in one event, ${thousands(middle)} rows`,
				against: 'opening the result',
				goal: 1,
				figure: median(edit) / median(reopenMs),
				detail: `${milliseconds(median(edit))} / ${milliseconds(median(reopenMs))}`,
				raw: { edit, reopenMs },
			});
			if (fixAllMs.length === 0) continue;
			rows.push({
				what: `${what}: made, and read again, ${thousands(middle)} rows`,
				against: 'opening the result',
				goal: 1,
				figure: median(fixAllMs) / median(reopenMs),
				detail: `${milliseconds(median(fixAllMs))} / ${milliseconds(median(reopenMs))}`,
				raw: { fixAllMs, reopenMs },
			});
		}
		return rows;
	},
};
