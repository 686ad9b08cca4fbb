/** Finds or installs the programs to compare with that are not installed with the project. */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../test/editor/host/paths';
import { onPath, run } from '../test/editor/host/process';

const FOLDER = join(ROOT, 'out/bench/rivals');

/** The folder of what rivals/package-lock.json pins, to require from; undefined if it is not installed. */
export async function rivalsFolder(install: boolean): Promise<string | undefined> {
	const manifest = readFileSync(join(__dirname, 'rivals/package.json'), 'utf8');
	const installedManifest = join(FOLDER, 'package.json');
	const isInstalled = existsSync(join(FOLDER, 'node_modules'));
	if (isInstalled && readFileSync(installedManifest, 'utf8') === manifest) return FOLDER;
	if (!install) return undefined;
	mkdirSync(FOLDER, { recursive: true });
	for (const name of ['package.json', 'package-lock.json']) {
		copyFileSync(join(__dirname, 'rivals', name), join(FOLDER, name));
	}
	return ifPossible(async () => {
		await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER });
		return FOLDER;
	});
}

/** The path of csvkit's csvclean; on Debian, root installs it. Undefined if it is not available. */
export async function csvclean(install: boolean): Promise<string | undefined> {
	const installedPath = onPath('csvclean');
	if (installedPath || !install || process.getuid?.() !== 0 || !onPath('apt-get')) return installedPath;
	return ifPossible(async () => {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		await run('apt-get', ['update', '-qq'], { env });
		await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'csvkit'], { env });
		return onPath('csvclean');
	});
}

/** Prints the error of an install that fails and returns undefined: that program is then left out. */
async function ifPossible(install: () => Promise<string | undefined>): Promise<string | undefined> {
	try {
		return await install();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return undefined;
	}
}
