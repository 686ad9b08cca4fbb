/** The data that the process that starts VS Code and the suite inside VS Code exchange. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Environment variables of the extension host. VS Code removes those that start with VSCODE_. */
export const SUITE_ENV = {
	/** The file that the suite writes its SuiteResult to. */
	result: 'CLEVER_SUITE_RESULT',
	/** Runs only the tests whose full title contains this. */
	grep: 'CLEVER_SUITE_GREP',
} as const;

/** Starts each line of mocha's report, since all of VS Code writes to the console of the extension host. */
export const REPORT_MARK = '│ ';

/** What a suite tells about its run. */
export interface SuiteResult {
	passed: number;
	/** Those that were skipped count, too. */
	failed: number;
	/** The failed ones that have a name. */
	failures: { title: string; message: string }[];
}

/**
 * Prints the result of the suite, last line `N passed, N failed`, and returns the exit code. A suite that never
 * started, or has no tests, counts as failed whatever its exit code.
 */
export function conclude(exitCode: number, resultFile: string): number {
	const result = read(resultFile);
	let complaint: string | undefined;
	if (!result) complaint = 'The suite has written no result: it did not run to its end.';
	else if (result.passed + result.failed === 0) complaint = 'No test has run.';
	else if (exitCode !== 0 && result.failed === 0)
		complaint = `VS Code ended with ${exitCode}, though no test failed.`;
	if (complaint) console.error(complaint);

	const passed = result?.passed ?? 0;
	const failed = (result?.failed ?? 0) + (complaint ? 1 : 0);
	const failures = result?.failures ?? [];
	if (process.env.RESULT_FILE)
		writeFileSync(process.env.RESULT_FILE, JSON.stringify({ passed, failed, failures }));
	console.log(`${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

function read(file: string): SuiteResult | undefined {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as SuiteResult;
	} catch {
		return undefined;
	}
}
