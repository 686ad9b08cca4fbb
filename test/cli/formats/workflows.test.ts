import assert from 'node:assert/strict';
import { severities } from '../../../server/src/rules/rule';
import { hostileResult, printed, resultOf } from './support';

interface Command {
	readonly name: string;
	readonly parameters: Readonly<Record<string, string>>;
	readonly message: string;
}

/** Reads a line as GitHub's runner does: the command up to the second pair of colons, then its escapes, `%25` last. */
function commandIn(line: string): Command {
	const [, name = '', rest = '', data = ''] = /^::([a-z]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
	assert.ok(name, line);
	const text = (escaped: string): string =>
		escaped
			.replaceAll('%0D', '\r')
			.replaceAll('%0A', '\n')
			.replaceAll('%3A', ':')
			.replaceAll('%2C', ',')
			.replaceAll('%25', '%');
	const parameters = rest.split(',').map((each) => each.split('=', 2).map(text));
	return { name, parameters: Object.fromEntries(parameters), message: text(data) };
}

function commandsIn(output: string): readonly Command[] {
	assert.ok(output.endsWith('\n'));
	return output
		.slice(0, -1)
		.split(/\r\n|\r|\n/)
		.map(commandIn);
}

const header = 'School_id,Student_id,Last_name,First_name,Gender';

describe('CLI: GitHub', () => {
	it('is a notice with the counts and a command for each finding, errors first', async () => {
		const rows = '5,1,Reyes,"Ana\nRay",Female\n5,2,Boone,Lee,f\n';
		const result = await resultOf({ 'students.csv': `${header}\n${rows}` });
		const [summary, ...commands] = commandsIn(printed('github', result));
		assert.equal(summary?.name, 'notice');
		assert.match(summary?.message ?? '', /^students\.csv: 2 rows, 1 error, 1 warning\n/);
		assert.match(summary?.message ?? '', /clever-demographics [\d.]+, rules of 20\d\d-\d\d, CEDS V14$/);
		assert.deepEqual(commands, [
			{
				name: 'error',
				parameters: {
					file: 'students.csv',
					line: '3',
					endLine: '3',
					col: '6',
					endColumn: '12',
					title: 'field/unknown-code',
				},
				message: 'Gender has no code "Female". Use F (Female).',
			},
			{
				name: 'warning',
				parameters: {
					file: 'students.csv',
					line: '4',
					endLine: '4',
					col: '15',
					endColumn: '16',
					title: 'field/code-spelling',
				},
				message: 'Gender has "f" instead of the code F. Use F (Female).',
			},
		]);
	});

	it('obeys no value: each line is one command of ours, and none hides anything', async () => {
		const result = await hostileResult();
		for (const isRedacted of [false, true]) {
			const output = printed('github', result, { isRedacted });
			assert.doesNotMatch(output, /(?!\n)\p{Cc}|\u202e/u);
			const commands = commandsIn(output);
			for (const { name, parameters } of commands.slice(1)) {
				assert.ok(['error', 'warning', 'notice'].includes(name));
				assert.match(parameters.file ?? '', /^students(_ext)?\.csv$/);
				assert.match(parameters.title ?? '', /^[a-z]+\/[a-z-]+$/);
			}
		}
	});

	it('escapes what a path has', async () => {
		const result = await resultOf({ 'students.csv': `${header}\n5,1,Reyes,Ana,Female\n` });
		const path = 'a,b:c%0A/students.csv';
		const reports = result.reports.map((report) => ({ ...report, path }));
		const [, command] = commandsIn(printed('github', { ...result, reports }));
		assert.equal(command?.parameters.file, path);
	});

	it('shows each rule and column among the ten that GitHub shows before it repeats one', async () => {
		const rows = Array.from({ length: 30 }, (_, at) => `5,${at + 1},Reyes,Ana,Female\n`).join('');
		const result = await resultOf({ 'students.csv': `${header},Race\n${rows}5,99,Poe,Max,M,Zzz\n` });
		const [, first, second] = commandsIn(printed('github', result));
		assert.deepEqual([first?.parameters.line, second?.parameters.line], ['2', '32']);
	});
});

describe('CLI: GitLab', () => {
	interface Issue {
		readonly description: string;
		readonly check_name: string;
		readonly fingerprint: string;
		readonly severity: string;
		readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
	}
	const issuesIn = (output: string): readonly Issue[] => JSON.parse(output);

	it('is a list of issues as GitLab documents them', async () => {
		const result = await resultOf({ 'students.csv': `${header}\n5,1,Reyes,Ana,Female\n5,2,Poe,Max,f\n` });
		assert.deepEqual(
			issuesIn(printed('gitlab', result)).map(({ fingerprint: _, ...issue }) => issue),
			[
				{
					description: 'Gender has no code "Female". Use F (Female).',
					check_name: 'field/unknown-code',
					severity: 'major',
					location: { path: 'students.csv', lines: { begin: 2 } },
				},
				{
					description: 'Gender has "f" instead of the code F. Use F (Female).',
					check_name: 'field/code-spelling',
					severity: 'minor',
					location: { path: 'students.csv', lines: { begin: 3 } },
				},
			].map((issue) => ({
				...issue,
				engine_name: issuesIn(printed('gitlab', result)).map(
					(each) => (each as Issue & { engine_name: string }).engine_name,
				)[0],
			})),
		);
		assert.match(
			printed('gitlab', result),
			/"engine_name":"clever-demographics [\d.]+, rules of 20\d\d-\d\d, CEDS V14"/,
		);
		assert.deepEqual(issuesIn(printed('gitlab', { ...result, reports: [] })), []);
	});

	it('has unique fingerprints that do not depend on values or on rows above', async () => {
		for (const isRedacted of [false, true]) {
			const prints = issuesIn(printed('gitlab', await hostileResult(), { isRedacted })).map(
				({ fingerprint }) => fingerprint,
			);
			assert.equal(new Set(prints).size, prints.length);
			assert.ok(prints.length > 20);
		}
		const printsOf = async (rows: string): Promise<readonly string[]> =>
			issuesIn(printed('gitlab', await resultOf({ 'students.csv': `${header}\n${rows}` }))).map(
				({ fingerprint }) => fingerprint,
			);
		assert.deepEqual(
			await printsOf('5,1,Reyes,Ana,Female\n'),
			await printsOf('5,2,Poe,Max,M\n5,1,Reyes,Ana,Male\n'),
		);
	});

	it('has paths from the working folder, without a dot before them', async () => {
		const result = await resultOf({ 'students.csv': `${header}\n5,1,Reyes,Ana,Female\n` });
		const reports = result.reports.map((report) => ({ ...report, path: './a/../b/students.csv' }));
		const [issue] = issuesIn(printed('gitlab', { ...result, reports }));
		assert.equal(issue?.location.path, 'b/students.csv');
	});
});

describe('CLI: JSON lines', () => {
	it('has the findings of the JSON, each with its file, then the counts', async () => {
		const result = await hostileResult();
		for (const isRedacted of [false, true]) {
			const output = printed('jsonl', result, { isRedacted });
			const lines = output
				.trimEnd()
				.split('\n')
				.map((line) => JSON.parse(line));
			const json = JSON.parse(printed('json', result, { isRedacted }));
			const findings = json.files.flatMap(
				({ path, table, findings }: { path: string; table: string; findings: object[] }) =>
					findings.map((finding) => ({ type: 'finding', path, table, ...finding })),
			);
			assert.deepEqual(lines.slice(0, -1), findings);
			const { type, files, summary, readiness, tool } = lines.at(-1);
			assert.equal(type, 'summary');
			assert.deepEqual(
				{ summary, readiness, tool },
				{ summary: json.summary, readiness: json.readiness, tool: json.tool },
			);
			assert.deepEqual(
				files.map(({ path }: { path: string }) => path),
				['students.csv', 'students_ext.csv'],
			);
		}
	});

	it('lists only errors where it is quiet, and counts all', async () => {
		const result = await hostileResult();
		const whole = JSON.parse(printed('json', result));
		const quiet = JSON.parse(printed('json', result, { isQuiet: true }));
		assert.deepEqual(quiet.summary, whole.summary);
		for (const [at, file] of quiet.files.entries()) {
			const errors = whole.files[at].findings.filter(
				(each: { severity: string }) => each.severity === 'error',
			);
			assert.deepEqual(file.findings, errors);
		}
		const text = printed('text', result, { isQuiet: true });
		for (const severity of severities.slice(1))
			assert.doesNotMatch(text, new RegExp(`^\\S+:\\d+:\\d+ ${severity}`, 'm'));
	});
});
