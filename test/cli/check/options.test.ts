import assert from 'node:assert/strict';
import { buildCli, cleanExt, folder, rosterHeader, run, runJson } from '../support';

/** Three rows: an error, a warning, and an information of the header for what is missing. */
const students = `${rosterHeader}\n5,1,Reyes,Ana,Female\n5,2,Reyes,Ana,f\n`;
const warning = `${rosterHeader}\n5,2,Reyes,Ana,f\n5,3,Reyes,Ana,m\n`;
/** Lacks six of seven categories, which is an information. */
const information = 'sis_id,ext.migrant_status\n1,No\n';
const ready = [
	`${rosterHeader},Race,Hispanic_Latino,Home_language,Ell_status,Frl_status,IEP_status\n5,1,Reyes,Ana,F,W,N,English,N,N,N\n`,
	cleanExt.replace(/,No,\n$/, ',No,No\n').replace('1,No,No,,', '1,No,No,AUT,'),
] as const;

async function status(text: string, ...options: readonly string[]): Promise<number | null> {
	return (await run(['check', ...options], { cwd: folder({ 'students.csv': text }) })).status;
}

async function rulesWith(...options: readonly string[]): Promise<readonly string[]> {
	const { json } = await runJson(options, { cwd: folder({ 'students.csv': students }) });
	return (json.files[0]?.findings ?? []).map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('CLI: when a check fails', () => {
	before(buildCli);

	it('is from the severity of --fail-on on', async () => {
		assert.deepEqual(
			[
				await status(warning),
				await status(warning, '--fail-on', 'error'),
				await status(warning, '--fail-on', 'warning'),
				await status(students, '--fail-on', 'error'),
			],
			[0, 0, 1, 1],
		);
		const cwd = folder({ 'students_ext.csv': information });
		for (const [severity, expected] of [
			['warning', 0],
			['information', 1],
		] as const) {
			const ran = await run(['check', '--fail-on', severity], { cwd });
			assert.equal(ran.status, expected, severity);
		}
	});

	it('is with more warnings than --max-warnings, which says so', async () => {
		const cwd = folder({ 'students.csv': warning });
		assert.deepEqual(
			await run(['check', '--max-warnings', '2', '--format', 'json'], { cwd }).then((ran) => [
				ran.status,
				ran.stderr,
			]),
			[0, ''],
		);
		assert.deepEqual(
			await run(['check', '--max-warnings', '1', '--format', 'json'], { cwd }).then((ran) => [
				ran.status,
				ran.stderr,
			]),
			[1, 'note: 2 warnings, more than the 1 of --max-warnings\n'],
		);
	});

	it('is with --require-ready unless each folder is', async () => {
		const cwd = folder({
			'a/students.csv': ready[0],
			'a/students_ext.csv': ready[1],
			'b/students.csv': warning,
		});
		const { json } = await runJson(['a', 'b'], { cwd });
		assert.deepEqual(
			json.readiness.map(({ state }) => state),
			['ready', 'review'],
		);
		assert.equal((await run(['check', 'a', '--require-ready'], { cwd })).status, 0);
		const both = await run(['check', 'a', 'b', '--require-ready'], { cwd });
		assert.deepEqual([both.status, both.stderr], [1, 'note: b: not ready to upload\n']);
		assert.equal((await run(['check', 'b'], { cwd })).status, 0);
	});

	it('keeps 2 where something could not be checked', async () => {
		const cwd = folder({ 'students.csv': students });
		const ran = await run(['check', '.', 'gone', '--fail-on', 'warning', '--max-warnings', '0'], { cwd });
		assert.equal(ran.status, 2);
	});
});

describe('CLI: which rules run', () => {
	before(buildCli);

	const [error, other] = ['error field/unknown-code', 'warning field/code-spelling'];

	for (const [options, expected] of [
		[
			['--rule', 'field/unknown-code=hint', '--rule', 'field/code-spelling=error'],
			['hint field/unknown-code', 'error field/code-spelling'],
		],
		[['--rule', 'field/unknown-code=off'], [other]],
		[['--select', 'field/unknown-code'], [error]],
		[['--select', 'csv,field/code-spelling'], [other]],
		[
			['--select', 'csv', '--select', 'field'],
			[error, other],
		],
		[['--ignore', 'field'], []],
		[['--ignore', 'field', '--rule', 'field/unknown-code=hint'], ['hint field/unknown-code']],
		[['--accept', 'gender=Female'], [other]],
		[['--accept', 'Gender=Female', '--accept', 'Gender=f'], []],
	] as const) {
		it(`say ${options.join(' ')}`, async () => assert.deepEqual(await rulesWith(...options), expected));
	}

	it('say the arguments before the settings, and accept the values of both', async () => {
		const cwd = folder({
			'students.csv': students,
			'.clever-demographics.json':
				'{ "rules": { "field/code-spelling": "hint" }, "acceptedValues": { "GENDER": ["Female"] } }',
		});
		const { json } = await runJson(['--rule', 'field/code-spelling=information', '--accept', 'Gender=X'], {
			cwd,
		});
		assert.deepEqual(
			json.files[0]?.findings.map(({ severity, rule }) => `${severity} ${rule}`),
			['information field/code-spelling'],
		);
	});
});

describe('CLI: arguments that make no sense', () => {
	before(buildCli);

	for (const [args, expected] of [
		['--as students.csv', /^error: --as is for standard input\./],
		['-', /^error: standard input has no name\. Add --as students\.csv or --as students_ext\.csv\n$/],
		['- --as student.csv', /Allowed choices are students\.csv, students_ext\.csv\.\n$/],
		['- . --as students.csv', /^error: standard input, -, is checked alone\./],
		['- --as students.csv --require-ready', /^error: --require-ready needs a folder/],
		['--require-ready --select field', /'--require-ready' cannot be used with option '--select/],
		['--require-ready --ignore field', /'--require-ready' cannot be used with option '--ignore/],
		['--require-ready --rule field/unknown-code=off', /'--require-ready' cannot be used with option '--rule/],
		['--select feld', /There is no rule "feld"\. Did you mean field\?\n$/],
		[
			'--ignore field/unknwn-code',
			/There is no rule "field\/unknwn-code"\. Did you mean field\/unknown-code\?\n$/,
		],
		['--rule field/unknown-code=loud', /no level "loud" for field\/unknown-code\. Use error, warning/],
		['--rule field/unknwn-code=off', /no rule "field\/unknwn-code"\. Did you mean field\/unknown-code\?\n$/],
		['--rule field/unknown-code', /It takes a rule and its severity/],
		['--rule __proto__=off', /no rule "__proto__"/],
		['--accept Gendr=X', /no column "Gendr" with codes\. Did you mean Gender\?\n$/],
		['--accept Gender=', /It takes a column and a value/],
		['--max-warnings -1', /It takes a whole number from 0\.\n$/],
		['--max-warnings many', /It takes a whole number from 0\.\n$/],
		['--jobs 0', /It takes a whole number from 1 to 64\.\n$/],
		['--fail-on hint', /Allowed choices are error, warning, information\.\n$/],
		['--color sometimes', /Allowed choices are auto, always, never\.\n$/],
		['--force', /^error: --force is for --output-file\./],
		['x*.csv', /^error: x\*\.csv: nothing that matches is a CSV file/],
	] as const) {
		it(`exit with 2 and a sentence: ${args}`, async () => {
			const cwd = folder({ 'students.csv': students });
			const { status: code, stdout, stderr } = await run(['check', ...args.split(' ')], { cwd, input: '' });
			assert.deepEqual([code, stdout], [2, '']);
			assert.match(stderr, expected);
			assert.equal(stderr.trimEnd().split('\n').length, 1);
		});
	}
});

describe('CLI: --color', () => {
	before(buildCli);

	it('is as asked, whatever the environment says', async () => {
		const cwd = folder({ 'students.csv': students });
		const isColored = async (when: string, env: Readonly<Record<string, string>> = {}): Promise<boolean> =>
			(await run(['check', '--color', when], { cwd, env })).stdout.includes('\u001b[31merror');
		assert.deepEqual(
			[
				await isColored('auto', { FORCE_COLOR: '1' }),
				await isColored('always'),
				await isColored('always', { NO_COLOR: '1' }),
				await isColored('never', { FORCE_COLOR: '1' }),
			],
			[false, true, true, false],
		);
	});
});
