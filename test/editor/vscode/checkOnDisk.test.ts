import { strict as assert } from 'node:assert';
import { ConfigurationTarget, commands, type Diagnostic, languages, Uri, window, workspace } from 'vscode';
import { inFolder, messagesOf, openNew, rulesShown, when } from './support';

const HEADER = 'Student_id,School_id,Last_name,First_name,Gender\r\n';

/** The problems that our checks found; other extensions may check the same file. */
function problemsOf(uri: Uri): Diagnostic[] {
	return languages.getDiagnostics(uri).filter(({ source }) => source === 'clever-demographics');
}

/** Waits until so many are listed: by the check, and a moment later by the server, which finds the file too. */
function listed(uri: Uri, count: number): Promise<void> {
	return when(
		() => problemsOf(uri).length === count,
		(look) => languages.onDidChangeDiagnostics(look),
		() => `${problemsOf(uri).length} problems are listed`,
	);
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
		await listed(uri, 1);
		const [problem, ...more] = problemsOf(uri);
		assert.equal(more.length, 0);
		assert.equal(problem?.message, 'Gender has no code "Female". Use F (Female).');
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

	it('uses the settings', async () => {
		const settings = workspace.getConfiguration('cleverDemographics');
		const rules = { 'field/unknown-code': 'off' };
		await settings.update('rules', rules, ConfigurationTarget.Workspace);
		try {
			const uri = await write('1,5,Reyes,Ana,Female\r\n2,5,Boone,Lee,f\r\n');
			await check(uri);
			await listed(uri, 1);
			assert.deepEqual(
				problemsOf(uri).map(({ message }) => message),
				['Gender has "f" instead of the code F. Use F (Female).'],
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
		await listed(uri, 1000);
		const problems = problemsOf(uri);
		assert.equal(problems.length, 1000);
		assert.ok(problems.every(({ message }) => !message.startsWith('"f"')));
		assert.ok(problems.some(({ message }) => /^11,00\d more problems are not listed here\./.test(message)));
	});

	it('lists no problems of an open file, which are listed already', async () => {
		const { document } = await openNew('disk-open', 'students.csv', `${HEADER}1,5,Reyes,Ana,Female\r\n`);
		await rulesShown(document, ['field/unknown-code']);
		await check(document.uri);
		assert.equal(problemsOf(document.uri).length, 1);
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	it('lists no problem twice once the file is opened', async () => {
		const uri = await write('1,5,Reyes,Ana,Female\r\n');
		await check(uri);
		await listed(uri, 1);
		const { document } = await window.showTextDocument(await workspace.openTextDocument(uri));
		await rulesShown(document, ['field/unknown-code']);
		await commands.executeCommand('cleverDemographics.checkAgain');
		assert.equal(problemsOf(uri).length, 1);
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	it('says the result in one line', async () => {
		const uri = await write('1,5,Reyes,Ana,Female\r\n2,5,Boone,Lee,f\r\n');
		assert.deepEqual(await messagesOf(() => check(uri)), [
			'students.csv on disk: 2 rows, 1 error, 1 warning.',
		]);
	});

	it('checks what is saved, and says that there are unsaved changes', async () => {
		const { document, edit } = await openNew('disk-dirty', 'students.csv', `${HEADER}1,5,Reyes,Ana,F\r\n`);
		await edit((change) => change.insert(document.lineAt(2).range.start, '2,5,Boone,Lee,Female'));
		const messages = await messagesOf(() => commands.executeCommand('cleverDemographics.checkOnDisk'));
		assert.deepEqual(messages, [
			'students.csv on disk: 1 row, no problems. Unsaved changes were not checked.',
		]);
		await rulesShown(document, ['field/unknown-code']);
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	it('says why it cannot check', async () => {
		const missing = inFolder('disk-none', 'students.csv');
		assert.deepEqual(await messagesOf(() => check(missing)), [
			`The file could not be checked. ${missing.fsPath}: no such file or folder`,
		]);
		assert.deepEqual(await messagesOf(() => check(Uri.parse('untitled:students.csv'))), [
			"students.csv is not on this computer's disk. Save a copy first.",
		]);
		await commands.executeCommand('workbench.action.closeAllEditors');
		assert.deepEqual(await messagesOf(() => commands.executeCommand('cleverDemographics.checkOnDisk')), [
			'Open students.csv or students_ext.csv first.',
		]);
		assert.deepEqual(problemsOf(missing), []);
	});
});
