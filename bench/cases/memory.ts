import type { Case } from '../bench';
import type { ResidentArgs, ResidentFigures } from '../measure/resident';
import { megabytes, thousands } from '../numbers';

/** The memory of the idle server, against the size of the text that it was given. */
export const residentMemory: Case = {
	name: 'memory: resident at idle after opening',
	run: async (bench) => {
		const contents = { rows: bench.sizes.large, findings: bench.sizes.few };
		const what = `resident at idle after opening ${thousands(contents.rows)} rows`;
		const row = { what, against: "the text's size", goal: 4 };
		if (process.platform !== 'linux')
			return [{ ...row, figure: undefined, detail: 'this system has no /proc' }];
		const measure = (command: readonly string[]): Promise<ResidentFigures> => {
			const args: ResidentArgs = { command, path: bench.file(contents), idleMs: bench.sizes.idleMs };
			return bench.runScript<ResidentFigures>('resident', args);
		};
		const ours = await measure(bench.built.server);
		const empty = await measure([process.execPath, bench.built.script('emptyServer'), '--stdio']);
		const times = (bytes: number): string => `${(bytes / ours.textBytes).toFixed(1)}x`;
		return [
			{
				...row,
				figure: ours.resident / ours.textBytes,
				detail: [
					`${megabytes(ours.resident)} / ${megabytes(ours.textBytes)}`,
					`before ${megabytes(ours.before)}`,
					`peak ${times(ours.peak)}`,
					`empty server ${times(empty.resident)}, its peak ${times(empty.peak)}`,
				].join('; '),
				raw: { ours, empty },
			},
		];
	},
};
