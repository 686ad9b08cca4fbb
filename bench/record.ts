/** Writes the record of a run: its figures, all measurements, and the machine. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { ROOT } from '../test/editor/host/paths';
import { rounded } from './numbers';
import { type Row, verdictOf } from './row';
import type { Sizes } from './sizes';

/** Writes the record of a run as JSON, and creates the folder if needed. */
export function writeRecord(path: string, rows: readonly Row[], sizes: Sizes, smoke: boolean): void {
	const [cpu] = cpus();
	const machine = {
		cpu: cpu?.model,
		cores: cpus().length,
		memory: totalmem(),
		platform: `${process.platform} ${process.arch}`,
		node: process.version,
	};
	const record = {
		date: new Date().toISOString(),
		commit: commit(),
		machine,
		smoke,
		sizes,
		rows: rows.map((row) => ({ ...row, verdict: verdictOf(row, smoke) })),
	};
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, `${JSON.stringify(rounded(record))}\n`);
}

/** The current commit, with a plus if there are uncommitted changes; undefined outside of a Git checkout. */
function commit(): string | undefined {
	const git = (...args: string[]): string =>
		execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
	try {
		return git('rev-parse', 'HEAD') + (git('status', '--porcelain') === '' ? '' : '+');
	} catch {
		return undefined;
	}
}
