import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from './bundled';

/** Builds all bundles into a temporary folder, hands it to `use` with what is in them, and removes it. */
export function withBundles(root: string, use: (dist: string, metafile: Metafile) => void): void {
	const dist = mkdtempSync(join(tmpdir(), 'clever-dist-'));
	try {
		const path = join(dist, 'meta.json');
		execFileSync(process.execPath, ['esbuild.mjs', '--outdir', dist, '--metafile', path], { cwd: root });
		use(dist, JSON.parse(readFileSync(path, 'utf8')) as Metafile);
	} finally {
		rmSync(dist, { recursive: true, force: true });
	}
}
