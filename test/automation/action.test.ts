/** action.yml: its steps run as GitHub's runner runs them, with the variables that it sets. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { packNpm } from '../../.ci/release/npmPackage';
import { version } from '../../package.json';
import { cleanExt, cleanRoster, folder } from '../cli/support';
import { temporaryFolder } from '../editor/host/cleanup';
import { ROOT } from '../editor/host/paths';
import { bundle, bundleMetafile } from '../support/bundles';

interface Action {
	readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
	readonly outputs: Readonly<Record<string, { readonly value: string }>>;
	readonly runs: {
		readonly using: string;
		readonly steps: readonly {
			readonly id?: string;
			readonly shell: string;
			readonly run: string;
			readonly env: Readonly<Record<string, string>>;
		}[];
	};
}

const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action;

describe('the GitHub Action', () => {
	const runner = temporaryFolder().path;
	let tarball = '';

	before(async () => {
		const dist = dirname(await bundle('cli.js'));
		tarball = packNpm({ root: ROOT, dist, out: runner }, await bundleMetafile());
	});

	interface Job {
		readonly status: number | null;
		readonly printed: string;
		readonly output: string;
		readonly summary: string;
	}

	/** Runs the steps in a checkout with these files, until one fails. */
	const runJob = (
		files: Readonly<Record<string, string>>,
		given: Readonly<Record<string, string>> = {},
	): Job => {
		const workspace = folder(files);
		// As a file of the repository, so that nothing is downloaded.
		cpSync(tarball, join(workspace, 'tools/checker.tgz'));
		const inputs: Record<string, string> = { package: 'tools/checker.tgz', ...given };
		const output = join(runner, 'output');
		const summary = join(runner, 'summary');
		for (const file of [output, summary]) writeFileSync(file, '');
		const value = (expression: string): string =>
			expression.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
				return inputs[name] ?? action.inputs[name]?.default ?? assert.fail(`no input ${name}`);
			});
		let status: number | null = 0;
		let printed = '';
		for (const { shell, run, env } of action.runs.steps) {
			assert.equal(shell, 'bash');
			const script = join(runner, 'step.sh');
			writeFileSync(script, run);
			// As GitHub documents it for `shell: bash`.
			const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
				cwd: workspace,
				encoding: 'utf8',
				env: {
					PATH: process.env.PATH,
					HOME: runner,
					RUNNER_TEMP: join(runner, 'temp'),
					GITHUB_WORKSPACE: workspace,
					GITHUB_OUTPUT: output,
					GITHUB_STEP_SUMMARY: summary,
					npm_config_registry: 'http://127.0.0.1:9',
					...Object.fromEntries(Object.entries(env).map(([name, text]) => [name, value(text)])),
				},
			});
			printed += ran.stdout + ran.stderr;
			status = ran.status;
			if (status !== 0) break;
		}
		return { status, printed, output: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') };
	};

	beforeEach(() => {
		rmSync(join(runner, 'temp'), { recursive: true, force: true });
		mkdirSync(join(runner, 'temp'));
	});

	const good = { 'upload/students.csv': cleanRoster, 'upload/students_ext.csv': cleanExt };
	const bad = { ...good, 'upload/students.csv': cleanRoster.replace(',F\n', ',Otherwise\n') };

	it('passes for good files', () => {
		const { status, output, summary, printed } = runJob(good, { path: 'upload' });
		assert.equal(status, 0, printed);
		assert.equal(output, 'status=0\n');
		assert.match(summary, /No problems/);
	});

	it('fails for a file with an error, marked on its line without a value', () => {
		const { status, output, printed } = runJob(bad, {
			path: 'upload/students.csv\nupload/students_ext.csv\n',
		});
		assert.equal(status, 1, printed);
		assert.equal(output, 'status=1\n');
		assert.match(printed, /^::error .*file=upload\/students\.csv,line=2/m);
		assert.doesNotMatch(printed, /Otherwise|Reyes/);
	});

	it('fails unless the folder is ready, if asked', () => {
		// Without these columns, categories are missing: a person must look at that.
		assert.equal(runJob(good, { path: 'upload', 'require-ready': 'true' }).status, 1);
	});

	it('says with 2 that something could not be checked', () => {
		const { status, output, summary } = runJob(good, { path: 'nowhere' });
		assert.equal(status, 2);
		assert.equal(output, 'status=2\n');
		assert.match(summary, /could not be checked/);
	});

	it('writes SARIF where it is asked to, also if there are problems', () => {
		const target = join(runner, 'problems.sarif');
		const { status } = runJob(bad, { path: 'upload', sarif: target });
		assert.equal(status, 1);
		const log = JSON.parse(readFileSync(target, 'utf8')) as {
			readonly version: string;
			readonly runs: readonly { readonly results: readonly object[] }[];
		};
		assert.equal(log.version, '2.1.0');
		assert.ok((log.runs[0]?.results.length ?? 0) > 0);
		assert.doesNotMatch(readFileSync(target, 'utf8'), /Otherwise/);
		// A second run replaces it.
		assert.equal(runJob(good, { path: 'upload', sarif: target }).status, 0);
	});

	it('runs nothing that an input says', () => {
		const path = '$(touch ran); `touch ran`; "; touch ran; "';
		const { status, printed } = runJob({ ...good, ran: 'no' }, { path, 'fail-on': 'error' });
		assert.equal(status, 2, printed);
		assert.ok(action.runs.steps.every(({ run }) => !run.includes('${{')));
	});

	it('installs the version that it belongs to', () => {
		assert.equal(action.inputs.package?.default, `clever-demographics@${version}`);
	});

	it('has a description for each input, and an output of a step that exists', () => {
		for (const [name, { description }] of Object.entries(action.inputs))
			assert.ok(description.length > 20, name);
		assert.equal(action.runs.using, 'composite');
		assert.match(action.outputs.status?.value ?? '', /^\$\{\{ steps\.check\.outputs\.status \}\}$/);
		assert.ok(action.runs.steps.some(({ id }) => id === 'check'));
	});
});
