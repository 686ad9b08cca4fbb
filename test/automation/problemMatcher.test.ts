/** The problem matcher for tasks, on what the command line prints. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contributes } from '../../package.json';
import { folder, rosterHeader, run } from '../cli/support';
import { ROOT } from '../editor/host/paths';
import { pathWithCli } from './onPath';

const [matcher] = contributes.problemMatchers;
const expression = new RegExp(matcher?.pattern.regexp ?? '');

/** A problem as VS Code takes it from a line: the groups by what the matcher says they are. */
interface Matched {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly severity: string;
	readonly code: string;
	readonly message: string;
}

function matched(line: string): Matched | undefined {
	const groups = expression.exec(line);
	if (!groups || !matcher) return undefined;
	const { file, line: row, column, severity, code, message } = matcher.pattern;
	const text = (group: number): string => groups[group] ?? '';
	return {
		file: text(file),
		line: Number(text(row)),
		column: Number(text(column)),
		severity: text(severity),
		code: text(code),
		message: text(message),
	};
}

describe('the problem matcher', () => {
	/** A finding of each severity: a wrong code, spaces around an ID, a long value, a header that is spelled differently. */
	const roster = `${rosterHeader.replace('Last_name', 'Last Name')}\n5, 1,${'x'.repeat(300)},Ana,Otherwise\n`;

	for (const [name, path] of [
		['with spaces and colons', 'November: upload 12:3'],
		['with a drive of Windows', 'C:\\Users\\Dana Reyes\\upload'],
	] as const) {
		it(`finds each severity in a path ${name}`, async () => {
			const cwd = folder({ [`${path}/students.csv`]: roster });
			const file = `${path}/students.csv`;
			const json = JSON.parse((await run(['check', file, '--format', 'json'], { cwd })).stdout) as {
				readonly files: readonly {
					readonly findings: readonly {
						readonly line: number;
						readonly column: number;
						readonly severity: string;
						readonly rule: string;
					}[];
				}[];
			};
			const expected = json.files[0]?.findings ?? [];
			const severities = new Set(expected.map(({ severity }) => severity));
			assert.deepEqual([...severities].sort(), ['error', 'hint', 'information', 'warning']);
			const { stdout } = await run(['check', file], { cwd });
			const found = stdout.split('\n').flatMap((line) => matched(line) ?? []);
			assert.deepEqual(
				found.map(({ file: inFile, line, column, severity, code }) => [inFile, line, column, severity, code]),
				expected.map(({ line, column, severity, rule }) => [file, line, column, severity, rule]),
			);
			assert.ok(found.every(({ message }) => message.length > 10));
		});
	}

	it('takes no other line', async () => {
		const cwd = folder({ 'students.csv': roster });
		const { stdout } = await run(['check', '.'], { cwd });
		const others = stdout.split('\n').filter((line) => !matched(line));
		assert.ok(
			others.some((line) => line.includes('not ready') || line.includes('to fix')),
			others.join('\n'),
		);
		assert.equal(
			others.length + stdout.split('\n').filter((line) => /:\d+:\d+ \w+ \w+\//.test(line)).length,
			stdout.split('\n').length,
		);
	});

	it('shows what VS Code has no name for as information', () => {
		// VS Code knows error, warning and info, and gives the matcher's own severity to all else.
		assert.equal(matcher?.severity, 'info');
	});

	it('is what the task in docs/automation.md asks for', async () => {
		const page = readFileSync(join(ROOT, 'docs/automation.md'), 'utf8');
		const [, json = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
		const { tasks } = JSON.parse(json) as {
			readonly tasks: readonly {
				readonly command: string;
				readonly args: readonly string[];
				readonly problemMatcher: string;
			}[];
		};
		const [task] = tasks;
		assert.equal(task?.problemMatcher, `$${matcher?.name}`);
		const { stdout } = spawnSync(task?.command ?? '', task?.args ?? [], {
			cwd: folder({ 'students.csv': roster }),
			env: { PATH: await pathWithCli() },
			encoding: 'utf8',
		});
		assert.ok(stdout.split('\n').some((line) => matched(line)?.file === 'students.csv'));
	});
});
