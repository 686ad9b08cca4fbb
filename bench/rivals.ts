/** What is measured against and not installed with the project. */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../test/editor/host/paths';
import { onPath, run } from '../test/editor/host/process';

const FOLDER = join(ROOT, 'out/bench/rivals');

/** A folder from which @duckdb/node-api can be required, pinned by rivals/package-lock.json; undefined where none is. */
export async function duckDb(install: boolean): Promise<string | undefined> {
	const wanted = readFileSync(join(__dirname, 'rivals/package.json'), 'utf8');
	const there = join(FOLDER, 'package.json');
	const done = existsSync(join(FOLDER, 'node_modules/@duckdb/node-api'));
	if (done && readFileSync(there, 'utf8') === wanted) return FOLDER;
	if (!install) return undefined;
	mkdirSync(FOLDER, { recursive: true });
	for (const name of ['package.json', 'package-lock.json']) {
		copyFileSync(join(__dirname, 'rivals', name), join(FOLDER, name));
	}
	return tried(async () => {
		await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER });
		return FOLDER;
	});
}

/** The path of csvkit's csvclean, from Debian where this machine is one and may install it. */
export async function csvclean(install: boolean): Promise<string | undefined> {
	const there = onPath('csvclean');
	if (there || !install || process.getuid?.() !== 0 || !onPath('apt-get')) return there;
	return tried(async () => {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		await run('apt-get', ['update', '-qq'], { env });
		await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'csvkit'], { env });
		return onPath('csvclean');
	});
}

/** A rival that cannot be had here is left out and said to be; it is no failure of ours. */
async function tried(have: () => Promise<string | undefined>): Promise<string | undefined> {
	try {
		return await have();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return undefined;
	}
}
