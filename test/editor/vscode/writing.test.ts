/** Files that commands write, on the disk and in their editors. */
import { strict as assert } from 'node:assert';
import {
	chmodSync,
	lstatSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { commands, Position, type TextDocument, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { inFolder, messagesOf } from './support';

const ROSTER = 'School_id,Student_id,Last_name,First_name\n5,2,Boone,Lee\n5,1,Reyes,Ana\n';
const OLD = 'sis_id,ext.title_i\r\n2,Yes\r\n';
const TEMPLATE =
	'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i\n2,,,,,,,\n1,,,,,,,\n';

/** Answers each question of a run with "Overwrite". */
async function overwriting<T>(run: () => Thenable<T>): Promise<T> {
	const { showWarningMessage } = window;
	Object.assign(window, { showWarningMessage: async () => 'Overwrite' });
	try {
		return await run();
	} finally {
		Object.assign(window, { showWarningMessage });
	}
}

const createTemplate = (roster: Uri): Promise<readonly string[]> =>
	messagesOf(() => overwriting(() => commands.executeCommand('cleverDemographics.createTemplate', roster)));

/** A folder with a roster and an old extension file, which has other permissions than a new one. */
async function oldFiles(folder: string): Promise<{ roster: Uri; extension: Uri }> {
	const roster = inFolder(folder, 'students.csv');
	const extension = inFolder(folder, 'students_ext.csv');
	await workspace.fs.writeFile(roster, Buffer.from(ROSTER));
	writeFileSync(extension.fsPath, OLD);
	chmodSync(extension.fsPath, 0o640);
	return { roster, extension };
}

async function undo(document: TextDocument): Promise<void> {
	await window.showTextDocument(document);
	await commands.executeCommand('undo');
}

describe('a file that a command writes', () => {
	afterEach(async () => {
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await commands.executeCommand('workbench.action.closeAllEditors');
	});

	it('replaces a closed file whole, and Undo restores its text in the editor', async () => {
		const { roster, extension } = await oldFiles('write-closed');
		const before = statSync(extension.fsPath);
		await createTemplate(roster);
		const document = window.activeTextEditor?.document;
		assert.ok(document);
		assert.equal(document.uri.toString(), extension.toString());
		assert.equal(document.getText(), TEMPLATE);
		assert.equal(document.isDirty, false);
		assert.equal(readFileSync(extension.fsPath, 'utf8'), TEMPLATE);
		const after = statSync(extension.fsPath);
		assert.equal(after.mode, before.mode);
		assert.notEqual(after.ino, before.ino, 'another file has its name now');
		assert.deepEqual(readdirSync(inFolder('write-closed').fsPath).sort(), [
			'students.csv',
			'students_ext.csv',
		]);
		await undo(document);
		assert.equal(document.getText(), OLD);
		assert.equal(await document.save(), true);
		assert.equal(readFileSync(extension.fsPath, 'utf8'), OLD);
	});

	for (const lineBreak of ['\r\n', '\n']) {
		it(`replaces an open file whose changes are not saved, and Undo restores those, ${JSON.stringify(lineBreak)}`, async () => {
			const { roster, extension } = await oldFiles(`write-dirty-${lineBreak.length}`);
			writeFileSync(extension.fsPath, OLD.replaceAll('\r\n', lineBreak));
			const document = await workspace.openTextDocument(extension);
			await window.showTextDocument(document, { preview: false });
			const edit = new WorkspaceEdit();
			edit.insert(extension, new Position(1, 2), 'No, not ');
			await workspace.applyEdit(edit);
			assert.equal(document.isDirty, true);
			const unsaved = document.getText();
			await createTemplate(roster);
			assert.equal(document.getText(), TEMPLATE);
			assert.equal(document.isDirty, false);
			assert.equal(readFileSync(extension.fsPath, 'utf8'), TEMPLATE);
			await undo(document);
			assert.equal(document.getText(), unsaved);
			assert.equal(document.isDirty, true);
			// VS Code's Redo of a change of line breaks is wrong, whoever changed the file.
			if (lineBreak === '\r\n') return;
			await commands.executeCommand('redo');
			assert.equal(document.getText(), TEMPLATE);
			assert.equal(document.isDirty, false);
		});
	}

	it('keeps the file and its editor where it cannot be replaced', async () => {
		const { roster, extension } = await oldFiles('write-locked');
		const { document } = await window.showTextDocument(await workspace.openTextDocument(extension));
		chmodSync(extension.fsPath, 0o440);
		assert.deepEqual(await createTemplate(roster), [
			'students_ext.csv was not saved: the file is read-only. The old file is unchanged.',
		]);
		assert.equal(document.getText(), OLD);
		assert.equal(document.isDirty, false);
		assert.equal(readFileSync(extension.fsPath, 'utf8'), OLD);
		assert.equal(readdirSync(inFolder('write-locked').fsPath).length, 2);
	});

	it('is kept where Undo could not restore it', async () => {
		const { roster, extension } = await oldFiles('write-binary');
		const bytes = Buffer.from([80, 75, 3, 4, 0, 0, 8, 0, 0, 0, 255]);
		writeFileSync(extension.fsPath, bytes);
		assert.deepEqual(await createTemplate(roster), [
			'students_ext.csv was not replaced: it is not text or larger than 50 MB, so Undo could not restore it. Delete or move it first.',
		]);
		assert.deepEqual(readFileSync(extension.fsPath), bytes);
		assert.equal(readdirSync(inFolder('write-binary').fsPath).length, 2);
	});

	it('follows a link, which stays one', async () => {
		const { roster, extension } = await oldFiles('write-link');
		const shared = inFolder('write-link', 'shared.csv').fsPath;
		writeFileSync(shared, OLD);
		await workspace.fs.delete(extension);
		symlinkSync('shared.csv', extension.fsPath);
		await createTemplate(roster);
		assert.ok(lstatSync(extension.fsPath).isSymbolicLink());
		assert.equal(readFileSync(shared, 'utf8'), TEMPLATE);
		assert.equal(window.activeTextEditor?.document.getText(), TEMPLATE);
	});

	it('is UTF-8, also where its editor had another encoding', async () => {
		const { roster, extension } = await oldFiles('write-encoding');
		const latin = Buffer.from(OLD.replace('Yes', 'S\xed'), 'latin1');
		writeFileSync(extension.fsPath, latin);
		const document = await workspace.openTextDocument(extension, { encoding: 'windows1252' });
		await window.showTextDocument(document, { preview: false });
		await createTemplate(roster);
		assert.equal(document.getText(), TEMPLATE);
		assert.equal(document.encoding, 'utf8');
		assert.equal(document.isDirty, false);
		await undo(document);
		assert.equal(document.getText(), OLD.replace('Yes', 'S\xed'));
	});
});
