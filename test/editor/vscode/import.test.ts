/** The import's editor: decisions that can be undone, its backup, what it saves, and what it asks before it writes. */
import { strict as assert } from 'node:assert';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationTarget, commands, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { LanguageServer } from '../../../client/src/server/languageServer';
import {
	answering,
	codeOf,
	EXPORT,
	newMemory,
	openImport,
	type TestImport,
	type View,
} from './importSupport';
import { inFolder, messagesOf } from './support';
import { realServer } from './tableSupport';

const OLD_ROSTER = 'Student_id,School_id,Last_name,First_name\n9,5,Old,Row\n';

describe('the editor of an import', () => {
	let count = 0;
	let folder: Uri;
	let exported: Uri;
	let server: LanguageServer;
	let opened: TestImport;

	before(async () => {
		server = await realServer();
	});
	after(() => server.dispose());

	const pathOf = (name: string): string => join(folder.fsPath, name);
	const textOf = (name: string): string => readFileSync(pathOf(name), 'utf8');

	/** Writes an export, and what is beside it, into a new folder. */
	async function files(text: string, others: Readonly<Record<string, string>> = {}, name = 'roster.csv') {
		folder = inFolder(`import-${++count}`);
		exported = Uri.joinPath(folder, name);
		await workspace.fs.writeFile(exported, Buffer.from(text));
		for (const [each, content] of Object.entries(others)) writeFileSync(pathOf(each), content);
	}

	async function open(options: Parameters<typeof openImport>[2] = {}): Promise<View> {
		opened = await openImport(exported, server, options);
		return opened.state('view');
	}

	const importAll = (): Promise<unknown> => opened.ask('import', null);
	const decideLunch = (code: string | null) =>
		opened.ask('decide', {
			change: { kind: 'code', element: 'Frl_status', value: 'sailor', code },
			label: 'Choose a Code',
		});

	afterEach(async () => {
		opened?.dispose();
		await commands.executeCommand('workbench.action.closeAllEditors');
	});

	it('makes each decision a step that VS Code can undo and redo', async () => {
		await files(EXPORT);
		const first = await open();
		assert.equal(codeOf(first, 'Frl_status', 'sailor'), undefined);
		assert.ok(first.view.plan.open.some(({ value }) => value === 'sailor'));
		await decideLunch('N');
		await opened.state('view', (state) => codeOf(state, 'Frl_status', 'sailor') === 'N');
		await decideLunch('R');
		await opened.state('view', (state) => codeOf(state, 'Frl_status', 'sailor') === 'R');
		assert.deepEqual(
			opened.edits.map(({ label }) => label),
			['Choose a Code', 'Choose a Code'],
		);
		opened.edits[1]?.undo();
		await opened.state('view', (state) => codeOf(state, 'Frl_status', 'sailor') === 'N');
		opened.edits[0]?.undo();
		await opened.state('view', (state) => codeOf(state, 'Frl_status', 'sailor') === undefined);
		opened.edits[0]?.redo();
		await opened.state('view', (state) => codeOf(state, 'Frl_status', 'sailor') === 'N');
	});

	it('keeps in a backup the decisions, and nothing else of a student, and goes on with them', async () => {
		await files(EXPORT);
		await open();
		await decideLunch('N');
		const destination = Uri.joinPath(folder, 'backup');
		const backup = await opened.editor.backupCustomDocument(opened.document, { destination });
		assert.deepEqual(JSON.parse(textOf('backup')), {
			decisions: { codes: { Frl_status: { sailor: 'N' } } },
		});
		opened.dispose();
		assert.equal(backup.id, destination.toString());
		const again = await open({ backup: destination });
		assert.equal(codeOf(again, 'Frl_status', 'sailor'), 'N');
	});

	it('goes on with the last backup where VS Code names none or an older one, until nothing is left to save', async () => {
		await files(EXPORT);
		const memory = newMemory();
		await open({ memory });
		const [older, last] = [Uri.joinPath(folder, 'older'), Uri.joinPath(folder, 'last')];
		await decideLunch('R');
		await opened.editor.backupCustomDocument(opened.document, { destination: older });
		await decideLunch('N');
		await opened.editor.backupCustomDocument(opened.document, { destination: last });
		assert.ok(!existsSync(older.fsPath));
		assert.equal(opened.marks, 0);
		for (const backup of [undefined, older]) {
			opened.dispose();
			const again = await open({ memory, ...(backup && { backup }) });
			assert.equal(codeOf(again, 'Frl_status', 'sailor'), 'N');
			assert.equal(opened.marks, 1);
		}
		await opened.editor.revertCustomDocument(opened.document);
		opened.dispose();
		assert.equal(codeOf(await open({ memory }), 'Frl_status', 'sailor'), undefined);

		await decideLunch('N');
		await opened.editor.backupCustomDocument(opened.document, { destination: last });
		opened.edits[0]?.undo();
		opened.dispose();
		assert.equal(codeOf(await open({ memory }), 'Frl_status', 'sailor'), undefined);
	});

	it('plans what is undone or decided while the file is read', async () => {
		await files(EXPORT);
		await open();
		await decideLunch('N');
		await opened.state('view', (state) => codeOf(state, 'Frl_status', 'sailor') === 'N');
		const reading = opened.ask('readAgain', null);
		opened.edits[0]?.undo();
		await reading;
		await opened.state('view', (state) => codeOf(state, 'Frl_status', 'sailor') === undefined);
		const again = opened.ask('readAgain', null);
		opened.edits[0]?.redo();
		await again;
		await opened.state('view', (state) => codeOf(state, 'Frl_status', 'sailor') === 'N');
	});

	it('takes decisions back on revert', async () => {
		await files(EXPORT);
		await open();
		await decideLunch('N');
		await opened.state('view', (state) => codeOf(state, 'Frl_status', 'sailor') === 'N');
		await opened.editor.revertCustomDocument(opened.document);
		assert.equal(codeOf(await opened.state('view'), 'Frl_status', 'sailor'), undefined);
	});

	it('writes both files and the mapping, shows the files, and says whether the folder is ready', async () => {
		await files(EXPORT);
		await open();
		await decideLunch('N');
		await importAll();
		assert.match(textOf('students.csv'), /Frl_status\n5,1,.*\n5,2,.*,N\n$/);
		assert.match(textOf('students_ext.csv'), /^sis_id,.*\n1,/);
		const mapping = JSON.parse(textOf('clever-import.json'));
		assert.equal(mapping.codes.Frl_status.sailor, 'N');
		assert.equal(mapping.columns.Student_id, 'Student ID');
		const { result } = await opened.state('view', (state) => state.result?.readiness !== undefined);
		assert.deepEqual(
			result?.files.map(({ fileName, rows }) => [fileName, rows]),
			[
				['students.csv', 2],
				['students_ext.csv', 2],
			],
		);
		assert.match(result?.mappingPlace ?? '', /clever-import\.json$/);
		assert.equal(opened.revealed, 1);
		const shown = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
		assert.ok(shown.includes('students.csv') && shown.includes('students_ext.csv'), shown.join());
		assert.equal(textOf('roster.csv'), EXPORT);
	});

	it('is one of two that an import writes, or neither is written', async () => {
		await files(EXPORT, { 'students.csv': OLD_ROSTER, 'students_ext.csv': 'sis_id\n9\n' });
		chmodSync(pathOf('students_ext.csv'), 0o444);
		await open();
		const messages = await messagesOf(() => answering(true, () => assert.rejects(importAll())));
		assert.deepEqual(messages, [
			'students_ext.csv was not saved: the file is read-only. The old file is unchanged. students.csv was not saved either.',
		]);
		assert.equal(textOf('students.csv'), OLD_ROSTER);
		assert.equal(textOf('students_ext.csv'), 'sis_id\n9\n');
		assert.ok(!existsSync(pathOf('clever-import.json')));
		chmodSync(pathOf('students_ext.csv'), 0o644);
		const questions = await answering(true, importAll);
		assert.match(questions[0] ?? '', /^students\.csv and students_ext\.csv already exist\. Overwrite them\?/);
		assert.match(textOf('students_ext.csv'), /ext\.migrant_status/);
		const roster = workspace.textDocuments.find(({ uri }) => uri.fsPath === pathOf('students.csv'));
		assert.ok(roster);
		assert.equal(roster.getText(), textOf('students.csv'));
		await window.showTextDocument(roster);
		await commands.executeCommand('undo');
		assert.equal(roster.getText(), OLD_ROSTER);
		assert.deepEqual(
			readdirSync(folder.fsPath).filter((name) => name.startsWith('.')),
			[],
		);
		await commands.executeCommand('workbench.action.files.revert');
	});

	it('says before it overwrites how many students would be gone, and afterwards that they are', async () => {
		await files(EXPORT, { 'students.csv': `${OLD_ROSTER}1,5,Reyes,Ana\n` });
		await open();
		const questions = await answering(true, importAll);
		assert.match(questions.join(), /1 of 2 students in students\.csv is not in the import\./);
		const { result } = await opened.state('view', (state) => state.result !== undefined);
		assert.equal(result?.missing, 1);
	});

	it('shows no result where something was decided while the files were made', async () => {
		await files(EXPORT, { 'students.csv': OLD_ROSTER });
		await open();
		const messages = await messagesOf(() =>
			answering(true, async () => {
				const importing = assert.rejects(importAll());
				await opened.state('view', ({ importing: percentage }) => percentage !== undefined);
				await decideLunch('N');
				await importing;
			}),
		);
		assert.match(messages.join(), /were made before your last choice/);
		assert.equal((await opened.state('view')).result, undefined);
		assert.ok(!existsSync(pathOf('clever-import.json')));
	});

	it('imports nothing that a person has not seen, where a restart of the server has it read again', async () => {
		await files(EXPORT);
		await open();
		writeFileSync(exported.fsPath, `${EXPORT}3,5,Poe,Bo,M,N,Free\n`);
		await opened.state('view', ({ isStale }) => isStale);
		await server.restart();
		const messages = await messagesOf(() => answering(true, () => assert.rejects(importAll())));
		assert.match(messages.join(), /was read again and has changed/);
		assert.ok(!existsSync(pathOf('students.csv')));
	});

	it('says that a file has unsaved changes, and writes nothing if the person cancels', async () => {
		await files(EXPORT, { 'students.csv': OLD_ROSTER });
		await open();
		const document = await workspace.openTextDocument(pathOf('students.csv'));
		await window.showTextDocument(document, { preview: false });
		const edit = new WorkspaceEdit();
		edit.insert(document.uri, document.lineAt(1).range.end, 'x');
		await workspace.applyEdit(edit);
		const questions = await answering(false, importAll);
		assert.equal(questions.length, 1);
		assert.match(questions[0] ?? '', /students\.csv has unsaved changes\./);
		assert.equal(textOf('students.csv'), OLD_ROSTER);
		assert.equal(document.isDirty, true);
		assert.ok(!existsSync(pathOf('students_ext.csv')) && !existsSync(pathOf('clever-import.json')));
		assert.equal((await opened.state('view')).result, undefined);
		await commands.executeCommand('workbench.action.files.revert');
	});

	it('never writes the export, not even where it has the name of a new file', async () => {
		await files(EXPORT, {}, 'students.csv');
		await open();
		const messages = await messagesOf(() => assert.rejects(importAll()));
		assert.match(messages.join(), /^students\.csv is the export itself\. Choose another folder/);
		await assert.rejects(opened.editor.saveCustomDocumentAs(opened.document, exported), /JSON/);
		assert.equal(textOf('students.csv'), EXPORT);
		assert.deepEqual(readdirSync(folder.fsPath), ['students.csv']);
	});

	it('says that the export has changed, and reads it again when asked', async () => {
		await files(EXPORT);
		const { view } = await open();
		assert.equal(view.rows, 2);
		writeFileSync(exported.fsPath, `${EXPORT}3,5,Poe,Bo,M,N,Free\n`);
		const stale = await opened.state('view', ({ isStale }) => isStale);
		assert.equal(stale.view.rows, 2);
		const questions = await answering(false, importAll);
		assert.match(questions.join(), /^roster\.csv has changed since it was read\./);
		assert.ok(!existsSync(pathOf('students.csv')));
		await opened.ask('readAgain', null);
		const again = await opened.state('view', ({ isStale }) => !isStale);
		assert.equal(again.view.rows, 3);
	});

	it('reads the text of an editor with unsaved changes', async () => {
		const settings = workspace.getConfiguration('files');
		await settings.update('autoSave', 'off', ConfigurationTarget.Global);
		await files(EXPORT);
		const document = await workspace.openTextDocument(exported);
		await window.showTextDocument(document, { preview: false });
		const edit = new WorkspaceEdit();
		edit.replace(exported, new Range(1, 0, 2, 0), '');
		await workspace.applyEdit(edit);
		assert.equal((await open()).view.rows, 1);
		await importAll();
		assert.equal(document.isDirty, true, 'it is not saved with the mapping');
		assert.equal(textOf('roster.csv'), EXPORT);
		assert.ok(existsSync(pathOf('clever-import.json')));
		await window.showTextDocument(document);
		await commands.executeCommand('workbench.action.files.revert');
	});

	it('goes on after a restart of the server', async () => {
		await files(EXPORT);
		await open();
		await decideLunch('N');
		await opened.state('view', (state) => codeOf(state, 'Frl_status', 'sailor') === 'N');
		await server.restart();
		await importAll();
		assert.match(textOf('students.csv'), /\n5,2,.*,N\n$/);
	});

	it('writes into the folder that is chosen, and remembers it', async () => {
		await files(EXPORT);
		const other = Uri.joinPath(folder, 'upload');
		await workspace.fs.createDirectory(other);
		const memory = newMemory();
		await open({ memory });
		const { showOpenDialog } = window;
		Object.assign(window, { showOpenDialog: async () => [other] });
		try {
			await opened.ask('chooseFolder', null);
		} finally {
			Object.assign(window, { showOpenDialog });
		}
		await opened.state('view');
		await importAll();
		assert.deepEqual(readdirSync(other.fsPath).sort(), [
			'clever-import.json',
			'students.csv',
			'students_ext.csv',
		]);
		opened.dispose();
		await open({ memory });
		const { folder: place, notes } = (await opened.ask('begin', null)).places;
		assert.match(place, /upload$/);
		assert.match(notes.join(), /is used\./);
	});

	it('says why an export cannot be read, and reads it once that is repaired', async () => {
		await files('');
		opened = await openImport(exported, server);
		assert.deepEqual(await opened.state('problem'), { kind: 'problem', problem: 'The file is empty.' });
		writeFileSync(exported.fsPath, EXPORT);
		await opened.ask('readAgain', null);
		assert.equal((await opened.state('view')).view.rows, 2);
		opened.dispose();
		exported = Uri.joinPath(folder, 'missing.csv');
		opened = await openImport(exported, server);
		assert.match(
			(await opened.state('problem')).problem,
			/^missing\.csv cannot be read\. There is no such file\./,
		);
	});

	it('does nothing for a message in another form', async () => {
		await files(EXPORT);
		await open();
		for (const message of [null, 'import', { id: 1, method: 'openFile', params: {} }]) opened.send(message);
		await opened.ask('openFile', { fileName: '../../secret.txt' });
		assert.equal(window.activeTextEditor, undefined);
		assert.equal(opened.edits.length, 0);
	});
});
