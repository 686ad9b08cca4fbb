import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { rules } from '../../server/src/rules';
import { buildCli, folder, run } from './support';

const scriptOf = async (shell: string): Promise<string> => {
	const { status, stdout, stderr } = await run(['completion', shell]);
	assert.deepEqual([status, stderr], [0, '']);
	return stdout;
};

/** What bash offers after these words, of which the last one is being typed. */
function offeredByBash(script: string, words: readonly string[]): string[] {
	const list = words.map((word) => `'${word}'`).join(' ');
	const { stdout, stderr, status } = spawnSync(
		'bash',
		[
			'--norc',
			'-c',
			`${script}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _clever_demographics; printf '%s\\n' "\${COMPREPLY[@]}"`,
		],
		{ encoding: 'utf8' },
	);
	assert.deepEqual([status, stderr], [0, '']);
	return stdout.split('\n').filter((line) => line !== '');
}

const hasShell = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

describe('CLI: completion', () => {
	before(buildCli);

	it('offers commands, options, choices and rules in bash, and leaves files to it', async () => {
		const script = await scriptOf('bash');
		const offered = (...words: string[]): string[] =>
			offeredByBash(script, ['clever-demographics', ...words]);
		assert.deepEqual(offered('ch'), ['check']);
		assert.ok(offered('').includes('completion'));
		assert.deepEqual(offered('check', '--di'), ['--diff']);
		assert.ok(offered('check', '--format', '').includes('json'));
		assert.deepEqual(offered('check', '--format', '=', 'js').slice(0, 1), ['json']);
		assert.deepEqual(offered('check', '--select', 'csv/enc'), ['csv/encoding']);
		assert.deepEqual(offered('check', '--ignore', 'csv/enc'), ['csv/encoding']);
		assert.deepEqual(offered('check', '--rule', 'csv/enc'), ['csv/encoding=']);
		assert.deepEqual(offered('check', '--accept', 'Rac'), ['Race=']);
		assert.deepEqual(offered('explain', 'Home_language_'), ['Home_language_code']);
		assert.deepEqual(offered('completion', 'f'), ['fish']);
		assert.deepEqual(offered('check', 'stud'), []);
		assert.deepEqual(offered('check', '--settings', ''), []);
	});

	for (const [shell, args] of [
		['bash', ['-n']],
		['zsh', ['-n']],
		['fish', ['--no-execute']],
	] as const) {
		it(`prints a script that ${shell} reads`, async () => {
			const script = await scriptOf(shell);
			for (const { id } of rules) assert.ok(script.includes(id), id);
			if (!hasShell(shell)) return;
			const file = join(folder({ script }), 'script');
			const { status, stderr } = spawnSync(shell, [...args, file], { encoding: 'utf8' });
			assert.deepEqual([status, stderr], [0, '']);
		});
	}

	it('offers the same in fish', async () => {
		const script = await scriptOf('fish');
		assert.match(
			script,
			/^complete -c clever-demographics -f -n __fish_use_subcommand -a check -d 'Check files/m,
		);
		assert.match(script, /-n '__fish_seen_subcommand_from check' -l settings -r -F -d /);
		if (!hasShell('fish')) return;
		const home = folder({});
		const offered = (line: string): string[] =>
			spawnSync('fish', ['--no-config', '-c', `${script}\ncomplete -C '${line}'`], {
				encoding: 'utf8',
				env: { PATH: process.env.PATH, HOME: home },
			})
				.stdout.split('\n')
				.map((each) => each.split('\t')[0] ?? '')
				.filter((each) => each !== '');
		assert.deepEqual(offered('clever-demographics ch'), ['check']);
		assert.deepEqual(offered('clever-demographics check --ignore csv/enc'), ['csv/encoding']);
		assert.deepEqual(offered('clever-demographics check --di'), ['--diff']);
	});

	it('has a script for PowerShell with all commands and options', async () => {
		const script = await scriptOf('powershell');
		assert.match(
			script,
			/^Register-ArgumentCompleter -Native -CommandName 'clever-demographics' -ScriptBlock \{$/m,
		);
		assert.match(script, /^ +'check' = @\(.*'--fix', '--diff'/m);
		assert.match(script, /^ +'check --select' = @\(.*'csv\/encoding'/m);
	});

	it('is 2 for another shell', async () => {
		const { status, stderr } = await run(['completion', 'tcsh']);
		assert.equal(status, 2);
		assert.match(stderr, /Allowed choices are bash, zsh, fish, powershell/);
	});
});
