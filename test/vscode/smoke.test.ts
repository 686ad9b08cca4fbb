import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

describe('the extension in VS Code', () => {
	it('is activated by students.csv', async () => {
		const [file] = await vscode.workspace.findFiles('students.csv');
		assert.ok(file, 'the folder has a students.csv');
		await vscode.window.showTextDocument(file);
		const extension = vscode.extensions.getExtension('clever-demographics.clever-demographics');
		assert.ok(extension, 'VS Code knows the extension');
		await extension.activate();
		assert.ok(extension.isActive);
	});
});
