/**
 * `npm run test:vscode`: runs test/editor/vscode/ in the extension host of a VS Code that npm can install.
 * It writes {passed, failed} to the file RESULT_FILE, where that is set.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPage, startWorkbench, type Workbench } from './browserHost';
import { buildSuite } from './buildSuite';
import { temporaryFolder } from './cleanup';
import { messageOf } from './install';
import { FIXTURES, ROOT, SUITE_ENTRY } from './paths';
import { conclude, REPORT_MARK, SUITE_ENV } from './suiteResult';
import { within } from './wait';

const TIMEOUT = 10 * 60_000;

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			/** Another build of the extension, such as an unpacked VSIX. */
			extension: { type: 'string', default: ROOT },
			/** Runs only the tests whose title contains this. */
			grep: { type: 'string' },
			/** Prints the whole console of the extension host, not only mocha's report. */
			verbose: { type: 'boolean', default: false },
		},
	});
	await buildSuite();
	const results = temporaryFolder();
	const resultFile = join(results.path, 'result.json');
	const log = new SuiteLog(values.verbose);
	let exitCode = 1;
	try {
		const workbench = await startWorkbench({
			extension: values.extension,
			folder: FIXTURES,
			tests: SUITE_ENTRY,
			env: { [SUITE_ENV.result]: resultFile, ...(values.grep && { [SUITE_ENV.grep]: values.grep }) },
		});
		try {
			exitCode = await exitCodeOf(workbench, log);
		} finally {
			await workbench.stop();
		}
	} catch (error) {
		console.error(messageOf(error));
		log.printTail();
	}
	const code = conclude(exitCode, resultFile);
	results.remove();
	return code;
}

/** Opens the page that runs the suite, prints the suite's report, and waits until it ends. */
async function exitCodeOf(workbench: Workbench, log: SuiteLog): Promise<number> {
	let exit: (code: number) => void = () => {};
	const exited = new Promise<number>((resolve) => {
		exit = resolve;
	});
	const opened = await openPage(workbench, { onExit: (code) => exit(code), onLog: (text) => log.add(text) });
	const lost = new Promise<never>((_, reject) => {
		const fail = (what: string) => () => reject(new Error(`${what} before the suite was done.`));
		opened.page.once('crash', fail('The page of VS Code crashed'));
		opened.browser.once('disconnected', fail('Chromium ended'));
		workbench.ended.then(fail("VS Code's server ended"));
	});
	try {
		return await within('the suite to end', TIMEOUT, Promise.race([exited, lost]));
	} finally {
		lost.catch(() => {});
		await opened.close();
	}
}

/** Prints mocha's report as it comes, and keeps VS Code's other output in case the suite does not end. */
class SuiteLog {
	private readonly tail: string[] = [];

	constructor(private readonly verbose: boolean) {}

	add(text: string): void {
		if (text.startsWith(REPORT_MARK)) console.log(text.slice(REPORT_MARK.length));
		else if (this.verbose) console.log(text);
		else this.tail.push(text.slice(0, 300));
		if (this.tail.length > 30) this.tail.shift();
	}

	printTail(): void {
		if (this.tail.length > 0) console.error(`The last that VS Code said:\n${this.tail.join('\n')}`);
	}
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(messageOf(error));
		process.exit(1);
	},
);
