/** Builds everything that is published, from a copy of the sources in a temporary folder. */

import { execFileSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledPackages, type Metafile } from './bundled';
import { noticesFile, noticesOf } from './notices';
import { npmDescription, npmPackages, packNpm } from './npmPackage';
import { sbomOf } from './sbom';

/** The parts of the extension's manifest that name what is built. */
export interface ReleaseManifest {
	readonly name: string;
	readonly publisher: string;
	readonly version: string;
	readonly license: string;
	readonly description: string;
}

/**
 * Builds the VSIX, the npm tarball and a bill of materials for each into `out`. Returns their paths.
 *
 * @param time of the sources, in seconds since 1970: the VSIX has it for all of its files.
 */
export async function buildRelease(root: string, out: string, time: number): Promise<readonly string[]> {
	const copy = mkdtempSync(join(tmpdir(), 'clever-release-'));
	try {
		copySources(root, copy);
		const run = (file: string, ...args: string[]): void => {
			const env = { ...process.env, SOURCE_DATE_EPOCH: String(time) };
			execFileSync(process.execPath, [file, ...args], {
				cwd: copy,
				env,
				stdio: ['ignore', 'pipe', 'inherit'],
			});
		};
		mkdirSync(out, { recursive: true });
		const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as ReleaseManifest;
		const { name, publisher, version } = manifest;
		run('esbuild.mjs', '--metafile', 'dist/meta.json');
		const metafile = JSON.parse(readFileSync(join(copy, 'dist/meta.json'), 'utf8')) as Metafile;
		const packages = bundledPackages(metafile, copy);
		if (readFileSync(join(copy, noticesFile), 'utf8') !== noticesOf(packages, copy)) {
			throw new Error(`${noticesFile} is not what is bundled. Run npm run generate.`);
		}
		const vsix = join(out, `${name}-${version}.vsix`);
		run(require.resolve('@vscode/vsce/vsce'), 'package', '--out', vsix);
		const tarball = packNpm({ root: copy, dist: join(copy, 'dist'), out }, metafile);
		const extension = { ...manifest, purl: `pkg:vscode-extension/${publisher}/${name}@${version}` };
		const npm = { ...manifest, description: npmDescription, purl: `pkg:npm/${name}@${version}` };
		const bills = {
			vsix: await sbomOf(extension, packages, time),
			npm: await sbomOf(npm, npmPackages(metafile, copy), time),
		};
		const billPaths = Object.entries(bills).map(([kind, bill]) => {
			const path = join(out, `${name}-${version}.${kind}.cdx.json`);
			writeFileSync(path, bill);
			return path;
		});
		return [vsix, tarball, ...billPaths];
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}

/** Copies what Git knows or would add, as it is on the disk. */
function copySources(root: string, copy: string): void {
	const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
	const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 });
	for (const path of listed.split('\0')) {
		if (path && path !== 'node_modules' && existsSync(join(root, path)))
			cpSync(join(root, path), join(copy, path));
	}
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
}
