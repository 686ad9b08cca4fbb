/** Both files of a folder are shown where a person takes them for the upload. */
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { commands, Position, window } from 'vscode';
import { inFolder, messagesOf, openNew } from './support';

const ROSTER = 'Student_id,Gender\n1,F\n';

describe('Reveal Both Files', () => {
	afterEach(async () => {
		await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await commands.executeCommand('workbench.action.closeAllEditors');
	});

	const run = () => messagesOf(() => commands.executeCommand('cleverDemographics.revealFiles'));

	it('says which file is missing', async () => {
		const { document } = await openNew('reveal-one', 'students.csv', ROSTER);
		const [message = '', ...others] = await run();
		assert.match(message, /^students\.csv is in .*reveal-one\. There is no students_ext\.csv\.$/);
		assert.deepEqual(others, []);
		assert.equal(window.activeTextEditor?.document, document);
	});

	it('says which file is not saved', async () => {
		const editor = await openNew('reveal-two', 'students.csv', ROSTER);
		writeFileSync(inFolder('reveal-two', 'students_ext.csv').fsPath, 'sis_id,ext.title_i\n1,Yes\n');
		assert.match((await run()).join(), /^students\.csv and students_ext\.csv are in .*reveal-two\.$/);
		await editor.edit((edit) => edit.insert(new Position(2, 0), '2,M\n'));
		assert.match(
			(await run()).join(),
			/reveal-two\. students\.csv has unsaved changes: save before you upload\.$/,
		);
	});
});
