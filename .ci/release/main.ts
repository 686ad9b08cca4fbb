/**
 * `npm run release`: checks that a version is complete, builds twice what is published, and says what to publish and how.
 * It publishes nothing itself, and writes only to out/release/ or to a new folder, and into temporary ones. With
 * `--dry-run`, what is missing is listed and does not stop it.
 */

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildRelease } from './build';
import { type Release, releaseProblems } from './releaseProblems';

const root = join(__dirname, '..', '..');
const usage = 'npm run release -- [--dry-run] [--out FOLDER]';

async function main(): Promise<void> {
	const { dryRun, out } = readArguments();
	const release = releaseProblems(root);
	for (const problem of release.problems)
		console.log(`${dryRun ? 'Would stop the release' : 'error'}: ${problem}`);
	if (release.problems.length > 0 && !dryRun) throw new Error('Nothing was built.');
	rmSync(out, { recursive: true, force: true });
	mkdirSync(out, { recursive: true });
	const first = await buildRelease(root, out, release.time);
	const second = await buildRelease(root, join(out, 'again'), release.time);
	const different = first.filter((path, index) => hashOf(path) !== hashOf(second[index] ?? ''));
	if (different.length > 0) {
		throw new Error(`Two builds differ in ${different.map((path) => basename(path)).join(', ')}.`);
	}
	rmSync(join(out, 'again'), { recursive: true });
	rmSync(join(out, 'npm'), { recursive: true });
	console.log(`\nVersion ${release.version}. Two builds give the same bytes:`);
	for (const path of first) {
		console.log(`  ${hashOf(path)}  ${readFileSync(path).length} bytes  ${relative(root, path)}`);
	}
	console.log(`\n${dryRun ? 'Would publish' : 'To publish, with your accounts'}:`);
	for (const command of commands(release, first)) console.log(`  ${command}`);
}

function readArguments(): { readonly dryRun: boolean; readonly out: string } {
	try {
		const options = { 'dry-run': { type: 'boolean', default: false }, out: { type: 'string' } } as const;
		const { values } = parseArgs({ options });
		// Only what an earlier run has built is removed.
		if (values.out !== undefined && existsSync(values.out) && readdirSync(values.out).length > 0) {
			throw new Error(`${values.out} is not empty. Choose a new folder.`);
		}
		return { dryRun: values['dry-run'], out: values.out ?? join(root, 'out', 'release') };
	} catch (error) {
		throw new Error(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`);
	}
}

function commands({ version }: Release, [vsix = '', tarball = '']: readonly string[]): readonly string[] {
	const from = (path: string): string => relative(root, path);
	return [
		`git tag -a v${version} -m "Version ${version}" && git push --tags`,
		`npx vsce publish --packagePath ${from(vsix)}`,
		`npx ovsx publish ${from(vsix)}`,
		`npm publish ${from(tarball)}`,
	];
}

function hashOf(path: string): string {
	return createHash('sha256').update(readFileSync(path)).digest('hex');
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
