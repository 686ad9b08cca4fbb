/**
 * `npm test`: everything, in the order of how fast it tells. Each step's output is shown as it comes; the last
 * line adds up all of them. A step that ends badly without saying so counts as one failure. With `--fuzz N`, random
 * cases are tried for N minutes, too.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from './editor/host/install';
import { runAttached } from './editor/host/process';

interface Totals {
	readonly passed: number;
	readonly failed: number;
}

/** The same random cases in every run: what makes it fail is then a change. People try other seeds: `npm run fuzz`. */
const FUZZ_SEED = '20261128';

const { fuzz } = parseArgs({ options: { fuzz: { type: 'string' } } }).values;

const steps: readonly (readonly [name: string, ...command: string[]])[] = [
	['types', 'tsc', '--noEmit'],
	['types of the report', 'tsc', '--noEmit', '-p', 'client/src/report/page'],
	['types of the table', 'tsc', '--noEmit', '-p', 'client/src/grid/page'],
	['types of the import', 'tsc', '--noEmit', '-p', 'client/src/import/page'],
	['types of the comparisons', 'tsc', '--noEmit', '-p', 'client/src/compare/page'],
	['lint', 'npm', 'run', '--silent', 'lint'],
	['build', 'node', 'esbuild.mjs'],
	// A process per core of the machine that CI has; the long files come first (.mocharc.json), so that both end together.
	['unit and protocol', 'mocha', '--parallel', '--jobs', '2', '--reporter', 'test/support/reporter.cjs'],
	...(fuzz === undefined
		? []
		: [['fuzz', 'tsx', 'test/fuzz/main.ts', '--minutes', fuzz, '--seed', FUZZ_SEED] as const]),
	[
		'page of the table',
		'mocha',
		'--reporter',
		'test/support/reporter.cjs',
		'--config',
		'test/editor/page/.mocharc.json',
	],
	[
		'other editors',
		'mocha',
		'--reporter',
		'test/support/reporter.cjs',
		'--config',
		'test/editor/others/.mocharc.json',
	],
	['VS Code', 'tsx', 'test/editor/host/runBrowser.ts'],
	[
		'workbench',
		'mocha',
		'--reporter',
		'test/support/reporter.cjs',
		'--config',
		'test/editor/workbench/.mocharc.json',
	],
	['web', 'mocha', '--reporter', 'test/support/reporter.cjs', '--config', 'test/editor/web/.mocharc.json'],
];

async function main(): Promise<void> {
	const scratch = mkdtempSync(join(tmpdir(), 'clever-demographics-test-'));
	const totals = { passed: 0, failed: 0 };
	for (const [name, ...command] of steps) {
		const { passed, failed } = await run(name, command, join(scratch, `${name.replaceAll(' ', '-')}.json`));
		totals.passed += passed;
		totals.failed += failed;
	}
	rmSync(scratch, { recursive: true, force: true });
	console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
	process.exitCode = totals.failed > 0 ? 1 : 0;
}

async function run(
	name: string,
	[command = '', ...args]: readonly string[],
	resultFile: string,
): Promise<Totals> {
	console.log(`\n── ${name}: ${[command, ...args].join(' ')}`);
	const path = `${join(process.cwd(), 'node_modules', '.bin')}:${process.env.PATH}`;
	const env = { ...process.env, PATH: path, RESULT_FILE: resultFile };
	const code = await runAttached(command, args, env).catch((error: unknown) => {
		console.error(`${name} could not start: ${messageOf(error)}`);
		return 1;
	});
	const found = readTotals(resultFile);
	if (!found) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	return code !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
}

function readTotals(file: string): Totals | undefined {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Totals;
	} catch {
		return undefined;
	}
}

void main();
