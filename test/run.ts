/**
 * `npm test`: everything, in the order of how fast it tells. Each step's output is shown as it comes; the end lists
 * how long each step took and what failed, and the last line adds up all of them. A step that ends badly without
 * saying so counts as one failure. With `--fuzz N`, random cases are tried for N minutes, too.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from './editor/host/install';
import { runAttached } from './editor/host/process';
import type { SuiteResult } from './editor/host/suiteResult';

/** Characters of a failed test's message that the end repeats: a log is often cut from its beginning. */
const LONGEST_MESSAGE = 600;

/** The same random cases in every run: what makes it fail is then a change. People try other seeds: `npm run fuzz`. */
const FUZZ_SEED = '20261128';

const { fuzz } = parseArgs({ options: { fuzz: { type: 'string' } } }).values;

type Step = readonly [name: string, ...command: string[]];

/** Run at once, since each of them has one thread of its own. */
const types: readonly Step[] = [
	['types', 'tsc', '--noEmit'],
	['types of the report', 'tsc', '--noEmit', '-p', 'client/src/report/page'],
	['types of the table', 'tsc', '--noEmit', '-p', 'client/src/grid/page'],
	['types of the import', 'tsc', '--noEmit', '-p', 'client/src/import/page'],
	['types of the comparisons', 'tsc', '--noEmit', '-p', 'client/src/compare/page'],
];

/** Runs beside those without editors, since it waits for the network and the disk. */
const install: Step = ['installs', 'tsx', 'test/editor/installAll.ts'];

const mocha = (name: string, ...args: string[]): Step => [
	name,
	...['mocha', '--reporter', 'test/support/reporter.cjs', ...args],
];

/** Run one after the other. */
const withoutEditors: readonly Step[] = [
	['lint', 'npm', 'run', '--silent', 'lint'],
	['build', 'node', 'esbuild.mjs'],
	// A process per core of the machine that CI has; the long files come first (.mocharc.json), so that both end together.
	mocha('unit and protocol', '--parallel', '--jobs', '2'),
	...(fuzz === undefined
		? []
		: [['fuzz', 'tsx', 'test/fuzz/main.ts', '--minutes', fuzz, '--seed', FUZZ_SEED] satisfies Step]),
];

/** Run one after the other. */
const withEditors: readonly Step[] = [
	mocha('pages', '--config', 'test/editor/page/.mocharc.json'),
	mocha('other editors', '--config', 'test/editor/others/.mocharc.json'),
	['VS Code', 'tsx', 'test/editor/host/runBrowser.ts'],
	mocha('workbench', '--config', 'test/editor/workbench/.mocharc.json'),
	mocha('web', '--config', 'test/editor/web/.mocharc.json'),
];

async function main(): Promise<void> {
	const scratch = mkdtempSync(join(tmpdir(), 'clever-demographics-test-'));
	const times: string[] = [];
	const failures: string[] = [];
	const totals = { passed: 0, failed: 0 };
	const take = async ([name, ...command]: Step): Promise<void> => {
		const began = performance.now();
		const result = await run(name, command, join(scratch, `${name.replaceAll(' ', '-')}.json`));
		times.push(`${name} ${((performance.now() - began) / 1000).toFixed()} s`);
		totals.passed += result.passed;
		totals.failed += result.failed;
		if (result.failed > 0) failures.push(`${name}: ${result.failed} failed`);
		for (const { title, message } of result.failures)
			failures.push(`${name}: ${title}\n    ${message.slice(0, LONGEST_MESSAGE)}`);
	};
	const installed = take(install);
	await Promise.all(types.map(take));
	for (const step of withoutEditors) await take(step);
	await installed;
	for (const step of withEditors) await take(step);
	rmSync(scratch, { recursive: true, force: true });
	console.log(`\n${times.join(', ')}\n${failures.join('\n')}`);
	console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
	process.exitCode = totals.failed > 0 ? 1 : 0;
}

async function run(
	name: string,
	[command = '', ...args]: readonly string[],
	resultFile: string,
): Promise<SuiteResult> {
	console.log(`\n── ${name}: ${[command, ...args].join(' ')}`);
	const path = `${join(process.cwd(), 'node_modules', '.bin')}:${process.env.PATH}`;
	const env = { ...process.env, PATH: path, RESULT_FILE: resultFile };
	const code = await runAttached(command, args, env).catch((error: unknown) => {
		console.error(`${name} could not start: ${messageOf(error)}`);
		return 1;
	});
	const found = readResult(resultFile);
	if (!found) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [] };
	return code !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
}

function readResult(file: string): SuiteResult | undefined {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as SuiteResult;
	} catch {
		return undefined;
	}
}

void main();
