import { strict as assert } from 'node:assert';
import { ConfigurationTarget, commands, type Diagnostic, languages, Uri, workspace } from 'vscode';
import { inFolder, openNew, rulesShown, when } from './support';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender\r\n';

/** Of our checks only: other extensions may look at the same file. */
function problemsOf(uri: Uri): Diagnostic[] {
	return languages.getDiagnostics(uri).filter(({ source }) => source === 'clever-demographics');
}

describe('a check on the disk', () => {
	let count = 0;

	async function write(rows: string, name = 'students.csv'): Promise<Uri> {
		const uri = inFolder(`disk-${++count}`, name);
		await workspace.fs.writeFile(uri, Buffer.from(HEADER + rows));
		return uri;
	}

	const check = (uri: Uri) => commands.executeCommand('cleverDemographics.checkOnDisk', uri);

	it('shows the problems of a file that is not open, until it changes', async () => {
		const uri = await write('1,5,Reyes,Ana,Female\r\n2,5,Boone,Lee,M\r\n');
		await check(uri);
		const [problem, ...more] = problemsOf(uri);
		assert.equal(more.length, 0);
		assert.equal(problem?.message, '"Female" is not a code of Gender. Use F (Female).');
		assert.deepEqual(
			[problem.range.start.line, problem.range.start.character, problem.range.end.character],
			[1, 14, 20],
		);
		assert.ok(typeof problem.code === 'object');
		assert.equal(problem.code.value, 'field/unknown-code');
		assert.match(problem.code.target.path, /docs\/rules\/field-unknown-code\.md$/);
		await workspace.fs.writeFile(uri, Buffer.from(`${HEADER}1,5,Reyes,Ana,F\r\n`));
		await when(
			() => problemsOf(uri).length === 0,
			(look) => languages.onDidChangeDiagnostics(look),
			() => 'the problems are still shown',
		);
	});

	it('keeps to the settings', async () => {
		const settings = workspace.getConfiguration('cleverDemographics');
		const rules = { 'field/unknown-code': 'off' };
		await settings.update('rules', rules, ConfigurationTarget.Workspace);
		try {
			const uri = await write('1,5,Reyes,Ana,Female\r\n2,5,Boone,Lee,f\r\n');
			await check(uri);
			assert.deepEqual(
				problemsOf(uri).map(({ message }) => message),
				['"f" is not spelled as the code of Gender. Use F (Female).'],
			);
		} finally {
			await settings.update('rules', undefined, ConfigurationTarget.Workspace);
		}
	});

	it('lists a thousand problems, errors first, and counts the rest', async () => {
		const rows = Array.from(
			{ length: 12_000 },
			(_, id) => `${id},5,Reyes,Ana,${id < 10 ? 'f' : 'Female'}\r\n`,
		);
		const uri = await write(rows.join(''));
		await check(uri);
		const problems = problemsOf(uri);
		assert.equal(problems.length, 1000);
		assert.ok(problems.every(({ message }) => !message.startsWith('"f"')));
		assert.match(problems.at(-1)?.message ?? '', /^11,001 more problems are not listed here\./);
	});

	it('leaves the problems of an open file to those who show them already', async () => {
		const { document } = await openNew('disk-open', 'students.csv', `${HEADER}1,5,Reyes,Ana,Female\r\n`);
		await rulesShown(document, ['field/unknown-code']);
		await check(document.uri);
		assert.equal(problemsOf(document.uri).length, 1);
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	it('of a file that is not there, or on no disk, shows nothing and breaks nothing', async () => {
		const missing = inFolder('disk-none', 'students.csv');
		await check(missing);
		await check(Uri.parse('untitled:students.csv'));
		assert.deepEqual(problemsOf(missing), []);
	});
});
