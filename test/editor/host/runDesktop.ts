/** `npm run test:desktop`: runs test/editor/vscode/ in a desktop VS Code, through @vscode/test-electron. */
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { buildSuite } from './buildSuite';
import { temporaryFolder } from './cleanup';
import { desktopExecutable, hasDisplay } from './desktop';
import { messageOf } from './install';
import { FIXTURES, ROOT, SUITE_ENTRY } from './paths';
import { onPath, runAttached } from './process';
import { conclude, SUITE_ENV } from './suiteResult';

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: { extension: { type: 'string', default: ROOT }, grep: { type: 'string' } },
	});
	if (!hasDisplay()) return runOnVirtualDisplay();

	const vscodeExecutablePath = await desktopExecutable();
	await buildSuite();
	const state = temporaryFolder();
	const workspace = join(state.path, 'workspace', basename(FIXTURES));
	cpSync(FIXTURES, workspace, { recursive: true });
	const resultFile = join(state.path, 'result.json');
	let exitCode = 0;
	try {
		await runTests({
			vscodeExecutablePath,
			extensionDevelopmentPath: values.extension,
			extensionTestsPath: SUITE_ENTRY,
			extensionTestsEnv: { [SUITE_ENV.result]: resultFile, [SUITE_ENV.grep]: values.grep },
			// A separate data folder: the default path is too long for the sockets of a Mac.
			launchArgs: [workspace, '--disable-extensions', `--user-data-dir=${join(state.path, 'data')}`],
		});
	} catch (error) {
		exitCode = 1;
		if (!(error instanceof TestRunFailedError)) console.error(messageOf(error));
	}
	const code = conclude(exitCode, resultFile);
	state.remove();
	return code;
}

/** Runs this command again on a virtual screen. */
async function runOnVirtualDisplay(): Promise<number> {
	const xvfb = onPath('xvfb-run');
	if (!xvfb) {
		throw new Error(
			'There is no display for VS Code. Install xvfb (apt-get install xvfb) and run this again: it is used by itself. ' +
				'Or run `npm run test:vscode`, which needs no display.',
		);
	}
	console.log('No display: running under xvfb-run.');
	return runAttached(xvfb, ['-a', process.execPath, ...process.execArgv, ...process.argv.slice(1)]);
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(messageOf(error));
		process.exit(1);
	},
);
