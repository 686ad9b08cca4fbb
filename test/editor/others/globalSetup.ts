/** Installs the editors and builds the bundles, once for all test files of this folder. */

import { buildForAll } from '../../support/bundles';
import { installPackages } from '../host/debian';
import { onPath, run } from '../host/process';

let removeBundles: (() => void) | undefined;

/** Installs what is missing with one call of apt-get, and builds the bundles. */
export async function mochaGlobalSetup(): Promise<void> {
	const missing = [
		...(onPath('nvim') ? [] : ['neovim']),
		...(onPath('emacs') ? [] : ['emacs-nox']),
		...((await hasEglot()) ? [] : ['elpa-eglot']),
	];
	const wayOut = `The tests of the server in other editors need ${missing.join(', ')} of Debian, or the like.`;
	if (missing.length > 0) await installPackages(wayOut, ...missing);
	removeBundles = await buildForAll();
}

/** Eglot is part of Emacs since 29. */
function hasEglot(): Promise<boolean> {
	const args = ['--batch', '--eval', '(package-activate-all)', '--eval', "(require 'eglot)"];
	return run('emacs', args).then(
		() => true,
		() => false,
	);
}

/** Removes the bundles. */
export function mochaGlobalTeardown(): void {
	removeBundles?.();
}
