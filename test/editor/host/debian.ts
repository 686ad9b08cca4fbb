/** Installs packages of Debian for tests, where root runs on one. */
import { existsSync } from 'node:fs';
import { messageOf } from './install';
import { onPath, run } from './process';

/** The lists of packages are read once for all that this process installs. */
let updated: Promise<unknown> | undefined;

/** Installs packages, or throws with `wayOut`, the sentences that say what is missing and what a person can do. */
export async function installPackages(wayOut: string, ...packages: readonly string[]): Promise<void> {
	const isRoot = process.getuid?.() === 0;
	if (!(existsSync('/etc/debian_version') && onPath('apt-get') && isRoot)) throw new Error(wayOut);
	console.log(`Installing ${packages.join(', ')} with apt-get …`);
	try {
		updated ??= aptGet('update');
		await updated;
		await aptGet('install', '-y', '--no-install-recommends', ...packages);
	} catch (error) {
		throw new Error(`${wayOut} apt-get could not install it.\n${messageOf(error)}`);
	}
}

/** Another process may be installing something: this waits for it up to five minutes. */
function aptGet(...args: readonly string[]): Promise<string> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env });
}
