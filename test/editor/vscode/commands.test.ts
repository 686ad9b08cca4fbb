import { strict as assert } from 'node:assert';
import { commands, extensions, window, workspace } from 'vscode';
import { inFolder, messagesOf, openNew, rulesShown } from './support';

const ROSTER =
	'School_id,Student_id,Last_name,First_name,Contact_name\n5,2,Boone,Lee,Ann\n5,1,Reyes,Ana,Bo\n5,2,Boone,Lee,Cy\n';
const TEMPLATE_HEADER =
	'sis_id,ext.idea_indicator,ext.disability_status,ext.primary_disability_type,ext.section_504_status,ext.economic_disadvantage_status,ext.migrant_status,ext.title_i';

describe('the commands', () => {
	afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

	it('are all registered as the manifest says', async () => {
		const extension = extensions.getExtension('clever-demographics.clever-demographics');
		assert.ok(extension, 'VS Code knows the extension');
		await extension.activate();
		const declared = (
			extension.packageJSON as { contributes: { commands: { command: string; category: string }[] } }
		).contributes.commands;
		const registered = new Set(await commands.getCommands(true));
		for (const { command, category } of declared) {
			assert.ok(registered.has(command), command);
			assert.equal(category, 'Clever Demographics');
		}
	});

	it('make students_ext.csv from the open roster: each student once, in first-seen order', async () => {
		const editor = await openNew('template', 'students.csv', ROSTER);
		await commands.executeCommand('cleverDemographics.createTemplate');
		const made = window.activeTextEditor?.document;
		assert.notEqual(made, editor.document);
		assert.equal(made?.uri.toString(), inFolder('template', 'students_ext.csv').toString());
		assert.equal(made?.languageId, 'clever-students-ext');
		assert.equal(made?.getText(), `${TEMPLATE_HEADER}\n2,,,,,,,\n1,,,,,,,\n`);
		assert.ok(made);
		await rulesShown(made, []);
	});

	it('check a file of another name as one of the two', async () => {
		const editor = await openNew(
			'copies',
			'students (1).csv',
			'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Female\n',
		);
		await commands.executeCommand('cleverDemographics.checkAs', 'students.csv');
		const document = await workspace.openTextDocument(editor.document.uri);
		await rulesShown(document, ['field/unknown-code', 'file/name']);
	});

	it('check again, and after a restart of the server too', async () => {
		const { document } = await openNew(
			'again',
			'students.csv',
			'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Female\n',
		);
		await rulesShown(document, ['field/unknown-code']);
		await commands.executeCommand('cleverDemographics.checkAgain');
		await rulesShown(document, ['field/unknown-code']);
		await commands.executeCommand('cleverDemographics.restartServer');
		await rulesShown(document, ['field/unknown-code']);
	});

	it('fix all in the file in view, in one step to undo', async () => {
		const before =
			'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes, Jr,Ana,f\n2,5,Boone,Lee,Female\n';
		const { document } = await openNew('all', 'students.csv', before);
		await rulesShown(document, ['csv/field-count', 'field/unknown-code']);
		await commands.executeCommand('cleverDemographics.fixAll');
		assert.equal(
			document.getText(),
			'Student_id,School_id,Last_name,First_name,Gender\n1,5,"Reyes, Jr",Ana,F\n2,5,Boone,Lee,F\n',
		);
		await rulesShown(document, []);
		await commands.executeCommand('undo');
		assert.equal(document.getText(), before);
	});

	it('say why Fix All changes nothing', async () => {
		const header = 'Student_id,School_id,Last_name,First_name,Gender\n';
		for (const [text, rules, message] of [
			[`${header}1,5,Reyes,Ana,F\n`, [], 'students.csv has no problems.'],
			[
				`${header}1,5,Reyes,Ana,7\n`,
				['field/unknown-code'],
				'Every problem left in students.csv needs your decision.',
			],
		] as const) {
			const { document } = await openNew(`nothing-${rules.length}`, 'students.csv', text);
			await rulesShown(document, rules);
			await commands.executeCommand('cleverDemographics.checkAgain');
			const messages = await messagesOf(() => commands.executeCommand('cleverDemographics.fixAll'));
			assert.deepEqual(messages, [message]);
		}
	});

	it('check an untitled copy by its language', async () => {
		const document = await workspace.openTextDocument({
			language: 'clever-students-ext',
			content: 'sis_id,ext.migrant_status\n1,Y\n',
		});
		await window.showTextDocument(document);
		await rulesShown(document, ['field/unknown-code', 'header/missing-element']);
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});
});
