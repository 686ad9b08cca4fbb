/** Finds or downloads a desktop VS Code, and says whether it has a screen. */
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { messageOf } from './install';
import { TOOLS } from './paths';
import { isExecutable } from './process';

/** Whether a window can open, which is always true on a Mac and on Windows. */
export function hasDisplay(): boolean {
	if (process.platform !== 'linux') return true;
	return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The executable of a desktop VS Code: VSCODE_EXECUTABLE_PATH, else the one that @vscode/test-electron downloads (and
 * keeps under .vscode-test/) in the version VSCODE_VERSION, by default the newest stable one.
 */
export async function desktopExecutable(): Promise<string> {
	const named = process.env.VSCODE_EXECUTABLE_PATH;
	if (named) {
		if (isExecutable(named)) return named;
		throw new Error(`VSCODE_EXECUTABLE_PATH names "${named}", which is not a program that can be run.`);
	}
	try {
		const version = process.env.VSCODE_VERSION || 'stable';
		return await downloadAndUnzipVSCode({ version, cachePath: TOOLS, extensionDevelopmentPath: undefined });
	} catch (error) {
		throw new Error(
			`VS Code could not be downloaded from update.code.visualstudio.com (${messageOf(error)}). ` +
				'Where it is installed already, name it: VSCODE_EXECUTABLE_PATH=/path/to/code.',
		);
	}
}

/** VS Code refuses to run as root without a data folder. */
export function asRoot(): string[] {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
	return ['--no-sandbox', `--user-data-dir=${join(TOOLS, 'user-data')}`];
}
