/** .pre-commit-hooks.yaml, as a hook of a repository runs it. pre-commit itself is a program in Python. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { version } from '../../package.json';
import { cleanExt, cleanRoster, folder } from '../cli/support';
import { ROOT } from '../editor/host/paths';
import { pathWithCli } from './onPath';

interface Hook {
	readonly id: string;
	readonly name: string;
	readonly entry: string;
	readonly language: string;
	readonly files: string;
	readonly require_serial: boolean;
}

interface HookConfig {
	readonly repos: readonly { readonly hooks: readonly Hook[] }[];
}

const [hook] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];

describe('the hook for pre-commit', () => {
	let path = '';
	before(async () => {
		path = await pathWithCli();
	});

	/** A commit of files with the hook that pre-commit would run: the entry with the changed files that match. */
	const commit = (
		files: Readonly<Record<string, string>>,
	): { readonly status: number | null; readonly printed: string } => {
		const repository = folder(files);
		const git = (...args: string[]): ReturnType<typeof spawnSync> =>
			spawnSync('git', ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.org', ...args], {
				cwd: repository,
				env: { PATH: path, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
				encoding: 'utf8',
			});
		git('init', '--quiet');
		const pattern = hook?.files.replace('(?i)', '');
		const script = `#!/bin/sh\ngit diff --cached --name-only -z | grep -ziE '${pattern}' | xargs -0 -r ${hook?.entry}\n`;
		const file = join(repository, '.git/hooks/pre-commit');
		writeFileSync(file, script);
		chmodSync(file, 0o755);
		git('add', '--all');
		const { status, stdout, stderr } = git('commit', '--quiet', '--message', 'Upload of November');
		return { status, printed: `${stdout}${stderr}` };
	};

	it('lets a commit of good files and of other files pass', () => {
		const { status, printed } = commit({ 'a b/students.csv': cleanRoster, 'a b/students_ext.csv': cleanExt });
		assert.equal(status, 0, printed);
		assert.equal(commit({ 'notes.csv': 'Gender\nOtherwise\n' }).status, 0);
	});

	it('stops a commit of a file with an error, without a value of it', () => {
		const { status, printed } = commit({
			'upload/Students.CSV': cleanRoster.replace(',F\n', ',Otherwise\n'),
		});
		assert.notEqual(status, 0);
		assert.match(printed, /Students\.CSV:2:\d+ error field\/unknown-code/);
		assert.doesNotMatch(printed, /Otherwise|Reyes/);
	});

	it('takes the files of the two names in any case', () => {
		const pattern = new RegExp(hook?.files.replace('(?i)', '') ?? '', 'i');
		for (const name of ['students.csv', 'a/students_ext.csv', 'Students.csv']) assert.match(name, pattern);
		for (const name of ['old_students.csv', 'students.csv.bak', 'students_ext2.csv'])
			assert.doesNotMatch(name, pattern);
	});

	it('is what docs/automation.md shows for an installation from npm', () => {
		const page = readFileSync(join(ROOT, 'docs/automation.md'), 'utf8');
		const blocks = [...page.matchAll(/```yaml\n(repos:[\s\S]*?)```/g)].map(
			([, text]) => parse(String(text)) as HookConfig,
		);
		assert.equal(blocks.length, 2);
		const [remote, local] = blocks.map(({ repos }) => repos[0]?.hooks[0]);
		assert.equal(remote?.id, hook?.id);
		assert.ok(
			page.includes(`rev: v${version}\n`) && page.includes(`[clever-demographics@${version}]`),
			'docs/automation.md',
		);
		assert.ok(page.includes(`/clever-demographics@v${version}\n`), 'docs/automation.md');
		for (const key of ['id', 'name', 'entry', 'files', 'require_serial'] as const)
			assert.equal(local?.[key], hook?.[key], key);
	});
});
