import { installPackages } from '../host/debian';
import { onPath, run } from '../host/process';

/** Installs the editors that are missing with one call of apt-get. */
export async function installEditors(): Promise<void> {
	const missing = [
		...(onPath('nvim') ? [] : ['neovim']),
		...(onPath('emacs') ? [] : ['emacs-nox']),
		...((await hasEglot()) ? [] : ['elpa-eglot']),
	];
	const wayOut = `The tests of the server in other editors need ${missing.join(', ')} of Debian, or the like.`;
	if (missing.length > 0) await installPackages(wayOut, ...missing);
}

/** Eglot is part of Emacs since 29. */
function hasEglot(): Promise<boolean> {
	const args = ['--batch', '--eval', '(package-activate-all)', '--eval', "(require 'eglot)"];
	return run('emacs', args).then(
		() => true,
		() => false,
	);
}
