/** The mapping file of an import: where it is found, what it decides, and when it is replaced. */
import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, Uri, workspace } from 'vscode';
import type { LanguageServer } from '../../../client/src/server/languageServer';
import { answering, codeOf, EXPORT, openImport, type TestImport, type View } from './importSupport';
import { inFolder } from './support';
import { realServer } from './tableSupport';

describe('the mapping file of an import', () => {
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
		folder = inFolder(`mapping-${++count}`);
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

	it('goes on after a reload with the mapping file that it had', async () => {
		const mapping = '{ "columns": { "Student_id": "Student ID", "Gender": "Sex" } }';
		await files(EXPORT, { 'clever-import.json': mapping });
		await open();
		await decideLunch('N');
		const destination = Uri.joinPath(folder, 'backup');
		await opened.editor.backupCustomDocument(opened.document, { destination });
		opened.dispose();
		await open({ backup: destination });
		const questions = await answering(false, () => opened.editor.saveCustomDocument(opened.document));
		assert.deepEqual(questions, []);
		assert.equal(JSON.parse(textOf('clever-import.json')).codes.Frl_status.sailor, 'N');
		assert.ok(!existsSync(pathOf('roster.clever-import.json')));
	});

	it('is not replaced by decisions alone where the export cannot be read', async () => {
		await files('', { 'clever-import.json': '{ "columns": { "Student_id": "Student ID" } }' });
		opened = await openImport(exported, server);
		await opened.state('problem');
		await assert.rejects(opened.editor.saveCustomDocument(opened.document), /is not read yet/);
		assert.deepEqual(readdirSync(folder.fsPath).sort(), ['clever-import.json', 'roster.csv']);
	});

	it('looks for a mapping in the folder that is chosen', async () => {
		const mapping =
			'{ "columns": { "Student_id": "Student ID" }, "codes": { "Frl_status": { "sailor": "R" } } }';
		await files(EXPORT);
		const other = Uri.joinPath(folder, 'upload');
		await workspace.fs.createDirectory(other);
		writeFileSync(join(other.fsPath, 'clever-import.json'), mapping);
		await open();
		await opened.document.moveTo(other);
		await opened.state('view', (state) => codeOf(state, 'Frl_status', 'sailor') === 'R');
		await opened.editor.saveCustomDocument(opened.document);
		assert.deepEqual(readdirSync(other.fsPath), ['clever-import.json']);
	});

	it('takes no decision away where the folder that is chosen has a mapping', async () => {
		const mapping =
			'{ "columns": { "Student_id": "Student ID" }, "codes": { "Frl_status": { "sailor": "R" } } }';
		await files(EXPORT);
		const other = Uri.joinPath(folder, 'upload');
		await workspace.fs.createDirectory(other);
		writeFileSync(join(other.fsPath, 'clever-import.json'), mapping);
		await open();
		await decideLunch('N');
		await opened.document.moveTo(other);
		assert.equal(codeOf(await opened.state('view'), 'Frl_status', 'sailor'), 'N');
	});

	it('keeps what a mapping says when the choice of how to read the export is undone and redone', async () => {
		const mapping =
			'{ "columns": { "Student_id": "Student ID" }, "codes": { "Frl_status": { "sailor": "R" } } }';
		await files(`1\n2\n\n${EXPORT}`, { 'clever-import.json': mapping });
		opened = await openImport(exported, server);
		const byName = (state: View) => codeOf(state, 'Frl_status', 'sailor') === 'R';
		await opened.ask('decide', {
			change: { kind: 'format', format: { header: true, headerRow: 4 } },
			label: 'Names in row 4',
		});
		await opened.state('view', byName);
		opened.edits[0]?.undo();
		opened.edits[0]?.redo();
		await opened.state('view', byName);
		const { mapping: saved } = (await opened.state('view')).view.plan;
		assert.equal(saved.codes?.Frl_status?.sailor, 'R');
	});

	it('knows the same export the next time, by its mapping, and asks only what is new', async () => {
		await files(EXPORT);
		await open();
		await decideLunch('N');
		await importAll();
		opened.dispose();
		writeFileSync(exported.fsPath, `${EXPORT}3,5,Poe,Bo,M,N,baker\n`);
		const state = await open();
		const { notes } = (await opened.ask('begin', null)).places;
		assert.match(notes[0] ?? '', /^clever-import\.json from \d\d\/\d\d\/\d{4} is used\.$/);
		assert.equal(codeOf(state, 'Frl_status', 'sailor'), 'N');
		assert.deepEqual(
			state.view.plan.open.map(({ value }) => value),
			['baker'],
		);
		assert.equal(opened.edits.length, 0, 'it is not changed by itself');
	});

	it('saves its mapping under another name where another export has one', async () => {
		const other = '{ "columns": { "Student_id": "Pupil", "Gender": "G", "Race": "R" } }';
		await files(EXPORT, { 'clever-import.json': other });
		await open();
		const { notes, mappingPlace } = (await opened.ask('begin', null)).places;
		assert.deepEqual(notes, ['clever-import.json is not used: it is for an export with other columns.']);
		assert.match(mappingPlace, /roster\.clever-import\.json$/);
		await opened.editor.saveCustomDocument(opened.document);
		assert.equal(textOf('clever-import.json'), other);
		assert.equal(JSON.parse(textOf('roster.clever-import.json')).columns.Student_id, 'Student ID');
		opened.dispose();
		await open();
		const again = (await opened.ask('begin', null)).places;
		assert.match(again.notes.join(' '), /roster\.clever-import\.json from .* is used\./);
	});

	it('asks before it replaces a mapping that somebody else has changed', async () => {
		await files(EXPORT);
		await open();
		await opened.editor.saveCustomDocument(opened.document);
		const saved = textOf('clever-import.json');
		await decideLunch('N');
		const changed = saved.replace('{', '{\n');
		writeFileSync(pathOf('clever-import.json'), changed);
		const questions = await answering(false, () =>
			assert.rejects(opened.editor.saveCustomDocument(opened.document)),
		);
		assert.match(questions.join(), /^clever-import\.json already exists\. Overwrite it\?/);
		assert.equal(textOf('clever-import.json'), changed);
		await answering(true, () => opened.editor.saveCustomDocument(opened.document));
		assert.equal(JSON.parse(textOf('clever-import.json')).codes.Frl_status.sailor, 'N');
	});
});
