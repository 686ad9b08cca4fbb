/** Runs in VS Code's extension host: measures the time from opening a file to its first problem. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type ActivationArgs, ARGS_VARIABLE } from '../activation';

/** VS Code calls this, and exits with 1 if it throws. */
export async function run(): Promise<void> {
	const { extension, fileName, text, result } = JSON.parse(
		process.env[ARGS_VARIABLE] as string,
	) as ActivationArgs;
	const target = vscode.extensions.getExtension(extension);
	if (!target || target.isActive) throw new Error(`${extension} is not installed, or already active`);
	// Not in the open folder: a file there could activate an extension before the file is opened.
	const path = join(mkdtempSync(join(tmpdir(), 'activation-')), fileName);
	writeFileSync(path, text);
	// With its first editor, VS Code loads the code that every editor needs, so that is not measured.
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'plain text' }));
	writeFileSync(result, JSON.stringify(await firstProblem(vscode.Uri.file(path))));
}

function firstProblem(uri: vscode.Uri): Promise<number> {
	return new Promise((resolve) => {
		const began = performance.now();
		const listening = vscode.languages.onDidChangeDiagnostics(() => {
			if (vscode.languages.getDiagnostics(uri).length === 0) return;
			listening.dispose();
			resolve(performance.now() - began);
		});
		// Some extensions check only files that are shown.
		void vscode.window.showTextDocument(uri);
	});
}
