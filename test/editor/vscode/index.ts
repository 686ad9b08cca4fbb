/** Runs in VS Code's extension host: runs mocha on the bundled test files of its folder and writes the result as JSON. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { REPORT_MARK, SUITE_ENV, type SuiteResult } from '../host/suiteResult';
import { PATIENCE } from '../host/wait';

/** VS Code calls this, and exits with 1 where it throws. */
export async function run(): Promise<void> {
	Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log(`${REPORT_MARK}${format(...args)}`);
	console.log(`${REPORT_MARK}VS Code ${vscode.version} (${vscode.env.appName})`);
	const mocha = new Mocha({
		ui: 'bdd',
		timeout: 2 * PATIENCE,
		color: false,
		grep: process.env[SUITE_ENV.grep],
	});
	for (const file of readdirSync(__dirname).sort()) {
		if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
	}

	const result: SuiteResult = { passed: 0, failed: 0, failures: [] };
	await new Promise<void>((done) => {
		mocha
			.run(() => done())
			.on('pass', () => {
				result.passed++;
			})
			.on('pending', () => {
				result.failed++;
			})
			.on('fail', (test, error: Error) => {
				result.failed++;
				result.failures.push({ title: test.fullTitle(), message: error.stack ?? String(error) });
			});
	});

	const file = process.env[SUITE_ENV.result];
	if (file) writeFileSync(file, JSON.stringify(result));
	if (result.failed > 0) throw new Error(`${result.failed} failed`);
}
